// Hook over the window's memory.

import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from './client.ts';
import type { Remembered } from './window-memory.ts';

/**
 * State that is still there when the window is opened again.
 * @param key what it is, `area/thing`; at most 200 characters
 * @param initial used until something else is remembered, and where what is remembered does not look like it
 */
export function useRemembered<T extends Remembered>(
  key: string,
  initial: T,
): readonly [T, (value: T | ((former: T) => T)) => void] {
  const { windowState } = useServices();
  // The first one stays, so that a caller may write it in place without a new value at each render.
  const [fallback] = useState(initial);
  const stored = useStore(windowState.values, (values) => values[key]);
  const value = looksLike(stored, fallback) ? stored : fallback;
  const set = useCallback(
    (next: T | ((former: T) => T)) => {
      const former = windowState.values.getState()[key];
      const current = looksLike(former, fallback) ? former : fallback;
      windowState.set(key, typeof next === 'function' ? next(current) : next);
    },
    [windowState, key, fallback],
  );
  return [value, set];
}

/** Preferences may be of another version or edited by hand: a shape that does not fit counts as nothing. */
function looksLike<T extends Remembered>(value: Remembered | undefined, model: T): value is T {
  if (value === undefined) return false;
  // Where null is the model, anything may follow: the caller asked for no shape.
  if (model === null) return true;
  if (Array.isArray(model)) return Array.isArray(value);
  if (typeof model === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === typeof model;
}
