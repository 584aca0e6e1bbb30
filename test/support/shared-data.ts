// Real projects, transcripts and hostile files stand beside the checkout on some machines only; their licences
// differ, so they are never copied into the project. Tests that need them say so where they are missing.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';

const folder = join(root, '..', 'shared');

/** Path below `../shared`, or null where it is not there. */
export function sharedPath(...parts: readonly string[]): string | null {
  const path = join(folder, ...parts);
  return existsSync(path) ? path : null;
}

/** Says once, in the test's own output, what was not tested and why. */
export function sayMissing(what: string): void {
  console.log(`skipped: ../shared/${what} is not on this machine`);
}

export type HostileFile = {
  readonly file: string;
  readonly path: string;
  readonly format: string;
  readonly attack: string;
  readonly expect: 'ACCEPT' | 'REJECT' | 'SANITISE' | 'EITHER';
  readonly detail: string;
};

/** The lines of the hostile corpus for the given formats; empty where the corpus is missing. */
export function hostileFiles(...formats: readonly string[]): readonly HostileFile[] {
  const manifest = sharedPath('hostile', 'MANIFEST.tsv');
  if (!manifest) return [];
  return readFileSync(manifest, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([, format]) => format !== undefined && formats.includes(format))
    .map(([file = '', format = '', attack = '', expected = '', detail = '']) => ({
      file,
      path: join(folder, 'hostile', 'files', file),
      format,
      attack,
      expect: expected as HostileFile['expect'],
      detail,
    }));
}
