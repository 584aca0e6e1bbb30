// Issue 4: what Simpul has and the standard lacks travels inside the same file, so that Simpul → QDPX → Simpul is
// identical, whatever tables there are; and a stranger's file brings in nothing that could not be read afterwards.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sql, type Connection } from '../../src/main/db/database.ts';
import { trackedTables } from '../../src/main/db/history.ts';
import { carriedOtherwise, ownColumns, ownRows, ownTables } from '../../src/main/db/own-rows.ts';
import { exportFile, mergeFile, otherIds, studyIn } from '../support/exchange.ts';
import { openRaw, openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { fillOwnTables } from '../support/random-rows.ts';
import { trackedRows } from '../support/rows.ts';

const cases = Number(process.env['SIMPUL_CASES'] ?? 4);

let first: TestProject;
let second: TestProject;
beforeEach(async () => {
  first = await openTestProject({ template: 'sample' });
  second = await openTestProject({ ports: { ids: otherIds() } });
});
afterEach(async () => {
  await first.end();
  await second.end();
});

/** The file of a project that is closed for it. */
async function inFile<Result>({ client, path }: TestProject, body: (db: Connection) => Result): Promise<Result> {
  await client.projects.close({});
  const db = await openRaw(path);
  try {
    return body(db);
  } finally {
    db.close();
    await client.projects.open({ path });
  }
}

/** Every column of every row that has a GUID, whoever carries it; revisions and files beside the study apart. */
function everyRow(db: Connection): Readonly<Record<string, unknown>> {
  const apart = ['revision', 'original_id', 'checksum'];
  const tables = trackedTables.filter(
    (table) => ownColumns(db, table).some(({ name }) => name === 'guid') && table !== 'import_report',
  );
  return Object.fromEntries(
    tables.map((table) => [
      table,
      table === 'document'
        ? db.all(sql`SELECT guid, title, position, language, date, place, created_at, modified_at FROM document`)
        : ownRows(db, table).map((row) =>
            Object.fromEntries(Object.entries(row).filter(([name]) => !apart.includes(name))),
          ),
    ]),
  );
}

describe('tables that only Simpul has', () => {
  test('every table of the study is carried, row by row or otherwise, and refers only to rows that have a GUID', async () => {
    await inFile(second, (db) => {
      for (const table of ownTables) {
        const columns = ownColumns(db, table);
        expect(
          columns.map(({ name }) => name),
          table,
        ).toContain('guid');
        for (const { refersTo } of columns) {
          if (refersTo === null) continue;
          expect(trackedTables, `${table} refers to ${refersTo}`).toContain(refersTo);
          expect(ownColumns(db, refersTo).map(({ name }) => name)).toContain('guid');
        }
      }
      const inSchema = db.all<{ name: string }>(sql`
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`);
      const beside = [
        'history_group',
        'history_change',
        'project_setting',
        'original_file',
        'search_index',
        'text_structure',
      ];
      const carried: readonly string[] = [...ownTables, ...Object.keys(carriedOtherwise), ...beside];
      expect(carried.toSorted()).toEqual(inSchema.map(({ name }) => name).toSorted());
    });
  });

  test(`a project with rows in all of them is the same after it went out and came in again, ${cases} times`, async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= cases; seed += 1) {
      const random = randomOf(seed);
      const one = await openTestProject({ template: 'sample' });
      const two = await openTestProject({ ports: { ids: otherIds() } });
      try {
        await one.client.guide.create({ label: '1', wording: 'Apa?' });
        const before = await inFile(one, (db) => {
          fillOwnTables(db, random, 0x2000_0000);
          for (const table of ownTables) if (ownRows(db, table).length > 0) seen.add(table);
          return { rows: everyRow(db), reports: ownRows(db, 'import_report') };
        });
        const { bytes, notes } = await exportFile(one, 'qdpx', true);
        expect(notes.map(({ code }) => code)).toContain('only-for-simpul');
        const { notes: read, changes } = await mergeFile(two, 'again.qdpx', bytes);
        expect(
          read.map(({ code }) => code),
          `seed ${seed}`,
        ).not.toContain('own-row-refused');
        expect(changes.find(({ kind }) => kind === 'own')?.added).toBeGreaterThan(0);
        const after = await inFile(two, (db) => ({ rows: everyRow(db), reports: ownRows(db, 'import_report') }));
        expect(after.rows, `seed ${seed}`).toEqual(before.rows);
        expect(after.reports).toEqual(expect.arrayContaining([...before.reports]));
      } finally {
        await one.end();
        await two.end();
      }
    }
    expect([...seen].toSorted()).toEqual([...ownTables].toSorted());
  }, 600_000);

  test('they are brought in by one step, which undo takes back whole and redo brings back', async () => {
    await inFile(first, (db) => fillOwnTables(db, randomOf(5), 0x2000_0000));
    const { bytes } = await exportFile(first, 'qdpx', true);
    const before = await inFile(second, trackedRows);
    await mergeFile(second, 'a.qdpx', bytes);
    const merged = await inFile(second, trackedRows);
    await second.client.history.undo({});
    expect(await inFile(second, trackedRows)).toEqual(before);
    await second.client.history.redo({});
    expect(await inFile(second, trackedRows)).toEqual(merged);
  });

  test('in a project that has them already, what differs is updated by GUID, and the same again changes nothing', async () => {
    const { client } = first;
    const { guid } = await client.questions.create({ label: 'RQ1', text: 'Mengapa?' });
    const { bytes } = await exportFile(first);
    await client.questions.update({ questionId: guid, label: 'Lain' });
    const changed = await mergeFile(first, 'a.qdpx', bytes);
    expect(changed.changes.find(({ kind }) => kind === 'own')).toMatchObject({ added: 0, changed: 1 });
    expect((await client.questions.list({})).find((each) => each.guid === guid)?.label).toBe('RQ1');
    const again = await mergeFile(first, 'b.qdpx', bytes);
    expect(again.changes.every(({ added, changed: others }) => added + others === 0)).toBe(true);
  });

  test('real names and what they became never go out, and that is said', async () => {
    await first.client.collection.setPseudonym({ realName: 'Siti Rahmawati', pseudonym: 'Ibu S' });
    const { bytes, notes } = await exportFile(first);
    expect(notes.map(({ code }) => code)).toContain('names-left-out');
    for (const content of Object.values(unzipSync(bytes))) expect(strFromU8(content)).not.toContain('Rahmawati');
  });

  test('rows of a stranger’s file that no handler could read, or that hang on nothing, stay out and are counted', async () => {
    const { guid } = await first.client.questions.create({ label: 'RQ1' });
    const { bytes } = await exportFile(first);
    const entries = unzipSync(bytes);
    const sidecar = JSON.parse(strFromU8(entries['simpul.json'] ?? new Uint8Array())) as {
      own: Record<string, Record<string, unknown>[]>;
    };
    const moment = '2026-01-01T00:00:00.000Z';
    const made = { created_by: null, created_at: moment, modified_at: moment };
    const own = (n: number): string => guid.replace(/.{4}$/, `f00${n}`);
    sidecar.own = {
      research_question: (sidecar.own['research_question'] ?? []).filter((row) => row['guid'] === guid),
      display: [{ guid: own(1), kind: 'no such', name: 'x', definition: '{', position: 0, ...made }],
      saved_query: [{ guid: own(2), name: 'x', settings: '{"query":7}', position: 0, ...made }],
      condensation: [{ guid: own(3), coding_id: own(9), ...made }],
      sampling_criterion: [{ guid: own(4), position: 0, kind: 'neither', label: 'x', wanted: -1 }],
      participation: [{ guid: 'no guid', case_id: own(9), note: 7 }],
      history_group: [{ guid: own(5), sequence: 1 }],
      'code; DROP TABLE code': [{ guid: own(6) }],
    };
    const file = zipSync({ ...entries, 'simpul.json': strToU8(JSON.stringify(sidecar)) });
    const { notes, changes } = await mergeFile(second, 'a.qdpx', file);
    expect(notes.find(({ code }) => code === 'own-row-refused')?.count).toBe(5);
    expect(changes.find(({ kind }) => kind === 'own')).toMatchObject({ added: 1 });
    expect(await second.client.displays.list({})).toEqual([]);
    expect((await second.client.project.check({})).problems).toEqual([]);
  });
});

describe('texts that were given a name (VE1)', () => {
  test('go with the file, and the other project knows each as it was', async () => {
    const { client } = first;
    const [document] = await client.documents.list({});
    if (!document) throw new RangeError('no document');
    const documentId = document.guid;
    const nameIt = async (name: string): Promise<string> => {
      const { revision, text } = await client.documents.text({ documentId });
      await client.versions.name({ documentId, revision, name });
      return text;
    };
    const edit = async (at: number, remove: number, insert: string): Promise<void> => {
      const { revision } = await client.documents.text({ documentId });
      await client.documents.editText({ documentId, revision, splices: [{ at, remove, insert }] });
    };
    const texts = [await nameIt('Mentah')];
    await edit(10, 4, 'é🙂');
    await edit(0, 0, 'Baris baru.\n');
    texts.push(await nameIt('Dikoreksi'));
    await edit(5, 0, 'x');
    texts.push(await nameIt('Kini'));
    const { bytes } = await exportFile(first);
    await mergeFile(second, 'a.qdpx', bytes);
    const versions = (await second.client.versions.list({ documentId })).filter(({ names }) => names.length > 0);
    expect(versions.flatMap(({ names }) => names.map(({ name }) => name))).toEqual(['Kini', 'Dikoreksi', 'Mentah']);
    for (const [index, { revision }] of versions.toReversed().entries()) {
      expect((await second.client.versions.text({ documentId, revision })).text).toBe(texts[index]);
    }
    expect(await studyIn(second)).toEqual(await studyIn(first));
    expect((await second.client.project.check({})).problems).toEqual([]);
    await second.client.history.undo({});
    expect(await second.client.documents.list({})).toEqual([]);
    await second.client.history.redo({});
    for (const [index, { revision }] of versions.toReversed().entries()) {
      expect((await second.client.versions.text({ documentId, revision })).text).toBe(texts[index]);
    }
    const again = await mergeFile(second, 'b.qdpx', bytes);
    expect(again.changes.every(({ added, changed }) => added + changed === 0)).toBe(true);
  });
});
