// Every plain text and DOCX transcript beside the checkout goes into one project, and `text` gives it back: for plain
// text byte for byte, for DOCX what an independent reading of its paragraphs gives.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { makeDesk } from '../support/cli-inside.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';

const folder = sharedPath('data', 'transcripts');
const files = folder
  ? ['txt', 'long', 'docx'].flatMap((part) =>
      readdirSync(join(folder, part))
        .filter((name) => /\.(txt|docx)$/.test(name))
        .map((name) => join(folder, part, name)),
    )
  : [];
const desk = makeDesk();
afterAll(desk.workshop.cleanUp);

test.skipIf(folder !== null)('skipped: ../shared not there', () => {
  sayMissing('data/transcripts');
  expect(files).toEqual([]);
});

describe.skipIf(folder === null)('transcripts', () => {
  const project = join(desk.workshop.folder, 'semua.simpul');
  type Report = {
    readonly files: readonly { readonly outcome: string; readonly document: string; readonly characters: number }[];
  };
  let report: Report = { files: [] };

  test('all of them are imported in one step, the longest included', async () => {
    await desk.json('new', project);
    report = await desk.json<Report>('import', project, ...files);
    expect(report.files.map(({ outcome }) => outcome)).toEqual(files.map(() => 'imported'));
    expect(files.length).toBeGreaterThan(25);
    expect(Math.max(...files.map((file) => statSync(file).size))).toBeGreaterThan(1_260_000);
    expect(await desk.json<readonly unknown[]>('history', project)).toHaveLength(1);
  });

  test.each(files.map((file, index) => [basename(file), file, index] as const))('%s', async (_, file, index) => {
    const { stdout, status } = await desk.run(['text', project, report.files[index]?.document ?? '']);
    expect(status).toBe(0);
    expect(stdout.length).toBe(report.files[index]?.characters);
    const wanted = extname(file) === '.txt' ? plainText(file) : paragraphsOf(file);
    // Not `toBe`: a difference in a million characters would be printed whole.
    expect({ same: stdout === wanted, firstDifference: differenceAt(stdout, wanted) }).toEqual({
      same: true,
      firstDifference: null,
    });
  });

  test('check finds nothing wrong', async () => {
    expect(await desk.json('check', project)).toMatchObject({
      ok: true,
      problems: [],
      checked: { documents: files.length },
    });
  });
});

/** The file's own text, its line ends normalised. */
function plainText(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** Paragraphs and runs read by pattern, quite unlike the importer's parser. Enough for these files; they have no fields or notes. */
function paragraphsOf(file: string): string {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml'] ?? new Uint8Array());
  const body = /<w:body>(.*)<\/w:body>/s.exec(xml)?.[1] ?? '';
  return [...body.matchAll(/<w:p(?: [^>]*)?(?:\/>|>(.*?)<\/w:p>)/gs)]
    .map(([, paragraph = '']) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)(?: [^>]*)?\/>/g)]
        .map(([, words, mark]) => words ?? (mark === 'tab' ? '\t' : '\u2028'))
        .join(''),
    )
    .join('\n')
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&')
    .normalize('NFC');
}

function differenceAt(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${at}: ${JSON.stringify(a.slice(at - 20, at + 40))} instead of ${JSON.stringify(b.slice(at - 20, at + 40))}`;
}
