// The composition root and the dispatcher: sender's request in, answer out, whatever the host.

import { methods, type MethodName } from '../../shared/contract/contract.ts';
import type { Request } from '../../shared/contract/client.ts';
import type { Method } from '../../shared/contract/define.ts';
import { SimpulError, type ErrorAnswer } from '../../shared/contract/errors.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Language } from '../../shared/contract/values.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { createAnalysisPool } from '../analysis/pool.ts';
import { diskError } from '../db/disk-errors.ts';
import type { App } from './app-types.ts';
import { createFiles } from './files.ts';
import type { ActionContext, CommandContext, JobContext, QueryContext, Services } from './handler.ts';
import { handlers } from './handlers.ts';
import { createDocumentReader } from './importers/read-in-worker.ts';
import { createJobs } from './jobs.ts';
import { createMedia, openRecording } from './media.ts';
import type { Ports } from './ports.ts';
import { createProjects } from './projects.ts';
import { createIdleIndexing } from './search-idle.ts';
import { untilQuiet, type Session } from './session.ts';
import { createSettings } from './settings.ts';
import { writeInSteps } from './write-in-steps.ts';
import { write, type WriteOutcome, type Written } from './write.ts';

/** Builds the application. Nothing is open yet. */
export function createApp(ports: Ports): App {
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const settings = createSettings(ports.places.configuration, ports.defaultLanguage);
  const pool = createAnalysisPool(ports.workers.analysis);
  const reader = createDocumentReader({ workerUrl: ports.workers.importer, lanes: 2 });
  const services: Services = {
    ports,
    files: createFiles(),
    media: createMedia(),
    jobs: createJobs(emit),
    projects: createProjects(ports, () => emit({ type: 'session' })),
    settings,
    pool,
    reader,
    emit,
    language: () => (ports.host === 'cli' ? ports.defaultLanguage : settings.get().language),
  };
  const indexing = createIdleIndexing(services);
  if (ports.host === 'electron' || ports.host === 'browser') listeners.add(indexing.note);
  return {
    dispatch: async (request) => {
      try {
        return { ok: true, value: await carryOut(services, request) };
      } catch (error) {
        return { ok: false, error: errorAnswer(services, error) };
      }
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    files: services.files,
    openRecording: (guid) => openRecording(services.projects.current(), guid),
    close: async () => {
      await services.jobs.stop();
      await indexing.stop();
      await pool.close();
      await reader.close();
      services.files.clear();
      services.media.clear();
      await services.projects.close();
    },
  };
}

/** An error in the form that crosses a transport, in the user's language. Bugs go to the log. */
export function errorAnswer({ ports, language }: Pick<Services, 'ports' | 'language'>, raw: unknown): ErrorAnswer {
  const error = diskError(raw, '');
  if (error instanceof SimpulError && error.code !== 'internal') {
    return { code: error.code, message: sentenceFor(language(), error), details: error.details };
  }
  ports.log.fault('internal', raw);
  return { code: 'internal', message: translate(language(), 'error.internal'), details: null };
}

/** The one sentence of an expected error: what is wrong and what helps. */
export function sentenceFor(language: Language, error: SimpulError): string {
  const what = error.params['what'];
  const params =
    error.code === 'not-found' && typeof what === 'string'
      ? { ...error.params, what: translate(language, `object.${what}` as 'object.document') }
      : error.params;
  return translate(language, `error.${error.code}`, params);
}

async function carryOut(services: Services, raw: unknown): Promise<unknown> {
  const request = parseRequest(raw);
  const method = methods.get(request.method);
  if (!method) throw new SimpulError('unknown-method', { method: request.method.slice(0, 100) });
  const input = parseInput(method, request.input);
  const name = request.method as MethodName;
  switch (method.kind) {
    case 'query':
      return method.needsProject ? runQuery(services, name, input) : runAction(services, name, input, request);
    case 'command':
      return runCommand(services, name, method, input, request);
    case 'job':
      return runJob(services, name, method, input, request);
    case 'action':
      return runAction(services, name, input, request);
  }
}

function runQuery(services: Services, name: MethodName, input: unknown): unknown {
  const session = services.projects.require();
  const context: QueryContext = { services, session, db: session.connection };
  return handlerOf<QueryContext>(name)(context, input);
}

async function runAction(services: Services, name: MethodName, input: unknown, request: Request): Promise<unknown> {
  const context: ActionContext = { services, requestId: request.requestId };
  return handlerOf<ActionContext>(name)(context, input);
}

async function runCommand(
  services: Services,
  name: MethodName,
  method: Method,
  input: unknown,
  request: Request,
): Promise<unknown> {
  const open = services.projects.require();
  if (open.longWrite) await untilQuiet(open);
  const session = services.projects.require();
  const handle = handlerOf<CommandContext>(name);
  const outcome = guarded(services, () =>
    write(
      session,
      services.ports.clock,
      { method: name, requestId: request.requestId },
      (scope) => handle({ services, session, ...scope }, input) as Written<unknown>,
    ),
  );
  announce(services, method, outcome, request.requestId ?? null);
  return outcome.value;
}

async function runJob(
  services: Services,
  name: MethodName,
  method: Method,
  input: unknown,
  request: Request,
): Promise<unknown> {
  const session = services.projects.require();
  const jobId = request.jobId ?? services.ports.ids.next();
  return services.jobs.run(jobId, name, async (control) => {
    const context: JobContext = {
      services,
      session,
      db: session.connection,
      ...control,
      write: (body) => {
        const outcome = guarded(services, () =>
          write(session, services.ports.clock, { method: name, requestId: request.requestId }, body),
        );
        announce(services, method, outcome, request.requestId ?? null);
        return outcome;
      },
      writeInSteps: async (body, progress) => {
        const steps = { signal: control.signal, progress };
        const asked = { method: name, requestId: request.requestId };
        const outcome = await guardedLong(services, session, () =>
          writeInSteps(session, services.ports.clock, asked, steps, body),
        );
        announce(services, method, outcome, request.requestId ?? null);
        return outcome;
      },
    };
    return handlerOf<JobContext>(name)(context, input);
  });
}

// A project that was moved or replaced can no longer be changed; every window learns it at once.
function guarded<Value>(services: Services, body: () => Value): Value {
  const before = frozenOf(services.projects.current());
  try {
    return body();
  } finally {
    if (frozenOf(services.projects.current()) !== before) services.emit({ type: 'session' });
  }
}

async function guardedLong<Value>(services: Services, session: Session, body: () => Promise<Value>): Promise<Value> {
  const before = session.frozen;
  try {
    return await body();
  } finally {
    if (session.frozen !== before) services.emit({ type: 'session' });
  }
}

function frozenOf(session: Session | null): string | null {
  return session?.frozen ?? null;
}

function announce(services: Services, method: Method, outcome: WriteOutcome<unknown>, requestId: string | null): void {
  if (outcome.revision === null) return;
  services.projects.noteChange();
  services.emit({
    type: 'changed',
    revision: outcome.revision,
    topics: [...method.topics, 'history'],
    texts: outcome.texts,
    requestId,
  });
}

function handlerOf<Context>(name: MethodName): (context: Context, input: unknown) => unknown {
  // The table's type ties each name to its own input; a name known only at run time needs the loose view.
  const table: Readonly<Record<MethodName, unknown>> = handlers;
  return table[name] as (context: Context, input: unknown) => unknown;
}

function parseRequest(raw: unknown): Request {
  if (typeof raw !== 'object' || raw === null) throw new SimpulError('invalid-input', { field: 'request' });
  const { method, input, requestId, jobId } = raw as Record<string, unknown>;
  if (typeof method !== 'string') throw new SimpulError('invalid-input', { field: 'method' });
  return {
    method,
    input: input === undefined ? {} : input,
    ...optionalId('requestId', requestId),
    ...optionalId('jobId', jobId),
  };
}

function optionalId<Key extends 'requestId' | 'jobId'>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'string' || value.length < 8 || value.length > 100) {
    throw new SimpulError('invalid-input', { field: key });
  }
  return { [key]: value } as { readonly [K in Key]?: string };
}

function parseInput(method: Method, input: unknown): unknown {
  const result = method.input.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }));
  throw new SimpulError('invalid-input', { field: issues[0]?.path || 'input' }, { issues });
}
