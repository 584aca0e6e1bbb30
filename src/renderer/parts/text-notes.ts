// What stands at passages of the open document besides codings – jottings, memos, ends of links – for the transcript,
// which shows it, and for the parts that know what it is.

import { create } from 'zustand';
import type { Guid } from '../../shared/domain/ids.ts';
import type { Range } from '../../shared/domain/segments.ts';

/** One sign: where it stands, and what is said of it. */
export type TextNote = Range & {
  readonly id: string;
  readonly kind: 'jotting' | 'memo' | 'link-from' | 'link-to';
  /** Words of a jotting, for its card. */
  readonly words: string;
  /** What is said of it to people who point at it. */
  readonly title: string;
};

export type OpenedNotes = {
  readonly ids: readonly string[];
  /** Where on the screen they stand. */
  readonly anchor: { readonly left: number; readonly top: number; readonly bottom: number };
};

type State = {
  readonly documentId: Guid | null;
  /** In places of the stored text, in order of starts. */
  readonly notes: readonly TextNote[];
  readonly hasCards: boolean;
  /** Opened by a press on their sign, or by key. */
  readonly opened: OpenedNotes | null;
};

export const useTextNotes = create<State>()(() => ({ documentId: null, notes: [], hasCards: false, opened: null }));
