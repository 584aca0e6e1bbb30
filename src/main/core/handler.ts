// The shape of handlers, derived from the contract: a query cannot write by type, a command answers through
// `write()`, a job gets progress and cancel.

import type { CheckedInputOf, MethodName, NamesOfKind, OutputOf } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/contract/values.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { ReadableDb } from '../db/database.ts';
import type { AnalysisPool } from '../analysis/pool.ts';
import type { Files } from './files.ts';
import type { DocumentReader } from './importers/read-in-worker.ts';
import type { JobControl, Jobs } from './jobs.ts';
import type { Media } from './media.ts';
import type { Ports } from './ports.ts';
import type { Projects } from './projects.ts';
import type { Session } from './session.ts';
import type { SettingsStore } from './settings.ts';
import type { Steps } from './steps.ts';
import type { Label, WriteOutcome, WriteScope, Written } from './write.ts';

/** What every handler may use. */
export type Services = {
  readonly ports: Ports;
  readonly files: Files;
  readonly media: Media;
  readonly jobs: Jobs;
  readonly projects: Projects;
  readonly settings: SettingsStore;
  readonly pool: AnalysisPool;
  readonly reader: DocumentReader;
  readonly emit: (event: AppEvent) => void;
  readonly language: () => Language;
};

export type ProjectContext = { readonly services: Services; readonly session: Session };

export type QueryContext = ProjectContext & { readonly db: ReadableDb };
export type CommandContext = ProjectContext & WriteScope;
export type JobContext = QueryContext &
  JobControl & {
    /** Lets a job that has done its thinking change the project in one command. */
    readonly write: <Value>(body: (scope: WriteScope) => Written<Value>) => WriteOutcome<Value>;
    /** The same where it takes long: in slices, between which other calls are answered; cancelling takes it back. */
    readonly writeInSteps: <Value>(
      body: (scope: WriteScope) => Steps<Written<Value>>,
      progress: JobControl['progress'],
    ) => Promise<WriteOutcome<Value>>;
  };
export type ActionContext = {
  readonly services: Services;
  /** Of the request, where it has one: an action that changes the project is carried out once for it (HI6). */
  readonly requestId: string | undefined;
};

export type QueryHandlers = {
  readonly [Name in Exclude<NamesOfKind<'query'>, ProjectlessName>]: (
    context: QueryContext,
    input: CheckedInputOf<Name>,
  ) => OutputOf<Name>;
};
export type CommandHandlers = {
  readonly [Name in NamesOfKind<'command'>]: (
    context: CommandContext,
    input: CheckedInputOf<Name>,
  ) => Written<OutputOf<Name>>;
};
export type JobHandlers = {
  readonly [Name in NamesOfKind<'job'>]: (context: JobContext, input: CheckedInputOf<Name>) => Promise<OutputOf<Name>>;
};
/** Actions, and the queries that need no project. */
export type ActionHandlers = {
  readonly [Name in NamesOfKind<'action'> | ProjectlessName]: (
    context: ActionContext,
    input: CheckedInputOf<Name>,
  ) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** Queries that answer without an open project. A contract test holds this list against `needsProject`. */
export type ProjectlessName = Extract<
  MethodName,
  'projects.session' | 'projects.recent' | 'projects.templates' | 'settings.get'
>;

/** Shorthand for `label('code.created', { name })`. */
export function label(key: string, params?: Label['params']): Label {
  return params ? { key, params } : { key };
}
