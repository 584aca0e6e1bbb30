// What the tree shows: rows, folds, filter, selection; remembered folds survive closing the window.

import { useCallback, useMemo } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { type Guid, isGuid } from '../../../shared/domain/ids.ts';
import { useRemembered } from '../../services/window-state.ts';
import { useCodebook } from './store.ts';
import { type TreeLine, treeLines } from './tree-lines.ts';
import { type CodeRow, codeRows } from './tree-model.ts';

export type CodeTreeState = {
  readonly rows: readonly CodeRow[];
  readonly lines: readonly TreeLine[];
  readonly fold: (guid: Guid, isFolded: boolean) => void;
  readonly setCollapsed: (guids: readonly Guid[]) => void;
};

const none: string[] = [];

export function useCodeTree(codes: readonly CodeSummary[]): CodeTreeState {
  const filter = useCodebook((state) => state.filter);
  const editing = useCodebook((state) => state.editing);
  const [stored, store] = useRemembered<string[]>('codebook/folded', none);
  const rows = useMemo(
    () => codeRows(codes, new Set(stored.filter((text) => isGuid(text))), filter),
    [codes, stored, filter],
  );
  const lines = useMemo(() => treeLines(rows, editing), [rows, editing]);
  const fold = useCallback(
    (guid: Guid, isFolded: boolean) => {
      store((former) => [...former.filter((each) => each !== guid), ...(isFolded ? [guid] : [])]);
    },
    [store],
  );
  const setCollapsed = useCallback((guids: readonly Guid[]) => store([...guids]), [store]);
  return { rows, lines, fold, setCollapsed };
}
