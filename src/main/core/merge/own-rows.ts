// Rows that only Simpul has (research questions, displays, propositions and all that is listed in `db/own-rows.ts`),
// on their way into the project: by GUID, what they refer to looked up here, and nothing taken that a handler could
// not read afterwards. The file is a stranger's: a row that a rule of its table forbids stays out, and is counted.

import { z } from 'zod';
import { displayDefinition, matrixKind } from '../../../shared/contract/displays.ts';
import { networkKind, networkLinkKind } from '../../../shared/contract/networks.ts';
import { tactic } from '../../../shared/contract/propositions.ts';
import { querySettings } from '../../../shared/contract/queries.ts';
import { keptMethod, resultTable } from '../../../shared/contract/results.ts';
import { searchSettings } from '../../../shared/contract/search.ts';
import { comparison } from '../../../shared/contract/triangulation.ts';
import { guid as guidShape } from '../../../shared/contract/values.ts';
import { judgedOf } from '../../../shared/domain/evidence/fingerprints.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb, Value } from '../../db/database.ts';
import type { TrackedTable } from '../../db/history.ts';
import {
  inOrderOfReference,
  lastPosition,
  numbersByGuid,
  ownColumns,
  ownRowAt,
  ownRows,
  ownTables,
  putOwnRow,
  type OwnColumn,
  type OwnRow,
  type OwnRows,
  type OwnTable,
} from '../../db/own-rows.ts';
import type { Merge, RowByRow } from './rows.ts';

/** Every row that only Simpul has; tables without any are left out. */
export function loadOwnRows(db: ReadableDb): OwnRows {
  const tables = ownTables.map((table) => [table, ownRows(db, table)] as const);
  return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0));
}

/** Runs after everything that such rows may refer to is there. */
export function* putOwnRows(merge: Merge): RowByRow {
  const { db, study } = merge;
  const numbers = new Map<TrackedTable, Map<Guid, number>>();
  const numberOf = (table: TrackedTable): Map<Guid, number> => {
    const known = numbers.get(table) ?? numbersByGuid(db, table);
    numbers.set(table, known);
    return known;
  };
  for (const table of inOrderOfReference(db, ownTables)) {
    const rows = study.own[table];
    if (rows !== undefined) yield* putTable(merge, table, rows, numberOf);
  }
}

type Numbers = (table: TrackedTable) => Map<Guid, number>;

function* putTable(
  { db, counts, notes, adopt }: Merge,
  table: OwnTable,
  rows: readonly OwnRow[],
  numberOf: Numbers,
): RowByRow {
  const columns = ownColumns(db, table);
  const known = numberOf(table);
  const behind = !adopt && isListed(columns) ? lastPosition(db, table) + 1 : 0;
  for (const row of rows) {
    yield;
    const guid = guidShape.safeParse(row['guid']).data;
    const fitting = guid === undefined ? null : columnsIn(table, columns, row, numberOf);
    if (guid === undefined || fitting === null) {
      notes.add('own-row-refused', table);
      continue;
    }
    const id = known.get(guid);
    const { position, ...rest } = fitting;
    if (id !== undefined) {
      const before = ownRowAt(db, table, id);
      const differs = Object.entries(rest).some(([name, value]) => before[name] !== value);
      if (differs && putOwnRow(db, table, id, rest) === null) notes.add('own-row-refused', table);
      else counts.own[differs ? 'changed' : 'unchanged'] += 1;
      continue;
    }
    const place = typeof position === 'number' ? { position: position + behind } : {};
    const made = putOwnRow(db, table, undefined, { ...rest, ...place });
    if (made === null) {
      notes.add('own-row-refused', table);
      continue;
    }
    known.set(guid, made);
    counts.own.added += 1;
  }
}

/** A list of the project itself, not one inside another row. */
function isListed(columns: readonly OwnColumn[]): boolean {
  const isInside = columns.some(({ refersTo, required }) => required && refersTo !== null);
  return !isInside && columns.some(({ name }) => name === 'position');
}

/** The row as the table here takes it; null where it cannot. What the table does not know is left out. */
function columnsIn(
  table: OwnTable,
  columns: readonly OwnColumn[],
  row: OwnRow,
  numberOf: Numbers,
): Readonly<Record<string, Value>> | null {
  if (shapes[table]?.safeParse(row).success === false) return null;
  const fitting: Record<string, Value> = {};
  for (const { name, type, required, refersTo } of columns) {
    const value = row[name];
    if (value === undefined) continue;
    if (value === null) {
      if (required) return null;
      fitting[name] = null;
    } else if (refersTo !== null) {
      const number = typeof value === 'string' ? numberOf(refersTo).get(value as Guid) : undefined;
      // Someone who is not known here is nobody; a thing that is not here leaves nothing to hang on.
      if (number === undefined && (required || refersTo !== 'coder')) return null;
      fitting[name] = number ?? null;
    } else if (type === 'INTEGER' ? Number.isSafeInteger(value) : typeof value === 'string') {
      fitting[name] = value;
    } else return null;
  }
  return fitting;
}

/** Rows with texts that are more than words: what reads them takes it for granted that they are so. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  display: z.union([
    z.object({ kind: matrixKind, definition: asJson(displayDefinition) }),
    z.object({ kind: networkKind, definition: asJson(z.object({})) }),
  ]),
  display_link: z.object({ kind: networkLinkKind }),
  display_link_evidence: z.object({ fingerprint: judged() }),
  import_report: z.object({
    data: asJson(
      z.object({ counts: z.record(z.string(), z.number()), changes: z.array(z.json()), notes: z.array(z.json()) }),
    ),
  }),
  proposition_check: z.object({ tactic }),
  proposition_evidence: z.object({ fingerprint: judged().nullable() }),
  result_state: z.object({ answer: asJson(z.array(resultTable)) }),
  saved_query: z.object({ settings: asJson(querySettings) }),
  saved_result: z.object({ method: keptMethod, input: asJson(z.json()) }),
  saved_search: z.object({ settings: asJson(searchSettings) }),
  triangulation_cell: z.object({ comparison: asJson(comparison) }),
  triangulation_verdict: z.object({ comparison: asJson(comparison) }),
};

function judged(): z.ZodString {
  return z.string().refine((text) => judgedOf(text) !== null);
}

function asJson(shape: z.ZodType): z.ZodType {
  return z.string().refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  });
}
