// Merging an exchange file into a project that lives: by GUID, then by what is called the same; a plan that changes
// nothing; one step that undo takes back whole; and a question before much goes.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportFile, mergeFile, studyIn } from '../support/exchange.ts';
import { openRaw, openTestProject, type TestProject } from '../support/project.ts';
import { brokenCodings, trackedRows } from '../support/rows.ts';

let open: TestProject;
beforeEach(async () => {
  open = await openTestProject({ template: 'sample' });
});
afterEach(() => open.end());

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The project's own file, changed as by a colleague with another program. */
async function colleague(change: (xml: string) => string, texts: (text: string) => string = (text) => text) {
  const { bytes } = await exportFile(open);
  const entries = unzipSync(bytes);
  const changed = Object.entries(entries).flatMap(([name, content]): [string, Uint8Array][] => {
    if (name === 'simpul.json') return [];
    if (name === 'project.qde') return [[name, strToU8(change(strFromU8(content)))]];
    return [[name, strToU8(texts(strFromU8(content)))]];
  });
  return zipSync(Object.fromEntries(changed));
}

async function rows() {
  await open.client.projects.close({});
  const db = await openRaw(open.path);
  try {
    return { rows: trackedRows(db), broken: brokenCodings(db) };
  } finally {
    db.close();
    await open.client.projects.open({ path: open.path });
  }
}

const total = (changes: readonly { readonly added: number; readonly changed: number; readonly removed: number }[]) =>
  changes.reduce((sum, { added, changed, removed }) => sum + added + changed + removed, 0);

describe('merge', () => {
  test('the same file again changes nothing but the list of reports', async () => {
    const one = await studyIn(open);
    const { bytes } = await exportFile(open);
    const report = await mergeFile(open, 'same.qdpx', bytes);
    expect(total(report.changes)).toBe(0);
    expect(await studyIn(open)).toEqual(one);
    expect((await open.client.interchange.reports({})).map(({ file }) => file)).toEqual(['same.qdpx']);
  });

  test('what a colleague changed is updated by GUID, in one step that undo takes back whole', async () => {
    const before = await rows();
    const [code] = await open.client.codes.list({});
    if (!code) throw new Error('the sample has codes');
    const file = await colleague((xml) => xml.replace(`name="${code.name}"`, 'name="Nama baru &amp; lain"'));
    const report = await mergeFile(open, 'rekan.qdpx', file);
    expect(report.changes.find(({ kind }) => kind === 'codes')).toMatchObject({ added: 0, changed: 1, removed: 0 });
    const [renamed] = await open.client.codes.list({});
    // What the file does not say stays: rules, examples, kind.
    expect(renamed).toMatchObject({ ...code, name: 'Nama baru & lain', path: ['Nama baru & lain'] });
    expect((await open.client.project.check({})).problems).toEqual([]);
    await open.client.history.undo({});
    expect(await rows()).toEqual(before);
    await open.client.history.redo({});
    expect((await open.client.codes.list({}))[0]?.name).toBe('Nama baru & lain');
  });

  test('a plan says what would change and changes no byte', async () => {
    const file = await colleague((xml) => xml.replaceAll(/<PlainTextSelection .*?<\/PlainTextSelection>/gs, ''));
    const before = hashOf(open.path);
    const token = open.app.files.hold({ name: 'a.qdpx', mediaType: '', bytes: file });
    const { planId } = await open.client.interchange.read({ name: 'a.qdpx', token });
    const codings = (await open.client.codings.list({})).length;
    const kept = await open.client.interchange.plan({ planId });
    expect(kept.changes.find(({ kind }) => kind === 'codings')).toMatchObject({ removed: 0 });
    expect(kept.removesMuch).toBe(false);
    const removing = await open.client.interchange.plan({ planId, removeMissing: true });
    expect(removing.changes.find(({ kind }) => kind === 'codings')).toMatchObject({ removed: codings });
    expect(removing.removesMuch).toBe(true);
    expect(hashOf(open.path)).toBe(before);
    await expect(open.client.interchange.merge({ planId, removeMissing: true })).rejects.toMatchObject({
      code: 'merge-removes-much',
    });
    expect(await open.client.codings.list({})).toHaveLength(codings);
    await open.client.interchange.merge({ planId, removeMissing: true, confirm: true });
    expect(await open.client.codings.list({})).toEqual([]);
    await open.client.history.undo({});
    expect(await open.client.codings.list({})).toHaveLength(codings);
    expect((await open.client.project.check({})).problems).toEqual([]);
  });

  test('a text that a colleague changed is changed, and codings of ours follow their words (ED1–ED10)', async () => {
    const [document] = await open.client.documents.list({});
    const [code] = await open.client.codes.list({}).then((codes) => codes.filter(({ codable }) => codable));
    if (!document || !code) throw new Error('the sample has both');
    const file = await colleague(
      (xml) => xml.replaceAll(/<PlainTextSelection .*?<\/PlainTextSelection>/gs, ''),
      (text) => `Baris baru di muka.\n${text}`,
    );
    const { guid } = await open.client.codings.create({
      documentId: document.guid,
      codeId: code.guid,
      start: 5,
      end: 25,
    });
    const [own] = await open.client.codings.list({ codingIds: [guid] });
    const report = await mergeFile(open, 'teks.qdpx', file);
    expect(report.notes.map(({ code: kind }) => kind)).toContain('text-changed');
    const [moved] = await open.client.codings.list({ codingIds: [guid] });
    expect(moved).toMatchObject({ quote: own?.quote, start: 25, end: 45 });
    expect((await open.client.project.check({})).problems).toEqual([]);
  });

  test('codes and documents of the same name are offered, and are one where that is chosen', async () => {
    const { bytes } = await exportFile(open);
    const other = await openTestProject();
    try {
      const [first] = await open.client.codes.list({});
      await other.client.codes.create({ name: first?.name ?? '' });
      const token = other.app.files.hold({ name: 'a.qdpx', mediaType: '', bytes });
      const { planId } = await other.client.interchange.read({ name: 'a.qdpx', token });
      const { matches } = await other.client.interchange.plan({ planId });
      expect(matches.filter(({ kind }) => kind === 'code')).toHaveLength(1);
      const codes = (await open.client.codes.list({})).length;
      await other.client.interchange.merge({ planId, match: 'names' });
      expect(await other.client.codes.list({})).toHaveLength(codes);
      expect((await other.client.project.check({})).problems).toEqual([]);
    } finally {
      await other.end();
    }
  });

  test('a refused file changes no byte', async () => {
    const before = hashOf(open.path);
    await expect(mergeFile(open, 'a.qdpx', strToU8('<html/>'))).rejects.toMatchObject({ code: 'import-refused' });
    expect(hashOf(open.path)).toBe(before);
  });

  test('a report is kept, told in the language of the person, and goes out as text', async () => {
    const { bytes } = await exportFile(open);
    const { guid } = await mergeFile(open, 'lapor.qdpx', bytes);
    const { token, name } = await open.client.interchange.exportReport({ reportId: guid });
    expect(name).toBe('lapor.qdpx.txt');
    const text = strFromU8(open.app.files.take(token).bytes);
    expect(text).toMatch(/lapor\.qdpx[^]*Codings[^]*0 added/);
  });

  test('what stays behind when a project goes out is said', async () => {
    const { client } = open;
    const [document] = await client.documents.list({});
    if (!document) throw new RangeError('no document');
    const { revision } = await client.documents.text({ documentId: document.guid });
    await client.versions.name({ documentId: document.guid, revision, name: 'Setelah dikoreksi' });
    const { notes } = await client.interchange.export({ format: 'qdpx' });
    expect(notes.map(({ code }) => code)).toEqual(expect.arrayContaining(['history-left-out', 'versions-left-out']));
    expect(notes.map(({ code }) => code)).not.toContain('recordings-left-out');
  });
});

test('a file that was read belongs to the open project: when it is closed, the file is forgotten', async () => {
  const { bytes } = await exportFile(open);
  const token = open.app.files.hold({ name: 'a.qdpx', mediaType: '', bytes });
  const { planId } = await open.client.interchange.read({ name: 'a.qdpx', token });
  await open.client.interchange.plan({ planId });
  await open.client.projects.close({});
  await open.client.projects.open({ path: open.path });
  await expect(open.client.interchange.plan({ planId })).rejects.toMatchObject({ code: 'merge-forgotten' });
  await expect(open.client.interchange.merge({ planId })).rejects.toMatchObject({ code: 'merge-forgotten' });
});
