// Files that pretend to be projects, and damaged projects (RELIABILITY R6, R8): refused by kind, never altered.

import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { sha256 } from '../../src/main/db/checksums.ts';
import { clientFor, makeWorkshop, openTestProject, randomOf } from '../support/project.ts';
import { hostileFiles, sayMissing } from '../support/shared-data.ts';

const files = hostileFiles('project').filter(({ file }) => file.endsWith('.simpul'));
if (files.length === 0) sayMissing('hostile');

describe('files that are no projects', () => {
  const workshop = makeWorkshop();
  afterAll(() => workshop.cleanUp());

  test.skipIf(files.length > 0)('skipped: ../shared not there', () => {
    expect(files).toEqual([]);
  });

  test.each(files.map((file) => [file.file, file] as const))('%s is refused and left as it was', async (_, file) => {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-hostile-'));
    const path = join(folder, basename(file.path));
    copyFileSync(file.path, path);
    for (const suffix of ['-wal', '-journal']) {
      if (existsSync(`${file.path}${suffix}`)) copyFileSync(`${file.path}${suffix}`, `${path}${suffix}`);
    }
    const before = sha256(readFileSync(path));
    const app = createApp(workshop.ports);
    const opening = clientFor(app).projects.open({ path });
    // None was made by this program, so EITHER ends in a refusal here too.
    await expect(opening).rejects.toMatchObject({ code: expect.stringMatching(/^project-/) as string });
    await app.close();
    expect(sha256(readFileSync(path))).toBe(before);
    expect(readdirSync(folder)).toEqual([basename(path)]);
    rmSync(folder, { recursive: true });
    expect(workshop.faults).toEqual([]);
  });
});

describe('a damaged project', () => {
  let original: Buffer;
  let folder: string;
  let codings: ReadonlyMap<string, string>;
  const workshop = makeWorkshop();

  beforeAll(async () => {
    const project = await openTestProject({ template: 'sample' });
    codings = new Map((await project.client.codings.list({})).map((coding) => [coding.guid, JSON.stringify(coding)]));
    await project.app.close();
    original = readFileSync(project.path);
    project.workshop.cleanUp();
    folder = mkdtempSync(join(tmpdir(), 'simpul-damaged-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
    workshop.cleanUp();
  });

  /** Opens the bytes. @returns the refusal's code, or what reads back differently though `check` is content */
  async function silentDifferences(bytes: Uint8Array, name: string): Promise<string | readonly string[]> {
    const { writeFileSync } = await import('node:fs');
    const path = join(folder, `${name}.simpul`);
    writeFileSync(path, bytes);
    const app = createApp(workshop.ports);
    const client = clientFor(app);
    try {
      await client.projects.open({ path });
      const { ok } = await client.project.check({});
      if (!ok) return 'named by check';
      const found = await client.codings.list({});
      const differing = found
        .filter((coding) => codings.get(coding.guid) !== JSON.stringify(coding))
        .map(({ guid }) => guid);
      return found.length === codings.size ? differing : [...differing, `${found.length} codings`];
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    } finally {
      await app.close();
      rmSync(path, { force: true });
    }
  }

  test('R6: no flipped bit changes a coding in silence (120 images)', async () => {
    const random = randomOf(6);
    const counts = new Map<string, number>();
    for (let image = 0; image < 120; image += 1) {
      const bytes = Buffer.from(original);
      const at = 100 + random.below(bytes.length - 100);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.below(8)), at);
      const result = await silentDifferences(bytes, 'flip');
      expect(Array.isArray(result) ? result : []).toEqual([]);
      const kind = typeof result === 'string' ? result : 'untouched';
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    console.log(`bit flips: ${JSON.stringify(Object.fromEntries(counts))}, changed in silence: 0`);
    expect(counts.get('internal') ?? 0).toBe(0);
  });

  test('R6: truncated, emptied and zero-filled files are refused', async () => {
    const results = [
      await silentDifferences(original.subarray(0, 0), 'empty'),
      await silentDifferences(new Uint8Array(original.length), 'zeros'),
      await silentDifferences(original.subarray(0, 100), 'header'),
      await silentDifferences(original.subarray(0, original.length - 4096), 'short'),
      await silentDifferences(original.subarray(0, original.length >> 1), 'half'),
    ];
    expect(results).toEqual([
      'project-empty-file',
      'project-damaged',
      'project-damaged',
      'project-damaged',
      'project-damaged',
    ]);
  });
});
