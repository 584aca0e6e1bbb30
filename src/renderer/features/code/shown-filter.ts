// Which codings of a document are shown. What is not shown is only not seen: it stays coded, and every analysis
// counts it.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

/** Stands for codings that no coder is named for. */
export const noCoder = 'none';

export type ShownFilter = {
  /** Coders whose codings are not shown. */
  readonly hiddenCoders: readonly string[];
  /** Least and greatest weight; null for no bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** Codings without a weight, while there is a bound. */
  readonly withUnweighted: boolean;
  readonly states: 'all' | 'kept' | 'changed';
};

export const showAll: ShownFilter = { hiddenCoders: [], from: null, to: null, withUnweighted: false, states: 'all' };

/** True where the filter itself, apart from hidden codes, leaves anything out. */
export function filters({ hiddenCoders, from, to, states }: ShownFilter): boolean {
  return hiddenCoders.length > 0 || from !== null || to !== null || states !== 'all';
}

/** Whether a coding passes the filter; hidden codes are another matter. */
export function passes({ coder, weight, state }: PlacedCoding, filter: ShownFilter): boolean {
  if (filter.hiddenCoders.includes(coder ?? noCoder)) return false;
  if (filter.states !== 'all' && state !== filter.states) return false;
  if (filter.from === null && filter.to === null) return true;
  if (weight === null) return filter.withUnweighted;
  return weight >= (filter.from ?? Number.NEGATIVE_INFINITY) && weight <= (filter.to ?? Number.POSITIVE_INFINITY);
}

export type ShownCounts = {
  readonly all: number;
  readonly shown: number;
  readonly byCode: ReadonlyMap<Guid, number>;
  readonly byCoder: ReadonlyMap<string, number>;
  readonly byState: Readonly<Record<'kept' | 'changed', number>>;
  readonly weighted: number;
};

/** What there is to be shown of a document; orphans stand nowhere (ED6). */
export function countShown(
  codings: readonly PlacedCoding[],
  filter: ShownFilter,
  hiddenCodes: ReadonlySet<string>,
): ShownCounts {
  const byCode = new Map<Guid, number>();
  const byCoder = new Map<string, number>();
  const byState = { kept: 0, changed: 0 };
  let all = 0;
  let shown = 0;
  let weighted = 0;
  for (const coding of codings) {
    if (coding.state === 'orphaned') continue;
    const coder = coding.coder ?? noCoder;
    all += 1;
    byCode.set(coding.code, (byCode.get(coding.code) ?? 0) + 1);
    byCoder.set(coder, (byCoder.get(coder) ?? 0) + 1);
    byState[coding.state] += 1;
    if (coding.weight !== null) weighted += 1;
    if (!hiddenCodes.has(coding.code) && passes(coding, filter)) shown += 1;
  }
  return { all, shown, byCode, byCoder, byState, weighted };
}

/** What was remembered of a filter, whatever it is. */
export function readFilter(stored: Readonly<Record<string, unknown>>): ShownFilter {
  const boundOf = (value: unknown): number | null =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(100, Math.max(0, Math.round(value))) : null;
  const { hiddenCoders, states } = stored;
  return {
    hiddenCoders: Array.isArray(hiddenCoders) ? hiddenCoders.filter((id) => typeof id === 'string') : [],
    from: boundOf(stored['from']),
    to: boundOf(stored['to']),
    withUnweighted: stored['withUnweighted'] === true,
    states: states === 'kept' || states === 'changed' ? states : 'all',
  };
}
