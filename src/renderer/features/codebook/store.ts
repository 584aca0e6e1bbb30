// What the code tree shows and asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { Guid } from '../../../shared/domain/ids.ts';

/** A name being typed in the tree itself. */
export type Editing =
  | { readonly kind: 'rename'; readonly guid: Guid }
  | { readonly kind: 'new'; readonly parentId: Guid | null; readonly after: Guid | null };

export type CodebookDialog =
  | { readonly kind: 'delete' | 'merge' | 'move'; readonly codeIds: readonly Guid[] }
  | { readonly kind: 'color' | 'split'; readonly guid: Guid }
  | { readonly kind: 'export' };

type CodebookState = {
  readonly filter: string;
  /** The row the keyboard is on. */
  readonly active: Guid | null;
  /** Where a selection of several began. */
  readonly anchor: Guid | null;
  readonly editing: Editing | null;
  readonly dialog: CodebookDialog | null;
  readonly set: (change: Partial<Omit<CodebookState, 'set'>>) => void;
};

export const useCodebook = create<CodebookState>()((set) => ({
  filter: '',
  active: null,
  anchor: null,
  editing: null,
  dialog: null,
  set: (change) => set(change),
}));
