// Choosing several rows of a list, as lists do it everywhere.

export type ListSelection<Id> = {
  /** The row the keyboard is on. */
  readonly active: Id | null;
  /** Where a stretch began. */
  readonly anchor: Id | null;
  readonly chosen: readonly Id[];
};

/** `only`: this row alone; `toggle`: it joins or leaves the others; `stretch`: all from the anchor to it. */
export type How = 'only' | 'toggle' | 'stretch';

export function choose<Id>(ids: readonly Id[], former: ListSelection<Id>, id: Id, how: How): ListSelection<Id> {
  if (how === 'toggle') {
    const isIn = former.chosen.includes(id);
    return {
      active: id,
      anchor: id,
      chosen: isIn ? former.chosen.filter((other) => other !== id) : [...former.chosen, id],
    };
  }
  const from = how === 'stretch' && former.anchor !== null ? ids.indexOf(former.anchor) : -1;
  const to = ids.indexOf(id);
  if (from < 0 || to < 0) return { active: id, anchor: id, chosen: [id] };
  return {
    active: id,
    anchor: former.anchor,
    chosen: ids.slice(Math.min(from, to), Math.max(from, to) + 1),
  };
}

/** Where a key leads from a row; null where it is no key of a list. */
export function rowOfKey(key: string, at: number, count: number, page: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + page, PageUp: at - page }[
    key
  ];
  return to === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, to));
}

/** Without rows that are no longer there. */
export function present<Id>(ids: readonly Id[], { active, anchor, chosen }: ListSelection<Id>): ListSelection<Id> {
  const known = new Set(ids);
  return {
    active: active !== null && known.has(active) ? active : null,
    anchor: anchor !== null && known.has(anchor) ? anchor : null,
    chosen: chosen.filter((id) => known.has(id)),
  };
}
