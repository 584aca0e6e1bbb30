// A file that a study comes in – an exchange file, a codebook as a table, references – read, with every text made ready for the
// project file: the work of the worker.

import { storedText } from '../../../db/stored-text.ts';
import { extensionOf } from '../file-kinds.ts';
import type { DocumentFile } from '../read-document.ts';
import type { ReadStudy } from '../refi/read-refi.ts';
import type { Watch } from '../types.ts';

/** @throws ImportRefusal as `readRefi`, `readCodebookTable` and `readRis` */
export async function prepareStudy(file: DocumentFile, watch: Watch): Promise<ReadStudy> {
  const read = await readStudy(file, watch);
  const documents = read.study.documents.map((document) => {
    watch();
    return { ...document, stored: storedText(document.text) };
  });
  return { ...read, study: { ...read.study, documents } };
}

/** Each reader is loaded when it is needed. */
async function readStudy({ name, bytes }: DocumentFile, watch: Watch): Promise<ReadStudy> {
  const extension = extensionOf(name);
  if (/^(csv|tsv|xlsx)$/.test(extension)) return (await import('./codebook-table.ts')).readCodebookTable(bytes, watch);
  if (extension === 'ris') return (await import('./ris.ts')).readRis(bytes, watch);
  return (await import('../refi/read-refi.ts')).readRefi(bytes, { watch, codesOnly: extension === 'qdc' });
}
