// METHODS 2.9, from coded texts to what `agreement` prints: 1,000 characters, both 50, A only 100, B only 50.

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AgreementResult } from '../../src/shared/contract/analysis-agreement.ts';
import type { OutputOf } from '../../src/shared/contract/contract.ts';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
const study = join(desk.workshop.folder, 'dua.simpul');
afterAll(desk.workshop.cleanUp);

async function ask(requests: readonly object[]): Promise<readonly string[]> {
  const input = requests.map((request, id) => `${JSON.stringify({ id, ...request })}\n`).join('');
  const { stdout } = await desk.run(['batch', study], { input });
  const answers = stdout.trimEnd().split('\n');
  return answers.map((line) => (JSON.parse(line) as { value: { guid?: string } }).value.guid ?? '');
}

/** Ten lines of 99 characters and their line ends; the last text holds what only the first has read. */
const text = `${Array.from({ length: 10 }, (_, k) => `${k}`.repeat(99)).join('\n')}.`;
const [first, second] = ['Sari, M.Si', 'Budi'];

beforeAll(async () => {
  await desk.json('new', study);
  const [documentId, other, codeId, unused, one, two] = await ask([
    { method: 'documents.create', input: { title: 'Teks', text } },
    { method: 'documents.create', input: { title: 'Lain', text: 'Tidak dibaca Budi.' } },
    { method: 'codes.create', input: { name: 'Koordinasi' } },
    { method: 'codes.create', input: { name: 'Tak terpakai' } },
    ...[first, second].map((name, k) => ({
      method: 'coders.create',
      input: { name, initials: `K${k}`, color: '#123456' },
    })),
  ]);
  expect(unused).not.toBe('');
  const at = { documentId, codeId };
  const made = await ask([
    { method: 'codings.create', input: { ...at, start: 100, end: 250, coderId: one } },
    { method: 'codings.create', input: { ...at, start: 200, end: 300, coderId: two } },
    { method: 'codings.create', input: { documentId: other, codeId, start: 0, end: 5, coderId: one } },
  ]);
  expect(made.every((guid) => guid !== '')).toBe(true);
});

const agreement = (...more: readonly string[]) =>
  desk.json<AgreementResult>('agreement', study, '--coders', `${first},${second}`, ...more);

test('the fixture at level character, with the table, and κ as it should be', async () => {
  const { units, perCode, overall, coders, cautions, oneCoderDocuments, provenance } = await agreement('--shared');
  expect([units, oneCoderDocuments, cautions]).toEqual([1000, 1, []]);
  expect(coders.map(({ name }) => name)).toEqual([first, second]);
  const [row, unused] = perCode;
  expect(row).toMatchObject({ a: 50, b: 100, c: 50, d: 800, path: ['Koordinasi'] });
  const figures = [row?.observed, row?.freeMarginal, row?.scottPi, row?.kappa, row?.alpha, row?.ac1, row?.positive];
  const expected = [0.85, 0.7, 0.314286, 0.318182, 0.314629, 0.808, 0.4];
  figures.forEach((value, k) => expect(value).toBeCloseTo(expected[k] ?? Number.NaN, k === 5 ? 3 : 6));
  expect(row?.expected.kappa).toBeCloseTo(0.15 * 0.1 + 0.85 * 0.9, 12);
  // A code that nobody used: κ, π, α and positive agreement are 0/0.
  expect(unused).toMatchObject({
    observed: 1,
    kappa: null,
    scottPi: null,
    alpha: null,
    positive: null,
    unitising: null,
  });
  expect(overall).toMatchObject({ a: 50, b: 100, c: 50, d: 1800, segmentKappa: null });
  expect(provenance).toMatchObject({
    method: 'analysis.agreement level=character mode=touch documents=shared',
    documents: 1,
    coders: 2,
  });
});

test('all documents: what one has not read counts as disagreement, and that is said', async () => {
  const result = await agreement('--level', 'document');
  expect(result).toMatchObject({ units: 2, cautions: ['one-coder-documents'] });
  expect(result.perCode[0]).toMatchObject({ a: 1, b: 1, c: 0, d: 0 });
  const { stderr, stdout } = await desk.run(['agreement', study, '--coders', first, second, '--level', 'document']);
  expect(stderr).toContain('In 1 document only one of the two has coded');
  expect(stdout).toContain('Koordinasi');
});

test('levels: paragraphs touched and covered, and codings that lie in nearly the same place', async () => {
  const touched = await agreement('--level', 'paragraph', '--shared');
  expect(touched.perCode[0]).toMatchObject({ a: 1, b: 1, c: 0, d: 8 });
  const covered = await agreement('--level', 'paragraph', '--mode', 'cover', '--cover', '90', '--shared');
  expect(covered).toMatchObject({ mode: 'cover 90%' });
  expect(covered.perCode[0]).toMatchObject({ a: 0, b: 1, c: 1, d: 8 });
  const apart = await agreement('--level', 'overlap', '--shared');
  expect(apart).toMatchObject({ units: null, mode: 'overlap 90%', cautions: ['no-neither'] });
  expect(apart.perCode[0]).toMatchObject({ a: 0, b: 1, c: 1, d: null, observed: 0, kappa: null });
  const near = await agreement('--level', 'overlap', '--overlap', '30', '--shared');
  expect(near.overall).toMatchObject({ a: 1, b: 0, c: 0, observed: 1 });
});

test('the places behind a cell', async () => {
  type Places = OutputOf<'analysis.agreementPlaces'>;
  const places = (finding: string) =>
    desk.json<Places>(
      'agreement',
      study,
      '--coders',
      first,
      second,
      '--shared',
      '--places',
      'Koordinasi',
      '--finding',
      finding,
    );
  const both = await places('both');
  expect(both).toMatchObject({ total: 1, places: [{ title: 'Teks', start: 200, end: 250 }] });
  expect(both.places[0]?.quote).toBe(text.slice(200, 250));
  expect(both.places[0]?.codings).toHaveLength(2);
  expect((await places('first')).places).toMatchObject([{ start: 100, end: 200 }]);
  expect((await places('second')).places).toMatchObject([{ start: 250, end: 300 }]);
});

test('one coder, three, or one twice is refused in one sentence', async () => {
  const refused = async (...coders: readonly string[]) => desk.run(['agreement', study, '--coders', ...coders]);
  expect(await refused(second)).toMatchObject({ status: 2, stdout: '' });
  expect(await refused(first, second, first)).toMatchObject({ status: 2, stdout: '' });
  expect(await refused(`${second},Tidak ada`)).toMatchObject({ status: 1, stdout: '' });
  expect(await refused(second, second)).toMatchObject({ status: 1, stdout: '' });
});
