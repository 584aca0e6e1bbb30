// What the reader's worker and its owner say to each other. Plain values only: errors lose their class on the way.

import type { StoredText } from '../../db/stored-text.ts';
import type { SplitRule } from '../../../shared/domain/splitting.ts';
import type { ForeignProject } from '../foreign/model.ts';
import type { ReadTable, TableChoices } from '../tables/table.ts';
import type { DocumentPreview } from './preview-document.ts';
import type { DocumentFile } from './read-document.ts';
import type { ReadStudy } from './refi/read-refi.ts';
import type { DocumentComment, ReadDocument, RefusalCode, RefusalParams } from './types.ts';

/** A document that was read, with its text as it will be stored, and the hash of the file it came from. */
export type PreparedDocument = Omit<ReadDocument, 'text'> & {
  readonly text: StoredText;
  readonly fileSha256: string;
  /** The documents it is split into, where that was asked for. */
  readonly parts?: readonly PreparedPart[];
};

export type PreparedPart = {
  /** What the text calls it; '' where nothing does. */
  readonly title: string;
  readonly text: StoredText;
  readonly comments: readonly DocumentComment[];
  readonly pages?: readonly number[];
};

/** A file to read; of a table also what a person chose where the guess would be wrong, of a document where to split it. */
export type WantedFile = DocumentFile & { readonly table?: TableChoices; readonly split?: SplitRule };

export type ReadRequest = {
  readonly sequence: number;
  readonly file: WantedFile;
  /** A document by its type, what is recognised in one, a study from an exchange file, another program's project, a table. */
  readonly wanted: 'document' | 'preview' | 'study' | 'foreign' | 'table';
};

/** The reader is loaded and begins: what that took is not the file's. */
export type Begun = { readonly sequence: number; readonly outcome: 'begun' };

export type ReadAnswer = { readonly sequence: number } & (
  | { readonly outcome: 'read'; readonly document: PreparedDocument }
  | { readonly outcome: 'preview'; readonly preview: DocumentPreview }
  | { readonly outcome: 'study'; readonly study: ReadStudy }
  | { readonly outcome: 'foreign'; readonly project: ForeignProject }
  | { readonly outcome: 'table'; readonly table: ReadTable }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams }
  /** A bug in a reader: `reason` is for the log, never for the person. */
  | { readonly outcome: 'failed'; readonly reason: string }
);
