// An exchange file read, with every text made ready for the project file: the work of the worker.

import { storedText } from '../../../db/stored-text.ts';
import type { Watch } from '../types.ts';
import { readRefi, type ReadStudy } from './read-refi.ts';

export function prepareRefi(bytes: Uint8Array, watch: Watch): ReadStudy {
  const read = readRefi(bytes, watch);
  const documents = read.study.documents.map((document) => {
    watch();
    return { ...document, stored: storedText(document.text) };
  });
  return { ...read, study: { ...read.study, documents } };
}
