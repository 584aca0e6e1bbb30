// What triangulation can compare: the kinds of the contract, and Patton's five comparisons ready-made.

import type { Comparison } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export const comparisonChoices = [
  'technique',
  'source',
  'group',
  'time',
  'investigator',
  'theory',
  'patton-methods',
  'patton-public',
  'patton-time',
  'patton-rank',
  'patton-documents',
] as const;
export type ComparisonChoice = (typeof comparisonChoices)[number];

/** Comparisons that look at the values of a variable, which the researcher names. */
export function needsVariable(choice: ComparisonChoice): boolean {
  return choice === 'group' || choice === 'patton-public' || choice === 'patton-rank';
}

/** @returns null where a variable is still to be chosen */
export function comparisonFor(choice: ComparisonChoice, variableId: Guid | null): Comparison | null {
  switch (choice) {
    case 'source':
    case 'technique':
    case 'investigator':
    case 'theory':
      return { kind: choice };
    case 'time':
    case 'patton-time':
      return { kind: 'time', step: 'month' };
    case 'patton-methods':
      return { kind: 'technique', only: ['observation', 'interview'] };
    case 'patton-documents':
      return { kind: 'technique', only: ['interview', 'document'] };
    case 'group':
    case 'patton-public':
    case 'patton-rank':
      return variableId === null ? null : { kind: 'group', variableId };
  }
}
