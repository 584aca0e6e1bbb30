// What the commands of the command line share.

import type { Readable } from 'node:stream';
import { createClient, type Client } from '../../../shared/contract/client.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { App } from '../../core/app-types.ts';
import { CliFailure, type ExitStatus, type Say, type Streams } from './output.ts';

/** What the entry module gives the command line. */
export type CliHost = {
  readonly language: Language;
  readonly streams: Streams;
  readonly input: Readable;
  readonly createApp: () => App;
  /** Serves the window until the process is told to end. Another host, so the entry module hands it in. */
  readonly serve: (options: {
    readonly project: string | null;
    readonly sample: boolean;
    readonly port: number;
    readonly open: boolean;
  }) => Promise<void>;
};

export type CommandTools = {
  readonly host: CliHost;
  readonly say: Say;
  /** Opens a project, runs the body, closes it cleanly whatever happens. */
  readonly withProject: (path: string, body: (open: OpenProject) => Promise<ExitStatus | void>) => Promise<void>;
  readonly setStatus: (status: ExitStatus) => void;
};

export type OpenProject = { readonly app: App; readonly client: Client };

export function clientOf(app: App): Client {
  return createClient({ call: app.dispatch, onEvent: app.onEvent });
}

/** A whole number from 0 on. @throws CliFailure with status 2 */
export function numberOption(say: Say, name: string, value: string): number {
  if (!/^\d{1,10}$/.test(value)) throw new CliFailure('usage', say('cli.usage.number', { name, value }), 2);
  return Number(value);
}
