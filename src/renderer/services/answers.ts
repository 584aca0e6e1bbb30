// Queries and the one update path: an answer is asked for anew when the host says that what it speaks of changed,
// no matter which window or program changed it.

import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import { CallError } from '../../shared/contract/client.ts';
import { type InputOf, methods, type NamesOfKind, type OutputOf } from '../../shared/contract/contract.ts';
import type { MethodKind, Topic } from '../../shared/contract/define.ts';
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
    ...(keepFormer ? { placeholderData: keepPreviousData } : {}),
  });
  // That the host is out of reach is said once, by the banner, not by each answer.
  return { data, error: error instanceof CallError ? error : null, isPending };
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

/**
 * Marks the cached answers that an event makes stale. Queries on screen are asked for again at once; results of jobs
 * stay, marked as stale, until the user asks for them again.
 */
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
    case 'menu':
  }
}

async function invalidate(answers: QueryClient, isStale: (topics: readonly Topic[]) => boolean): Promise<void> {
  const concerns = (name: unknown, kinds: readonly MethodKind[]): boolean => {
    const method = methods.get(String(name));
    return method !== undefined && kinds.includes(method.kind) && isStale(method.topics);
  };
  await answers.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey[0], ['job']), refetchType: 'none' });
  await answers.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey[0], ['query']) });
}

function needsProject(method: unknown): boolean {
  return methods.get(String(method))?.needsProject ?? true;
}
