import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  menuCommands,
  menuTemplate,
  type MenuEntry,
  type MenuState,
} from '../../../../src/main/hosts/electron/menu-template.ts';

const state: MenuState = { language: 'id', platform: 'linux', isOpen: true, recent: [], development: false };
const labels = (entries: readonly MenuEntry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'separator' ? [] : entry.kind === 'menu' ? [entry.label, ...labels(entry.entries)] : [entry.label],
  );
const find = (entries: readonly MenuEntry[], command: string): Extract<MenuEntry, { kind: 'command' }> | undefined => {
  for (const entry of entries) {
    if (entry.kind === 'command' && entry.command === command) return entry;
    const inner = entry.kind === 'menu' ? find(entry.entries, command) : undefined;
    if (inner) return inner;
  }
  return undefined;
};

describe('the menu', () => {
  test('is in the language of the user, the field’s four streams among it', () => {
    expect(labels(menuTemplate(state))).toEqual(
      expect.arrayContaining(['&Proyek', 'Urungkan', 'Pengumpulan', 'Reduksi', 'Penyajian', 'Kesimpulan']),
    );
    expect(labels(menuTemplate({ ...state, language: 'en' }))).toEqual(
      expect.arrayContaining(['&Project', 'Undo', 'Collection', 'Reduction', 'Display', 'Conclusion']),
    );
  });

  test('without a project only what needs none can be chosen', () => {
    const entries = menuTemplate({ ...state, isOpen: false });
    const enabled = menuCommands(entries).filter((command) => find(entries, command)?.enabled);
    expect(enabled).toEqual([
      'project.new',
      'project.open',
      'project.openSample',
      'palette.open',
      'help.shortcuts',
      'settings.open',
    ]);
  });

  test('each command stands in it once, on every system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const commands = menuCommands(menuTemplate({ ...state, platform }));
      expect(new Set(commands).size).toBe(commands.length);
      expect(commands).toContain('settings.open');
    }
  });

  test('every command is one of the window’s own, with the same shortcut', () => {
    const folder = join(import.meta.dirname, '../../../../src/renderer');
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const shipped = new Map(
      [...source.matchAll(/^\s+id: '([\w.]+)',\n(?:(?!\s+(?:id|run):).*\n)*?\s+shortcut: '([^']+)'/gm)].map(
        ([, id, shortcut]) => [id, shortcut],
      ),
    );
    const entries = menuTemplate(state);
    for (const command of menuCommands(entries).filter((one) => !one.startsWith('area.'))) {
      expect(source, command).toContain(`id: '${command}'`);
      expect(find(entries, command)?.accelerator?.replace('CmdOrCtrl', 'Mod'), command).toBe(shipped.get(command));
    }
  });

  test('recent projects, ten at most', () => {
    const recent = Array.from({ length: 12 }, (_, at) => ({ path: `/p/${at}.simpul`, name: `Studi & ${at}` }));
    const [project] = menuTemplate({ ...state, recent });
    const list = project?.kind === 'menu' ? project.entries.find((entry) => entry.kind === 'menu') : undefined;
    expect(list?.kind === 'menu' && list.entries).toEqual(
      recent.slice(0, 10).map(({ path, name }) => ({ kind: 'recent', path, label: name })),
    );
  });

  test('macOS has its own first menu, and developer tools are for development', () => {
    expect(labels(menuTemplate({ ...state, platform: 'darwin' }))[0]).toBe('Simpul');
    expect(labels(menuTemplate(state))).not.toContain('Alat pengembang');
    expect(labels(menuTemplate({ ...state, development: true }))).toContain('Alat pengembang');
  });
});
