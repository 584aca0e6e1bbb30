// What triangulation can compare: the kinds of the contract, and Patton's five comparisons ready-made.

import { pattonComparison, type Comparison, type ReadyComparison } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export const comparisonChoices = [
  'technique',
  'source',
  'group',
  'time',
  'investigator',
  'theory',
  ...pattonComparison.options,
] as const;
export type ComparisonChoice = (typeof comparisonChoices)[number];

/** Comparisons that look at the values of a variable, which the researcher names. */
export function needsVariable(choice: ComparisonChoice): boolean {
  return choice === 'group' || choice === 'patton-public' || choice === 'patton-rank';
}

/**
 * @param ready Patton's comparisons as the study has them; a variable that was chosen goes before theirs
 * @returns null where a variable is still to be chosen
 */
export function comparisonFor(
  choice: ComparisonChoice,
  variableId: Guid | null,
  ready: readonly ReadyComparison[],
): Comparison | null {
  switch (choice) {
    case 'source':
    case 'technique':
    case 'investigator':
    case 'theory':
      return { kind: choice };
    case 'time':
      return { kind: 'time', step: 'month' };
    case 'group':
    case 'patton-methods':
    case 'patton-public':
    case 'patton-time':
    case 'patton-rank':
    case 'patton-documents':
      if (variableId !== null && needsVariable(choice)) return { kind: 'group', variableId };
      return ready.find(({ id }) => id === choice)?.comparison ?? null;
  }
}
