// The transcript on the screen, for the parts of the window around it: they ask of it and lead it, and have marks
// painted over it, without knowing the editor.

import { create } from 'zustand';
import type { Guid } from '../../shared/domain/ids.ts';
import type { Range, Splice } from '../../shared/domain/segments.ts';
import type { Turn } from '../../shared/domain/turns.ts';

/** What others may do with the text on the screen. */
export type TranscriptView = {
  readonly text: () => string;
  readonly slice: (start: number, end: number) => string;
  readonly selected: () => { readonly anchor: number; readonly focus: number } | null;
  readonly select: (selected: { readonly anchor: number; readonly focus: number }) => void;
  readonly focus: () => void;
  /** Brings a passage into view, and selects it where asked. */
  readonly reveal: (range: Range, options?: { readonly select?: boolean }) => Promise<void>;
  /** Where the uppermost paragraph on the screen begins. */
  readonly topOffset: () => number;
  /** Makes an edit in the name of the person. */
  readonly edit: (splice: Splice) => void;
  readonly offsetAt: (x: number, y: number) => number | null;
  /** Where a passage stands on the screen, for a popover. */
  readonly boxOf: (range: Range) => { readonly left: number; readonly top: number; readonly bottom: number } | null;
};

export type OpenTranscript = {
  readonly documentId: Guid;
  readonly view: TranscriptView;
  /** The text when typing rested last. */
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly mode: 'read' | 'edit';
  /** Stores what was typed. @returns false where it could not be */
  readonly store: () => Promise<boolean>;
  /** Asks for the codes of passages, saying how much will be coded. */
  readonly code: (passages: readonly Range[], note: string) => void;
};

/** What other parts have painted over the text. */
export type PublishedMark = 'time-stamp' | 'question' | 'playing';

type State = {
  readonly open: OpenTranscript | null;
  readonly marks: ReadonlyMap<PublishedMark, readonly Range[]>;
};

export const useOpenTranscript = create<State>()(() => ({ open: null, marks: new Map() }));

/** Has ranges painted; an empty list takes them away. @param ranges in order of starts */
export function publishMark(mark: PublishedMark, ranges: readonly Range[]): void {
  useOpenTranscript.setState(({ marks }) => ({ marks: new Map([...marks, [mark, ranges]]) }));
}
