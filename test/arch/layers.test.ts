// Who may import whom (ARCHITECTURE.md, "Layers"), read from the import statements of every source file.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/project.ts';

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const files = sourceFiles(join(root, 'src'));
const imports = files.flatMap(importsOf);

/** Folder prefix → what its files may import, besides themselves. Longest prefix wins. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/shared/domain': ['src/shared/domain'],
  'src/shared/contract': ['src/shared/domain', 'npm:zod'],
  'src/shared/i18n': ['src/shared/contract', 'src/shared/domain'],
  'src/main/platform': ['src/main/core/ports.ts', 'src/shared', 'node:'],
  'src/main/db': ['src/shared', 'node:', 'npm:better-sqlite3'],
  'src/main/analysis': ['src/main/db', 'src/main/core', 'src/shared', 'node:'],
  'src/main/core': ['src/main/db', 'src/main/platform', 'src/main/analysis', 'src/shared', 'node:', 'npm:'],
  'src/main/hosts/browser': ['src/main/core', 'src/main/platform', 'src/shared', 'node:', 'npm:zod'],
  'src/main/hosts/electron': ['src/main/core', 'src/main/platform', 'src/shared', 'node:', 'npm:electron', 'npm:zod'],
  'src/main/hosts/cli': ['src/main/core', 'src/main/platform', 'src/shared', 'node:', 'npm:commander', 'npm:zod'],
  'src/main/hosts': ['src/main/hosts', 'src/main/core', 'src/main/platform', 'src/shared', 'node:'],
  'src/main': ['src/main/hosts'],
  // How a shortcut is written is a fact about keys, not about commands.
  'src/renderer/ui': [
    'src/renderer/services',
    'src/renderer/commands/shortcut.ts',
    'src/renderer/styles',
    'src/shared',
    'npm:',
  ],
  'src/renderer/styles': [],
  'src/renderer/services': ['src/shared', 'npm:'],
  'src/renderer/commands': ['src/renderer/ui', 'src/renderer/services', 'src/shared', 'npm:'],
  'src/renderer/editor': ['src/shared', 'npm:', 'src/renderer/services', 'src/renderer/styles'],
  'src/renderer/parts': ['src/renderer/ui', 'src/renderer/services', 'src/renderer/commands', 'src/shared', 'npm:'],
  'src/renderer/features': [
    'src/renderer/ui',
    'src/renderer/parts',
    'src/renderer/services',
    'src/renderer/commands',
    'src/renderer/styles',
    'src/shared',
    'npm:',
  ],
  'src/renderer/features/code': [
    'src/renderer/editor',
    'src/renderer/ui',
    'src/renderer/parts',
    'src/renderer/services',
    'src/renderer/commands',
    'src/shared',
    'npm:',
  ],
  'src/renderer': ['src/renderer', 'src/shared', 'npm:'],
};

/** Libraries that only one place may know. */
const keptTo: Readonly<Record<string, string>> = {
  electron: 'src/main/hosts/electron',
  'better-sqlite3': 'src/main/db',
  lexical: 'src/renderer/editor',
  commander: 'src/main/hosts/cli',
};

describe('layers', () => {
  test('every import is one its layer allows', () => {
    const broken = imports.filter((edge) => !isAllowed(edge)).map(({ from, to }) => `${from} → ${to}`);
    expect(broken).toEqual([]);
  });

  test('a library that only one place may know is imported nowhere else', () => {
    const broken = imports.flatMap(({ from, to }) => {
      const library = to.startsWith('npm:') ? (to.slice(4).split('/')[0] ?? '') : '';
      const home = keptTo[library] ?? (to.startsWith('npm:@lexical/') ? keptTo['lexical'] : undefined);
      return home !== undefined && !from.startsWith(`${home}/`) ? [`${from} → ${to}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('no feature of the window imports another', () => {
    const featureOf = (path: string) => /^src\/renderer\/features\/([^/]+)/.exec(path)?.[1];
    const broken = imports.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test('the network is known to the browser host alone, and to the window only through its own origin', () => {
    const networkModules = /^node:(http|https|http2|net|tls|dgram|dns)/;
    const broken = imports.filter(
      ({ from, to, typeOnly }) => networkModules.test(to) && !typeOnly && !from.startsWith('src/main/hosts/browser/'),
    );
    expect(broken.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const callers = files.filter((file) =>
      /(?<![.\w] *)(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\((?!\w*:)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(callers.filter((file) => !file.startsWith('src/renderer/services/'))).toEqual([]);
  });

  test('the checks above would notice (negative control)', () => {
    expect(isAllowed({ from: 'src/shared/domain/x.ts', to: 'node:fs', typeOnly: false })).toBe(false);
    expect(
      isAllowed({ from: 'src/main/hosts/cli/x.ts', to: 'src/main/hosts/browser/server.ts', typeOnly: false }),
    ).toBe(false);
    expect(isAllowed({ from: 'src/renderer/ui/x.tsx', to: 'src/main/core/app.ts', typeOnly: false })).toBe(false);
    expect(imports.length).toBeGreaterThan(300);
  });
});

describe('sizes', () => {
  const limits = (file: string) => (file.endsWith('.tsx') ? 200 : 400);

  test('modules have at most 400 lines and components 200', () => {
    const long = files
      .filter((file) => !file.includes('/i18n/'))
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
      .filter(({ file, lines }) => lines > limits(file))
      .map(({ file, lines }) => `${file}: ${lines}`);
    expect(long).toEqual([]);
  });
});

describe('words', () => {
  test('nothing is left unfinished or silenced', () => {
    const pattern =
      /\b(TODO|FIXME|XXX)\b|not implemented|@ts-(ignore|nocheck|expect-error)|(ox|es)lint-disable|\bas any\b|: any(?=[;,)\]=>])/;
    const found = [...files, ...sourceFiles(join(root, 'test'))]
      .filter((file) => !file.endsWith('layers.test.ts'))
      .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual([]);
  });
});

function isAllowed({ from, to }: Import): boolean {
  const prefix = Object.keys(allowed)
    .filter((folder) => from.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return false;
  return [prefix, ...(allowed[prefix] ?? [])].some(
    (place) => to === place || to.startsWith(place.endsWith(':') ? place : `${place}/`),
  );
}

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = source.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...statements].map(([, typeOnly, plain, dynamic]) => ({
    from: file,
    to: targetOf(file, plain ?? dynamic ?? ''),
    typeOnly: typeOnly !== undefined,
  }));
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier));
  return specifier.startsWith('node:') ? specifier : `npm:${specifier}`;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [relative(root, path)] : [];
  });
}
