// The command line as a process: what only a process shows. Exit statuses, both output streams, a second instance,
// folders that may only be read, another user, the browser host behind `serve` and its end.

import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../src/main/db/database.ts';
import { runProcess, startBatch, startProcess } from '../support/cli.ts';
import { makeWorkshop, openRaw, root } from '../support/project.ts';

const workshop = makeWorkshop();
const folder = workshop.folder;
const home = join(folder, 'home');
const study = join(folder, 'studi.simpul');
const settings = { home };
beforeAll(async () => {
  mkdirSync(home);
  expect(await runProcess(['new', study, '--template', 'sample'], settings)).toEqual({
    status: 0,
    stdout: `Created ${study}\n`,
    stderr: '',
  });
});
afterAll(workshop.cleanUp);

describe('exit statuses', () => {
  test('0: done', async () => {
    const { status, stdout, stderr } = await runProcess(['info', study, '--json'], settings);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { documents: 10 } });
  });

  test.each([
    ['id', 'Tidak ada'],
    ['en', 'There is no'],
  ] as const)('1: refused, in %s', async (language, words) => {
    const { status, stdout, stderr } = await runProcess(['info', join(folder, 'tiada.simpul')], { home, language });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^simpul: project-not-found: [^\n]+\.\n$/);
    expect(stderr).toContain(words);
  });

  test('1: damage, with the list of it on standard output', async () => {
    const damaged = join(folder, 'rusak.simpul');
    copyFileSync(study, damaged);
    const db = await openRaw(damaged);
    db.run(sql`UPDATE coding SET quote = upper(quote) WHERE id = 7`);
    db.close();
    const { status, stdout, stderr } = await runProcess(['check', damaged, '--json'], settings);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false });
    expect(stderr).toMatch(/^simpul: project-damaged: [^\n]+\n$/);
  });

  test('2: wrong usage', async () => {
    const { status, stdout, stderr } = await runProcess(['info'], settings);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^simpul: usage: [^\n]+\.\n$/);
  });

  test('a reader who leaves early is no failure', async () => {
    const child = startProcess(['codings', study, '--json'], settings);
    child.stdin.end();
    await once(child.stdout, 'readable');
    child.stdout.destroy();
    const [status] = (await once(child, 'exit')) as [number | null];
    expect(status).toBe(0);
  });
});

describe('C1: a second instance', () => {
  test('is told who has the project, changes nothing, and gets in when the first one is gone, also by kill -9', async () => {
    const first = startBatch(study, settings);
    expect(await first.ask({ id: 1, method: 'project.info', input: {} })).toMatchObject({ ok: true });
    const before = readFileSync(study);
    for (const args of [
      ['info', study],
      ['undo', study],
      ['batch', study],
      ['serve', study, '--no-open'],
    ]) {
      const { status, stdout, stderr } = await runProcess(args, settings);
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
      expect(stderr).toMatch(/^simpul: project-in-use: [^\n]+ 20\d\d-[^\n]+\n$/);
    }
    expect(readFileSync(study).equals(before)).toBe(true);
    expect(await first.ask({ id: 2, method: 'codes.create', input: { name: 'Masih' } })).toMatchObject({ ok: true });
    await first.kill();
    const { status, stdout } = await runProcess(['codes', study, '--json'], settings);
    expect(status).toBe(0);
    expect(stdout).toContain('"Masih"');
  });

  test('of many that open it together, one at a time gets in, and no change is lost', async () => {
    const own = join(folder, 'rebutan.simpul');
    copyFileSync(study, own);
    const results = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const request = { id: index, method: 'codes.create', input: { name: `Lomba ${index}` } };
        return runProcess(['batch', own], settings, `${JSON.stringify(request)}\n`);
      }),
    );
    const inside = results.flatMap(({ status }, index) => (status === 0 ? [`Lomba ${index}`] : []));
    for (const { status, stderr } of results) {
      if (status !== 0) expect(stderr).toMatch(/^simpul: project-in-use: /);
    }
    const codes = JSON.parse((await runProcess(['codes', own, '--json'], settings)).stdout) as {
      readonly name: string;
    }[];
    expect(
      codes
        .map(({ name }) => name)
        .filter((name) => name.startsWith('Lomba'))
        .sort(),
    ).toEqual(inside);
    expect(inside.length).toBeGreaterThan(0);
    expect((await runProcess(['check', own], settings)).status).toBe(0);
  });
});

// Root may write anywhere; another user shows what a researcher meets.
describe.skipIf(process.getuid?.() !== 0)('R7: where one may only read', () => {
  const closed = join(folder, 'closed');
  const own = join(closed, 'studi.simpul');
  const nobody = {
    home: join(folder, 'nobody'),
    wrapper: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'],
  };
  beforeAll(() => {
    mkdirSync(closed);
    copyFileSync(study, own);
    mkdirSync(nobody.home);
    chownSync(nobody.home, 65534, 65534);
    chmodSync(folder, 0o755);
    chmodSync(own, 0o444);
    chmodSync(closed, 0o555);
  });

  test('the project is read, changes are refused in one sentence, and nothing is left there', async () => {
    const before = readFileSync(own);
    const info = await runProcess(['info', own, '--json'], nobody);
    expect(info).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(info.stdout)).toMatchObject({ counts: { documents: 10 } });
    for (const args of [
      ['undo', own],
      ['import', own, join(root, 'package.json')],
    ]) {
      const { status, stdout, stderr } = await runProcess(args, nobody);
      expect({ args, status, stdout }).toEqual({ args, status: 1, stdout: '' });
      expect(stderr).toMatch(/^simpul: [a-z-]+: [^\n]+\.\n$/);
    }
    expect((await runProcess(['undo', own], nobody)).stderr).toMatch(/^simpul: project-read-only: /);
    for (const args of [
      ['new', join(closed, 'baru.simpul')],
      ['backup', study, join(closed, 'salinan.simpul')],
    ]) {
      const { status, stderr } = await runProcess(args, nobody);
      expect({ args, status }).toEqual({ args, status: 1 });
      expect(stderr).toMatch(/^simpul: (folder-not-writable|project-not-readable): [^\n]+\.\n$/);
    }
    expect(readdirSync(closed)).toEqual(['studi.simpul']);
    expect(readFileSync(own).equals(before)).toBe(true);
  });

  test('a project that may not be read at all', async () => {
    chmodSync(own, 0o000);
    const { status, stdout, stderr } = await runProcess(['info', own], nobody);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^simpul: project-not-readable: [^\n]+\.\n$/);
  });
});

describe('serve', () => {
  const window = join(root, 'out', 'renderer', 'index.html');

  test.skipIf(existsSync(window))('skipped: the window is not built', () => expect(existsSync(window)).toBe(false));

  test.skipIf(!existsSync(window)).each(['SIGTERM', 'SIGINT'] as const)(
    'the first line is the address; %s ends it cleanly and leaves one ordinary file',
    async (signal) => {
      const own = join(folder, signal, 'studi.simpul');
      mkdirSync(join(folder, signal));
      copyFileSync(study, own);
      const child = startProcess(['serve', own, '--no-open'], settings);
      const lines: string[] = [];
      const reader = createInterface({ input: child.stdout });
      reader.on('line', (line) => lines.push(line));
      await once(reader, 'line');
      expect(lines[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22,}$/);
      const address = new URL(lines[0] ?? '');
      const entered = await fetch(address, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      expect(entered.status).toBe(303);
      const call = async (name: string): Promise<unknown> =>
        (
          await fetch(new URL('/call', address), {
            method: 'POST',
            headers: {
              cookie,
              'content-type': 'application/json',
              'sec-fetch-site': 'same-origin',
              origin: address.origin,
            },
            body: JSON.stringify({ method: 'codes.create', input: { name } }),
          })
        ).json();
      for (const name of ['Satu', 'Dua', 'Tiga']) expect(await call(name)).toMatchObject({ ok: true });
      expect(existsSync(`${own}-wal`)).toBe(true);
      child.kill(signal);
      const [status, killedBy] = (await once(child, 'exit')) as [number | null, string | null];
      expect({ status, killedBy, lines: lines.length }).toEqual({ status: 0, killedBy: null, lines: 1 });
      // Beside the file only the folder of the dated copies.
      expect(readdirSync(join(folder, signal)).sort()).toEqual(['studi.backups', 'studi.simpul']);
      expect(readFileSync(own)[18]).toBe(1);
      expect((await runProcess(['codes', own], settings)).stdout).toMatch(/Satu\n.*Dua\n.*Tiga\n/s);
    },
  );

  test.skipIf(!existsSync(window))('a port that is taken is said so, and nothing stays open', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, stdout, stderr } = await runProcess(
      ['serve', study, '--no-open', '--port', String(port)],
      settings,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^simpul: usage: [^\n]+\n$/);
    expect(stderr).toContain(String(port));
    other.close();
    expect((await runProcess(['info', study], settings)).status).toBe(0);
    rmSync(join(folder, 'studi.backups'), { recursive: true, force: true });
  });
});
