// A field that saves by itself: when it is left, when typing rests, and when it disappears. Each save is one step
// that undo takes back; between saves the field holds a draft that nothing from outside overwrites.

import { useEffect, useLayoutEffect, useRef, useState } from 'react';

type Draft = { readonly text: string; readonly isSent: boolean };

export type Autosave = {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Saves now what is not saved yet. */
  readonly flush: () => void;
  /** Back to what is saved. */
  readonly discard: () => void;
};

/** Typing rests this long before it is saved, in milliseconds: long enough that one thought is one step. */
export const restingTime = 1500;

/**
 * @param saved what the project holds
 * @param save carries out the change; false or null where it was refused
 * @param isValid a draft that is not valid is never sent
 */
export function useAutosave(
  saved: string,
  save: (text: string) => unknown,
  isValid: (text: string) => boolean = () => true,
): Autosave {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [lastSaved, setLastSaved] = useState(saved);
  if (saved !== lastSaved) {
    setLastSaved(saved);
    // What was sent has come back, or someone undid it: the project is right. What is still being typed stays.
    if (draft?.isSent) setDraft(null);
  }
  const flush = () => {
    if (!draft || draft.isSent || !isValid(draft.text)) return;
    if (draft.text === saved) {
      setDraft(null);
      return;
    }
    setDraft({ ...draft, isSent: true });
    void save(draft.text);
  };
  const latestFlush = useRef(flush);
  useLayoutEffect(() => {
    latestFlush.current = flush;
  });
  useEffect(() => {
    if (!draft || draft.isSent) return undefined;
    const timer = setTimeout(() => latestFlush.current(), restingTime);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    // The lid may close at any moment: what is typed leaves with it.
    const whenHidden = () => latestFlush.current();
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      document.removeEventListener('visibilitychange', whenHidden);
      latestFlush.current();
    };
  }, []);
  return {
    text: draft?.text ?? saved,
    change: (text) => setDraft({ text, isSent: false }),
    flush,
    discard: () => setDraft(null),
  };
}
