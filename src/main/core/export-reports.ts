// What an export leaves behind: the file, held for the client, and a report in the project.

import { extname } from 'node:path';
import type { ExchangeNoteAnswer } from '../../shared/contract/interchange.ts';
import type { Language } from '../../shared/contract/values.ts';
import { isMessageKey } from '../../shared/i18n/catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { revisionOf } from '../db/analysis.ts';
import { insertExportReport } from '../db/exchange.ts';
import type { JobContext, Services } from './handler.ts';
import type { ReportNote } from './import-reports.ts';
import type { ExchangeNote } from './merge/notes.ts';
import { assertWritable, untilQuiet } from './session.ts';
import { inTransaction } from './write.ts';

export type Exported = {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly ExchangeNote[];
};

/**
 * Hands an export to the client; once it has arrived, the project keeps a report of it. A project that cannot be
 * changed is exported all the same: who only reads it keeps no record in it.
 */
export function holdExport(context: JobContext, exported: Exported, mediaType: string, bytes: Uint8Array) {
  return holdFile(context.services, exported.name, mediaType, bytes, () => void reportLater(context, exported));
}

/** Right away, but for a change that is just being carried out in slices: that one comes first. */
async function reportLater(context: JobContext, exported: Exported): Promise<void> {
  if (context.session.longWrite) await untilQuiet(context.session);
  leaveReport(context, exported);
}

function leaveReport({ db, services, session }: JobContext, { name, counts, notes }: Exported): void {
  if (session.frozen !== null || services.projects.current() !== session) return;
  const { ports, emit } = services;
  try {
    assertWritable(session);
    inTransaction(session, () =>
      insertExportReport(session.connection, {
        guid: ports.ids.next(),
        at: ports.clock.now().toISOString(),
        direction: 'export',
        file: name,
        format: extname(name).slice(1).toLowerCase(),
        origin: `Simpul ${ports.version}`,
        data: JSON.stringify({ counts, changes: [], notes }),
      }),
    );
  } catch (error) {
    // The file is where it was wanted: a full disk below the project is told with the next change.
    ports.log.fault('export-report', error);
    return;
  }
  emit({ type: 'changed', revision: revisionOf(db), topics: ['interchange'], texts: [], requestId: null });
}

/** Hands a file to the client. */
export function holdFile(
  { files }: Services,
  name: string,
  mediaType: string,
  bytes: Uint8Array,
  onTaken?: () => void,
) {
  const token = files.hold({ name, mediaType, bytes }, onTaken);
  return { token, name, mediaType, size: bytes.byteLength };
}

/** A file name that all systems take. */
export function fileName(text: string, extension: string): string {
  return `${text}.${extension}`.replace(/[\p{Cc}/\\:*?"<>|]/gu, '-');
}

export const mediaTypes = {
  csv: 'text/csv',
  html: 'text/html',
  md: 'text/markdown',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  qdpx: 'application/zip',
  qdc: 'application/xml',
  zip: 'application/zip',
  sps: 'text/plain',
} as const;

/** Notes with the sentence of each in the user's language. */
export function said(
  language: Language,
  notes: readonly (Pick<ExchangeNote, 'count' | 'details'> & Pick<ReportNote, 'code' | 'of'>)[],
): ExchangeNoteAnswer[] {
  return notes.map(({ code, count, details, of = 'interchange' }) => {
    const key = `${of}.note.${code}`;
    return {
      code,
      count,
      details: [...details],
      message: isMessageKey(key) ? translate(language, key, { count, detail: details.join(', ') }) : code,
    };
  });
}
