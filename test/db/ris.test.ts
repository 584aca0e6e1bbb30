// References (RIS): each a document with its title, authors, source and abstract, and variables to filter by; nothing of
// a reference is lost, and one that comes again is the same document.

import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRis } from '../../src/main/core/importers/studies/ris.ts';
import { ImportRefusal } from '../../src/main/core/importers/types.ts';
import { mergeFile } from '../support/exchange.ts';
import { generator, mutant } from '../support/mutants.ts';
import { openTestProject, type TestProject } from '../support/project.ts';
import { sayMissing, sharedPath } from '../support/shared-data.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject();
});
afterEach(() => open.end());

const one = [
  'TY  - JOUR',
  'TI  - Tata kelola desa',
  'T1  - Judul lain',
  'AU  - Sari, Rina',
  'AU  - Budi',
  'T2  - Jurnal Administrasi',
  'VL  - 7',
  'IS  - 2',
  'SP  - 10',
  'EP  - 21',
  'PY  - 2021',
  'DA  - 2021/03/05/',
  'DO  - https://doi.org/10.1/ABC',
  'AB  - Baris pertama',
  '  yang berlanjut.',
  'KW  - desa',
  'KW  - data',
  'ZZ  - apa saja',
  'ER  - ',
].join('\r\n');

describe('references', () => {
  test('are documents with text and variables; every other tag is kept as written', async () => {
    const report = await mergeFile(open, 'rujukan.ris', strToU8(`\uFEFF${one}\r\n\r\nTY  - BOOK\r\nAU  - Anonim\r\n`));
    expect(report.counts).toEqual({ sources: 2, variables: 6 });
    const [first, second] = await open.client.documents.list({});
    if (!first || !second) throw new Error('two references');
    expect(first).toMatchObject({ title: 'Tata kelola desa', kind: 'document', date: '2021-03-05' });
    expect((await open.client.documents.text({ documentId: first.guid })).text).toBe(
      'Tata kelola desa\nSari, Rina; Budi\nJurnal Administrasi, 7 (2), 10–21, 2021\nBaris pertama\n  yang berlanjut.\ndesa; data',
    );
    expect(first.description).toBe(
      'T1  - Judul lain\nDA  - 2021/03/05/\nDO  - https://doi.org/10.1/ABC\nZZ  - apa saja',
    );
    expect(second.title).toBe('Anonim');
    const variables = await open.client.variables.list({});
    expect(variables.map(({ name, type, scope }) => [name, type, scope])).toEqual([
      ['Authors', 'Text', 'document'],
      ['Year', 'Integer', 'document'],
      ['Type of reference', 'Text', 'document'],
      ['Published in', 'Text', 'document'],
      ['Keywords', 'Text', 'document'],
      ['DOI', 'Text', 'document'],
    ]);
    await open.client.history.undo({});
    expect(await open.client.documents.list({})).toEqual([]);
  });

  test('have variables named in the language of the study, not of the program; a name that a person gave stays', async () => {
    await open.client.project.update({ language: 'id' });
    await open.client.settings.set({ language: 'en' });
    await mergeFile(open, 'a.ris', strToU8(one));
    const names = async () => (await open.client.variables.list({})).map(({ name }) => name);
    expect(await names()).toEqual(['Penulis', 'Tahun', 'Jenis rujukan', 'Dimuat dalam', 'Kata kunci', 'DOI']);
    const [authors] = await open.client.variables.list({});
    if (!authors) throw new Error('there are variables');
    await open.client.variables.update({ variableId: authors.guid, name: 'Pengarang' });
    await mergeFile(open, 'a.ris', strToU8(one));
    expect((await names())[0]).toBe('Pengarang');
  });

  test('that come again are the same documents; a repetition in one file is told', async () => {
    await mergeFile(open, 'a.ris', strToU8(one));
    const again = one.replace('Tata kelola desa', 'Tata kelola kota').replace('https://doi.org/', '');
    const report = await mergeFile(open, 'a.ris', strToU8(`${again}\n\n${again}`));
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'reference-repeated', count: 1 }));
    expect((await open.client.documents.list({})).map(({ title }) => title)).toEqual(['Tata kelola kota']);
    expect((await open.client.project.check({})).problems).toEqual([]);
  });

  test('of the corpus all come in: counts in, counts out', async () => {
    const path = sharedPath('data', 'transcripts', 'ris', 'qualcoder-bibliography.ris');
    if (!path) return sayMissing('data/transcripts/ris');
    const bytes = readFileSync(path);
    const wanted = bytes.toString().match(/^TY {2}- /gm)?.length ?? 0;
    const report = await mergeFile(open, 'bibliography.ris', bytes);
    expect(wanted).toBeGreaterThan(2);
    expect(report.counts['sources']).toBe(wanted);
    expect(await open.client.documents.list({})).toHaveLength(wanted);
    // Every value of the file is in a text, a description or a variable.
    const documents = await open.client.documents.list({});
    const texts = await Promise.all(documents.map(({ guid }) => open.client.documents.text({ documentId: guid })));
    const all = [
      ...texts.map(({ text }) => text),
      ...documents.map(({ description }) => description),
      JSON.stringify((await open.client.variables.list({})).map((variable) => variable)),
    ].join('\n');
    for (const [, value = ''] of bytes.toString().matchAll(/^(?!TY|ER)[A-Z][A-Z0-9] {2}- (.+?)\r?$/gm)) {
      expect(all.includes(value.trim().replace(/\/+$/, '')), value).toBe(true);
    }
  });
});

test('another file is refused, and 200 damaged ones are read or refused (H2)', () => {
  const refused = (bytes: Uint8Array): string => {
    try {
      readRis(bytes, () => undefined);
      return 'read';
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      return error.code;
    }
  };
  expect(refused(strToU8('Hanya kata.\n'))).toBe('no-references');
  const random = generator(3);
  const outcomes = new Set<string>();
  for (let round = 0; round < 200; round += 1) outcomes.add(refused(mutant(strToU8(one), random)));
  expect(outcomes).toContain('read');
});
