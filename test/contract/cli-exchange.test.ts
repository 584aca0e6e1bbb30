// `import` of a project of another program, `export` of ours, codebooks as QDC, on the command line.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDesk } from '../support/cli-inside.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';

const desk = makeDesk();
afterAll(desk.workshop.cleanUp);
const at = (name: string): string => join(desk.workshop.folder, name);

beforeAll(async () => {
  await desk.json('new', at('satu.simpul'), '--template', 'sample');
  await desk.json('new', at('dua.simpul'));
});

type Listed = readonly { readonly guid: string }[];
type Merged = {
  readonly files: readonly {
    readonly outcome: string;
    readonly changes: readonly { readonly kind: string; readonly added: number }[];
  }[];
};

describe('exchange', () => {
  test('a project goes out as QDPX and comes into another one whole', async () => {
    await desk.json('export', at('satu.simpul'), at('satu.qdpx'));
    expect(readFileSync(at('satu.qdpx')).subarray(0, 2).toString()).toBe('PK');
    const plan = await desk.json<Merged>('import', at('dua.simpul'), at('satu.qdpx'), '--plan');
    expect(plan.files.map(({ outcome }) => outcome)).toEqual(['planned']);
    expect(await desk.json<Listed>('documents', at('dua.simpul'))).toEqual([]);
    const merged = await desk.json<Merged>('import', at('dua.simpul'), at('satu.qdpx'));
    expect(merged.files.map(({ outcome }) => outcome)).toEqual(['imported']);
    for (const list of ['documents', 'codes', 'codings', 'cases', 'variables', 'memos', 'coders']) {
      expect(await desk.json(list, at('dua.simpul'))).toEqual(await desk.json(list, at('satu.simpul')));
    }
    expect(await desk.json('check', at('dua.simpul'))).toMatchObject({ ok: true });
  });

  test('good files come in beside a refused one, and the status says so', async () => {
    await desk.json('new', at('tiga.simpul'));
    writeFileSync(at('rusak.qdpx'), 'bukan arsip');
    writeFileSync(at('teks.txt'), 'Isi.\n');
    const { status, stdout, stderr } = await desk.run([
      'import',
      at('tiga.simpul'),
      at('rusak.qdpx'),
      at('satu.qdpx'),
      at('teks.txt'),
      '--json',
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^simpul: import-refused: .*rusak\.qdpx: [A-Z]/);
    expect((JSON.parse(stdout) as Merged).files.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'imported',
      'imported',
    ]);
  });

  test('a codebook goes out as QDC and comes in again', async () => {
    await desk.json('new', at('empat.simpul'));
    await desk.json('codebook', 'export', at('satu.simpul'), at('buku.qdc'));
    await desk.json('codebook', 'import', at('empat.simpul'), at('buku.qdc'));
    const names = async (project: string) =>
      (await desk.json<readonly { readonly path: readonly string[] }[]>('codes', project)).map(({ path }) => path);
    expect(await names(at('empat.simpul'))).toEqual(await names(at('satu.simpul')));
  });

  test('codings of another program stand at their words', async () => {
    const file = sharedPath('data', 'refi', 'qc-1.3.2-demo.qdpx');
    if (!file) return sayMissing('data/refi/qc-1.3.2-demo.qdpx');
    await desk.json('new', at('lima.simpul'));
    await desk.json('import', at('lima.simpul'), file);
    const codings = await desk.json<readonly { readonly quote: string }[]>('codings', at('lima.simpul'));
    expect(codings).toHaveLength(205);
    expect(codings.filter(({ quote }) => quote.includes('\n')).length).toBeGreaterThan(100);
  });
});

describe('codebooks as tables and references', () => {
  test('codebook import takes CSV; a plan changes nothing; import takes RIS', async () => {
    await desk.json('new', at('tabel.simpul'));
    writeFileSync(at('buku.csv'), 'Jalur;Definisi\nInovasi / Langkah;Mencoba dulu\n');
    const plan = await desk.json<Merged>('codebook', 'import', at('tabel.simpul'), at('buku.csv'), '--plan');
    expect(plan.files[0]).toMatchObject({ outcome: 'planned' });
    expect(await desk.json<Listed>('codes', at('tabel.simpul'))).toEqual([]);
    await desk.json('codebook', 'import', at('tabel.simpul'), at('buku.csv'));
    expect(await desk.json('codes', at('tabel.simpul'))).toMatchObject([
      { path: ['Inovasi'] },
      { path: ['Inovasi', 'Langkah'], description: 'Mencoba dulu' },
    ]);
    writeFileSync(at('a.ris'), 'TY  - BOOK\nTI  - Judul\nER  - \n');
    const merged = await desk.json<Merged>('import', at('tabel.simpul'), at('a.ris'));
    expect(merged.files[0]).toMatchObject({ outcome: 'imported' });
    expect(await desk.json('documents', at('tabel.simpul'))).toMatchObject([{ title: 'Judul' }]);
    const { status, stderr } = await desk.run(['codebook', 'import', at('tabel.simpul'), at('a.ris')]);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('.xlsx') });
  });
});
