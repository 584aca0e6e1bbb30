// The generated project of the size for which budgets are stated, open in the application, and a second copy under
// the driver alone, which gives the yardsticks.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../../src/main/core/app.ts';
import type { App } from '../../src/main/core/app-types.ts';
import { openDriver, sql, type Connection } from '../../src/main/db/database.ts';
import type { Client } from '../../src/shared/contract/client.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { fullSize, generatedProject } from '../support/generated-project.ts';
import { clientFor, makeWorkshop } from '../support/project.ts';

export type Desk = {
  readonly app: App;
  readonly client: Client;
  /** The project that is open. */
  readonly path: string;
  readonly folder: string;
  /** A copy, open by the driver alone. */
  readonly bare: Connection;
  /** Every coding once, as fast as SQLite can: the yardstick of analyses. */
  readonly rawScan: () => void;
  readonly end: () => Promise<void>;
};

export async function setDesk(say: (text: string) => void): Promise<Desk> {
  say('Generating the project (once; it is kept), copying and opening it …');
  const source = await generatedProject(fullSize);
  // As the command line, which keeps no dated copies: writing one is not what is measured.
  const workshop = makeWorkshop({ host: 'cli' });
  const path = join(workshop.folder, 'study.simpul');
  const barePath = join(workshop.folder, 'bare.simpul');
  copyFileSync(source, path);
  copyFileSync(source, barePath);
  const bare = await openDriver(barePath, { readOnly: false, mustExist: true, busyMs: 0 });
  for (const setting of [
    'locking_mode = EXCLUSIVE',
    'journal_mode = WAL',
    'synchronous = FULL',
    'cache_size = -65536',
  ]) {
    bare.pragma(setting);
  }
  const app = createApp(workshop.ports);
  const client = clientFor(app);
  await client.projects.open({ path });
  return {
    app,
    client,
    path,
    folder: workshop.folder,
    bare,
    rawScan: () => void bare.get(sql`SELECT sum(end_offset - start_offset) FROM coding`),
    end: async () => {
      await app.close();
      bare.close();
      workshop.cleanUp();
    },
  };
}

export type CodedRange = { readonly documentId: Guid; readonly start: number; readonly end: number };

/** The first coded passage of some documents: places where a passage may begin and end. */
export async function codedRanges(client: Client, documents: number): Promise<readonly CodedRange[]> {
  const listed = (await client.documents.list({})).slice(0, documents);
  const read = listed.map(async ({ guid }) => {
    const [first] = await client.codings.inDocument({ documentId: guid });
    return first ? [{ documentId: guid, start: first.start, end: first.end }] : [];
  });
  return (await Promise.all(read)).flat();
}
