// Editing a coded text: the text, every coding and every passage memo move in one step (ED1–ED10).
//
// Most codings only shift. Shifts are not written to the history row by row: they follow from the splices and
// are taken back by the inverse ones. Only what an edit touched is recorded as rows, so that a keystroke at
// the head of a transcript with ten thousand codings leaves one line in the history, not ten thousand.

import { SimpulError } from '../../shared/contract/errors.ts';
import { applySplices, invertSplices, type Moved, type Range, type Splice } from '../../shared/domain/segments.ts';
import { movePages } from '../../shared/domain/pages.ts';
import { rangeMover } from '../../shared/domain/range-mover.ts';
import { textBuffer, type TextBuffer } from '../../shared/domain/text-buffer.ts';
import { recomposition, splitsCharacter } from '../../shared/domain/text.ts';
import { codingChecksum, type CodingContent } from '../db/checksums.ts';
import { sql, type WritableDb } from '../db/database.ts';
import { insertSplice, startRecording, stopRecording } from '../db/history.ts';
import { pageStartsOf, putPages } from '../db/pages.ts';
import { replaceText, textOf } from '../db/texts.ts';

export const longestText = 10_000_000;

type AnchoredCoding = CodingContent & { readonly id: number };
type AnchoredPassage = Range & { readonly id: number };

/** What a range in a text stands for besides a coding: a memo on a passage, or the passage of a link or question. */
type PassageTable = 'memo_target' | 'passage';

/** What the history keeps of a text edit. */
export type RecordedEdit = {
  readonly forward: readonly Splice[];
  readonly inverse: readonly Splice[];
  /** Rows whose words or place changed in a way splices alone cannot take back; recorded as row images. */
  readonly touchedCodings: readonly number[];
  /** Of memos. */
  readonly touchedPassages: readonly number[];
  /** Of links and questions. Missing in steps recorded before there were any. */
  readonly touchedAnchors?: readonly number[];
  /** Whether the beginnings of its pages are recorded as a row too (PG3). */
  readonly touchedPages?: true;
};

export type EditOutcome = {
  readonly revision: number;
  readonly changed: number;
  readonly orphaned: number;
  /** What was applied: the splices wanted, then those that keep the text canonical (T1). */
  readonly splices: readonly Splice[];
};

/**
 * Applies splices to a document inside a running command.
 * @throws SimpulError `text-too-long`, `range-outside-text` or `range-splits-character`
 */
export function editText(
  db: WritableDb,
  sequence: number,
  now: string,
  documentId: number,
  wanted: readonly Splice[],
): EditOutcome {
  const row = textOf(db, documentId);
  if (!row) throw new SimpulError('not-found', { what: 'document' });
  assertSplices(row.text, wanted);
  const edited = applySplices(row.text, wanted);
  const composing = recomposition(edited, wanted);
  const splices = [...wanted, ...composing];
  const text = applySplices(edited, composing);
  if (text.length > longestText) throw new SimpulError('text-too-long', { characters: text.length });
  const move = rangeMover(splices);
  const codings = sortCodings(codingsOf(db, documentId), text, move);
  const memos = sortPassages(passagesOf(db, 'memo_target', documentId), move);
  const anchors = sortPassages(passagesOf(db, 'passage', documentId), move);
  const known = pageStartsOf(db, documentId);
  const pages = known && movePages(known, splices);
  const record: RecordedEdit = {
    forward: splices,
    inverse: invertSplices(row.text, splices),
    touchedCodings: codings.touched.map(({ id }) => id),
    touchedPassages: memos.touched.map(({ id }) => id),
    touchedAnchors: anchors.touched.map(({ id }) => id),
    ...(pages?.exact === false ? { touchedPages: true as const } : {}),
  };
  insertSplice(db, sequence, documentId, JSON.stringify(record));
  stopRecording(db);
  replaceText(db, documentId, text, row.revision + 1);
  for (const coding of codings.shifted) placeCoding(db, coding);
  for (const passage of memos.shifted) placePassage(db, 'memo_target', passage);
  for (const passage of anchors.shifted) placePassage(db, 'passage', passage);
  if (pages?.exact === true) putPages(db, documentId, pages.starts);
  startRecording(db, sequence);
  for (const coding of codings.touched) rewriteCoding(db, coding, now);
  for (const passage of memos.touched) rewritePassage(db, 'memo_target', passage, text);
  for (const passage of anchors.touched) rewritePassage(db, 'passage', passage, text);
  if (pages?.exact === false) putPages(db, documentId, pages.starts);
  db.run(sql`UPDATE document SET modified_at = ${now} WHERE id = ${documentId}`);
  return {
    revision: row.revision + 1,
    changed: codings.touched.filter(({ state }) => state === 'changed').length,
    orphaned: codings.touched.filter(({ state }) => state === 'orphaned').length,
    splices,
  };
}

/** Undo and redo: moves text and untouched ranges; the touched rows come back from their own images. */
export function replayEdit(
  db: WritableDb,
  documentId: number,
  splices: readonly Splice[],
  record: RecordedEdit,
): number {
  const row = textOf(db, documentId);
  if (!row) throw new SimpulError('not-found', { what: 'document' });
  replaceText(db, documentId, applySplices(row.text, splices), row.revision + 1);
  const touchedCodings = new Set(record.touchedCodings);
  const move = rangeMover(splices);
  for (const coding of codingsOf(db, documentId)) {
    if (!touchedCodings.has(coding.id)) placeCoding(db, shiftedCoding(coding, move));
  }
  replayPassages(db, 'memo_target', documentId, move, record.touchedPassages);
  replayPassages(db, 'passage', documentId, move, record.touchedAnchors ?? []);
  const pages = record.touchedPages ? null : pageStartsOf(db, documentId);
  if (pages) putPages(db, documentId, movePages(pages, splices).starts);
  return row.revision + 1;
}

function replayPassages(
  db: WritableDb,
  table: PassageTable,
  documentId: number,
  move: Move,
  touched: readonly number[],
): void {
  const recorded = new Set(touched);
  for (const passage of passagesOf(db, table, documentId)) {
    if (!recorded.has(passage.id)) placePassage(db, table, { ...passage, ...endsAfter(passage, move) });
  }
}

function assertSplices(text: string, splices: readonly Splice[]): void {
  const buffer = splices.length > 1 ? textBuffer(text) : null;
  const current = buffer ?? text;
  for (const splice of splices) {
    const end = splice.at + splice.remove;
    if (end > current.length) {
      throw new SimpulError('range-outside-text', { start: splice.at, end, characters: current.length });
    }
    if (splitsAt(current, splice.at) || splitsAt(current, end)) {
      throw new SimpulError('range-splits-character', { start: splice.at, end });
    }
    buffer?.apply(splice);
  }
}

function splitsAt(current: Pick<TextBuffer, 'slice'>, offset: number): boolean {
  const from = Math.max(0, offset - 1);
  return splitsCharacter(current.slice(from, offset + 1), offset - from);
}

function codingsOf(db: WritableDb, documentId: number): readonly AnchoredCoding[] {
  return db.all<AnchoredCoding>(sql`
    SELECT id, guid, document_id, code_id, coder_id, start_offset, end_offset, quote, weight, state, former_quote,
      created_at, modified_at
    FROM coding WHERE document_id = ${documentId}`);
}

function passagesOf(db: WritableDb, table: PassageTable, documentId: number): readonly AnchoredPassage[] {
  return db.all<AnchoredPassage>({
    text: `SELECT id, start_offset AS start, end_offset AS "end" FROM ${table} WHERE document_id = ?`,
    params: [documentId],
  });
}

type Move = (range: Range) => Moved;
type Sorted<Row> = { readonly shifted: readonly Row[]; readonly touched: readonly Row[] };

function sortCodings(rows: readonly AnchoredCoding[], text: string, move: Move): Sorted<AnchoredCoding> {
  const shifted: AnchoredCoding[] = [];
  const touched: AnchoredCoding[] = [];
  for (const row of rows) {
    const moved = move({ start: row.start_offset, end: row.end_offset });
    if (moved.fate === 'kept') continue;
    const place = { start_offset: moved.start, end_offset: moved.end };
    // An orphan has no width that would tell on which side of a splice it stood, so it is always recorded.
    if (row.state === 'orphaned') touched.push({ ...row, ...place });
    else if (moved.fate === 'shifted') shifted.push({ ...row, ...place });
    else touched.push({ ...row, ...place, ...wordsAfter(row, text.slice(moved.start, moved.end), moved.fate) });
  }
  return { shifted, touched };
}

// ED6, ED7: the review list remembers the words before the first edit that changed them.
function wordsAfter(
  row: AnchoredCoding,
  quote: string,
  fate: 'touched' | 'orphaned',
): Pick<AnchoredCoding, 'quote' | 'state' | 'former_quote'> {
  const former = row.former_quote ?? row.quote;
  if (fate === 'orphaned') return { quote: '', state: 'orphaned', former_quote: former };
  return quote === former
    ? { quote, state: 'kept', former_quote: null }
    : { quote, state: 'changed', former_quote: former };
}

function sortPassages(rows: readonly AnchoredPassage[], move: Move): Sorted<AnchoredPassage> {
  const shifted: AnchoredPassage[] = [];
  const touched: AnchoredPassage[] = [];
  for (const row of rows) {
    const moved = move(row);
    if (moved.fate === 'kept') continue;
    const list = moved.fate === 'shifted' && row.start < row.end ? shifted : touched;
    list.push({ id: row.id, start: moved.start, end: moved.end });
  }
  return { shifted, touched };
}

function shiftedCoding(row: AnchoredCoding, move: Move): AnchoredCoding {
  const { start, end } = endsAfter({ start: row.start_offset, end: row.end_offset }, move);
  return { ...row, start_offset: start, end_offset: end };
}

function endsAfter(range: Range, move: Move): Range {
  if (range.start === range.end) return range; // untouched orphans did not move
  const { start, end } = move(range);
  return { start, end };
}

function placeCoding(db: WritableDb, row: AnchoredCoding): void {
  db.run(sql`
    UPDATE coding SET start_offset = ${row.start_offset}, end_offset = ${row.end_offset},
      checksum = ${codingChecksum(row)} WHERE id = ${row.id}`);
}

function rewriteCoding(db: WritableDb, row: AnchoredCoding, now: string): void {
  db.run(sql`
    UPDATE coding SET start_offset = ${row.start_offset}, end_offset = ${row.end_offset}, quote = ${row.quote},
      state = ${row.state}, former_quote = ${row.former_quote}, modified_at = ${now},
      checksum = ${codingChecksum({ ...row, modified_at: now })} WHERE id = ${row.id}`);
}

function placePassage(db: WritableDb, table: PassageTable, { id, start, end }: AnchoredPassage): void {
  db.run({ text: `UPDATE ${table} SET start_offset = ?, end_offset = ? WHERE id = ?`, params: [start, end, id] });
}

// Without a width the passage keeps its last words: they tell a person what stood there.
function rewritePassage(db: WritableDb, table: PassageTable, { id, start, end }: AnchoredPassage, text: string): void {
  const quote = end > start ? text.slice(start, end) : null;
  db.run({
    text: `UPDATE ${table} SET start_offset = ?, end_offset = ?, quote = coalesce(?, quote) WHERE id = ?`,
    params: [start, end, quote, id],
  });
}
