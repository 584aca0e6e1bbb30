// A method is declared once: kind, input, output, what it touches. Everything else follows from that:
// the types of client and handlers, validation, both transports, the command line and cache invalidation.

import { z } from 'zod';

/**
 * Kind decides plumbing. A `query` gets a connection type that cannot write. A `command` runs in one
 * transaction, leaves one history group and one change event. A `job` may take long: it has progress and
 * cancel, and computes in a worker. An `action` concerns the application, not the project's content.
 */
export type MethodKind = 'query' | 'command' | 'job' | 'action';

/** What a change event can be about. The client's caches are keyed by these. */
export const topics = [
  'project',
  'documents',
  'texts',
  'codes',
  'codings',
  'memos',
  'cases',
  'variables',
  'coders',
  'links',
  'structure',
  'versions',
  'searches',
  'results',
  'displays',
  'propositions',
  'triangulation',
  'remarks',
  'queries',
  'stop-words',
  'questions',
  'collection',
  'condensation',
  'interchange',
  'history',
  'settings',
  'session',
] as const;
export type Topic = (typeof topics)[number];

export type Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly kind: Kind;
  /** One English sentence for `simpul contract` and for whoever scripts Simpul. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** Queries and jobs: topics whose change makes the answer stale. Commands: topics they change. */
  readonly topics: readonly Topic[];
  /** False for the few methods that work without an open project. */
  readonly needsProject: boolean;
};

type Declaration<Input extends z.ZodType, Output extends z.ZodType> = {
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  readonly topics: readonly Topic[];
  readonly needsProject?: boolean;
};

export function query<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('query', declaration);
}
export function command<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('command', declaration);
}
export function job<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('job', declaration);
}
export function action<I extends z.ZodType, O extends z.ZodType>(declaration: Declaration<I, O>) {
  return declare('action', declaration);
}

function declare<Kind extends MethodKind, I extends z.ZodType, O extends z.ZodType>(
  kind: Kind,
  { needsProject = true, ...rest }: Declaration<I, O>,
): Method<Kind, I, O> {
  return { kind, needsProject, ...rest };
}

/** Input of a method that takes none. Unknown properties are refused everywhere. */
export const nothing = z.strictObject({});
