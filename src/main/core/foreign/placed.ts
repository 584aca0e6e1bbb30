// Codings and remarks on the canonical text of their document. Where places and words disagree, the words decide: places are
// what programs get wrong (REFI exchanges count them in five ways).

import { canonicalPiece } from '../importers/canonical.ts';
import { canonicalOffsets } from '../importers/offset-map.ts';
import type { ForeignCoding, ForeignDocument, ForeignMemo, ForeignNoteCode, ForeignProject } from './model.ts';

export type PlacedText = {
  readonly document: ForeignDocument;
  /** Canonical (T1). */
  readonly text: string;
  readonly codings: readonly { readonly coding: ForeignCoding; readonly start: number; readonly end: number }[];
  readonly memos: readonly { readonly memo: ForeignMemo; readonly start: number; readonly end: number }[];
};

type Add = (code: ForeignNoteCode, count?: number) => void;

export function placedCodings(project: ForeignProject, add: Add): readonly PlacedText[] {
  const codings = Map.groupBy(project.codings, ({ document }) => document);
  const memos = Map.groupBy(project.memos, ({ about }) => about?.document ?? null);
  return project.documents.map((document) => {
    const text = canonicalPiece(document.text.replace(/^\uFEFF/, ''), false);
    // The mark of byte order counts in programs that keep it.
    const shift = document.text.length - document.text.replace(/^\uFEFF/, '').length;
    const own = codings.get(document.key) ?? [];
    const remarks = memos.get(document.key) ?? [];
    const spans = [...own, ...remarks.flatMap(({ about }) => (about === null ? [] : [about]))];
    const raw = document.text.slice(shift);
    const inside = (place: number): number => Math.min(raw.length, Math.max(0, place - shift));
    const places = canonicalOffsets(
      raw,
      text,
      spans.flatMap(({ start, end }) => [inside(start), inside(end)]),
      false,
    );
    const placeOf = (place: number): number => (place < 0 ? -1 : (places.get(inside(place)) ?? -1));
    return {
      document,
      text,
      codings: own.flatMap((coding) => {
        const place = mended(text, placeOf(coding.start), placeOf(coding.end), coding.quote, add);
        return place === null ? [] : [{ coding, ...place }];
      }),
      memos: remarks.map((memo) => {
        const start = placeOf(memo.about?.start ?? -1);
        const end = placeOf(memo.about?.end ?? -1);
        return { memo, start: Math.max(0, start), end: start < 0 ? 0 : Math.max(start, end) };
      }),
    };
  });
}

function mended(
  text: string,
  start: number,
  end: number,
  quote: string | null,
  add: Add,
): { readonly start: number; readonly end: number } | null {
  const isPlace = start >= 0 && end > start && end <= text.length;
  const words = quote === null ? '' : canonicalPiece(quote, false).trim();
  if (isPlace && (words === '' || sameWords(text.slice(start, end), words))) return { start, end };
  const found = words === '' ? -1 : nearest(text, words, Math.max(0, start));
  if (found === -1) {
    add('codings-without-place');
    return null;
  }
  add('places-mended');
  return { start: found, end: found + words.length };
}

/** White space differs where a program stores what a page shows. */
function sameWords(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  return bare(one) === bare(other);
}

function nearest(text: string, words: string, place: number): number {
  const before = text.lastIndexOf(words, place);
  const after = text.indexOf(words, place);
  if (before === -1) return after;
  return after === -1 || place - before <= after - place ? before : after;
}
