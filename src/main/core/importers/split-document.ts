// One document that was read as several (SU1–SU4), each with its own comments. In the worker: a person's regular
// expression can take for ever.

import { headingsOf } from '../../../shared/domain/outline.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { piecesOf, type SplitPiece, type SplitRule } from '../../../shared/domain/splitting.ts';
import { turnsOf } from '../../../shared/domain/turns.ts';
import type { DocumentComment, ReadDocument } from './types.ts';
import { ImportRefusal } from './types.ts';

/** Documents one file becomes at most: a mark that stands in every line is a mistake. */
export const mostParts = 2_000;

export type DocumentPart = Range & {
  /** What the text calls it; '' where nothing does. */
  readonly title: string;
  readonly text: string;
  readonly comments: readonly DocumentComment[];
  /** As of the document: pages before the part begin where it does, so that it keeps the numbers of its own. */
  readonly pages?: readonly number[];
};

export type SplitDocument = {
  readonly parts: readonly DocumentPart[];
  /** Lines that mark a beginning, and lines without a word between parts: in no document. */
  readonly left: { readonly markers: number; readonly blanks: number };
};

/** @throws ImportRefusal `split-pattern`, `split-too-many` */
export function splitDocument(document: ReadDocument, rule: SplitRule): SplitDocument {
  const { text } = document;
  const pieces = cut(document, rule);
  const parts = pieces.filter(({ kind }) => kind === 'part');
  if (parts.length > mostParts) throw new ImportRefusal('split-too-many', { count: parts.length, limit: mostParts });
  const comments = commentsByPart(document.comments ?? [], parts);
  return {
    parts: parts.map(({ start, end, title }, index) => ({
      start,
      end,
      title,
      text: text.slice(start, end),
      comments: comments[index] ?? [],
      ...(document.pages === undefined ? {} : { pages: pagesOf(document.pages, { start, end }) }),
    })),
    left: {
      markers: pieces.filter(({ kind }) => kind === 'marker').length,
      blanks: pieces.filter(({ kind }) => kind === 'blank').length,
    },
  };
}

function pagesOf(pages: readonly number[], { start, end }: Range): readonly number[] {
  return pages
    .filter((page, index) => index === 0 || page < end)
    .map((page) => Math.min(Math.max(0, page - start), end - start));
}

/** Headings the format names; where it names none, lines that look like one. */
export function headingsIn({ text, headings = [] }: Pick<ReadDocument, 'text' | 'headings'>) {
  const named = headings.map(({ start, level }) => ({ start, level, text: lineAt(text, start) }));
  const shown = named.filter((heading) => /\S/.test(heading.text));
  return shown.length > 0 ? shown : headingsOf(text, turnsOf(text));
}

function cut(document: ReadDocument, rule: SplitRule): readonly SplitPiece[] {
  try {
    return piecesOf(document.text, rule, {
      turns: rule.by === 'speaker' ? turnsOf(document.text) : [],
      headings: rule.by === 'heading' ? headingsIn(document) : [],
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ImportRefusal('split-pattern', {}, { cause: error });
  }
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

/** A comment goes where its passage begins; its passage ends with the part. Without a part of its own, it is about the first. */
function commentsByPart(
  comments: readonly DocumentComment[],
  parts: readonly Range[],
): readonly (readonly DocumentComment[])[] {
  const byPart: DocumentComment[][] = parts.map(() => []);
  for (const comment of comments) {
    const { passage } = comment;
    const index =
      passage === null ? -1 : parts.findIndex(({ start, end }) => passage.start >= start && passage.start < end);
    const part = parts[index];
    const placed =
      passage && part ? { start: passage.start - part.start, end: Math.min(passage.end, part.end) - part.start } : null;
    byPart[Math.max(0, index)]?.push({ ...comment, passage: placed });
  }
  return byPart;
}
