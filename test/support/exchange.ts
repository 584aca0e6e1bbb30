// Exchange files through the real application.

import { loadStudy } from '../../src/main/core/merge/load.ts';
import type { Study } from '../../src/main/core/merge/study.ts';
import type { ExchangeReport } from '../../src/shared/contract/interchange.ts';
import type { Ports } from '../../src/main/core/ports.ts';
import { guidOf, openRaw, openTestProject, type TestProject } from './project.ts';

type Open = Pick<TestProject, 'app' | 'client'>;
type Choices = { readonly match?: 'guid' | 'names'; readonly removeMissing?: boolean; readonly confirm?: boolean };

/** Merges the bytes of a file into the open project. */
export async function mergeFile(
  { app, client }: Open,
  name: string,
  bytes: Uint8Array,
  choices: Choices = {},
): Promise<ExchangeReport> {
  const token = app.files.hold({ name, mediaType: '', bytes });
  const { planId } = await client.interchange.read({ name, token });
  return client.interchange.merge({ planId, ...choices });
}

export async function exportFile({ app, client }: Open, format: 'qdpx' | 'qdc' = 'qdpx', confirmed = false) {
  const { file, counts, notes } = await client.interchange.export({ format, confirmed });
  return { bytes: app.files.take(file.token).bytes, counts, notes };
}

/**
 * What the file of an open project holds, as a study, without the reports of its exchanges: a merge adds one. The project
 * is closed for it.
 */
export async function studyIn({ client, path }: Pick<TestProject, 'client' | 'path'>): Promise<Study> {
  const { codeIds } = await client.codes.favourites({});
  await client.projects.close({});
  const db = await openRaw(path);
  try {
    const study = loadStudy(db, codeIds, true);
    const { import_report: _, ...own } = study.own;
    return { ...study, own };
  } finally {
    db.close();
    await client.projects.open({ path });
  }
}

/** Imports a file into a new project, writes it, imports that into another one. */
export async function thereAndBack(name: string, bytes: Uint8Array) {
  const first = await openTestProject();
  try {
    const report = await mergeFile(first, name, bytes);
    const written = await exportFile(first);
    const one = await studyIn(first);
    const second = await openTestProject({ ports: { ids: otherIds() } });
    try {
      await mergeFile(second, 'again.qdpx', written.bytes);
      const problems = (await second.client.project.check({})).problems;
      return { report, written, one, two: await studyIn(second), problems };
    } finally {
      await second.end();
    }
  } finally {
    await first.end();
  }
}

/** Identifiers that no other project of a test has: what was made in one project may come to the other. */
export function otherIds(): Ports['ids'] {
  let count = 0x1000_0000;
  return { next: () => guidOf(++count) };
}
