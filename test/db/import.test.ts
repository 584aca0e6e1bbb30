// Importing: what stands in the file afterwards, and that several files at once are one step, in their order.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { strToU8 } from 'fflate';
import { unpackUnits } from '../../src/main/db/packed-units.ts';
import { sha256 } from '../../src/main/db/checksums.ts';
import { sql } from '../../src/main/db/database.ts';
import { storedText } from '../../src/main/db/stored-text.ts';
import { sentenceUnits } from '../../src/shared/domain/analysis/sentences.ts';
import { paragraphUnits } from '../../src/shared/domain/analysis/units.ts';
import { wordUnits } from '../../src/shared/domain/analysis/words.ts';
import { paragraphStartsOf } from '../../src/shared/domain/text.ts';
import { docx } from '../support/docx-builder.ts';
import { openRaw, openTestProject, type TestProject } from '../support/project.ts';

let project: TestProject;
beforeEach(async () => {
  project = await openTestProject();
});
afterEach(() => project.end());

const hold = (name: string, content: string) => ({
  name,
  token: project.app.files.hold({ name, mediaType: 'text/plain', bytes: strToU8(content) }),
});

type Row = {
  readonly title: string;
  readonly text: string;
  readonly characters: number;
  readonly hash: string;
  readonly paragraphs: Uint8Array;
  readonly sentences: Uint8Array;
  readonly words: Uint8Array;
  readonly bytes: Uint8Array;
  readonly fileHash: string;
};

async function storedRows(): Promise<readonly Row[]> {
  await project.client.projects.close({});
  const db = await openRaw(project.path);
  try {
    return db.all<Row>(sql`
      SELECT d.title, t.text, t.characters, t.sha256 AS hash, s.paragraphs, s.sentences, s.words, o.bytes,
        o.sha256 AS fileHash
      FROM document AS d JOIN document_text AS t ON t.id = d.id JOIN text_structure AS s ON s.id = d.id
      JOIN original_file AS o ON o.id = d.original_id ORDER BY d.position`);
  } finally {
    db.close();
  }
}

const contents = [
  'Satu. Dua orang.\n\nTiga?',
  '\uFEFFBaris\r\nlain e\u0301\u2028akhir.',
  '😀 “Ya.” Drs. Ahmad.',
  'x'.repeat(70_000),
];

describe('importing', () => {
  test('stores the file, its text, and the structure of that text', async () => {
    await project.client.documents.import({ files: contents.map((content, k) => hold(`file ${k}.txt`, content)) });
    const rows = await storedRows();
    expect(rows.map(({ title }) => title)).toEqual(['file 0', 'file 1', 'file 2', 'file 3']);
    expect(rows[1]?.text).toBe('Baris\nlain é\nakhir.');
    for (const [k, { text, ...row }] of rows.entries()) {
      const file = strToU8(contents[k] ?? '');
      expect(row).toMatchObject({ characters: text.length, hash: sha256(text), fileHash: sha256(file) });
      expect(Buffer.compare(row.bytes, file)).toBe(0);
      expect(unpackUnits(row.paragraphs)).toEqual(paragraphUnits(paragraphStartsOf(text), text.length));
      expect(unpackUnits(row.sentences)).toEqual(sentenceUnits(text));
      expect(unpackUnits(row.words)).toEqual(wordUnits(text));
    }
  });

  test('of many files keeps the order in which they were named, whichever is read first', async () => {
    const names = Array.from({ length: 30 }, (_, k) => `file ${k}.txt`);
    const { files } = await project.client.documents.import({
      files: names.map((name, k) => hold(name, `Kata. ${'lagi '.repeat((k % 3) * 20_000)}${k}`)),
    });
    expect(files.map(({ file }) => file)).toEqual(names);
    const listed = await project.client.documents.list({});
    expect(listed.map(({ guid }) => guid)).toEqual(files.map(({ document }) => document));
    expect(listed.map(({ title }) => `${title}.txt`)).toEqual(names);
  });

  test('is one step, which undo takes back and redo brings back whole', async () => {
    await project.client.documents.import({
      files: [hold('a.txt', 'Satu.'), hold('b.docx', 'PK'), hold('c.txt', 'Dua.')],
    });
    expect(await project.client.documents.list({})).toHaveLength(2);
    await project.client.history.undo({});
    expect(await project.client.documents.list({})).toEqual([]);
    await project.client.history.redo({});
    const rows = await storedRows();
    expect(rows.map(({ text }) => text)).toEqual(['Satu.', 'Dua.']);
    expect(rows.map(({ sentences }) => unpackUnits(sentences))).toEqual(['Satu.', 'Dua.'].map(sentenceUnits));
  });

  test('of a file that was not handed over changes nothing, and reads no further', async () => {
    const kept = hold('c.txt', 'Tiga.');
    const importing = project.client.documents.import({
      files: [hold('a.txt', 'Satu.'), { name: 'b.txt', token: 'no-such-file' }, hold('d.txt', 'Empat.'), kept],
    });
    await expect(importing).rejects.toMatchObject({ code: 'file-not-handed-over' });
    expect(await project.client.documents.list({})).toEqual([]);
    // What was not begun is still there to be imported.
    const { files } = await project.client.documents.import({ files: [kept] });
    expect(files).toMatchObject([{ outcome: 'imported' }]);
  });

  test('keeps a file once that comes twice', async () => {
    await project.client.documents.import({ files: [hold('a.txt', 'Satu.'), hold('b.txt', 'Satu.')] });
    expect(await storedRows()).toHaveLength(2);
    const db = await openRaw(project.path);
    expect(db.all(sql`SELECT name FROM original_file`)).toEqual([{ name: 'a.txt' }]);
    db.close();
  });
});

test.each(['', '\uFEFFa', 'é😀\u2028\n日本'])('a text is stored in the very bytes of its UTF-8: %j', (text) => {
  const { bytes, characters, sha256: hash } = storedText(text);
  expect(Buffer.compare(bytes, Buffer.from(text))).toBe(0);
  expect(bytes.buffer.byteLength).toBe(bytes.byteLength);
  expect({ characters, hash }).toEqual({ characters: text.length, hash: sha256(text) });
});

test('comments become memos on their passages where a person asks for them, in the same undoable step (P5)', async () => {
  const bytes = docx({
    body:
      '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Saya kaget</w:t></w:r><w:commentRangeEnd w:id="0"/>' +
      '<w:r><w:commentReference w:id="0"/><w:t>.</w:t></w:r></w:p>',
    comments: '<w:comment w:id="0" w:author="Rina"><w:p><w:r><w:t>Tanya lagi</w:t></w:r></w:p></w:comment>',
  });
  const file = () => ({ name: 'a.docx', token: project.app.files.hold({ name: 'a.docx', mediaType: '', bytes }) });
  await project.client.documents.import({ files: [file()] });
  expect(await project.client.memos.list({})).toEqual([]);

  const { files } = await project.client.documents.import({ files: [file()], comments: 'memos' });
  const [memo] = await project.client.memos.list({});
  expect(memo).toMatchObject({
    title: 'Rina',
    body: 'Tanya lagi',
    targets: [{ kind: 'passage', guid: files[0]?.document, start: 0, end: 'Saya kaget'.length }],
  });
  await project.client.history.undo({});
  expect(await project.client.memos.list({})).toEqual([]);
  expect(await project.client.documents.list({})).toHaveLength(1);
});

test('an encoding that a person chooses goes before the guess; one that nobody reads is refused', async () => {
  const bytes = Uint8Array.of(0xef, 0xf0, 0xe8);
  const file = () => ({ name: 'a.txt', token: project.app.files.hold({ name: 'a.txt', mediaType: '', bytes }) });
  const { files } = await project.client.documents.import({ files: [file()], encoding: 'windows-1251' });
  const documentId = files[0]?.document;
  if (!documentId) throw new Error('not imported');
  expect((await project.client.documents.text({ documentId })).text).toBe('при');
  await expect(project.client.documents.import({ files: [file()], encoding: 'ebcdic' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});
