// What the core needs from outside, handed in by the host, so that tests hand in their own.

import type { Language } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';

export type Clock = { readonly now: () => Date };
export type Ids = { readonly next: () => Guid };

/** Codes and counts only: never words of the study, names or paths (they are confidential). */
export type Logger = {
  readonly info: (code: string, facts?: Readonly<Record<string, string | number>>) => void;
  readonly fault: (code: string, error: unknown) => void;
};

/** Where things stand on this machine. */
export type Places = {
  readonly migrations: string;
  readonly samples: string;
  /** New projects go here unless the user says otherwise. */
  readonly projects: string;
  /** Preferences, recent files, notes on open projects. */
  readonly configuration: string;
};

export type Ports = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly places: Places;
  readonly host: 'electron' | 'browser' | 'cli' | 'test';
  readonly version: string;
  /** Language of messages until the user has chosen one. */
  readonly defaultLanguage: Language;
  /** Worker modules; bundling moves them, so the host says where they are. */
  readonly workers: { readonly analysis: URL; readonly importer: URL; readonly exporter: URL };
};
