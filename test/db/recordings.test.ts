// Recordings beside a real project file: kept under their hash, never lost by undo, told when they are gone.

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientFor, openTestProject, type TestProject } from '../support/project.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import { smallWav } from '../support/small-wav.ts';

let project: TestProject;
let documentId: Guid;
let folder: string;
beforeEach(async () => {
  project = await openTestProject();
  ({ guid: documentId } = await project.client.documents.create({ title: 'Satu', text: '[00:00:01] Halo.' }));
  folder = project.path.replace(/\.simpul$/, '.media');
});
afterEach(() => project.end());

/** Hands a recording over in pieces of a few kilobytes. */
async function handOver(bytes: Buffer, piece = 5000): Promise<string> {
  const { client, app } = project;
  const { uploadId } = await client.audio.begin({});
  for (let at = 0; at < bytes.length; at += piece) {
    const token = app.files.hold({ name: 'a', mediaType: '', bytes: bytes.subarray(at, at + piece) });
    expect(await client.audio.append({ uploadId, token })).toEqual({ bytes: Math.min(bytes.length, at + piece) });
  }
  return uploadId;
}
async function attach(bytes = smallWav(2), name = 'rekaman.wav'): Promise<Guid> {
  return (await project.client.audio.attach({ documentId, uploadId: await handOver(bytes), name })).guid;
}
const files = (): readonly string[] => (existsSync(folder) ? readdirSync(folder).toSorted() : []);

test('a recording is kept byte for byte under its hash, and nothing else is left', async () => {
  const bytes = smallWav(3);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const guid = await attach(bytes);
  expect(files()).toEqual([`${hash}.wav`]);
  expect(readFileSync(join(folder, `${hash}.wav`)).equals(bytes)).toBe(true);
  expect(await project.client.audio.list({ documentId })).toMatchObject([
    {
      guid,
      name: 'rekaman.wav',
      mediaType: 'audio/wav',
      size: bytes.length,
      sha256: hash,
      timeShift: 0,
      isThere: true,
    },
  ]);
  expect((await project.client.project.check({})).checked).toMatchObject({ recordings: 1 });
});

test('the same recording for two documents is one file', async () => {
  await attach();
  await attach();
  expect(files()).toHaveLength(1);
  expect(await project.client.audio.list({})).toHaveLength(2);
});

test('undo of attaching and removing, and of deleting the document, keeps the file', async () => {
  const guid = await attach();
  const [file] = files();
  await project.client.history.undo({});
  expect(await project.client.audio.list({})).toEqual([]);
  await project.client.history.redo({});
  await project.client.audio.update({ audioId: guid, timeShift: 1500 });
  await project.client.audio.remove({ audioId: guid });
  expect(await project.client.audio.list({})).toEqual([]);
  await project.client.history.undo({});
  await project.client.documents.delete({ documentIds: [documentId] });
  expect(await project.client.audio.list({})).toEqual([]);
  await project.client.history.undo({});
  expect(await project.client.audio.list({})).toMatchObject([{ guid, timeShift: 1500, isThere: true }]);
  expect(files()).toEqual([file]);
});

test('files that nothing refers to any more are counted, and deleted only when asked for', async () => {
  const guid = await attach();
  await attach(smallWav(1, 330));
  expect(await project.client.audio.unused({})).toEqual({ files: 0, bytes: 0 });
  await project.client.audio.remove({ audioId: guid });
  const size = smallWav(2).length;
  expect(await project.client.audio.unused({})).toEqual({ files: 1, bytes: size });
  expect(await project.client.audio.clear({})).toEqual({ files: 1, bytes: size });
  expect(files()).toHaveLength(1);
  await project.client.history.undo({});
  expect((await project.client.audio.list({})).map(({ isThere }) => isThere)).toEqual([false, true]);
});

describe('a file that is gone', () => {
  test('is told, by the list and by the check, and put back by the same recording only', async () => {
    const bytes = smallWav(2);
    const guid = await attach(bytes);
    const path = join(folder, files()[0] ?? '');
    rmSync(path);
    expect(await project.client.audio.list({})).toMatchObject([{ isThere: false }]);
    expect((await project.client.project.check({})).problems).toMatchObject([
      {
        kind: 'recording',
        object: guid,
        message: 'The recording “rekaman.wav” of “Satu” is not in the folder beside the project.',
      },
    ]);
    const other = await handOver(smallWav(2, 330));
    await expect(project.client.audio.locate({ audioId: guid, uploadId: other })).rejects.toMatchObject({
      code: 'recording-other',
    });
    expect(files()).toEqual([]);
    const before = (await project.client.history.list({ limit: 1 }))[0]?.sequence;
    await project.client.audio.locate({ audioId: guid, uploadId: await handOver(bytes) });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect((await project.client.project.check({})).problems).toEqual([]);
    expect((await project.client.history.list({ limit: 1 }))[0]?.sequence).toBe(before);
    expect(project.events.at(-1)).toMatchObject({ type: 'job' });
    expect(project.events.filter((event) => event.type === 'changed').at(-1)).toMatchObject({ topics: ['structure'] });
  });

  test('an altered one is told by the check, and replaced when the recording is attached again', async () => {
    const bytes = smallWav(2);
    const guid = await attach(bytes);
    const path = join(folder, files()[0] ?? '');
    writeFileSync(path, Buffer.alloc(bytes.length, 7));
    expect((await project.client.project.check({})).problems).toMatchObject([{ kind: 'recording', object: guid }]);
    await attach(bytes);
    expect((await project.client.project.check({})).problems).toEqual([]);
  });
});

describe('what is not attached leaves nothing', () => {
  test('what is no recording', async () => {
    const uploadId = await handOver(Buffer.from('<!doctype html><script>1</script>'));
    const answer = project.client.audio.attach({ documentId, uploadId, name: 'a.mp3' });
    await expect(answer).rejects.toMatchObject({ code: 'recording-unknown' });
    expect(files()).toEqual([]);
  });

  test('a cancelled one', async () => {
    const uploadId = await handOver(smallWav(2));
    const jobId = 'attaching-1';
    const attached = project.client.audio.attach({ documentId, uploadId, name: 'a.wav' }, { jobId });
    expect(await project.client.jobs.cancel({ jobId })).toEqual({ found: true });
    await expect(attached).rejects.toMatchObject({ code: 'cancelled' });
    expect(files()).toEqual([]);
    expect(await project.client.audio.list({})).toEqual([]);
  });

  test('a discarded one, and no piece comes after', async () => {
    const uploadId = await handOver(smallWav(1));
    await project.client.audio.discard({ uploadId });
    expect(files()).toEqual([]);
    const token = project.app.files.hold({ name: 'a', mediaType: '', bytes: smallWav(0.1) });
    await expect(project.client.audio.append({ uploadId, token })).rejects.toMatchObject({
      code: 'file-not-handed-over',
    });
  });

  test('one for a document that is gone meanwhile', async () => {
    const uploadId = await handOver(smallWav(1));
    await project.client.documents.delete({ documentIds: [documentId] });
    await expect(project.client.audio.attach({ documentId, uploadId, name: 'a' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(files().filter((name) => !name.startsWith('.'))).toEqual([]);
  });

  test('one that a crash broke off goes when the next is begun', async () => {
    await attach();
    const kept = files();
    writeFileSync(join(folder, '.upload.0123456789ab.tmp'), 'half');
    writeFileSync(join(folder, 'catatan.txt'), 'of the user');
    const { uploadId } = await project.client.audio.begin({});
    await project.client.audio.discard({ uploadId });
    expect(files()).toEqual([...kept, 'catatan.txt'].toSorted());
  });

  test('one begun in another project', async () => {
    const uploadId = await handOver(smallWav(1));
    await project.client.projects.create({ name: 'Lain', path: join(project.workshop.folder, 'lain.simpul') });
    const token = project.app.files.hold({ name: 'a', mediaType: '', bytes: smallWav(0.1) });
    await expect(project.client.audio.append({ uploadId, token })).rejects.toMatchObject({
      code: 'file-not-handed-over',
    });
    await project.client.projects.open({ path: project.path });
  });
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is said so', async () => {
  chmodSync(project.workshop.folder, 0o500);
  try {
    await expect(project.client.audio.begin({})).rejects.toMatchObject({ code: 'folder-not-writable' });
  } finally {
    chmodSync(project.workshop.folder, 0o700);
  }
});

test('a project opened for reading takes no recording', async () => {
  await attach();
  await project.client.projects.close({});
  chmodSync(project.path, 0o400);
  chmodSync(project.workshop.folder, 0o500);
  const client = clientFor(project.app);
  const { open } = await client.projects.open({ path: project.path });
  try {
    expect(await client.audio.list({})).toMatchObject([{ isThere: true }]);
    if (open?.mode === 'read-only') {
      await expect(client.audio.begin({})).rejects.toMatchObject({ code: 'project-read-only' });
    } else {
      // The superuser may write everywhere.
      expect(process.getuid?.()).toBe(0);
    }
  } finally {
    chmodSync(project.workshop.folder, 0o700);
    chmodSync(project.path, 0o600);
  }
});
