// The user's own shortcuts: remembered on this machine, and in force in the registry.

import { useCallback, useEffect } from 'react';
import { useRemembered } from '../services/window-state.ts';
import { setCustomShortcuts } from './registry.ts';

type CustomShortcuts = {
  readonly custom: Readonly<Record<string, string>>;
  readonly hasOwn: boolean;
  /** An empty shortcut takes the command's own away. */
  readonly change: (commandId: string, shortcut: string) => void;
  readonly restore: (commandId: string) => void;
  readonly reset: () => void;
};

const none: Record<string, string> = {};

export function useCustomShortcuts(): CustomShortcuts {
  const [custom, setCustom] = useRemembered<Record<string, string>>('shortcuts', none);
  const change = useCallback(
    (commandId: string, shortcut: string) => setCustom((former) => ({ ...former, [commandId]: shortcut })),
    [setCustom],
  );
  const restore = useCallback(
    (commandId: string) =>
      setCustom((former) => Object.fromEntries(Object.entries(former).filter(([id]) => id !== commandId))),
    [setCustom],
  );
  const reset = useCallback(() => setCustom({}), [setCustom]);
  return { custom, hasOwn: Object.keys(custom).length > 0, change, restore, reset };
}

/** Puts the remembered shortcuts in force. Once, at the top of the window. */
export function useShortcutsInForce(): void {
  const { custom } = useCustomShortcuts();
  useEffect(() => setCustomShortcuts(custom), [custom]);
}
