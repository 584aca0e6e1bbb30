// Registered commands as entries of a menu.

import { useT } from '../services/text.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import { shortcutFor, useRegistry } from './registry.ts';

/** @param ids commands in order; a dash stands for a dividing line. Commands not registered now are left out. */
export function useCommandEntries(ids: readonly string[]): readonly MenuEntry[] {
  const t = useT();
  const { entries, custom } = useRegistry();
  return ids.flatMap((id, index): readonly MenuEntry[] => {
    if (id === '-') return [{ separator: `line-${index}` }];
    const command = entries.get(id)?.command;
    if (!command) return [];
    return [
      {
        id,
        label: t(command.label),
        shortcut: shortcutFor(command, custom),
        isDisabled: command.isEnabled?.() === false,
        onAction: () => void command.run(),
      },
    ];
  });
}
