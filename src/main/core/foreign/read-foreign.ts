// Which program a database comes from, and its project as plain data.

import { openForeign, type ForeignDatabase } from '../../db/foreign.ts';
import { openZip } from '../importers/unzip.ts';
import { ImportRefusal } from '../importers/types.ts';
import type { ForeignProject } from './model.ts';
import { isQualCoder, readQualCoder } from './qualcoder.ts';
import { isRqda, readRqda } from './rqda.ts';
import { isTaguette, readTaguette } from './taguette.ts';

/**
 * Reads a project of QualCoder (`data.qda`, or the folder packed as ZIP), RQDA or Taguette.
 * @throws ImportRefusal `foreign-unknown` for another database or file, `file-damaged` for one that cannot be read
 */
export async function readForeign(bytes: Uint8Array): Promise<ForeignProject> {
  const database = await openForeign(unpacked(bytes));
  if (database === null) throw new ImportRefusal('foreign-unknown');
  try {
    return read(database);
  } finally {
    database.close();
  }
}

function read(database: ForeignDatabase): ForeignProject {
  try {
    if (isQualCoder(database)) return readQualCoder(database);
    if (isTaguette(database)) return readTaguette(database);
    if (isRqda(database)) return readRqda(database);
  } catch (error) {
    throw new ImportRefusal('file-damaged', {}, { cause: error });
  }
  throw new ImportRefusal('foreign-unknown');
}

/** A QualCoder project is a folder; packed for the way it is a ZIP with `data.qda` in it. */
function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes;
  const zip = openZip(bytes);
  const entry = [...zip.entries.values()].find(({ name }) => /(^|\/)data\.qda$/i.test(name));
  if (entry === undefined) throw new ImportRefusal('foreign-unknown');
  const parts: Uint8Array[] = [];
  zip.unpack(entry, (part) => parts.push(part.slice()));
  return Buffer.concat(parts);
}
