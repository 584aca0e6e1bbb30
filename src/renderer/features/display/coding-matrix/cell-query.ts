// The retrieval query that finds what a cell of the coding matrix counts: its total is the number of the cell.

import type { RetrievalResult } from '../../../../shared/contract/analysis-retrieval.ts';
import { printQuery, type Condition, type Query, type Relation } from '../../../../shared/domain/analysis/query.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { MatrixAxis } from './matrix-settings.ts';

/** One row or column of the result. */
export type MatrixLine = { readonly guid: Guid | null; readonly path: readonly string[] };

/** A row or column of an axis; null where the whole of the axis is meant. */
export type CellSide = { readonly axis: MatrixAxis; readonly line: MatrixLine } | null;

type Side = NonNullable<CellSide>;

/** Names are written as GUIDs, so that no two can be mistaken. */
export function cellQuery(
  row: CellSide,
  column: CellSide,
  relation: Relation,
): { readonly query: string; readonly mode: RetrievalResult['mode'] } {
  const sides = [row, column].filter((side) => side !== null);
  const codes = sides.flatMap((side) => codeOf(side) ?? []);
  const conditions = sides.flatMap((side) => conditionOf(side) ?? []);
  const [left, right] = codes;
  const isPair = left !== undefined && right !== undefined && left.name !== right.name;
  const of: Query = isPair ? { op: 'relation', relation, negated: false, left, right } : (left ?? { op: 'any' });
  const query: Query = conditions.length === 0 ? of : { op: 'where', of, condition: { op: 'all', of: conditions } };
  return { query: printQuery(query), mode: isPair && relation.kind === 'overlaps' ? 'intersections' : 'segments' };
}

function codeOf({ axis, line }: Side): (Query & { readonly op: 'code' }) | null {
  return axis.kind === 'codes' && line.guid !== null ? { op: 'code', name: line.guid } : null;
}

function conditionOf({ axis, line }: Side): Condition | null {
  const is = { op: 'compare', comparison: '=', variable: null } as const;
  switch (axis.kind) {
    case 'codes':
      return null;
    case 'cases':
      return { ...is, field: 'case', value: line.guid ?? '' };
    case 'documents':
      return { ...is, field: 'document', value: line.guid ?? '' };
    case 'values':
      return { ...is, field: 'variable', variable: axis.variableId, value: line.path[0] ?? '' };
  }
}
