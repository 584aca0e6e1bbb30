// A display as it is now: its plan, the evidence of its cells, and what all of it comes to. What rests on a display
// rests on this, not on what stood in its cells when they were written.

import { displayDefinition, matrixKind } from '../../../shared/contract/displays.ts';
import { digestOf } from '../../../shared/domain/evidence/fingerprints.ts';
import { evidenceWithWords, listDisplays, type attachedIn, type CellRow, type DisplayRow } from '../../db/displays.ts';
import type { ReadableDb } from '../../db/database.ts';
import { requireProjectRow } from '../handlers/project.ts';
import { evidenceOfCell, fingerprintOf, placesOf, takesPart } from './evidence.ts';
import { planOf, type Plan } from './sides.ts';

export type Attached = ReturnType<typeof attachedIn>;

export function matricesIn(db: ReadableDb): readonly DisplayRow[] {
  return listDisplays(db).filter(isMatrix);
}

export function isMatrix({ kind }: Pick<DisplayRow, 'kind'>): boolean {
  return matrixKind.safeParse(kind).success;
}

export function planFor(db: ReadableDb, display: Pick<DisplayRow, 'definition'>): Plan {
  return planOf(db, requireProjectRow(db).language, displayDefinition.parse(JSON.parse(display.definition)));
}

/** The codings behind a cell; none where its row or column is not there. */
export function evidenceIn(db: ReadableDb, plan: Plan, row: string, column: string) {
  const [first, second] = [plan.rows.find(({ key }) => key === row), plan.columns.find(({ key }) => key === column)];
  return first && second ? evidenceOfCell(db, plan, first, second) : [];
}

/** Fingerprint of the evidence of a cell as it is now. @param attached of the whole display */
export function presentEvidenceOf(
  db: ReadableDb,
  plan: Plan,
  { guid, row_key: row, column_key: column }: Pick<CellRow, 'guid' | 'row_key' | 'column_key'>,
  attached: Attached,
): string {
  return fingerprintOf(
    evidenceIn(db, plan, row, column),
    attached.filter(({ owner }) => owner === guid),
  );
}

/** A short name for all evidence of a matrix: which codings stand in which cells, with which words. */
export function digestOfMatrix(db: ReadableDb, plan: Plan, attached: Attached): string {
  const [rowsOf, columnsOf] = [placesOf(plan.rows), placesOf(plan.columns)];
  const parts = plan.documents.flatMap(({ id }) =>
    evidenceWithWords(db, id).flatMap((coding) => {
      if (!takesPart(plan, coding)) return [];
      const rows = rowsOf(coding).map((place) => plan.rows[place]?.key);
      const columns = columnsOf(coding).map((place) => plan.columns[place]?.key);
      const hasCell = plan.meet === 'both' ? rows.length * columns.length > 0 : rows.length + columns.length > 0;
      return hasCell ? [JSON.stringify([coding.guid, coding.quote, rows, columns])] : [];
    }),
  );
  return digestOf([...parts, ...attached.map((each) => JSON.stringify(each))]);
}
