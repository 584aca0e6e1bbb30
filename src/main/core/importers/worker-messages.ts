// What the reader's worker and its owner say to each other. Plain values only: errors lose their class on the way.

import type { DocumentFile } from './read-document.ts';
import type { ReadDocument, RefusalCode, RefusalParams } from './types.ts';

export type ReadRequest = { readonly sequence: number; readonly file: DocumentFile };

export type ReadAnswer = { readonly sequence: number } & (
  | { readonly outcome: 'read'; readonly document: ReadDocument }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly params: RefusalParams }
  /** A bug in a reader: `reason` is for the log, never for the person. */
  | { readonly outcome: 'failed'; readonly reason: string }
);
