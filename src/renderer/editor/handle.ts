// What the rest of the window can ask of a transcript and do to it.

import type { Range, Splice } from '../../shared/domain/segments.ts';
import type { EditorCoding } from './coding-layer.ts';
import { type CodingTools, codingToolsOf } from './coding-tools.ts';
import type { Selected } from './passages.ts';
import { offsetUnder } from './pointer.ts';
import type { SnapSettings } from './snap-input.ts';
import type { Transcript } from './transcript.ts';

export type TranscriptHandle = {
  readonly text: () => string;
  readonly slice: (start: number, end: number) => string;
  readonly selected: () => Selected | null;
  readonly select: (selected: Selected) => void;
  readonly focus: () => void;
  /** Brings a passage into view, and selects it where asked; in edit mode the caret goes to its end instead. */
  readonly reveal: (range: Range, options?: { readonly select?: boolean }) => Promise<void>;
  /** Scrolls a place to the upper edge of the screen, as `topOffset` tells it. */
  readonly scrollToTop: (offset: number) => Promise<void>;
  /** Where the uppermost paragraph on the screen begins. */
  readonly topOffset: () => number;
  /** Applies splices of another window, or of undo and redo. */
  readonly follow: (splices: readonly Splice[]) => void;
  /** Makes an edit in the name of the person. */
  readonly edit: (splice: Splice) => void;
  /** Where a place stands on the screen, for a popover. */
  readonly boxOf: (range: Range) => { readonly left: number; readonly top: number; readonly bottom: number } | null;
  /** The place in the text under a point of the screen. */
  readonly offsetAt: (x: number, y: number) => number | null;
  /** Where the codings stand in the text as it is now. */
  readonly placed: () => readonly EditorCoding[];
  /** What the clock-free gates measure. */
  readonly figures: () => {
    readonly nodes: number;
    readonly registeredRanges: number;
    readonly paragraphsRead: number;
    readonly window: Range;
  };
} & CodingTools;

/** @param text element that takes the keyboard @param scroller element that scrolls it */
export function handleOf(
  transcript: () => Transcript | null,
  text: { readonly current: HTMLElement | null },
  scroller: { readonly current: HTMLElement | null },
  settings: () => SnapSettings,
): TranscriptHandle {
  return {
    ...codingToolsOf(transcript, settings),
    text: () => transcript()?.text() ?? '',
    slice: (start, end) => transcript()?.model.slice(start, end) ?? '',
    selected: () => transcript()?.selected() ?? null,
    select: (selected) => transcript()?.select(selected),
    focus: () => text.current?.focus({ preventScroll: true }),
    topOffset: () => transcript()?.viewport.topOffset() ?? 0,
    follow: (splices) => transcript()?.follow(splices),
    edit: (splice) => transcript()?.edit(splice),
    scrollToTop: async (offset) => transcript()?.viewport.scrollTo(offset, 0),
    reveal: async (range, { select = false } = {}) => {
      const shown = transcript();
      if (!shown) return;
      // Selected at once, so that keys pressed right after a jump go there; the place settles in later frames.
      const settled = shown.viewport.shows(range.start) ? null : shown.viewport.scrollTo(range.start);
      // Where keys write, the next one must not replace what was only shown.
      if (select) shown.select({ anchor: shown.mode === 'edit' ? range.end : range.start, focus: range.end });
      await settled;
    },
    offsetAt: (x, y) => {
      const shown = transcript();
      return shown ? offsetUnder(shown, x, y) : null;
    },
    placed: () => transcript()?.layer.all() ?? [],
    figures: () => ({
      nodes: transcript()?.editor.getEditorState()._nodeMap.size ?? 0,
      registeredRanges: transcript()?.painter.registeredRanges ?? 0,
      paragraphsRead: transcript()?.model.paragraphsRead ?? 0,
      window: transcript()?.viewport.window() ?? { start: 0, end: 0 },
    }),
    boxOf: (range) => {
      const shown = transcript();
      const box = shown?.viewport.boxOf(range, { start: range.start, end: Math.max(range.end, range.start + 1) });
      const origin = text.current?.getBoundingClientRect();
      const view = scroller.current?.getBoundingClientRect();
      if (!box || !origin || !view) return null;
      const onScreen = (y: number): number => Math.min(view.bottom, Math.max(view.top, y + origin.top));
      return { left: origin.left, top: onScreen(box.top), bottom: onScreen(box.bottom) };
    },
  };
}
