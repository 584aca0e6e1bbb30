// Marks travel upwards: from evidence to the proposition, and on to every proposition that rests on it.

import type { EvidenceMark } from './fingerprints.ts';

export type ClaimEvidence<Id extends string = string> = {
  readonly guid: Id;
  /** What it points at; a proposition where claims rest on claims. */
  readonly target: Id;
  readonly mark: EvidenceMark;
};

export type Claim<Id extends string = string> = {
  readonly guid: Id;
  /** Its evidence of either side, and its verdicts as evidence about itself. */
  readonly restsOn: readonly ClaimEvidence<Id>[];
};

export type ClaimMark<Id extends string = string> = {
  /** Its own evidence that changed or is gone. */
  readonly own: readonly Id[];
  /** Claims it rests on that are marked themselves. */
  readonly below: readonly Id[];
};

/** Exactly the claims that rest on something that changed, directly or through others; circles end. */
export function marksOf<Id extends string>(claims: readonly Claim<Id>[]): ReadonlyMap<Id, ClaimMark<Id>> {
  const own = new Map<Id, readonly Id[]>();
  const above = new Map<Id, Id[]>();
  const known = new Set(claims.map(({ guid }) => guid));
  for (const { guid, restsOn } of claims) {
    const marked = restsOn.filter(({ mark }) => mark !== 'sound').map((each) => each.guid);
    if (marked.length > 0) own.set(guid, marked);
    for (const { target } of restsOn) {
      if (target !== guid && known.has(target)) above.set(target, [...(above.get(target) ?? []), guid]);
    }
  }
  const marked = new Set(own.keys());
  const below = new Map<Id, Set<Id>>();
  const open = [...marked];
  for (let guid = open.pop(); guid !== undefined; guid = open.pop()) {
    for (const upper of above.get(guid) ?? []) {
      below.set(upper, (below.get(upper) ?? new Set()).add(guid));
      if (marked.has(upper)) continue;
      marked.add(upper);
      open.push(upper);
    }
  }
  return new Map(
    claims.flatMap(({ guid }) =>
      marked.has(guid) ? [[guid, { own: own.get(guid) ?? [], below: [...(below.get(guid) ?? [])] }] as const] : [],
    ),
  );
}

/** Every claim that rests on one of the targets, directly or through other claims, nearest first. */
export function restingOn<Id extends string>(claims: readonly Claim<Id>[], targets: ReadonlySet<Id>): readonly Id[] {
  const found = new Set<Id>();
  let reached = targets;
  for (;;) {
    const next = claims.filter(
      ({ guid, restsOn }) => !found.has(guid) && restsOn.some(({ target }) => target !== guid && reached.has(target)),
    );
    if (next.length === 0) return [...found];
    reached = new Set(next.map(({ guid }) => guid));
    for (const guid of reached) found.add(guid);
  }
}
