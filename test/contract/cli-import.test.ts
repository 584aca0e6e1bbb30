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
