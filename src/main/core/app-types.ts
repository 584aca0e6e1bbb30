// What a host holds of the application.

import type { Answer, Request } from '../../shared/contract/client.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Files } from './files.ts';
import type { OpenRecording } from './media.ts';

export type App = {
  /** Answers any request, well-formed or not; never throws. */
  readonly dispatch: (request: unknown) => Promise<Answer>;
  /** @returns a function that ends the subscription */
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  /** Files handed over before an import, and made by an export. */
  readonly files: Files;
  /** A recording beside the open project, by its identifier; null where there is none. Who gets it closes it. */
  readonly openRecording: (guid: string) => OpenRecording | null;
  /** Cancels jobs and closes the project cleanly. */
  readonly close: () => Promise<void>;
};

export type { Answer, Request };
