// What coding needs of a transcript: units around a passage, edges of words, and a passage shown before it counts.

import type { Range } from '../../shared/domain/segments.ts';
import { lastSelected } from './keep-selection.ts';
import type { Selected } from './passages.ts';
import { snapped, type SnapUnit, wordEdge, widened } from './snap.ts';
import { snapTextOf, type SnapSettings } from './snap-input.ts';
import type { Transcript } from './transcript.ts';
import { wholePassage } from './transcript-input.ts';

export type CodingTools = {
  /**
   * The passage selected now, before any event has told of it; null where only a caret stands in the text, and
   * undefined where the selection is elsewhere in the window.
   */
  readonly passage: () => Range | null | undefined;
  /** What is selected, a caret too, or was when the focus left the text. */
  readonly caret: () => Selected | null;
  /** The range widened to whole units; a caret stands for the unit it is in. */
  readonly snapped: (range: Range, unit: SnapUnit) => Range;
  /** The next larger unit around a range, or null where there is none. */
  readonly widened: (range: Range) => Range | null;
  readonly wordEdge: (from: number, toward: 'later' | 'earlier', edge: 'start' | 'end') => number | null;
  /** Marks passages that are not coded yet; none takes the marks off. */
  readonly preview: (passages: readonly Range[]) => void;
  /** True where the script at a place runs to the left, so that the arrow keys mean the other way. */
  readonly isRightToLeft: (offset: number) => boolean;
};

export function codingToolsOf(transcript: () => Transcript | null, settings: () => SnapSettings): CodingTools {
  return {
    passage: () => {
      const shown = transcript();
      const selected = shown?.selected();
      return shown && selected ? wholePassage(shown, selected, settings()) : undefined;
    },
    caret: () => {
      const shown = transcript();
      return shown && lastSelected(shown);
    },
    snapped: (range, unit) => {
      const shown = transcript();
      return shown ? snapped(snapTextOf(shown, settings()), range, unit) : range;
    },
    widened: (range) => {
      const shown = transcript();
      return shown ? (widened(snapTextOf(shown, settings()), range)?.range ?? null) : null;
    },
    wordEdge: (from, toward, edge) => {
      const shown = transcript();
      return shown ? wordEdge(snapTextOf(shown, settings()), from, toward, edge) : null;
    },
    preview: (passages) => transcript()?.setMark('passage', passages),
    isRightToLeft: (offset) => {
      const shown = transcript();
      const line = shown?.elements.elementOf(shown.model.pointAt(offset).key);
      return line ? getComputedStyle(line).direction === 'rtl' : false;
    },
  };
}
