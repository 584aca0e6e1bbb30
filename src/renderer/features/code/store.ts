// What the transcript shows and asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { Range } from '../../../shared/domain/segments.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

/** What the popover with codes is for: a passage to code, or a coding to give another code. */
export type QuickTarget = { readonly range: Range; readonly codingId: Guid | null };

/** A menu at a point of the screen. */
export type OpenedMenu = {
  readonly x: number;
  readonly y: number;
  /** Codings at the place, the innermost first. */
  readonly codings: readonly Guid[];
  /** A "+n" in the margin asks which coding is meant. */
  readonly choose: boolean;
};

export type FindState = {
  readonly isOpen: boolean;
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
};

type CodeState = {
  readonly mode: 'read' | 'edit';
  readonly quick: QuickTarget | null;
  readonly menu: OpenedMenu | null;
  readonly find: FindState;
  readonly isReviewOpen: boolean;
  /** Speakers whose turns are stressed; none stresses all alike. */
  readonly speakers: readonly string[];
  readonly set: (change: Partial<Omit<CodeState, 'set'>>) => void;
};

export const useCode = create<CodeState>()((set) => ({
  mode: 'read',
  quick: null,
  menu: null,
  find: { isOpen: false, query: '', matchCase: false, wholeWord: false },
  isReviewOpen: false,
  speakers: [],
  set: (change) => set(change),
}));
