import type { Client } from '../../shared/contract/client.ts';
import { HostUnreachable } from '../services/transport.ts';

/**
 * Writes a fault of the window to the log: its kind and where it happened. Its message stays here, since it may hold
 * words of the study.
 */
export function reportFault(client: Client | null, code: string, error: unknown, componentStack?: string | null): void {
  if (error instanceof HostUnreachable) return;
  const kind = error instanceof Error ? error.name : typeof error;
  const places = [...framesOf(error instanceof Error ? error.stack : ''), ...framesOf(componentStack ?? '')];
  // Where even this cannot be told, there is nobody left to tell.
  client?.windows.report({ code, detail: [kind, ...places].join('\n').slice(0, 4000) }).catch(() => undefined);
}

/** Faults outside of drawing, such as in an event handler or a promise nobody waits for. @returns stops it */
export function reportStrayFaults(client: Client): () => void {
  const onError = ({ error }: ErrorEvent): void => reportFault(client, 'window.error', error);
  const onRejection = ({ reason }: PromiseRejectionEvent): void => reportFault(client, 'window.rejection', reason);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
  };
}

function framesOf(stack: string | undefined): readonly string[] {
  return (stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 20);
}
