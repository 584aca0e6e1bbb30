// Modifier keys that widen what the pointer selects: Alt to words, Ctrl or Command to sentences, both to turns.

import type { Range } from '../../shared/domain/segments.ts';
import type { Turn } from '../../shared/domain/turns.ts';
import { rangeOf } from './passages.ts';
import { snapped, type SnapText, type SnapUnit } from './snap.ts';
import type { Transcript } from './transcript.ts';

export type SnapSettings = {
  readonly turns: readonly Turn[];
  /** Every selection is widened to whole words. */
  readonly toWords: boolean;
};

type Modifiers = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey'>;

/** What the modifiers held ask for; null where none is. */
export function unitOf({ altKey, ctrlKey, metaKey }: Modifiers): SnapUnit | null {
  const isMod = ctrlKey || metaKey;
  if (altKey) return isMod ? 'turn' : 'word';
  return isMod ? 'sentence' : null;
}

export function snapTextOf(transcript: Transcript, { turns }: Pick<SnapSettings, 'turns'>): SnapText {
  return { model: transcript.model, turns };
}

/** Shows before the button is let go what will be selected, and selects it then. */
export function listenToSnapping(
  root: HTMLElement,
  transcript: Transcript,
  settings: () => SnapSettings,
  signal: AbortSignal,
): void {
  const page = root.ownerDocument;
  let isPressed = false;
  let isShown = false;
  const target = (event: Modifiers): { readonly range: Range; readonly backward: boolean } | null => {
    const selected = transcript.selected();
    const { toWords, turns } = settings();
    const unit = unitOf(event) ?? (toWords && selected && selected.anchor !== selected.focus ? 'word' : null);
    if (!selected || !unit) return null;
    const range = snapped(snapTextOf(transcript, { turns }), rangeOf(selected), unit);
    return range.end > range.start ? { range, backward: selected.focus < selected.anchor } : null;
  };
  const show = (range: Range | null): void => {
    if (range === null && !isShown) return;
    isShown = range !== null;
    transcript.setMark('passage', range ? [range] : []);
  };
  const end = (): void => {
    isPressed = false;
    show(null);
  };
  root.addEventListener('pointerdown', (event) => void (isPressed = event.button === 0), { signal });
  page.addEventListener('pointermove', (event) => void (isPressed && show(target(event)?.range ?? null)), { signal });
  page.addEventListener('pointercancel', end, { signal });
  root.addEventListener('dragstart', end, { signal });
  // The browser has made up its mind about the selection by the time of the click, which also ends a sweep.
  page.addEventListener(
    'click',
    (event) => {
      if (!isPressed) return;
      const found = target(event);
      end();
      if (!found) return;
      const { start, end: last } = found.range;
      transcript.select(found.backward ? { anchor: last, focus: start } : { anchor: start, focus: last });
    },
    { signal, capture: true },
  );
}
