// The code tree as rows to draw and moves to make. Pure, so that drag, keyboard and dialog share one answer.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type CodeRow = {
  readonly code: CodeSummary;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  /** From 1, among the siblings that are shown. */
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
  /** Codings of the code and of everything below it. */
  readonly branchCodings: number;
};

/** Where something is dropped: beside a code or below it, as its last child. */
export type Spot = { readonly kind: 'before' | 'inside' | 'after'; readonly guid: Guid };

/** What `codes.move` needs. The position counts the siblings that do not move themselves. */
export type Move = { readonly codeIds: Guid[]; readonly parentId: Guid | null; readonly position: number };

/**
 * The rows to show, depth first.
 * @param codes in the order of the codebook
 * @param filter shows only codes whose name holds it, with the codes above them, all unfolded
 */
export function codeRows(
  codes: readonly CodeSummary[],
  collapsed: ReadonlySet<Guid>,
  filter: string,
): readonly CodeRow[] {
  const shown = filter.trim() === '' ? null : matchesWithAncestors(codes, filter);
  const branch = branchCodings(codes);
  const parents = new Set(codes.map(({ parent }) => parent));
  const rows: CodeRow[] = [];
  const counts = new Map<Guid | null, number>();
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const code of codes) {
    const level = code.path.length;
    if (level > hiddenBelow) continue;
    hiddenBelow = Number.POSITIVE_INFINITY;
    if (shown && !shown.has(code.guid)) continue;
    const hasChildren = parents.has(code.guid);
    const isExpanded = hasChildren && (shown !== null || !collapsed.has(code.guid));
    if (hasChildren && !isExpanded) hiddenBelow = level;
    const position = (counts.get(code.parent) ?? 0) + 1;
    counts.set(code.parent, position);
    rows.push({
      code,
      level,
      position,
      siblings: 0,
      hasChildren,
      isExpanded,
      branchCodings: branch.get(code.guid) ?? code.codings,
    });
  }
  return rows.map((row) => ({ ...row, siblings: counts.get(row.code.parent) ?? 1 }));
}

/** The chosen codes without those that hang below another chosen one, in the order of the codebook. */
export function topmost(codes: readonly CodeSummary[], chosen: readonly Guid[]): readonly CodeSummary[] {
  const set = new Set(chosen);
  const parents = parentsOf(codes);
  return codes.filter((code) => set.has(code.guid) && !ancestors(parents, code.guid).some((guid) => set.has(guid)));
}

/** The move a drop asks for; null where it would put a code below itself (CT1) or changes nothing. */
export function moveTo(codes: readonly CodeSummary[], chosen: readonly Guid[], spot: Spot): Move | 'cycle' | null {
  const moving = topmost(codes, chosen).map(({ guid }) => guid);
  const target = codes.find(({ guid }) => guid === spot.guid);
  if (!target || moving.length === 0) return null;
  const parentId = spot.kind === 'inside' ? target.guid : target.parent;
  if (
    moving.some(
      (guid) => guid === parentId || (parentId !== null && descendantsOf(treeItems(codes), guid).has(parentId)),
    )
  ) {
    return 'cycle';
  }
  if (spot.kind !== 'inside' && moving.includes(target.guid)) return null;
  const siblings = childrenOf(codes, parentId).filter((guid) => !moving.includes(guid));
  const position =
    spot.kind === 'inside' ? siblings.length : siblings.indexOf(target.guid) + (spot.kind === 'after' ? 1 : 0);
  return { codeIds: moving, parentId, position };
}

/** The move one key press asks for: among its siblings, below the one above, or out beside its parent. */
export function nudge(codes: readonly CodeSummary[], guid: Guid, direction: 'up' | 'down' | 'in' | 'out'): Move | null {
  const code = codes.find((each) => each.guid === guid);
  if (!code) return null;
  const siblings = childrenOf(codes, code.parent);
  const index = siblings.indexOf(guid);
  const before = siblings[index - 1];
  if (direction === 'out') {
    if (code.parent === null) return null;
    const move = moveTo(codes, [guid], { kind: 'after', guid: code.parent });
    return move === 'cycle' ? null : move;
  }
  if (direction === 'in') {
    return before === undefined
      ? null
      : { codeIds: [guid], parentId: before, position: childrenOf(codes, before).length };
  }
  const position = index + (direction === 'up' ? -1 : 1);
  return position < 0 || position >= siblings.length ? null : { codeIds: [guid], parentId: code.parent, position };
}

/** The next row whose name begins with the letters typed, from one row on and around. -1 where there is none. */
export function findByLetters(rows: readonly CodeRow[], letters: string, from: number): number {
  const wanted = folded(letters);
  // A single letter goes on to the next match; more letters may stay where they are.
  const first = [...wanted].length === 1 ? from + 1 : Math.max(from, 0);
  for (let step = 0; step < rows.length; step += 1) {
    const index = (first + step) % rows.length;
    const row = rows[index];
    if (row && folded(row.code.name).startsWith(wanted)) return index;
  }
  return -1;
}

/** The row the keyboard is on: the last one it was on, else one that is selected, else the first. */
export function activeRow(rows: readonly CodeRow[], last: Guid | null, selected: readonly Guid[]): Guid | null {
  const row =
    rows.find(({ code }) => code.guid === last) ?? rows.find(({ code }) => selected.includes(code.guid)) ?? rows[0];
  return row?.code.guid ?? null;
}

/** Lower case without accents, so that `Egaliter` is found by `egal` and `é` by `e`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Codings of each code and of everything below it. */
export function branchCodings(codes: readonly CodeSummary[]): ReadonlyMap<Guid, number> {
  const sums = new Map(codes.map((code) => [code.guid, code.codings]));
  // Depth first order has every child behind its parent: backwards, each sum is complete when it is handed up.
  for (const code of codes.toReversed()) {
    if (code.parent === null) continue;
    sums.set(code.parent, (sums.get(code.parent) ?? 0) + (sums.get(code.guid) ?? 0));
  }
  return sums;
}

/** Guids of the children of a code (of the roots for null), in their order. */
export function childrenOf(codes: readonly CodeSummary[], parent: Guid | null): readonly Guid[] {
  return codes.filter((code) => code.parent === parent).map(({ guid }) => guid);
}

/** The codes with everything below them. */
export function withDescendants(codes: readonly CodeSummary[], chosen: readonly Guid[]): ReadonlySet<Guid> {
  const found = new Set<Guid>(chosen);
  for (const code of codes) if (code.parent !== null && found.has(code.parent)) found.add(code.guid);
  return found;
}

function treeItems(codes: readonly CodeSummary[]) {
  return codes.map(({ guid, parent, name }) => ({ guid, parent, name }));
}

function parentsOf(codes: readonly CodeSummary[]): ReadonlyMap<Guid, Guid | null> {
  return new Map(codes.map(({ guid, parent }) => [guid, parent]));
}

function ancestors(parents: ReadonlyMap<Guid, Guid | null>, guid: Guid): readonly Guid[] {
  const found: Guid[] = [];
  for (let up = parents.get(guid) ?? null; up !== null && !found.includes(up); up = parents.get(up) ?? null) {
    found.push(up);
  }
  return found;
}

function matchesWithAncestors(codes: readonly CodeSummary[], filter: string): ReadonlySet<Guid> {
  const wanted = folded(filter);
  const parents = parentsOf(codes);
  const shown = new Set<Guid>();
  for (const code of codes) {
    if (!folded(code.name).includes(wanted)) continue;
    shown.add(code.guid);
    for (const above of ancestors(parents, code.guid)) shown.add(above);
  }
  return shown;
}
