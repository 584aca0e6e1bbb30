// What a row or column of a matrix can be about, and what it begins with when it is chosen.

import type { Variable } from '../../../../shared/contract/cases.ts';
import type { CodeSummary } from '../../../../shared/contract/codes.ts';
import type { DisplayAxis } from '../../../../shared/contract/displays.ts';

export type AxisKind = DisplayAxis['by'];

export const axisKinds = [
  'codes',
  'cases',
  'documents',
  'values',
  'kinds',
  'periods',
  'items',
] as const satisfies readonly AxisKind[];

export function axisOf(by: AxisKind, codes: readonly CodeSummary[], variables: readonly Variable[]): DisplayAxis {
  switch (by) {
    case 'codes':
      return { by, ids: codes.filter(({ parent }) => parent === null).map(({ guid }) => guid), below: true };
    case 'cases':
      return { by, ids: null, orderBy: null };
    case 'documents':
      return { by, ids: null, order: 'list' };
    case 'values': {
      const [variable] = variables;
      return variable ? { by, variableId: variable.guid } : { by: 'kinds' };
    }
    case 'kinds':
      return { by };
    case 'periods':
      return { by, unit: 'month' };
    case 'items':
      return { by, items: [] };
  }
}
