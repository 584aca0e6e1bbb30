// What merging and deleting will do, counted before it is done (CT4, CT5: nothing happens silently).

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Coding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { withDescendants } from './tree-model.ts';

export type MergePlan = {
  readonly moved: number;
  /** CT4: codings that would stand twice at one place by one coder become one. */
  readonly joined: number;
  readonly children: number;
  readonly memos: number;
};

/** @param codings those of the sources and of the target */
export function mergePlan(
  codes: readonly CodeSummary[],
  codings: readonly Coding[],
  sources: readonly Guid[],
  target: Guid,
): MergePlan {
  const places = new Set(codings.filter(({ code }) => code === target).map(placeKey));
  const merging = new Set(sources.filter((guid) => guid !== target));
  let moved = 0;
  let joined = 0;
  for (const coding of codings) {
    if (!merging.has(coding.code)) continue;
    const key = placeKey(coding);
    if (places.has(key)) joined += 1;
    else {
      moved += 1;
      places.add(key);
    }
  }
  return {
    moved,
    joined,
    children: codes.filter(({ parent, guid }) => parent !== null && merging.has(parent) && !merging.has(guid)).length,
    memos: codes.filter(({ guid }) => merging.has(guid)).reduce((sum, { memos }) => sum + memos, 0),
  };
}

/** Codes that can take what is merged: not one of the sources, nor anything below them. */
export function mergeTargets(codes: readonly CodeSummary[], sources: readonly Guid[]): readonly CodeSummary[] {
  const below = withDescendants(codes, sources);
  return codes.filter(({ guid }) => !below.has(guid));
}

export type DeletePlan = {
  readonly codes: number;
  /** Subcodes of the chosen codes, not chosen themselves. */
  readonly children: number;
  readonly codings: number;
  readonly memos: number;
  /** CT5: the nearest code above the first chosen one that stays and takes codings. */
  readonly parent: CodeSummary | null;
  /** Every code that goes has such a code above it. */
  readonly canMoveToParent: boolean;
};

export function deletePlan(
  codes: readonly CodeSummary[],
  chosen: readonly Guid[],
  children: 'delete' | 'lift',
): DeletePlan {
  const byId = new Map(codes.map((code) => [code.guid, code]));
  const all = withDescendants(codes, chosen);
  const doomed = children === 'delete' ? all : new Set(chosen);
  const going = codes.filter(({ guid }) => doomed.has(guid));
  const goals = going.filter(({ codings }) => codings > 0).map((code) => survivingParent(byId, doomed, code));
  const first = going[0];
  return {
    codes: going.length,
    children: all.size - new Set(chosen).size,
    codings: going.reduce((sum, { codings }) => sum + codings, 0),
    memos: going.reduce((sum, { memos }) => sum + memos, 0),
    parent: goals[0] ?? (first ? survivingParent(byId, doomed, first) : null),
    canMoveToParent: goals.length > 0 && goals.every((goal) => goal !== null),
  };
}

function survivingParent(
  byId: ReadonlyMap<Guid, CodeSummary>,
  doomed: ReadonlySet<Guid>,
  code: CodeSummary,
): CodeSummary | null {
  let up = code.parent === null ? undefined : byId.get(code.parent);
  while (up && (doomed.has(up.guid) || !up.codable)) up = up.parent === null ? undefined : byId.get(up.parent);
  return up ?? null;
}

function placeKey({ document, start, end, coder }: Coding): string {
  return `${document} ${start} ${end} ${coder ?? ''}`;
}
