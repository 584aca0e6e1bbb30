// Sizes, open panels and last places: remembered per user on this machine, in `settings.window`. The window is the
// only one to write them, so what it holds is the truth from the moment it has read them once.

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/client.ts';
import type { Settings } from '../../shared/contract/application.ts';

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
