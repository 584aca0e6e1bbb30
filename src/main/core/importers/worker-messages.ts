// What the reader's worker and its owner say to each other. Plain values only: errors lose their class on the way.

import type { StoredText } from '../../db/stored-text.ts';
import type { DocumentFile } from './read-document.ts';
import type { ReadStudy } from './refi/read-refi.ts';
import type { ReadDocument, RefusalCode, RefusalParams } from './types.ts';

/** A document that was read, with its text as it will be stored, and the hash of the file it came from. */
export type PreparedDocument = Omit<ReadDocument, 'text'> & {
  readonly text: StoredText;
  readonly fileSha256: string;
};

export type ReadRequest = {
  readonly sequence: number;
  readonly file: DocumentFile;
  /** A document by its type, or a whole study from an exchange file. */
  readonly wanted: 'document' | 'study';
};

export type ReadAnswer = { readonly sequence: number } & (
  | { readonly outcome: 'read'; readonly document: PreparedDocument }
  | { readonly outcome: 'study'; readonly study: ReadStudy }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams }
  /** A bug in a reader: `reason` is for the log, never for the person. */
  | { readonly outcome: 'failed'; readonly reason: string }
);
