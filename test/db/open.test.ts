// The one sequence by which a project is opened and closed (RELIABILITY C1, C3, R7, R8, R9).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/main/core/app.ts';
import { backupFolder, listBackups, superfluous, type Backup } from '../../src/main/core/backup.ts';
import { readSchema } from '../../src/main/core/projects.ts';
import { sql, type ReadableDb } from '../../src/main/db/database.ts';
import { migrate, readMigrations, schemaOf } from '../../src/main/db/migrate.ts';
import { openDriver } from '../../src/main/db/database.ts';
import {
  clientFor,
  makeWorkshop,
  openRaw,
  openTestProject,
  root,
  type TestProject,
  type Workshop,
} from '../support/project.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanups.splice(0)) await cleanUp();
});

async function project(options: Parameters<typeof openTestProject>[0] = {}): Promise<TestProject> {
  const made = await openTestProject(options);
  cleanups.push(made.end);
  return made;
}

describe('opening and closing', () => {
  test('a closed project is one ordinary file that only its owner can read', async () => {
    const { client, path, workshop } = await project();
    for (const name of ['A', 'B', 'C']) await client.codes.create({ name });
    expect(existsSync(`${path}-wal`)).toBe(true);
    await client.projects.close({});
    expect(readdirSync(workshop.folder).filter((name) => name.startsWith('study.simpul'))).toEqual(['study.simpul']);
    expect(readFileSync(path)[18]).toBe(1); // rollback journal, so that a read-only stick can open it
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('opening, reading and a refused change alter no byte', async () => {
    const { client, path } = await project({ template: 'sample' });
    await client.projects.close({});
    const before = readFileSync(path);
    await client.projects.open({ path });
    const [document] = await client.documents.list({});
    const [code] = await client.codes.list({});
    if (!document || !code) throw new Error('the sample study is empty');
    const refused = client.codings.create({ documentId: document.guid, codeId: code.guid, start: 5, end: 5 });
    await expect(refused).rejects.toMatchObject({ code: 'range-empty' });
    await client.projects.close({});
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('C1: a second process is kept out and told who has the project', async () => {
    const { client, path, workshop } = await project();
    const other = createApp(workshop.ports);
    await expect(clientFor(other).projects.open({ path })).rejects.toMatchObject({
      code: 'project-in-use',
      message: expect.stringContaining('2026-01-01') as string,
    });
    await client.codes.create({ name: 'still works' });
    await client.projects.close({});
    await clientFor(other).projects.open({ path });
    await other.close();
  });

  test('C1: after kill -9 the project opens at once, with everything that was acknowledged', async () => {
    const workshop = makeWorkshop();
    cleanups.push(workshop.cleanUp);
    const path = join(workshop.folder, 'killed.simpul');
    const maker = createApp(workshop.ports);
    await clientFor(maker).projects.create({ name: 'K', path });
    await maker.close();
    const child = spawn(process.execPath, [join(root, 'src', 'main', 'simpul.ts'), 'batch', path], {
      env: { ...process.env, SIMPUL_HOME: workshop.folder },
    });
    child.stdin.write(`${JSON.stringify({ id: 1, method: 'codes.create', input: { name: 'A' } })}\n`);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const app = createApp(workshop.ports);
    const client = clientFor(app);
    await client.projects.open({ path });
    expect((await client.codes.list({})).map(({ name }) => name)).toEqual(['A']);
    expect((await client.project.check({})).ok).toBe(true);
    await app.close();
  });

  test.each(['removed', 'renamed', 'replaced', 'log removed'])(
    'C3: a project file that is %s while open is noticed before the next answer',
    async (what) => {
      const { client, path, events, workshop } = await project();
      for (const name of ['A', 'B', 'C']) await client.codes.create({ name });
      if (what === 'removed') rmSync(path);
      if (what === 'renamed') renameSync(path, `${path}.old`);
      if (what === 'replaced') {
        writeFileSync(`${path}.new`, 'other');
        renameSync(`${path}.new`, path);
      }
      if (what === 'log removed') rmSync(`${path}-wal`);
      await expect(client.codes.create({ name: 'D' })).rejects.toMatchObject({ code: 'project-moved' });
      const { open } = await client.projects.session({});
      expect(open?.mode).toBe('read-only');
      expect(events.at(-1)).toEqual({ type: 'session' });
      // What is in memory and in the file we still hold can be saved elsewhere.
      const copy = join(workshop.folder, 'copy.simpul');
      await client.project.backup({ path: copy });
      const saved = await openRaw(copy);
      expect(saved.all<{ name: string }>(sql`SELECT name FROM code ORDER BY id`).map(({ name }) => name)).toEqual([
        'A',
        'B',
        'C',
      ]);
      saved.close();
    },
  );

  test('R7: a write-protected folder opens to read, and a change is refused', async () => {
    const { client, path, workshop } = await project();
    await client.codes.create({ name: 'A' });
    await client.projects.close({});
    const folder = join(workshop.folder, 'protected');
    mkdirSync(folder);
    copyFileSync(path, join(folder, 'study.simpul'));
    chmodSync(folder, 0o555);
    chmodSync(join(folder, 'study.simpul'), 0o444);
    const answers = await asOrdinaryUser(workshop, join(folder, 'study.simpul'));
    chmodSync(folder, 0o755);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(answers[1]?.error?.code).toBe('project-read-only');
    expect(readdirSync(folder)).toEqual(['study.simpul']);
  });

  test('R8: a project of a newer Simpul is refused and not a byte of it changes', async () => {
    const { client, path } = await project();
    await client.projects.close({});
    const raw = await openRaw(path);
    raw.pragma('user_version = 2147483647');
    raw.close();
    const before = readFileSync(path);
    await expect(client.projects.open({ path })).rejects.toMatchObject({ code: 'project-newer' });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('R8: an older project is copied, verified and then brought up to date in one step', async () => {
    const workshop = makeWorkshop();
    cleanups.push(workshop.cleanUp);
    const path = join(workshop.folder, 'old.simpul');
    const old = createApp(workshop.ports);
    await clientFor(old).projects.create({ name: 'Old', path });
    await old.close();
    const migrations = join(workshop.folder, 'migrations');
    mkdirSync(migrations);
    const names = readdirSync(join(root, 'migrations'));
    for (const name of names) copyFileSync(join(root, 'migrations', name), join(migrations, name));
    const next = String(names.filter((name) => name.endsWith('.sql')).length + 1).padStart(4, '0');
    writeFileSync(
      join(migrations, `${next}_more.sql`),
      '-- Why: a test.\nCREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;',
    );
    await writeSnapshot(migrations, workshop);
    const app = createApp({ ...workshop.ports, places: { ...workshop.ports.places, migrations } });
    await clientFor(app).projects.open({ path });
    expect((await clientFor(app).project.info({})).project.schemaVersion).toBe(Number(next));
    await app.close();
    const [backup] = listBackups(backupFolder(path));
    const copy = await openRaw(backup?.path ?? '');
    expect(copy.pragma('user_version')).toBe(Number(next) - 1);
    copy.close();
  });

  test('a file that claims an older version but is no project is refused before anything is done with it', async () => {
    const { client, workshop } = await project();
    const path = join(workshop.folder, 'strange.simpul');
    const raw = await openDriver(path, { readOnly: false, mustExist: false, busyMs: 0 });
    migrate(raw, readMigrations(join(root, 'migrations')).slice(0, 1));
    raw.execute('CREATE TABLE strange (id INTEGER PRIMARY KEY) STRICT');
    raw.close();
    const before = readFileSync(path);
    await expect(client.projects.open({ path })).rejects.toMatchObject({ code: 'project-schema-unexpected' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(backupFolder(path))).toBe(false);
    expect(workshop.faults).toEqual([]);
  });

  test('an older project in a folder that cannot be written is read from a copy brought up to date', async () => {
    const { client, path, workshop } = await project();
    await client.codes.create({ name: 'A' });
    await client.projects.close({});
    const raw = await openRaw(path);
    const first = await openDriver(':memory:', { readOnly: false, mustExist: false, busyMs: 0 });
    migrate(first, readMigrations(join(root, 'migrations')).slice(0, 1));
    const old = schemaOf(first);
    const known = new Set(old.map(({ name }) => name));
    const former = new Map([...known].map((name) => [name, columnsOf(first, name)]));
    first.close();
    raw.pragma('foreign_keys = OFF');
    for (const { name } of schemaOf(raw).filter(({ type }) => type === 'view')) raw.execute(`DROP VIEW ${name}`);
    const kept = new Set(schemaOf(raw).map(({ name }) => name));
    for (const { name, sql: definition } of old) if (!kept.has(name)) raw.execute(definition);
    const later = schemaOf(raw).filter(({ name }) => !known.has(name));
    for (const { name } of later.filter(({ type }) => type === 'index')) raw.execute(`DROP INDEX ${name}`);
    for (const { name } of later.filter(({ type }) => type === 'table')) raw.execute(`DROP TABLE ${name}`);
    for (const [table, columns] of former) {
      const added = columnsOf(raw, table).filter((name) => !columns.includes(name));
      for (const name of added) raw.execute(`ALTER TABLE ${table} DROP COLUMN ${name}`);
    }
    raw.pragma('user_version = 1');
    raw.close();
    const folder = join(workshop.folder, 'old-and-protected');
    mkdirSync(folder);
    copyFileSync(path, join(folder, 'study.simpul'));
    chmodSync(folder, 0o555);
    chmodSync(join(folder, 'study.simpul'), 0o444);
    const answers = await asOrdinaryUser(workshop, join(folder, 'study.simpul'));
    chmodSync(folder, 0o755);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(answers[1]?.error?.code).toBe('project-read-only');
  });

  test('a migration that fails leaves the project as it was', async () => {
    const { client, path, workshop } = await project();
    await client.projects.close({});
    const before = readFileSync(path);
    const raw = await openRaw(path);
    const migrations = readMigrations(join(root, 'migrations'));
    const broken = {
      version: migrations.length + 1,
      name: 'broken.sql',
      script: 'CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; nonsense;',
    };
    expect(() => migrate(raw, [...migrations, broken])).toThrow(/nonsense/);
    raw.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(workshop.faults).toEqual([]);
  });

  test('a large project is checked before its first change, not before it is shown', async () => {
    const { client, path, events } = await project();
    const text = 'Tata kelola yang lincah. '.repeat(360_000);
    for (const title of ['A', 'B', 'C']) await client.documents.create({ title, text });
    await client.projects.close({});
    const raw = await openRaw(path);
    const index = raw.get<{ page: number }>(
      sql`SELECT rootpage AS page FROM sqlite_schema WHERE name = 'memo_target_by_passage'`,
    );
    const pageSize = Number(raw.pragma('page_size'));
    raw.close();
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(pageSize, 0xff), 0, pageSize, ((index?.page ?? 1) - 1) * pageSize);
    closeSync(file);
    const before = statSync(path).mtimeMs;
    await client.projects.open({ path });
    expect(await client.documents.list({})).toHaveLength(3);
    await expect(client.codes.create({ name: 'A' })).rejects.toMatchObject({ code: 'project-damaged' });
    expect(events.at(-1)).toEqual({ type: 'session' });
    expect((await client.projects.session({})).open?.mode).toBe('read-only');
    await client.projects.close({});
    expect(statSync(path).mtimeMs).toBe(before);
  });

  test('the schema is the one in the snapshot (run `npm run schema` after adding a migration)', async () => {
    const { client, path } = await project();
    await client.projects.close({});
    const raw = await openRaw(path);
    expect(schemaOf(raw)).toEqual(readSchema(join(root, 'migrations')).snapshot);
    raw.close();
  });
});

describe('backups', () => {
  test('R9: closing a changed project leaves one verified copy of it, an unchanged one none', async () => {
    const { client, path } = await project();
    await client.codes.create({ name: 'A' });
    await client.projects.close({});
    await client.projects.open({ path });
    await client.projects.close({});
    const backups = listBackups(backupFolder(path));
    expect(backups).toHaveLength(1);
    const copy = await openRaw(backups[0]?.path ?? '');
    expect(copy.get(sql`SELECT name FROM code`)).toEqual({ name: 'A' });
    copy.close();
  });

  test('R9: a session that goes on gets a copy every half hour', async () => {
    let now = Date.UTC(2026, 0, 1);
    const { client, path } = await project({ ports: { clock: { now: () => new Date(now) } } });
    await client.codes.create({ name: 'A' });
    now += 31 * 60_000;
    await client.codes.create({ name: 'B' });
    await expect.poll(() => listBackups(backupFolder(path)).length).toBe(1);
    await client.codes.create({ name: 'C' });
    expect(listBackups(backupFolder(path))).toHaveLength(1);
  });

  test('R9: the rule keeps the newest ten, a daily one for two weeks, a weekly one for half a year', () => {
    const hour = 3_600_000;
    const start = Date.UTC(2026, 0, 1);
    const backups: Backup[] = Array.from({ length: 24 * 250 }, (_, index) => ({
      path: String(index),
      revision: index,
      at: new Date(start + index * hour),
    }));
    const gone = new Set(superfluous(backups).map(({ path }) => path));
    const kept = backups.filter(({ path }) => !gone.has(path));
    expect(kept.slice(-10)).toEqual(backups.slice(-10));
    const age = (backup: Backup) => ((backups.at(-1)?.at.getTime() ?? 0) - backup.at.getTime()) / (24 * hour);
    expect(kept.filter((backup) => age(backup) < 14).length).toBeGreaterThanOrEqual(10 + 13);
    expect(kept.filter((backup) => age(backup) >= 14).length).toBeLessThanOrEqual(25);
    expect(Math.max(...kept.map(age))).toBeLessThan(26 * 7);
  });

  test('R10: order follows the change, not the clock', async () => {
    let now = Date.UTC(2030, 0, 1);
    const { client, path } = await project({ ports: { clock: { now: () => new Date(now) } } });
    await client.codes.create({ name: 'A' });
    await client.projects.close({});
    now = Date.UTC(1999, 0, 1);
    await client.projects.open({ path });
    await client.codes.create({ name: 'B' });
    await client.projects.close({});
    const backups = listBackups(backupFolder(path));
    expect(backups.map(({ at }) => at.getUTCFullYear())).toEqual([2030, 1999]);
  });

  test('a copy to save elsewhere is the whole study as it is now, as one ordinary file', async () => {
    const { client, app, workshop } = await project();
    for (const name of ['A', 'B', 'C']) await client.codes.create({ name });
    const { token } = await client.project.copy({});
    const path = join(workshop.folder, 'saved.simpul');
    writeFileSync(path, app.files.take(token).bytes);
    const other = createApp(workshop.ports);
    await clientFor(other).projects.open({ path });
    expect((await clientFor(other).codes.list({})).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect((await clientFor(other).project.check({})).ok).toBe(true);
    await other.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  test('a copy never replaces a file', async () => {
    const { client, workshop } = await project();
    const path = join(workshop.folder, 'there.simpul');
    writeFileSync(path, 'mine');
    await expect(client.project.backup({ path })).rejects.toMatchObject({ code: 'project-exists' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

function columnsOf(db: ReadableDb, table: string): readonly string[] {
  return db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`).map(({ name }) => name);
}

async function writeSnapshot(migrations: string, { folder }: Workshop): Promise<void> {
  const connection = await openDriver(join(folder, 'schema.db'), { readOnly: false, mustExist: false, busyMs: 0 });
  migrate(connection, readMigrations(migrations));
  writeFileSync(join(migrations, 'schema.snapshot.json'), JSON.stringify(schemaOf(connection)));
  connection.close();
}

type Line = { readonly ok: boolean; readonly error?: { readonly code: string } };

/** Root may write everywhere, so the command runs as another user where the tests run as root. */
async function asOrdinaryUser({ folder }: Workshop, path: string): Promise<readonly Line[]> {
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o777 });
  chmodSync(home, 0o777);
  chmodSync(folder, 0o755);
  const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, [join(root, 'src', 'main', 'simpul.ts'), 'batch', path], {
    env: { ...process.env, SIMPUL_HOME: home, HOME: home },
    ...identity,
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end('{"id":1,"method":"codes.list","input":{}}\n{"id":2,"method":"codes.create","input":{"name":"B"}}\n');
  await once(child, 'close');
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
