// Commands and actions. Each goes out through the outbox with an identifier of its own, so that a lost connection
// neither loses nor doubles it.

import { useCallback } from 'react';
import { CallError } from '../../shared/contract/client.ts';
import type { InputOf, NamesOfKind, OutputOf } from '../../shared/contract/contract.ts';
import { type Services, useServices, valueOf } from './client.ts';
import { notify } from './notices.ts';
import { useT } from './text.ts';

export type PerformName = NamesOfKind<'command' | 'action'>;

export type Perform = <Name extends PerformName>(method: Name, input: InputOf<Name>) => Promise<OutputOf<Name> | null>;

/**
 * Carries out a command or action. An error is shown as a notice, and the promise resolves to null: callers go on
 * only where they got a value. What changed comes back by the host's event, not by this answer.
 */
export function usePerform(): Perform {
  const services = useServices();
  const t = useT();
  return useCallback<Perform>(
    async (method, input) => {
      try {
        return await perform(services, method, input);
      } catch (error) {
        if (error instanceof CallError && error.code === 'cancelled') return null;
        notify({ kind: 'error', text: error instanceof CallError ? error.message : t('notice.unexpected') });
        return null;
      }
    },
    [services, t],
  );
}

/** The same without a notice, for dialogs that show the error beside its cause. @throws CallError */
export async function perform<Name extends PerformName>(
  { outbox }: Pick<Services, 'outbox'>,
  method: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  return valueOf<Name>(await outbox.send({ method, input, requestId: crypto.randomUUID() }));
}
