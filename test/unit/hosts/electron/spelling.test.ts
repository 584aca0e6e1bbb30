// Spell-check is offered only where nothing is fetched from the network for it (P1).

import { expect, test } from 'vitest';
import { createSpelling, hasLocalSpelling } from '../../../../src/main/hosts/electron/spelling.ts';
import { windowOptions } from '../../../../src/main/hosts/electron/window-options.ts';

test('on a Mac the system checks, when asked to', async () => {
  const told: boolean[] = [];
  const spelling = createSpelling('darwin', { setSpellCheckerEnabled: (isOn) => void told.push(isOn) });
  expect([await spelling({ isOn: true }), await spelling({ isOn: false })]).toEqual([
    { isOffered: true },
    { isOffered: true },
  ]);
  expect(told).toEqual([true, false]);
  expect(windowOptions('p', null, false, 'darwin').webPreferences?.spellcheck).toBe(true);
});

test.each(['linux', 'win32'] as const)('on %s it is never turned on', async (platform) => {
  const told: boolean[] = [];
  const spelling = createSpelling(platform, { setSpellCheckerEnabled: (isOn) => void told.push(isOn) });
  expect(await spelling({ isOn: true })).toEqual({ isOffered: false });
  expect(told).toEqual([]);
  expect(hasLocalSpelling(platform)).toBe(false);
  expect(windowOptions('p', null, false, platform).webPreferences?.spellcheck).toBe(false);
});
