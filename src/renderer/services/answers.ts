// Queries and the one update path: an answer is asked for anew when the host says that what it speaks of changed,
// no matter which window or program changed it.

import { type QueryClient, useQuery } from '@tanstack/react-query';
import type { CallError } from '../../shared/contract/client.ts';
import { type InputOf, methods, type NamesOfKind, type OutputOf } from '../../shared/contract/contract.ts';
import type { Topic } from '../../shared/contract/define.ts';
import { callMethod, type Services, useServices } from './client.ts';
import type { HostUnreachable, WindowEvent } from './transport.ts';

export type QueryName = NamesOfKind<'query'>;

export type AnswerState<Name extends QueryName> = {
  readonly data: OutputOf<Name> | undefined;
  readonly error: CallError | null;
  readonly isPending: boolean;
};

export type AnswerOptions = {
  readonly enabled?: boolean;
  /** Shows the former answer while one for another input is on its way, so that lists do not flicker. */
  readonly keepFormer?: boolean;
};

export function useAnswer<Name extends QueryName>(
  method: Name,
  input: InputOf<Name>,
  { enabled = true, keepFormer = false }: AnswerOptions = {},
): AnswerState<Name> {
  const { link } = useServices();
  const { data, error, isPending } = useQuery<OutputOf<Name>, CallError | HostUnreachable>({
    queryKey: [method, input],
    queryFn: () => callMethod(link, method, input),
    enabled,
    ...(keepFormer ? { placeholderData: (former: OutputOf<Name> | undefined) => former as never } : {}),
  });
  // That the host is out of reach is said once, by the banner, not by each answer.
  return { data, error: error?.name === 'CallError' ? (error as CallError) : null, isPending };
}

/** Asks once; takes the cached answer where nothing has changed since. @throws CallError, HostUnreachable */
export async function fetchAnswer<Name extends QueryName>(
  { link, answers }: Pick<Services, 'link' | 'answers'>,
  method: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  return answers.fetchQuery<OutputOf<Name>>({
    queryKey: [method, input],
    queryFn: () => callMethod(link, method, input),
  });
}

/** `fetchAnswer` bound to this window's host. */
export function useFetchAnswer(): <Name extends QueryName>(
  method: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>> {
  const services = useServices();
  return (method, input) => fetchAnswer(services, method, input);
}

/** Marks the cached answers that an event makes stale; those on screen are asked for again at once. */
export async function followEvent(answers: QueryClient, event: WindowEvent): Promise<void> {
  switch (event.type) {
    case 'changed':
      return invalidate(answers, (topics) => event.topics.some((topic) => topics.includes(topic)));
    case 'settings':
      return invalidate(answers, (topics) => topics.includes('settings'));
    case 'reconnected':
      return invalidate(answers, () => true);
    case 'session': {
      // What is open comes first; answers about the former project are dropped before anything draws the new one.
      await answers.invalidateQueries({ predicate: ({ queryKey }) => !needsProject(queryKey[0]) });
      answers.removeQueries({ predicate: ({ queryKey }) => needsProject(queryKey[0]), type: 'inactive' });
      return answers.resetQueries({ predicate: ({ queryKey }) => needsProject(queryKey[0]) });
    }
    case 'job':
  }
}

/** Topics whose change makes the answer of a query or job stale. */
export function topicsOf(method: unknown): readonly Topic[] {
  return methods.get(String(method))?.topics ?? [];
}

function invalidate(answers: QueryClient, isStale: (topics: readonly Topic[]) => boolean): Promise<void> {
  return answers.invalidateQueries({ predicate: ({ queryKey }) => isStale(topicsOf(queryKey[0])) });
}

function needsProject(method: unknown): boolean {
  return methods.get(String(method))?.needsProject ?? true;
}
