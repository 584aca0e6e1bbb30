// Preferences of the user on this machine: one small JSON file, replaced atomically. They are a convenience;
// a damaged file is set aside and the defaults hold.

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { settingsShape, type Settings } from '../../shared/contract/application.ts';
import type { Language } from '../../shared/contract/values.ts';
import { replaceFile } from '../platform/atomic-write.ts';

export type SettingsStore = {
  readonly get: () => Settings;
  readonly set: (change: {
    readonly [Key in keyof Settings]?: Settings[Key] | undefined;
  }) => Settings;
};

export function createSettings(folder: string, defaultLanguage: Language): SettingsStore {
  const path = join(folder, 'settings.json');
  let current = read(path) ?? { language: defaultLanguage, theme: 'system', window: {} };
  return {
    get: () => current,
    set: (change) => {
      current = {
        language: change.language ?? current.language,
        theme: change.theme ?? current.theme,
        window: { ...current.window, ...change.window },
      };
      replaceFile(path, JSON.stringify(current, null, 1));
      return current;
    },
  };
}

function read(path: string): Settings | null {
  if (!existsSync(path)) return null;
  try {
    return settingsShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    renameSync(path, `${path}.unreadable`);
    return null;
  }
}
