// H1–H3: every exchange file of the hostile corpus, and mutants of good ones, through the real application: refused with
// a message of its own and not one byte of the project changed, or taken in and sound.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRefi } from '../../src/main/core/importers/refi/read-refi.ts';
import { ImportRefusal } from '../../src/main/core/importers/types.ts';
import { isMessageKey } from '../../src/shared/i18n/catalogue.ts';
import { casesOr } from '../support/cases.ts';
import { mergeFile, studyIn } from '../support/exchange.ts';
import { openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { hostileFiles, sayMissing, sharedPath } from '../support/shared-data.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject({ template: 'sample' });
});
afterEach(() => open.end());

const secretPath = '/tmp/simpul-canary-secret.txt';
const slipPath = '/tmp/simpul-canary-slip.txt';

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

describe('hostile exchange files', () => {
  const files = hostileFiles('qdpx', 'qdc');
  if (files.length === 0) test('skipped', () => sayMissing('hostile'));

  test.each(files.map((file) => [file.file, file] as const))('%s behaves as the manifest says', async (_, file) => {
    const before = hashOf(open.path);
    const start = performance.now();
    const outcome = await mergeFile(open, file.file, readFileSync(file.path)).then(
      (report) => ({ report, error: null }),
      (error: unknown) => ({ report: null, error }),
    );
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(existsSync(slipPath)).toBe(false);
    if (outcome.report === null) {
      expect(file.expect).not.toBe('ACCEPT');
      expect(outcome.error).toMatchObject({ code: 'import-refused' });
      expect(hashOf(open.path)).toBe(before);
      return;
    }
    expect(file.expect).not.toBe('REJECT');
    for (const { code } of outcome.report.notes) expect(isMessageKey(`interchange.note.${code}`)).toBe(true);
    const text = JSON.stringify(await studyIn(open));
    if (existsSync(secretPath)) expect(text).not.toContain(readFileSync(secretPath, 'utf8').trim());
    expect(text).not.toContain('SIMPUL-CANARY-SECRET');
    expect((await open.client.project.check({})).problems).toEqual([]);
    expect(open.workshop.faults).toEqual([]);
  });

  test('a coding that lies beyond its text is named with its source and its code', async () => {
    const path = sharedPath('hostile', 'files', 'qdpx', 'pos-beyond.qdpx');
    if (!path) return sayMissing('hostile');
    const { notes } = await mergeFile(open, 'pos-beyond.qdpx', readFileSync(path));
    const note = notes.find(({ code }) => code === 'position-repaired');
    expect(note?.count).toBe(1);
    expect(note?.details[0]).toMatch(/: ./);
  });
});

describe('mutants', () => {
  test.each([
    ['qualcoder-3.8.2-demo-valid.qdpx', 7],
    ['atlasti-8.4-missing-sources-capital-names.qdpx', 8],
    ['qualcoder-3.8.2-demo.qdc', 9],
  ] as const)('mutants of %s are read or refused, never a crash (H2)', (name, seed) => {
    const path = sharedPath('data', 'refi', name);
    if (!path) return sayMissing(`data/refi/${name}`);
    const bytes = readFileSync(path);
    const random = randomOf(seed);
    let read = 0;
    const cases = casesOr(40);
    for (let count = 0; count < cases; count += 1) {
      const mutant = count % 4 === 0 ? flipped(bytes, random) : mutatedXml(bytes, random);
      try {
        readRefi(mutant);
        read += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(ImportRefusal);
      }
    }
    expect(read).toBeGreaterThan(cases / 10);
  });
});

type Random = ReturnType<typeof randomOf>;

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const mutant = new Uint8Array(bytes);
  for (let count = 0; count < 5; count += 1) mutant[random.below(mutant.length)] = random.below(256);
  return mutant;
}

/** Changes the XML as a careless or a hostile writer would. */
function mutatedXml(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes[0] !== 0x50) return strToU8(mutatedText(new TextDecoder().decode(bytes), random));
  const entries = unzipSync(bytes);
  const name = Object.keys(entries).find((each) => each.toLowerCase().endsWith('.qde')) ?? '';
  const xml = new TextDecoder().decode(entries[name]);
  return zipSync({ ...entries, [name]: strToU8(mutatedText(xml, random)) }, { level: 0 });
}

function mutatedText(xml: string, random: Random): string {
  const tags = [...xml.matchAll(/<[^/!?][^>]*>/g)];
  const tag = random.pick(tags);
  const cut = (text: string): string => xml.slice(0, tag.index) + text + xml.slice(tag.index + tag[0].length);
  const attributes = [...tag[0].matchAll(/\s[\w:]+="[^"]*"/g)].map(([text]) => text);
  const attribute = attributes.length === 0 ? '' : random.pick(attributes);
  return random.pick([
    () => cut(''),
    () => cut(tag[0] + tag[0]),
    () => cut(tag[0].replace(attribute, '')),
    () => cut(tag[0].replace(/"[^"]*"$/m, '""')),
    () =>
      cut(
        tag[0].replace(
          attribute,
          attribute.replace(
            /"[^"]*"/,
            `"${random.pick(['-1', '', '__proto__', '99999999999999', 'NaN', '0x10', '🙂'])}"`,
          ),
        ),
      ),
    () => cut(tag[0].replace(/guid="[^"]*"/i, 'guid="00000000-0000-0000-0000-000000000000"')),
    () => xml.slice(0, random.below(xml.length)),
    () => xml.replaceAll('CodeRef', random.pick(['NoteRef', 'SourceRef', 'Nothing'])),
  ])();
}
