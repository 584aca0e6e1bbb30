// HI1–HI6 of SPEC.md: the history against a real project file.

import { afterEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { sql } from '../../src/main/db/database.ts';
import { trackedTables } from '../../src/main/db/history.ts';
import { clientFor, openRaw, openTestProject, randomOf, type TestProject } from '../support/project.ts';
import { randomCommand } from '../support/random-study.ts';
import { brokenCodings, trackedRows } from '../support/rows.ts';

let open: TestProject | null = null;
afterEach(async () => {
  await open?.end();
  open = null;
});

async function rowsOnDisk(path: string) {
  const db = await openRaw(path);
  try {
    return { rows: trackedRows(db), broken: brokenCodings(db) };
  } finally {
    db.close();
  }
}

describe('history', () => {
  test.each([11, 22, 33])(
    'HI2–HI4: undoing everything restores every row, redoing brings all back, also after reopening (seed %i)',
    async (seed) => {
      open = await openTestProject();
      const { path, workshop } = open;
      const random = randomOf(seed);
      await open.client.projects.close({});
      const start = await rowsOnDisk(path);
      await open.client.projects.open({ path });
      for (let step = 0; step < 150; step += 1) await randomCommand(open.client, random);
      expect((await open.client.project.check({})).problems).toEqual([]);
      await open.app.close();
      const end = await rowsOnDisk(path);
      expect(end.broken).toEqual([]); // SG3

      const later = createApp(workshop.ports);
      const client = clientFor(later);
      await client.projects.open({ path });
      let steps = 0;
      while (await client.history.undo({})) steps += 1;
      expect(steps).toBeGreaterThan(50);
      await client.projects.close({});
      expect((await rowsOnDisk(path)).rows).toEqual(start.rows);

      await client.projects.open({ path });
      let again = 0;
      while (await client.history.redo({})) again += 1;
      expect(again).toBe(steps);
      expect((await client.project.check({})).problems).toEqual([]);
      await later.close();
      expect(await rowsOnDisk(path)).toEqual(end);
      expect(workshop.faults).toEqual([]);
    },
  );

  test('HI2: something new after an undo empties what could be redone', async () => {
    open = await openTestProject();
    const { client } = open;
    await client.codes.create({ name: 'A' });
    await client.codes.create({ name: 'B' });
    await client.history.undo({});
    await client.codes.create({ name: 'C' });
    expect(await client.history.redo({})).toBeNull();
    expect((await client.codes.list({})).map(({ name }) => name)).toEqual(['A', 'C']);
    expect(await client.history.state({})).toEqual({ undo: 'Code “C” created', redo: null });
  });

  test('HI1: a command that changes nothing leaves no group and no event', async () => {
    open = await openTestProject();
    const { client, events } = open;
    const { guid } = await client.codes.create({ name: 'A' });
    const groups = (await client.history.list({})).length;
    const seen = events.length;
    await client.codes.update({ codeId: guid, name: 'A' });
    expect(await client.history.list({})).toHaveLength(groups);
    expect(events).toHaveLength(seen);
  });

  test('HI5: a removed or altered step shows in check', async () => {
    open = await openTestProject();
    const { client, path } = open;
    for (const name of ['A', 'B', 'C']) await client.codes.create({ name });
    await client.projects.close({});
    const db = await openRaw(path);
    db.run(sql`UPDATE history_group SET coder_name = 'Somebody else' WHERE sequence = 2`);
    db.close();
    await client.projects.open({ path });
    const { problems } = await client.project.check({});
    expect(problems.map(({ kind, object }) => [kind, object])).toEqual([['history', '2']]);
  });

  test('HI6: a request sent twice is carried out once and answered alike, also after reopening', async () => {
    open = await openTestProject();
    const { client, path } = open;
    const first = await client.codes.create({ name: 'A' }, { requestId: 'request-1' });
    const second = await client.codes.create({ name: 'A' }, { requestId: 'request-1' });
    await client.projects.close({});
    await client.projects.open({ path });
    const third = await client.codes.create({ name: 'A' }, { requestId: 'request-1' });
    expect([second, third]).toEqual([first, first]);
    expect(await client.codes.list({})).toHaveLength(1);
  });

  test('undo leads back to the place', async () => {
    open = await openTestProject();
    const { client } = open;
    const document = await client.documents.create({ title: 'D', text: 'satu dua tiga' });
    const code = await client.codes.create({ name: 'A' });
    await client.codings.create({ documentId: document.guid, codeId: code.guid, start: 5, end: 8 });
    expect(await client.history.undo({})).toEqual({
      label: 'Passage coded with “A”',
      place: { area: 'reduction', documentId: document.guid, start: 5, end: 8 },
    });
  });

  test('undo of words leads to what they had replaced, redo to the words', async () => {
    open = await openTestProject();
    const { client } = open;
    const { guid: documentId } = await client.documents.create({ title: 'D', text: 'satu dua tiga' });
    const { revision } = await client.documents.text({ documentId });
    await client.documents.editText({ documentId, revision, splices: [{ at: 5, remove: 3, insert: 'sembilan' }] });
    const at = { area: 'reduction', documentId, start: 5 };
    expect((await client.history.undo({}))?.place).toEqual({ ...at, end: 8 });
    expect((await client.history.redo({}))?.place).toEqual({ ...at, end: 13 });
  });

  test('every table of the study is recorded, and none is forgotten', async () => {
    open = await openTestProject();
    const { path, client } = open;
    await client.projects.close({});
    const db = await openRaw(path);
    const tables = db
      .all<{ name: string }>(sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .map(({ name }) => name);
    const blobs = db.all<{ name: string }>(sql`
      SELECT DISTINCT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
      WHERE m.type = 'table' AND c.type IN ('BLOB', 'REAL')`);
    db.close();
    const outside = [
      'history_change',
      'history_group',
      'original_file',
      'project_setting',
      'search_index',
      'text_structure',
    ];
    expect(tables.toSorted()).toEqual([...trackedTables, ...outside].toSorted());
    // Rows of tracked tables travel through JSON, which has neither.
    expect(blobs.map(({ name }) => name).filter((name) => trackedTables.some((table) => table === name))).toEqual([]);
  });
});
