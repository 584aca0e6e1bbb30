// The index of words is written while nothing else happens, and only where someone works for long.

import { afterEach, expect, test, vi } from 'vitest';
import { sql } from '../../src/main/db/database.ts';
import { openRaw, openTestProject, type TestProject } from '../support/project.ts';

let open: TestProject | null = null;
afterEach(async () => {
  vi.useRealTimers();
  await open?.end();
  open = null;
});

test.each([
  ['browser', 1],
  ['electron', 1],
  ['cli', 0],
] as const)('in %s, %i texts are indexed after a quiet time', async (host, expected) => {
  open = await openTestProject({ ports: { host } });
  const { client, app, path } = open;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await client.documents.create({ title: 'A', text: 'data terbuka' });
  await vi.advanceTimersByTimeAsync(3100);
  vi.useRealTimers();
  // In turn with the writing, so that it has ended.
  await client.search.find({ query: 'data' });
  await vi.waitFor(async () => {
    await client.projects.close({});
    const db = await openRaw(path);
    const rows = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM search_index`)?.n;
    db.close();
    await client.projects.open({ path });
    expect(rows).toBe(expected);
  });
  expect(open.workshop.faults).toEqual([]);
  await app.close();
});
