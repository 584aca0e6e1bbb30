// What the transcript shows and asks at the moment. Nothing of it belongs to the study.

import { create } from 'zustand';
import type { Range } from '../../../shared/domain/segments.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { DropTarget } from '../../editor/drop-target.ts';

/** What the popover with codes is for: passages to code, or codings to give another code. */
export type QuickTarget = {
  readonly passages: readonly Range[];
  readonly codingIds: readonly Guid[];
  /** Says how much will be coded where that is not seen at a glance, such as all turns of a speaker. */
  readonly note: string | null;
};

/** A menu at a point of the screen. */
export type OpenedMenu = {
  readonly x: number;
  readonly y: number;
  /** Codings at the place, the innermost first. */
  readonly codings: readonly Guid[];
  /** A "+n" in the margin asks which coding is meant. */
  readonly choose: boolean;
  /** Opened on the list of codings: it is about them, not about what is selected in the text. */
  readonly inList: boolean;
};

export type FindState = {
  readonly isOpen: boolean;
};

type CodeState = {
  readonly mode: 'read' | 'edit';
  readonly quick: QuickTarget | null;
  readonly menu: OpenedMenu | null;
  /** Codings whose weight is being set. */
  readonly weighing: readonly Guid[] | null;
  /** Codings chosen in the list, to be acted on together. */
  readonly chosen: readonly Guid[];
  readonly dropTarget: DropTarget | null;
  readonly find: FindState;
  /** Where a new turn is to begin, while its speaker is chosen. */
  readonly dividing: number | null;
  /** Marks of codings are not shown at all. */
  readonly isBare: boolean;
  /** Nothing of the window is shown but the text. */
  readonly isFocused: boolean;
  readonly set: (change: Partial<Omit<CodeState, 'set'>>) => void;
};

export const useCode = create<CodeState>()((set) => ({
  mode: 'read',
  quick: null,
  menu: null,
  weighing: null,
  chosen: [],
  dropTarget: null,
  find: { isOpen: false },
  dividing: null,
  isBare: false,
  isFocused: false,
  set: (change) => set(change),
}));
