// Rows of a study on their way into the project file: found by GUID, written where they differ, counted.

import type { Guid } from '../../../shared/domain/ids.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import type { Value } from '../../db/database.ts';
import { putRow, rowsOf, type GuidTable, type StoredRow } from '../../db/exchange.ts';
import type { WriteScope } from '../write.ts';
import type { Notes } from './notes.ts';
import type { Study } from './study.ts';

export type MergeKind =
  | 'coders'
  | 'codes'
  | 'cases'
  | 'variables'
  | 'documents'
  | 'texts'
  | 'values'
  | 'codings'
  | 'memos'
  | 'links'
  | 'structure'
  | 'own'
  | 'kept';

export type MergeCount = { added: number; changed: number; unchanged: number; removed: number };
export type MergeCounts = Readonly<Record<MergeKind, MergeCount>>;

export type MergeOptions = {
  /** Whether the project becomes that of the file: its name, description and, if nobody coded yet, its coders. */
  readonly adopt: boolean;
  /** Whether codings of documents in the file that the file does not have go. */
  readonly removeMissing: boolean;
  readonly notes: Notes;
};

export type Merge = WriteScope &
  MergeOptions & {
    readonly study: Study;
    readonly counts: MergeCounts;
    readonly ids: Map<GuidTable, Map<Guid, number>>;
    readonly texts: Map<Guid, string>;
    /**
     * Documents whose text differs from that of the file though it says the same – a letter with its mark as one character
     * or as two – and the splices that lead from the file's text to it: places of the file follow them.
     */
    readonly otherText: Map<Guid, readonly Splice[]>;
  };

/** One `yield` for each row: a place where the work may rest. */
export type RowByRow = Generator<undefined, void, undefined>;

/** Writes rows of one table and counts them. */
export function putter(merge: Merge, table: GuidTable, kind: MergeKind) {
  const rows = new Map<Guid, StoredRow>(rowsOf(merge.db, table).map((row) => [row.guid, row]));
  const ids = new Map([...rows].map(([guid, { id }]) => [guid, id]));
  merge.ids.set(table, ids);
  const count = merge.counts[kind];
  return {
    size: rows.size,
    has: (guid: Guid) => rows.has(guid),
    /**
     * @param fresh columns of a new row alone
     * @param dated whether a change without a moment of its own happens now
     */
    put: (
      guid: Guid,
      columns: Readonly<Record<string, Value>>,
      fresh: Readonly<Record<string, Value>>,
      dated = false,
    ): number => {
      const known = rows.get(guid);
      const isChanged = known !== undefined && Object.keys(columns).some((name) => known[name] !== columns[name]);
      const moment = dated && isChanged && columns['modified_at'] === undefined ? { modified_at: merge.now } : {};
      const row = known ? { ...columns, ...moment } : { guid, ...fresh, ...columns };
      const { id, written } = putRow(merge.db, table, known, row);
      count[known ? (written ? 'changed' : 'unchanged') : 'added'] += 1;
      ids.set(guid, id);
      return id;
    },
  };
}

export function idOf({ ids, db }: Merge, table: GuidTable, guid: Guid | null | undefined): number | null {
  if (guid === null || guid === undefined) return null;
  const known = ids.get(table) ?? new Map(rowsOf(db, table).map((row) => [row.guid, row.id]));
  ids.set(table, known);
  return known.get(guid) ?? null;
}

/** Who made a new row, and when. */
export function freshRow(
  merge: Merge,
  created_by: Guid | null | undefined,
  created_at: string | undefined,
  modified_at: string | undefined,
) {
  const created = created_at ?? merge.now;
  return { created_by: idOf(merge, 'coder', created_by), created_at: created, modified_at: modified_at ?? created };
}

/** Without what the file does not say. */
export function given(columns: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
