// What the reader's worker and its owner say to each other. Plain values only: errors lose their class on the way.

import type { StoredText } from '../../db/stored-text.ts';
import type { ForeignProject } from '../foreign/model.ts';
import type { ReadTable, TableChoices } from '../tables/table.ts';
import type { DocumentFile } from './read-document.ts';
import type { ReadStudy } from './refi/read-refi.ts';
import type { ReadDocument, RefusalCode, RefusalParams } from './types.ts';

/** A document that was read, with its text as it will be stored, and the hash of the file it came from. */
export type PreparedDocument = Omit<ReadDocument, 'text'> & {
  readonly text: StoredText;
  readonly fileSha256: string;
};

/** A file to read; of a table also what a person chose where the guess would be wrong. */
export type WantedFile = DocumentFile & { readonly table?: TableChoices };

export type ReadRequest = {
  readonly sequence: number;
  readonly file: WantedFile;
  /** A document by its type, a whole study from an exchange file, a project of another program, or a table. */
  readonly wanted: 'document' | 'study' | 'foreign' | 'table';
};

export type ReadAnswer = { readonly sequence: number } & (
  | { readonly outcome: 'read'; readonly document: PreparedDocument }
  | { readonly outcome: 'study'; readonly study: ReadStudy }
  | { readonly outcome: 'foreign'; readonly project: ForeignProject }
  | { readonly outcome: 'table'; readonly table: ReadTable }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams }
  /** A bug in a reader: `reason` is for the log, never for the person. */
  | { readonly outcome: 'failed'; readonly reason: string }
);
