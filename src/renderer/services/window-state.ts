// Sizes, open panels and last places: remembered per user on this machine, in `settings.window`. The window is the
// only one to write them, so what it holds is the truth from the moment it has read them once.

import { useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/client.ts';
import type { Settings } from '../../shared/contract/application.ts';
import { useServices } from './client.ts';

export type Remembered = Settings['window'][string];

export type WindowState = {
  readonly values: StoreApi<Settings['window']>;
  /** Takes over what the settings hold; entries already changed in this window win. */
  readonly load: (values: Settings['window']) => void;
  readonly set: (key: string, value: Remembered) => void;
  /** Writes what is still held back, now. */
  readonly flush: () => void;
  readonly close: () => void;
};

/** Dragging a divider changes a size many times a second; only where it comes to rest is worth a write. */
const settling = 400;

export function createWindowState(client: Client): WindowState {
  const values = createStore<Settings['window']>()(() => ({}));
  const changed = new Map<string, Remembered>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    if (changed.size === 0) return;
    const entries = Object.fromEntries(changed);
    changed.clear();
    // Losing a panel's width is not worth a message.
    client.settings.set({ window: entries }).catch(() => undefined);
  };
  const flushWhenHidden = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  document.addEventListener('visibilitychange', flushWhenHidden);

  return {
    values,
    load: (loaded) => values.setState((own) => ({ ...loaded, ...own }), true),
    set: (key, value) => {
      values.setState({ [key]: value });
      changed.set(key, value);
      clearTimeout(timer);
      timer = setTimeout(flush, settling);
    },
    flush,
    close: () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      flush();
    },
  };
}

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
  const firstInitial = useRef(initial);
  const stored = useStore(windowState.values, (values) => values[key]);
  const value = useMemo(() => (looksLike(stored, initial) ? stored : firstInitial.current), [stored, initial]);
  const set = useCallback(
    (next: T | ((former: T) => T)) => {
      const former = windowState.values.getState()[key];
      const current = looksLike(former, firstInitial.current) ? former : firstInitial.current;
      windowState.set(key, typeof next === 'function' ? next(current) : next);
    },
    [windowState, key],
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
