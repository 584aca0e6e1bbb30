// What the documents list shows and asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type CollectDialog =
  | { readonly kind: 'delete'; readonly documentIds: readonly Guid[] }
  | { readonly kind: 'paste' }
  | { readonly kind: 'report'; readonly files: readonly ImportedFile[] };

type CollectState = {
  readonly filter: string;
  /** Chosen documents; the one the place names is the last of them. */
  readonly chosen: readonly Guid[];
  readonly renaming: Guid | null;
  readonly dialog: CollectDialog | null;
  readonly set: (change: Partial<Omit<CollectState, 'set'>>) => void;
};

export const useCollect = create<CollectState>()((set) => ({
  filter: '',
  chosen: [],
  renaming: null,
  dialog: null,
  set: (change) => set(change),
}));
