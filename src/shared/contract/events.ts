import type { Guid } from '../domain/ids.ts';
import type { Splice } from '../domain/segments.ts';
import type { Topic } from './define.ts';

/** A text edit as other windows need it to follow. */
export type TextEdit = {
  readonly documentId: Guid;
  /** Revision after the edit. */
  readonly revision: number;
  /** Null where the text was replaced as a whole (undo of an import, for example): fetch it anew. */
  readonly splices: readonly Splice[] | null;
};

export type AppEvent =
  | {
      readonly type: 'changed';
      /** Revision of the project after the change. */
      readonly revision: number;
      readonly topics: readonly Topic[];
      readonly texts: readonly TextEdit[];
      /** Identifier of the request that caused it, so that its sender knows its own change. */
      readonly requestId: string | null;
    }
  | {
      readonly type: 'job';
      readonly jobId: string;
      readonly method: string;
      readonly state: 'running' | 'done' | 'failed' | 'cancelled';
      /** 0..1, or null while it cannot be told. */
      readonly progress: number | null;
    }
  /** Another project was opened, or what is open can no longer be changed. */
  | { readonly type: 'session' }
  | { readonly type: 'settings' }
  /** An entry of the system's menu was chosen: a command of the window, by its identifier. */
  | { readonly type: 'menu'; readonly command: string };
