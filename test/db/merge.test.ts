// Merging an exchange file into a project that lives: by GUID, then by what is called the same; a plan that changes
// nothing; one step that undo takes back whole; and a question before much goes.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportFile, mergeFile, studyIn } from '../support/exchange.ts';
import { guidOf, openRaw, openTestProject, type TestProject } from '../support/project.ts';
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
    expect((await open.client.interchange.reports({})).map(({ file }) => file)).toEqual(['same.qdpx', 'Study.qdpx']);
  });

  test('what a colleague changed is updated by GUID, in one step that undo takes back whole', async () => {
    const [code] = await open.client.codes.list({});
    if (!code) throw new Error('the sample has codes');
    const file = await colleague((xml) => xml.replace(`name="${code.name}"`, 'name="Nama baru &amp; lain"'));
    const before = await rows();
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
    // Making that file left a report: a session that has changed nothing yet.
    await open.client.projects.close({});
    await open.client.projects.open({ path: open.path });
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

  test('one that is not the same is kept apart, and with it what lies below it; the others are one', async () => {
    const { client, app } = open;
    const { guid: ours } = await client.codes.create({ name: 'Hambatan' });
    const { guid: below } = await client.codes.create({ name: 'Biaya', parentId: ours });
    const { guid: same } = await client.codes.create({ name: 'warga' });
    const before = await client.codes.list({});
    const bytes = strToU8('Path\nHambatan\nHambatan / Biaya\nWarga\n');
    const token = app.files.hold({ name: 'a.csv', mediaType: '', bytes });
    const { planId } = await client.interchange.read({ name: 'a.csv', token });
    const { matches } = await client.interchange.plan({ planId, match: 'names' });
    const apart = matches.filter(({ name }) => name === 'Hambatan').map(({ file }) => file);
    expect(matches.map(({ project }) => project)).toEqual([ours, below, same]);
    const plan = await client.interchange.plan({ planId, match: 'names', apart });
    // All are offered, chosen or not.
    expect(plan.matches).toHaveLength(3);
    expect(plan.changes.find(({ kind }) => kind === 'codes')).toMatchObject({ added: 2 });
    await client.interchange.merge({ planId, match: 'names', apart });
    const codes = await client.codes.list({});
    expect(codes).toHaveLength(before.length + 2);
    expect(codes.find(({ guid }) => guid === same)?.name).toBe('Warga');
    expect(codes.find(({ guid }) => guid === below)?.parent).toBe(ours);
  });

  test('a text whose letters have their marks apart is the same text, and its codings come', async () => {
    const apart = 'Kafe\u0301 Zoe\u0308: satu, dua.';
    const file = (extra: string): Uint8Array =>
      zipSync({
        'project.qde': strToU8(
          `<Project name="A" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="${guidOf(1_000)}" name="A" isCodable="true"/></Codes></CodeBook>` +
            `<Sources><TextSource guid="${guidOf(2_000)}" name="T" plainTextPath="internal://t.txt">${extra}</TextSource></Sources></Project>`,
        ),
        'sources/t.txt': strToU8(apart),
      });
    const coded = (guid: string, start: number, end: number): string =>
      `<PlainTextSelection guid="${guid}" startPosition="${start}" endPosition="${end}"><Coding guid="${guidOf(9_000)}"><CodeRef targetGUID="${guidOf(1_000)}"/></Coding></PlainTextSelection>`;
    const { client } = open;
    await client.documents.create({ title: 'T', text: apart });
    const report = await mergeFile(open, 'a.qdpx', file(coded(guidOf(3_000), 6, 10)), { match: 'names' });
    expect(report.changes.find(({ kind }) => kind === 'texts')).toMatchObject({ changed: 0, unchanged: 1 });
    const documents = await client.documents.list({});
    expect(documents.filter(({ title }) => title === 'T')).toHaveLength(1);
    const coding = (await client.codings.list({})).find(({ guid }) => guid === guidOf(9_000));
    expect(coding).toMatchObject({ quote: 'Zoë', start: 5, end: 8 });
    expect((await client.project.check({})).problems).toEqual([]);
  });

  test('NVivo: a case that is a code too is both, and a document of it alone is its own', async () => {
    const both = guidOf(20_000);
    const onlyCase = guidOf(21_000);
    const selection = (n: number, start: number, end: number, code: string): string =>
      `<PlainTextSelection guid="${guidOf(100_000 + n)}" startPosition="${start}" endPosition="${end}"><Coding guid="${guidOf(200_000 + n)}"><CodeRef targetGUID="${code}"/></Coding></PlainTextSelection>`;
    const source = (n: number, selections: string): string =>
      `<TextSource guid="${guidOf(n * 1000)}" name="Teks ${n}" plainTextPath="internal://${n}.txt">${selections}</TextSource>`;
    const bytes = zipSync({
      'project.qde': strToU8(
        `<Project name="A" origin="NVivo" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="${both}" name="Rina" isCodable="true"/></Codes></CodeBook>` +
          `<Cases><Case guid="${both}" name="Rina"/><Case guid="${onlyCase}" name="Budi"/></Cases>` +
          `<Sources>${source(30, selection(1, 0, 4, both))}${source(31, selection(2, 0, 4, both) + selection(3, 5, 8, onlyCase))}</Sources></Project>`,
      ),
      'sources/30.txt': strToU8('satu dua'),
      'sources/31.txt': strToU8('satu dua'),
    });
    const report = await mergeFile(open, 'nvivo.qdpx', bytes);
    expect(report.notes.find(({ code }) => code === 'case-as-code')?.count).toBe(2);
    expect(report.notes.map(({ code }) => code)).not.toContain('code-unknown');
    const { client } = open;
    const codes = await client.codes.list({});
    expect(codes.filter(({ guid }) => guid === both || guid === onlyCase).map(({ name }) => name)).toEqual([
      'Rina',
      'Budi',
    ]);
    const documents = await client.documents.list({});
    // Two objects never share a GUID in a file, so the case has its own.
    const rina = (await client.cases.list({})).find(({ name }) => name === 'Rina');
    expect(rina?.guid).not.toBe(both);
    expect(documents.find(({ guid }) => guid === guidOf(30_000))?.case).toBe(rina?.guid);
    expect(documents.find(({ guid }) => guid === guidOf(31_000))?.case).toBeNull();
    expect((await client.codings.list({ codeIds: [both, onlyCase] })).map(({ quote }) => quote)).toEqual([
      'satu',
      'satu',
      'dua',
    ]);
    expect((await client.project.check({})).problems).toEqual([]);
    const one = await studyIn(open);
    const { bytes: written } = await exportFile(open);
    const second = await openTestProject();
    try {
      await mergeFile(second, 'again.qdpx', written);
      expect(await studyIn(second)).toEqual(one);
    } finally {
      await second.end();
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
    await open.client.codes.create({ name: 'Baru' });
    const { notes } = await open.client.interchange.export({ format: 'qdpx' });
    expect(notes.map(({ code }) => code)).toContain('history-left-out');
    expect(notes.map(({ code }) => code)).not.toContain('recordings-left-out');
  });
});

test('a large file is read with progress, answers others meanwhile, and ends at once when it is cancelled', async () => {
  const text = 'Satu kalimat yang cukup panjang untuk dikode. '.repeat(3_000);
  const selection = (n: number): string =>
    `<PlainTextSelection guid="${guidOf(100_000 + n)}" startPosition="${n * 90}" endPosition="${n * 90 + 40}"><Coding guid="${guidOf(200_000 + n)}"><CodeRef targetGUID="${guidOf(1_000)}"/></Coding></PlainTextSelection>`;
  const bytes = zipSync({
    'project.qde': strToU8(
      `<Project name="A" xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes><Code guid="${guidOf(1_000)}" name="A" isCodable="true"/></Codes></CodeBook>` +
        `<Sources><TextSource guid="${guidOf(2_000)}" name="T" plainTextPath="internal://t.txt">${Array.from({ length: 1_500 }, (_, n) => selection(n)).join('')}</TextSource></Sources></Project>`,
    ),
    'sources/t.txt': strToU8(text),
  });
  const { client, app, path, events } = open;
  const before = hashOf(path);
  const hold = (): string => app.files.hold({ name: 'a.qdpx', mediaType: '', bytes });
  const jobId = 'reading-to-cancel';
  let isOver = false;
  const input = { name: 'a.qdpx', token: hold() };
  const reading = app.dispatch({ method: 'interchange.read', input, jobId }).finally(() => {
    isOver = true;
  });
  // Answered while the file is being read.
  expect((await client.codes.list({})).length).toBeGreaterThan(0);
  expect(isOver).toBe(false);
  await client.jobs.cancel({ jobId });
  expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const states = events.flatMap((event) => (event.type === 'job' && event.jobId === jobId ? [event.state] : []));
  expect(states.at(0)).toBe('running');
  expect(states.at(-1)).toBe('cancelled');
  expect(hashOf(path)).toBe(before);
  // The reader begins anew after that, and a merge that is cancelled before it writes leaves no trace either.
  const { planId } = await client.interchange.read({ name: 'a.qdpx', token: hold() });
  const merging = app.dispatch({ method: 'interchange.merge', input: { planId }, jobId: 'merge-to-cancel' });
  await client.jobs.cancel({ jobId: 'merge-to-cancel' });
  expect(await merging).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(hashOf(path)).toBe(before);
  const { changes } = await client.interchange.merge({ planId });
  expect(changes.find(({ kind }) => kind === 'codings')?.added).toBe(1_500);
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
