import type { ReactNode } from 'react';
import type { MenuEntry } from './Menu.tsx';

export type TreeNode<T> = {
  readonly id: string;
  /** For typing ahead and for screen readers. */
  readonly text: string;
  readonly value: T;
  readonly children: readonly TreeNode<T>[];
};

export type TreeRowState = { readonly isSelected: boolean; readonly isExpanded: boolean; readonly level: number };

/** Where rows are dropped: beside a row, or on it to come below it. */
export type TreeTarget = { readonly id: string; readonly position: 'before' | 'after' | 'on' };

export type TreeProps<T> = {
  readonly label: string;
  readonly nodes: readonly TreeNode<T>[];
  readonly renderRow: (node: TreeNode<T>, state: TreeRowState) => ReactNode;
  readonly selectedIds: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly selectionMode?: 'single' | 'multiple';
  readonly expandedIds: ReadonlySet<string>;
  readonly onExpand: (ids: ReadonlySet<string>) => void;
  /** Enter or a double press on a row. */
  readonly onAction?: (id: string) => void;
  /** What rows carry when they are dragged, by media type. Without it they cannot be dragged. */
  readonly dragData?: (ids: readonly string[]) => Readonly<Record<string, string>>;
  /** Rows of this tree were dropped in it. */
  readonly onMove?: (ids: readonly string[], target: TreeTarget) => void;
  /** Media types from elsewhere that may be dropped on a row. */
  readonly accepts?: readonly string[];
  readonly onDropOn?: (id: string, type: string, data: string) => void;
  /** Context menu of a row. */
  readonly menu?: (node: TreeNode<T>) => readonly MenuEntry[];
  readonly empty?: ReactNode;
  /** Pixels; every row has the same. */
  readonly rowHeight?: number;
};
