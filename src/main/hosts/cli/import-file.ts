// Reading what a path on the command line names. Folders, pipes and devices are no documents, and a file too
// large to import is not read to the end to find that out.

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** @param largest bytes; of a larger file one byte more is read, enough for the importer to refuse it */
export async function readImportFile(path: string, largest: number): Promise<Uint8Array> {
  // Without O_NONBLOCK, opening a named pipe would wait for ever for somebody to write into it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new TypeError('not a regular file');
    const wanted = Math.min(stat.size, largest + 1);
    const bytes = new Uint8Array(wanted);
    let length = 0;
    while (length < wanted) {
      const { bytesRead } = await file.read(bytes, length, wanted - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Standard input to its end, or to one byte more than the importer takes. */
export async function readStream(input: AsyncIterable<unknown>, largest: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.byteLength;
    if (length > largest) break;
  }
  return Buffer.concat(chunks);
}
