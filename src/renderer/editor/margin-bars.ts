// Where the brackets of codings stand in the present window.

import type { Range } from '../../shared/domain/segments.ts';
import type { MarginBar } from './margin-layout.ts';
import type { Transcript } from './transcript.ts';

/** Brackets of the codings that are shown and meet the window, sorted by their heads. */
export function barsIn(transcript: Transcript, window: Range): readonly MarginBar[] {
  const { layer, viewport } = transcript;
  const bars: MarginBar[] = [];
  for (const index of layer.meeting(window)) {
    if (!layer.isShown(index)) continue;
    const { id, code, start, end, lane, state } = layer.at(index);
    const box = transcript.isVisible(code) ? viewport.boxOf({ start, end }, window) : null;
    // What stands in hidden paragraphs has no height there (away.ts).
    if (!box || box.bottom - box.top < 1) continue;
    bars.push({
      id,
      code,
      lane,
      top: Math.round(box.top),
      bottom: Math.round(box.bottom),
      opens: start >= window.start,
      closes: end <= window.end,
      changed: state === 'changed',
    });
  }
  return bars.toSorted((a, b) => a.top - b.top || a.lane - b.lane);
}
