// The review list gives codings back the words they were made for (ED7), in the text itself.

import type { TextEdit } from '../../shared/contract/events.ts';
import type { Place } from '../../shared/contract/values.ts';
import { splicesBetween } from '../../shared/domain/diff.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { moveRangeThrough, type Range, type Splice } from '../../shared/domain/segments.ts';
import { requireCodings, updateCoding, type CodingRow } from '../db/codings.ts';
import { sql, type WritableDb } from '../db/database.ts';
import { textOf } from '../db/texts.ts';
import { editText } from './text-edit.ts';
import type { WriteScope } from './write.ts';

export type RestoredWords = {
  readonly restored: number;
  readonly place: Place | null;
  readonly texts: readonly TextEdit[];
};

/**
 * Puts the former words of codings back in their place, word by word, so that other codings follow. Orphans come
 * back with their words; where those stand in a coding at their place again, they are taken up there.
 * Codings without former words stay as they are.
 */
export function restoreWords(scope: WriteScope, codingIds: readonly Guid[]): RestoredWords {
  const { db } = scope;
  // The longest first: what was removed with it lies inside its words.
  const wanted = requireCodings(db, codingIds)
    .filter(({ state, former_quote: former }) => state !== 'kept' && former !== null && former !== '')
    .toSorted((a, b) => (b.former_quote?.length ?? 0) - (a.former_quote?.length ?? 0));
  const texts: TextEdit[] = [];
  let place: Place | null = null;
  let restored = 0;
  for (const { guid } of wanted) {
    const [row] = requireCodings(db, [guid]);
    const former = row?.former_quote;
    // The words of another one may have brought these back too.
    if (!row || !former || row.state === 'kept') continue;
    const document = documentOf(db, row.document_id);
    const range =
      row.state === 'orphaned'
        ? bringBack(scope, row, former, texts, document)
        : putBack(scope, row, former, texts, document);
    attach(scope, row.guid, range, former);
    place ??= { area: 'reduction', documentId: document, start: range.start, end: range.end };
    restored += 1;
  }
  return { restored, place, texts };
}

/**
 * Codings of a document that are on the review list take their former words up again where these stand at their
 * place, as they do once a former text is restored (VE3).
 */
export function takeUpFormerWords(scope: WriteScope, documentId: number): void {
  const { db } = scope;
  const text = textOf(db, documentId)?.text ?? '';
  const rows = db.all<Pick<CodingRow, 'guid' | 'start_offset' | 'end_offset' | 'former_quote'>>(sql`
    SELECT guid, start_offset, end_offset, former_quote FROM coding
    WHERE document_id = ${documentId} AND state <> 'kept' AND former_quote IS NOT NULL`);
  for (const { guid, start_offset: start, end_offset: end, former_quote: former } of rows) {
    if (!former || end - start > former.length) continue;
    // The nearest place that takes in what the coding has now.
    const found = text
      .slice(end - former.length < 0 ? 0 : end - former.length, start + former.length)
      .lastIndexOf(former);
    const at = found + Math.max(0, end - former.length);
    if (found >= 0) attach(scope, guid, { start: at, end: at + former.length }, former);
  }
}

function putBack(scope: WriteScope, row: CodingRow, former: string, texts: TextEdit[], document: Guid): Range {
  const inside = splicesBetween(row.quote, former);
  const splices = inside.map((splice) => ({ ...splice, at: splice.at + row.start_offset }));
  const range = { start: row.start_offset, end: row.start_offset + former.length };
  return edited(scope, row.document_id, splices, range, texts, document);
}

function bringBack(scope: WriteScope, row: CodingRow, former: string, texts: TextEdit[], document: Guid): Range {
  const { db } = scope;
  const text = textOf(db, row.document_id)?.text ?? '';
  const at = row.start_offset;
  const there = whereItStands(db, row, text, former);
  if (there !== null) return { start: there, end: there + former.length };
  // Words that were removed with their blanks must not grow into their neighbours.
  const before = /[\p{L}\p{N}]$/u.test(text.slice(0, at)) && /^[\p{L}\p{N}]/u.test(former) ? ' ' : '';
  const after = /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) && /[\p{L}\p{N}]$/u.test(former) ? ' ' : '';
  const splices = [{ at, remove: 0, insert: before + former + after }];
  const start = at + before.length;
  return edited(scope, row.document_id, splices, { start, end: start + former.length }, texts, document);
}

/** Where the words stand in a coding that touches the place of an orphan, or right at that place. */
function whereItStands(db: WritableDb, row: CodingRow, text: string, former: string): number | null {
  const at = row.start_offset;
  if (text.startsWith(former, at)) return at;
  if (at >= former.length && text.startsWith(former, at - former.length)) return at - former.length;
  const beside = db.all<Range>(sql`
    SELECT start_offset AS start, end_offset AS "end" FROM coding
    WHERE document_id = ${row.document_id} AND state <> 'orphaned' AND start_offset <= ${at} AND end_offset >= ${at}
    ORDER BY end_offset - start_offset`);
  for (const { start, end } of beside) {
    const found = text.slice(start, end).indexOf(former);
    if (found >= 0) return start + found;
  }
  return null;
}

function edited(
  { db, sequence, now }: WriteScope,
  documentId: number,
  splices: readonly Splice[],
  range: Range,
  texts: TextEdit[],
  document: Guid,
): Range {
  if (splices.length === 0) return range;
  const outcome = editText(db, sequence, now, documentId, splices);
  texts.push({ documentId: document, revision: outcome.revision, splices: outcome.splices });
  const { start, end } = moveRangeThrough(range, outcome.splices.slice(splices.length)); // T1
  return { start, end };
}

function attach({ db, now }: WriteScope, guid: Guid, { start, end }: Range, former: string): void {
  const [row] = requireCodings(db, [guid]);
  if (!row) return;
  const quote = (textOf(db, row.document_id)?.text ?? '').slice(start, end);
  const isBack = quote === former;
  updateCoding(
    db,
    row,
    {
      start_offset: start,
      end_offset: end,
      quote,
      state: isBack ? 'kept' : 'changed',
      former_quote: isBack ? null : former,
    },
    now,
  );
}

function documentOf(db: WritableDb, id: number): Guid {
  const row = db.get<{ guid: Guid }>(sql`SELECT guid FROM document WHERE id = ${id}`);
  if (!row) throw new Error('a coding without a document');
  return row.guid;
}
