import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8 } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentReader, readInWorker } from '../../../src/main/core/importers/read-in-worker.ts';
import { readDocument } from '../../../src/main/core/importers/read-document.ts';
import type { PreparedDocument } from '../../../src/main/core/importers/worker-messages.ts';
import { sha256 } from '../../../src/main/db/checksums.ts';
import { storedText } from '../../../src/main/db/stored-text.ts';
import { docx, paragraph } from '../../support/docx-builder.ts';

const file = (text: string): { bytes: Uint8Array; name: string } => ({ bytes: strToU8(text), name: 'a.txt' });
const refusal = (code: string, params = {}): unknown =>
  expect.objectContaining({ name: 'ImportRefusal', code, params });

/** The words of a document as they will be stored. */
const wordsOf = ({ text }: PreparedDocument): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(text.bytes);

let folder: string | undefined;
afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true });
  folder = undefined;
});

/** A worker that does something else than reading. */
async function workerOf(source: string): Promise<URL> {
  folder = await mkdtemp(join(tmpdir(), 'simpul-worker-'));
  const path = join(folder, 'worker.mjs');
  await writeFile(
    path,
    `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', (request) => { ${source} });\n`,
  );
  return pathToFileURL(path);
}

describe('reading in a worker (H1)', () => {
  it.each([
    ['a Word document', { bytes: docx({ body: paragraph('Halo. Apa kabar, Bu?') }), name: 'a.docx' }],
    ['a text that stays as it is', file('Satu. “Dua” 😀\nTiga')],
    ['a text that is changed', file('\uFEFFSatu.\r\nDua e\u0301\u2028tiga')],
  ])('gives what the reader gives, with all that is stored of it: %s', async (_, given) => {
    const { text, asInFile: _asInFile, ...rest } = readDocument(given);
    expect(await readInWorker(given)).toEqual({ ...rest, text: storedText(text), fileSha256: sha256(given.bytes) });
  });

  it('leaves the bytes of the caller alone, and copies only them', async () => {
    const larger = new Uint8Array(1000).fill(0x78);
    const bytes = larger.subarray(10, 13);
    expect(wordsOf(await readInWorker({ bytes, name: 'a.txt' }))).toBe('xxx');
    expect(bytes).toEqual(Uint8Array.of(0x78, 0x78, 0x78));
    // A Buffer is cut from a pool that other parts of the program use.
    const pooled = Buffer.from('halo');
    expect(wordsOf(await readInWorker({ bytes: pooled, name: 'a.txt' }))).toBe('halo');
    expect(pooled.toString()).toBe('halo');
  });

  it('serves several calls in their order, refusals among them, and a choice of encoding', async () => {
    const reader = createDocumentReader();
    const results = await Promise.allSettled([
      reader.read(file('satu')),
      reader.read({ bytes: Uint8Array.of(0), name: 'b.txt' }),
      reader.read({ bytes: Uint8Array.of(0xe9), name: 'c.txt', encoding: 'windows-1252' }),
    ]);
    expect(results).toMatchObject([
      { status: 'fulfilled', value: { text: storedText('satu') } },
      { status: 'rejected', reason: refusal('binary-file') },
      { status: 'fulfilled', value: { text: storedText('é') } },
    ]);
    await reader.close();
    expect(wordsOf(await reader.read(file('lagi')))).toBe('lagi');
    await reader.close();
  });

  it('ends a reader that takes too long', async () => {
    const reading = readInWorker(file('x'), { workerUrl: await workerOf('for (;;);'), timeMs: 1500 });
    await expect(reading).rejects.toEqual(refusal('took-too-long', { seconds: 2 }));
  });

  it('stops before a file fills the memory', { timeout: 120_000 }, async () => {
    const styles = Array.from({ length: 100_000 }, (_, at) => `<w:style w:styleId="s${at}"/>`).join('');
    const bytes = docx({ body: paragraph('halo'), styles, stored: true });
    const reader = createDocumentReader({ heapMegabytes: 48, timeMs: 60_000 });
    await expect(reader.read({ bytes, name: 'a.docx' })).rejects.toEqual(
      refusal('needs-too-much-memory', { megabytes: 48 }),
    );
    expect(wordsOf(await reader.read(file('lagi')))).toBe('lagi');
    await reader.close();
    expect(wordsOf(await readInWorker({ bytes, name: 'a.docx' }, { timeMs: 60_000 }))).toBe('halo');
  });

  it.each([
    ['throws', 'throw new Error("internal words");'],
    ['ends itself', 'process.exit(1);'],
    [
      'has a bug',
      'parentPort.postMessage({ sequence: request.sequence, outcome: "failed", reason: "internal words" });',
    ],
  ])('a reader that %s refuses the file in our own words', async (_, source) => {
    await expect(readInWorker(file('x'), { workerUrl: await workerOf(source) })).rejects.toEqual(
      expect.objectContaining({ code: 'reader-failed', message: 'reader-failed' }),
    );
  });

  it('reads on in the other lanes while a file holds one up, and then in this one', async () => {
    const workerUrl = await workerOf(
      'if (request.file.name === "slow.txt") for (;;); parentPort.postMessage({ sequence: request.sequence, outcome: "read", document: { text: request.file.name } });',
    );
    const reader = createDocumentReader({ workerUrl, lanes: 2, timeMs: 3000 });
    const ended: string[] = [];
    const read = async (name: string): Promise<void> => {
      await reader.read({ ...file('x'), name }).catch(() => undefined);
      ended.push(name);
    };
    await Promise.all(['slow.txt', 'a.txt', 'b.txt', 'c.txt'].map(read));
    expect(ended).toEqual(['a.txt', 'b.txt', 'c.txt', 'slow.txt']);
    await Promise.all(['d.txt', 'e.txt'].map(read));
    expect(ended.slice(4).sort()).toEqual(['d.txt', 'e.txt']);
    await reader.close();
  });

  it('goes on with a new worker after one was lost', async () => {
    const workerUrl = await workerOf(
      'if (request.file.name === "bad.txt") process.exit(1); parentPort.postMessage({ sequence: request.sequence, outcome: "read", document: { text: "baik" } });',
    );
    const reader = createDocumentReader({ workerUrl });
    await expect(reader.read({ ...file('x'), name: 'bad.txt' })).rejects.toEqual(refusal('reader-failed'));
    await expect(reader.read(file('x'))).resolves.toEqual({ text: 'baik' });
    await reader.close();
  });
});
