// Marks travel upwards: from evidence to the proposition, and on to every proposition that rests on it.

import type { EvidenceMark } from './fingerprints.ts';

export type ClaimEvidence = {
  readonly guid: string;
  /** What it points at; a proposition where claims rest on claims. */
  readonly target: string;
  readonly mark: EvidenceMark;
};

export type Claim = {
  readonly guid: string;
  /** Its evidence of either side, and its verdicts as evidence about itself. */
  readonly restsOn: readonly ClaimEvidence[];
};

export type ClaimMark = {
  /** Its own evidence that changed or is gone. */
  readonly own: readonly string[];
  /** Claims it rests on that are marked themselves. */
  readonly below: readonly string[];
};

/** Exactly the claims that rest on something that changed, directly or through others; circles end. */
export function marksOf(claims: readonly Claim[]): ReadonlyMap<string, ClaimMark> {
  const own = new Map<string, readonly string[]>();
  const above = new Map<string, string[]>();
  const known = new Set(claims.map(({ guid }) => guid));
  for (const { guid, restsOn } of claims) {
    const marked = restsOn.filter(({ mark }) => mark !== 'sound').map((each) => each.guid);
    if (marked.length > 0) own.set(guid, marked);
    for (const { target } of restsOn) {
      if (target !== guid && known.has(target)) above.set(target, [...(above.get(target) ?? []), guid]);
    }
  }
  const marked = new Set(own.keys());
  const below = new Map<string, Set<string>>();
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
export function restingOn(claims: readonly Claim[], targets: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
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
