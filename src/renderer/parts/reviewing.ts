// The review list of codings that an edit changed (ED7): which one is open, and which orphan is looking for new words.

import { create } from 'zustand';
import type { Coding } from '../../shared/contract/codings.ts';

export type ReviewScope = 'document' | 'project';

type ReviewingState = {
  readonly scope: ReviewScope | null;
  /** An orphan whose new words are being selected in the text. */
  readonly attaching: Coding | null;
  readonly set: (change: Partial<Pick<ReviewingState, 'scope' | 'attaching'>>) => void;
};

export const useReviewing = create<ReviewingState>()((set) => ({
  scope: null,
  attaching: null,
  set: (change) => set(change),
}));
