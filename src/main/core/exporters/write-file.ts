// What the writing worker can do: plain content in, the bytes of a file out.

import type { CodebookFormat } from '../../../shared/contract/codes.ts';
import type { ReportFormat } from '../../../shared/contract/report.ts';
import type { CodedTextFormat, SegmentFormat } from '../../../shared/contract/exports.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ExchangeNote } from '../merge/notes.ts';
import type { Study } from '../merge/study.ts';
import type { Report } from '../report/blocks.ts';
import type { CodebookContent } from './codebook-content.ts';
import type { CodedDocuments } from './coded-documents.ts';
import type { SegmentsContent } from './segments-content.ts';

export type FileTask =
  | { readonly kind: 'qdpx'; readonly study: Study; readonly origin: string }
  | { readonly kind: 'qdc'; readonly study: Study; readonly origin: string }
  | { readonly kind: 'codebook'; readonly format: CodebookFormat; readonly content: CodebookContent }
  | {
      readonly kind: 'segments';
      readonly format: SegmentFormat;
      readonly content: SegmentsContent;
      readonly codeOrder: readonly Guid[];
    }
  | { readonly kind: 'documents'; readonly format: CodedTextFormat; readonly content: CodedDocuments }
  | { readonly kind: 'report'; readonly format: ReportFormat; readonly report: Report };

export type WrittenFile = {
  readonly bytes: Uint8Array;
  readonly notes: readonly ExchangeNote[];
  /** What the file holds, by kind; empty where the caller knows. */
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * Writers are loaded when they are needed: what the others take of time is not this file's.
 * @param progress told how far it is, 0..1
 */
export async function writeFile(task: FileTask, progress: (share: number) => void): Promise<WrittenFile> {
  switch (task.kind) {
    case 'qdpx': {
      const { writeQdpx } = await import('./refi/write-refi.ts');
      return writeQdpx(task.study, task.origin, progress);
    }
    case 'qdc': {
      const { writeQdc } = await import('./refi/write-refi.ts');
      return writeQdc(task.study, task.origin);
    }
    case 'codebook':
      return codebookFile(task);
    case 'segments':
      return segmentsFile(task);
    case 'report':
      return task.format === 'docx'
        ? plain(await (await import('../report/report-docx.ts')).reportDocx(task.report))
        : text((await import('../report/report-html.ts')).reportHtml(task.report));
    case 'documents': {
      const { codedDocumentsDocx, codedDocumentsHtml } = await import('./coded-documents.ts');
      return task.format === 'docx' ? plain(codedDocumentsDocx(task.content)) : text(codedDocumentsHtml(task.content));
    }
  }
}

async function codebookFile({ format, content }: FileTask & { readonly kind: 'codebook' }): Promise<WrittenFile> {
  if (format === 'docx') return plain(await (await import('./codebook-docx.ts')).codebookDocx(content));
  const { codebookCsv, codebookHtml, codebookMarkdown, codebookXlsx } = await import('./codebook-text.ts');
  switch (format) {
    case 'csv':
      return text(codebookCsv(content));
    case 'html':
      return text(codebookHtml(content));
    case 'md':
      return text(codebookMarkdown(content));
    case 'xlsx':
      return sheets(codebookXlsx(content));
  }
}

async function segmentsFile({
  format,
  content,
  codeOrder,
}: FileTask & { readonly kind: 'segments' }): Promise<WrittenFile> {
  if (format === 'csv' || format === 'xlsx') {
    const { segmentsCsv, segmentsXlsx } = await import('./segments-table.ts');
    return format === 'csv' ? text(segmentsCsv(content)) : sheets(segmentsXlsx(content));
  }
  const { segmentsDocx, segmentsHtml } = await import('./segments-text.ts');
  return format === 'docx' ? plain(segmentsDocx(content, codeOrder)) : text(segmentsHtml(content, codeOrder));
}

function plain(bytes: Uint8Array): WrittenFile {
  return { bytes, notes: [], counts: {} };
}

function text(words: string): WrittenFile {
  return plain(new TextEncoder().encode(words));
}

function sheets({ bytes, cut }: { readonly bytes: Uint8Array; readonly cut: number }): WrittenFile {
  const notes: readonly ExchangeNote[] = cut === 0 ? [] : [{ code: 'cell-cut', count: cut, details: [] }];
  return { bytes, notes, counts: {} };
}
