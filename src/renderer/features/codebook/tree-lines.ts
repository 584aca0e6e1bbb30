// The lines the tree draws: codes, and the one place where a new name is being typed.

import type { Guid } from '../../../shared/domain/ids.ts';
import type { Editing } from './store.ts';
import type { CodeRow } from './tree-model.ts';

export type TreeLine =
  | { readonly kind: 'code'; readonly row: CodeRow }
  | { readonly kind: 'new'; readonly level: number };

export function treeLines(rows: readonly CodeRow[], editing: Editing | null): readonly TreeLine[] {
  const lines = rows.map((row): TreeLine => ({ kind: 'code', row }));
  if (editing?.kind !== 'new') return lines;
  const { parentId, after } = editing;
  const level = parentId === null ? 1 : (rows.find(({ code }) => code.guid === parentId)?.level ?? 0) + 1;
  return lines.toSpliced(endOfBranch(rows, after ?? parentId), 0, { kind: 'new', level });
}

/** The index behind the last row of a branch; the end of the tree for null. */
function endOfBranch(rows: readonly CodeRow[], guid: Guid | null): number {
  const start = rows.findIndex(({ code }) => code.guid === guid);
  const first = rows[start];
  if (!first) return rows.length;
  const length = rows.slice(start + 1).findIndex(({ level }) => level <= first.level);
  return length === -1 ? rows.length : start + 1 + length;
}
