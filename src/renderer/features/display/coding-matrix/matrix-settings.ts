// What the coding matrix asks, remembered per project.

import { z } from 'zod';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { guid } from '../../../../shared/contract/values.ts';
import {
  distanceUnits,
  plainRelations,
  printRelation,
  sharedPlaces,
} from '../../../../shared/domain/analysis/query.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { ScopeFilter } from '../scope/scope.ts';

export const sideKinds = ['codes', 'cases', 'documents', 'values'] as const;
export type SideKind = (typeof sideKinds)[number];

const relation = z.union([
  z.object({ kind: z.enum(plainRelations) }),
  z.object({
    kind: z.enum(['near', 'before', 'after']),
    distance: z.number().int().min(0).max(1_000_000),
    unit: z.enum(distanceUnits),
  }),
  z.object({ kind: z.literal('same'), place: z.enum(sharedPlaces) }),
]);

const shape = z.object({
  rows: z.enum(sideKinds).catch('codes'),
  columns: z.enum(sideKinds).catch('cases'),
  /** Whose values stand in the rows, or in the columns. */
  rowVariable: guid.nullable().catch(null),
  columnVariable: guid.nullable().catch(null),
  relation: relation.catch({ kind: 'overlaps' }),
});
export type MatrixChoice = z.infer<typeof shape>;

export function parseMatrixChoice(remembered: unknown): MatrixChoice {
  const parsed = shape.safeParse(remembered ?? {});
  return parsed.success ? parsed.data : shape.parse({});
}

export type MatrixInput = InputOf<'analysis.matrix'> & {
  readonly rows: MatrixAxis;
  readonly columns: MatrixAxis;
  readonly relation: string;
};
export type MatrixAxis = NonNullable<InputOf<'analysis.matrix'>['rows']>;

/** Values need a variable: where none is known, codes stand there instead. Until somebody chooses, it is the first. */
export function matrixInput(
  choice: MatrixChoice,
  variables: readonly { readonly guid: Guid }[],
  filter: ScopeFilter,
): MatrixInput {
  const axis = (kind: SideKind, wanted: Guid | null): MatrixAxis => {
    if (kind !== 'values') return { kind };
    const variable = variables.find((each) => each.guid === wanted) ?? variables[0];
    return variable ? { kind, variableId: variable.guid } : { kind: 'codes' };
  };
  return {
    ...filter,
    rows: axis(choice.rows, choice.rowVariable),
    columns: axis(choice.columns, choice.columnVariable),
    relation: printRelation(choice.relation),
  };
}
