import type { Selected } from './passages.ts';
import type { Transcript } from './transcript.ts';

const lastOf = new WeakMap<Transcript, Selected>();

/** What is selected, or was when the focus left the text; null before there was anything. */
export function lastSelected(transcript: Transcript): Selected | null {
  return transcript.selected() ?? lastOf.get(transcript) ?? null;
}

/** A browser forgets what was selected when the focus goes to a field; coming back by key must find it again. */
export function keepSelection(root: HTMLElement, transcript: Transcript, signal: AbortSignal): void {
  let isPressed = false;
  const note = (): void => {
    const selected = transcript.selected();
    if (selected) lastOf.set(transcript, selected);
  };
  root.ownerDocument.addEventListener('selectionchange', note, { signal });
  root.addEventListener('blur', note, { signal });
  // A press says itself where the caret goes.
  root.addEventListener('pointerdown', () => void (isPressed = true), { signal });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    root.ownerDocument.addEventListener(end, () => void (isPressed = false), { signal });
  }
  root.addEventListener(
    'focus',
    () => {
      const last = lastOf.get(transcript);
      const now = transcript.selected();
      // Where it forgot, it has put the caret at the very start by now.
      if (isPressed || !last || (now && (now.anchor !== 0 || now.focus !== 0))) return;
      const within = (offset: number): number => Math.min(offset, transcript.model.length);
      transcript.select({ anchor: within(last.anchor), focus: within(last.focus) });
    },
    { signal },
  );
}
