// Which dialog about texts is open. One at a time.

import { create } from 'zustand';
import type { Guid } from '../../../shared/domain/ids.ts';

type TextsState = {
  readonly isReplaceOpen: boolean;
  /** Whose former texts are shown. */
  readonly versionsOf: Guid | null;
  readonly set: (change: Partial<Pick<TextsState, 'isReplaceOpen' | 'versionsOf'>>) => void;
};

export const useTexts = create<TextsState>()((set) => ({
  isReplaceOpen: false,
  versionsOf: null,
  set: (change) => set(change),
}));
