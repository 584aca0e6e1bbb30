// `import` of documents: a plan changes nothing, one file becomes several, other programs' own files say what to do.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeDesk } from '../support/cli-inside.ts';

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const at = (name: string): string => join(desk.workshop.folder, name);

test('a file is planned, then split by heading, marker, expression and speaker', async () => {
  await desk.json('new', at('a.simpul'));
  writeFileSync(at('fgd.txt'), '# Ana\nsatu\n# Budi\ndua\n');
  const before = readFileSync(at('a.simpul'));
  const plan = await desk.run(['import', at('a.simpul'), at('fgd.txt'), '--plan', '--split-heading', '1']);
  expect(plan).toMatchObject({ status: 0, stderr: '' });
  expect(plan.stdout).toContain('TXT');
  expect(plan.stdout).toMatch(/10 +Ana\n11 +Budi\n/);
  expect(Buffer.compare(readFileSync(at('a.simpul')), before)).toBe(0);

  writeFileSync(at('marked.txt'), '=== Ana\nsatu\n=== Budi\ndua');
  writeFileSync(at('numbered.txt'), 'No. 1 (Cici)\nsatu\nNo. 2 (Dedi)\ndua');
  writeFileSync(at('talk.txt'), 'Eka: satu\nFajar: dua\nEka: tiga\nFajar: empat');
  for (const [file, ...options] of [
    ['fgd.txt', '--split-heading', '1'],
    ['marked.txt', '--split-marker', '==='],
    ['numbered.txt', '--split-pattern', String.raw`^No\. \d+ \((.+)\)$`],
    ['talk.txt', '--split-speakers'],
  ]) {
    await desk.json('import', at('a.simpul'), at(file ?? ''), ...options);
  }
  const listed = await desk.json<readonly { readonly title: string }[]>('documents', at('a.simpul'));
  expect(listed.map(({ title }) => title)).toEqual([
    'Ana',
    'Budi',
    'Ana',
    'Budi',
    'Cici',
    'Dedi',
    'Eka',
    'Fajar',
    'Eka (2)',
    'Fajar (2)',
  ]);
  const twice = ['import', at('a.simpul'), at('fgd.txt'), '--split-marker', 'x', '--split-speakers'];
  expect(await desk.run(twice)).toMatchObject({ status: 2, stdout: '' });
}, 120_000);

test('files that only their own programs read say how to get out what Simpul reads', async () => {
  const project = at('b.simpul');
  await desk.json('new', project);
  for (const [name, program] of [
    ['a.nvp', 'NVivo'],
    ['a.nvpx', 'NVivo'],
    ['a.atlproj', 'ATLAS.ti'],
    ['a.atlproj23', 'ATLAS.ti'],
    ['a.mx22', 'MAXQDA'],
    ['a.mx24', 'MAXQDA'],
    ['a.ppj', 'QDA Miner'],
    ['a.wpj', 'QDA Miner'],
  ] as const) {
    const path = at(name);
    writeFileSync(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
    const answer = await desk.run(['import', project, path]);
    expect(answer, name).toMatchObject({ status: 1, stdout: '' });
    expect(answer.stderr, name).toContain(program);
    expect(answer.stderr, name).toMatch(/\.qdpx/i);
  }
}, 120_000);

test('what a survey is can be said: delimiter, decimal sign, types and roles', async () => {
  const project = at('survey.simpul');
  await desk.json('new', project);
  writeFileSync(at('s.csv'), 'Nama|Skor|Kode\nRina|1,250|007\nBudi|2,500|012\n');
  const plan = ['import', project, at('s.csv'), '--delimiter', '|', '--decimal', 'comma', '--type', 'Kode=Text'];
  const planned = await desk.json<{
    readonly files: readonly { readonly decimal: string; readonly columns: readonly { readonly type: string }[] }[];
  }>(...plan, '--plan');
  expect(planned.files[0]).toMatchObject({ delimiter: '|', decimal: 'comma' });
  expect(planned.files[0]?.columns.map(({ type }) => type)).toEqual(['Text', 'Float', 'Text']);
  await desk.json(...plan);
  const cases = await desk.json<
    readonly { readonly name: string; readonly values: readonly { readonly value: string }[] }[]
  >('cases', project);
  expect(cases.map(({ name, values }) => [name, ...values.map(({ value }) => value)])).toEqual([
    ['Rina', '1.25', '007'],
    ['Budi', '2.5', '012'],
  ]);
  for (const wrong of [
    ['--type', 'Kode=Teks'],
    ['--delimiter', '||'],
    ['--column', 'Kode=apa'],
  ]) {
    expect(await desk.run(['import', project, at('s.csv'), ...wrong]), wrong.join(' ')).toMatchObject({
      status: 2,
      stdout: '',
    });
  }
}, 120_000);

test('of what is the same by name, what is kept apart stays two', async () => {
  const project = at('apart.simpul');
  await desk.json('new', project);
  writeFileSync(at('one.csv'), 'name\nHambatan\nWarga\n');
  await desk.json('codebook', 'import', project, at('one.csv'));
  const guid = 'AAAAAAAA-0000-4000-8000-000000000001';
  writeFileSync(
    at('two.qdc'),
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid}" name="Hambatan" isCodable="true"/></Codes></CodeBook>`,
  );
  const plan = await desk.run(['codebook', 'import', project, at('two.qdc'), '--match', 'names', '--plan']);
  expect(plan.stdout).toContain(guid);
  const merge = ['codebook', 'import', project, at('two.qdc'), '--match', 'names', '--apart'];
  expect(await desk.run([...merge, 'bukan'])).toMatchObject({ status: 2, stdout: '' });
  await desk.json(...merge, `{${guid.toLowerCase()}}`);
  const codes = await desk.json<readonly { readonly name: string }[]>('codes', project);
  expect(codes.map(({ name }) => name)).toEqual(['Hambatan', 'Warga', 'Hambatan']);
}, 120_000);
