// what leaves the study is held back while consent is missing or real names occur, until a person has seen it and
// wants it all the same. One question for everything, asked by whatever is about to go out.

import { useCallback } from 'react';
import { create } from 'zustand';
import { CallError } from '../../shared/contract/client.ts';
import { methods, type OutputOf } from '../../shared/contract/contract.ts';
import { useFetchAnswer } from './answers.ts';
import { saveBlob } from './files.ts';

export type LeavingGate = OutputOf<'collection.exportGate'>;

type Leaving = { readonly asked: LeavingGate | null; readonly answer: (confirmed: boolean) => void };

/** What is being asked; the shell shows it. */
export const useLeaving = create<Leaving>()(() => ({ asked: null, answer: () => undefined }));

/** Shows what speaks against it. @returns whether the person wants it all the same */
export function askToLeave(gate: LeavingGate): Promise<boolean> {
  // Who is asked anew has not said yes to the former question.
  useLeaving.getState().answer(false);
  return new Promise((resolve) => {
    useLeaving.setState({
      asked: gate,
      answer: (confirmed) => {
        useLeaving.setState({ asked: null, answer: () => undefined });
        resolve(confirmed);
      },
    });
  });
}

/** What the core held an export back for; null where the error is another one. */
export function gateOf(error: unknown): LeavingGate | null {
  if (!(error instanceof CallError) || error.code !== 'export-gate') return null;
  return methods.get('collection.exportGate')?.output.safeParse(error.details).data as LeavingGate | null;
}

/**
 * Saves what the window itself made of the study, such as a picture of a chart.
 * @returns a function that answers whether it was saved
 */
export function useSaveFromStudy(): (blob: Blob, name: string) => Promise<boolean> {
  const fetchAnswer = useFetchAnswer();
  return useCallback(
    async (blob, name) => {
      const gate = await fetchAnswer('collection.exportGate', {});
      if (!gate.open && !(await askToLeave(gate))) return false;
      saveBlob(blob, name);
      return true;
    },
    [fetchAnswer],
  );
}
