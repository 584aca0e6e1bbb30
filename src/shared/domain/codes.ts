// The code tree. Rules CT1–CT3 of SPEC.md.

export type TreeItem<Id> = { readonly guid: Id; readonly parent: Id | null; readonly name: string };

/** CLI and exports write a code by its path: names joined by " / ". */
export const pathSeparator = ' / ';

/** Names from the root to each code, by guid. A parent that is missing or part of a cycle ends the path. */
export function pathsOf<Id>(items: readonly TreeItem<Id>[]): ReadonlyMap<Id, readonly string[]> {
  const byId = new Map(items.map((item) => [item.guid, item]));
  const paths = new Map<Id, readonly string[]>();
  const pathOf = (item: TreeItem<Id>, above: ReadonlySet<Id>): readonly string[] => {
    const known = paths.get(item.guid);
    if (known) return known;
    const parent = item.parent === null ? undefined : byId.get(item.parent);
    const path =
      parent && !above.has(parent.guid) ? [...pathOf(parent, new Set([...above, item.guid])), item.name] : [item.name];
    paths.set(item.guid, path);
    return path;
  };
  for (const item of items) pathOf(item, new Set([item.guid]));
  return paths;
}

/** The items depth first, siblings in the order given. This is the order of the codebook (CT2). */
export function inTreeOrder<Id, Item extends TreeItem<Id>>(items: readonly Item[]): readonly Item[] {
  const children = new Map<Id | null, Item[]>();
  const known = new Set(items.map((item) => item.guid));
  for (const item of items) {
    const parent = item.parent !== null && known.has(item.parent) ? item.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(item);
    else children.set(parent, [item]);
  }
  const ordered: Item[] = [];
  const stack = [...(children.get(null) ?? [])].reverse();
  for (let item = stack.pop(); item; item = stack.pop()) {
    ordered.push(item);
    stack.push(...[...(children.get(item.guid) ?? [])].reverse());
  }
  return ordered;
}

/** All codes below one, itself not included. */
export function descendantsOf<Id>(items: readonly TreeItem<Id>[], root: Id): ReadonlySet<Id> {
  const found = new Set<Id>();
  const queue = [root];
  for (let parent = queue.pop(); parent !== undefined; parent = queue.pop()) {
    for (const item of items) {
      if (item.parent === parent && !found.has(item.guid) && item.guid !== root) {
        found.add(item.guid);
        queue.push(item.guid);
      }
    }
  }
  return found;
}
