// What the documents list shows and asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { UploadedFile } from '../../services/files.ts';
import type { Counted } from './incoming/Counts.tsx';

export type CollectDialog =
  | { readonly kind: 'delete'; readonly documentIds: readonly Guid[] }
  | { readonly kind: 'paste' }
  | { readonly kind: 'incoming'; readonly files: readonly UploadedFile[] }
  | { readonly kind: 'table'; readonly file: UploadedFile }
  | { readonly kind: 'project'; readonly file: UploadedFile }
  | { readonly kind: 'report'; readonly files: readonly ImportedFile[] }
  | {
      readonly kind: 'counts';
      readonly title: string;
      readonly counts: Counted;
      readonly notes: readonly string[];
      readonly error: string | null;
    };

type CollectState = {
  readonly filter: string;
  /** Chosen documents; the one the place names is the last of them. */
  readonly chosen: readonly Guid[];
  readonly renaming: Guid | null;
  readonly dialog: CollectDialog | null;
  /** Dialogs that open when those before them are closed. */
  readonly waiting: readonly CollectDialog[];
  readonly set: (change: Partial<Omit<CollectState, 'set' | 'ask' | 'next'>>) => void;
  /** Opens the first of these dialogs now, or after what is open. */
  readonly ask: (dialogs: readonly CollectDialog[]) => void;
  /** Closes the dialog and opens the one that waits longest. */
  readonly next: () => void;
};

export const useCollect = create<CollectState>()((set, get) => ({
  filter: '',
  chosen: [],
  renaming: null,
  dialog: null,
  waiting: [],
  set: (change) => set(change),
  ask: (dialogs) => {
    set({ waiting: [...get().waiting, ...dialogs] });
    if (get().dialog === null) get().next();
  },
  next: () => {
    const [dialog = null, ...waiting] = get().waiting;
    set({ dialog, waiting });
  },
}));
