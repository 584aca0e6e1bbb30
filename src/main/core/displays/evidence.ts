// The evidence of a display: counted for all cells in one pass over the codings, or listed for one.

import { createHash } from 'node:crypto';
import type { MatrixDisplay } from '../../../shared/contract/displays.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../db/database.ts';
import { evidenceAt, evidenceInDocument, type PlacedEvidence } from '../../db/displays.ts';
import type { Plan, Side } from './sides.ts';

/** How much evidence there is: codings, and the documents and cases they come from. */
export type Count = { readonly codings: number; readonly documents: number; readonly cases: number };

export type Counted = {
  readonly rows: readonly Count[];
  readonly columns: readonly Count[];
  /** By row × number of columns + column; only where there is any. */
  readonly cells: ReadonlyMap<number, Count>;
};

/** @param rest called between documents; lets others run */
export async function countEvidence(db: ReadableDb, plan: Plan, rest: () => Promise<void>): Promise<Counted> {
  const { rows, columns, meet } = plan;
  const rowsOf = placesOf(rows);
  const columnsOf = placesOf(columns);
  const [rowTallies, columnTallies] = [rows.map(emptyTally), columns.map(emptyTally)];
  const cells = new Map<number, Tally>();
  for (const document of plan.documents) {
    await rest();
    for (const coding of evidenceInDocument(db, document.id)) {
      if (!takesPart(plan, coding)) continue;
      const [inRows, inColumns] = [rowsOf(coding), columnsOf(coding)];
      for (const row of inRows) note(rowTallies[row], document);
      for (const column of inColumns) note(columnTallies[column], document);
      const found = meet === 'both' ? meeting(inRows, inColumns, columns.length) : either(inRows, inColumns, plan);
      for (const cell of found) {
        const tally = cells.get(cell) ?? emptyTally();
        cells.set(cell, tally);
        note(tally, document);
      }
    }
  }
  return {
    rows: rowTallies.map(countOf),
    columns: columnTallies.map(countOf),
    cells: new Map([...cells].map(([cell, tally]) => [cell, countOf(tally)])),
  };
}

/** The codings behind one cell, in the order of the project. */
export function evidenceOfCell(
  db: ReadableDb,
  plan: Plan,
  row: Side,
  column: Side,
): readonly { readonly guid: Guid; readonly quote: string }[] {
  const among = (side: Side) => evidenceAt(db, listed(side.codes), listed(side.documents ?? allOf(plan)));
  if (plan.meet === 'either') {
    const found = [row, column].filter(hasEvidence).flatMap(among);
    return [...new Map(found.map((each) => [each.guid, each])).values()].filter((each) => ofCoders(plan, each.coder));
  }
  if (!hasEvidence(row) || !hasEvidence(column)) return [];
  const codes = common(common(row.codes, column.codes), plan.codes);
  const documents = common(common(row.documents, column.documents), allOf(plan));
  return evidenceAt(db, listed(codes), listed(documents)).filter(({ coder }) => ofCoders(plan, coder));
}

/**
 * The same while the evidence says the same: which codings, with which words. Where they stand in the text, and what
 * happens around them, does not count.
 * @param attached codings attached by hand; without words where they are gone
 */
export function fingerprintOf(
  evidence: readonly { readonly guid: Guid; readonly quote: string }[],
  attached: readonly { readonly coding: Guid; readonly quote: string | null }[],
): string {
  const hash = createHash('sha256');
  const add = (mark: string, guid: Guid, quote: string | null) => `${mark}\t${guid}\t${JSON.stringify(quote)}\n`;
  const lines = [
    ...evidence.map(({ guid, quote }) => add('=', guid, quote)),
    ...attached.map(({ coding, quote }) => add('+', coding, quote)),
  ];
  for (const line of lines.toSorted()) hash.update(line);
  return hash.digest('hex');
}

/** Sides at which a coding counts, by its code and its document. */
export function placesOf(sides: readonly Side[]): (coding: PlacedEvidence) => readonly number[] {
  const byCode = new Map<number, number[]>();
  const byDocument = new Map<number, number[]>();
  for (const [place, { codes, documents }] of sides.entries()) {
    for (const code of codes ?? []) byCode.set(code, [...(byCode.get(code) ?? []), place]);
    for (const document of documents ?? []) byDocument.set(document, [...(byDocument.get(document) ?? []), place]);
  }
  const none: readonly number[] = [];
  return ({ code_id, document_id }) => {
    const [first, second] = [byCode.get(code_id) ?? none, byDocument.get(document_id) ?? none];
    return second.length === 0 ? first : first.length === 0 ? second : [...first, ...second];
  };
}

/** Whether a coding is within the filter of the display. */
export function takesPart(plan: Plan, { code_id, coder }: PlacedEvidence): boolean {
  return (plan.codes === null || plan.codes.has(code_id)) && ofCoders(plan, coder);
}

/** Whether a coding is evidence of the cell with these keys. */
export function holdsAt(plan: Plan, row: string, column: string, coding: PlacedEvidence): boolean {
  const isIn = (sides: readonly Side[], key: string): boolean | null =>
    sides.some((side) => side.key === key) ? placesOf(sides)(coding).some((place) => sides[place]?.key === key) : null;
  const [inRow, inColumn] = [isIn(plan.rows, row), isIn(plan.columns, column)];
  if (inRow === null || inColumn === null || !isWithin(plan, coding)) return false;
  return plan.meet === 'both' ? inRow && inColumn : inRow || inColumn;
}

/** Whether a coding is evidence of any cell. */
export function holdsAnywhere(plan: Plan, coding: PlacedEvidence): boolean {
  if (!isWithin(plan, coding)) return false;
  const [rows, columns] = [placesOf(plan.rows)(coding).length, placesOf(plan.columns)(coding).length];
  return plan.meet === 'both' ? rows * columns > 0 : rows + columns > 0;
}

function isWithin(plan: Plan, coding: PlacedEvidence): boolean {
  return takesPart(plan, coding) && plan.documents.some(({ id }) => id === coding.document_id);
}

export function zero(): Count {
  return { codings: 0, documents: 0, cases: 0 };
}

/** For {@link MatrixDisplay}. */
export function sidesWithCounts(sides: readonly Side[], counts: readonly Count[]): MatrixDisplay['rows'] {
  return sides.map(({ key, label, group }, place) => ({ key, label, group, ...(counts[place] ?? zero()) }));
}

type Tally = { codings: number; readonly documents: Set<number>; readonly cases: Set<number> };

function emptyTally(): Tally {
  return { codings: 0, documents: new Set(), cases: new Set() };
}

function note(tally: Tally | undefined, { id, case_id }: Plan['documents'][number]): void {
  if (!tally) return;
  tally.codings += 1;
  tally.documents.add(id);
  if (case_id !== null) tally.cases.add(case_id);
}

function countOf({ codings, documents, cases }: Tally): Count {
  return { codings, documents: documents.size, cases: cases.size };
}

function hasEvidence({ codes, documents }: Side): boolean {
  return codes !== null || documents !== null;
}

function meeting(rows: readonly number[], columns: readonly number[], width: number): readonly number[] {
  return rows.flatMap((row) => columns.map((column) => row * width + column));
}

function either(rows: readonly number[], columns: readonly number[], plan: Plan): Iterable<number> {
  const [height, width] = [plan.rows.length, plan.columns.length];
  return new Set([
    ...rows.flatMap((row) => Array.from({ length: width }, (_, column) => row * width + column)),
    ...columns.flatMap((column) => Array.from({ length: height }, (_, row) => row * width + column)),
  ]);
}

function ofCoders({ coders }: Plan, coder: string | null): boolean {
  return coders === null || (coder !== null && coders.has(coder));
}

function allOf({ documents }: Plan): ReadonlySet<number> {
  return new Set(documents.map(({ id }) => id));
}

function common(one: ReadonlySet<number> | null, other: ReadonlySet<number> | null): ReadonlySet<number> | null {
  if (one === null) return other;
  return other === null ? one : new Set([...one].filter((id) => other.has(id)));
}

function listed(ids: ReadonlySet<number> | null): string | null {
  return ids && JSON.stringify([...ids]);
}
