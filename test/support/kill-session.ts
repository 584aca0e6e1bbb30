// A session under `simpul batch` that keeps its own ledger of what was acknowledged.

import type { Batch, BatchAnswer } from './cli.ts';
import { chooseChange, type Chosen, type Sizes } from './kill-changes.ts';
import { madeIn } from './kill-reader.ts';
import { follow, type Change, type Ledger } from './kill-study.ts';
import type { randomOf } from './project.ts';

type Random = ReturnType<typeof randomOf>;

/** A change as it goes to the program, with the identifier under which it may be sent again (HI6). */
export type SentChange = Chosen & { readonly requestId: string };

/** Chooses a change and makes it ready to be sent; null where the process is gone. */
export async function prepare(batch: Batch, random: Random, ledger: Ledger, sizes: Sizes): Promise<SentChange | null> {
  const chosen = chooseChange(random, ledger, sizes);
  const requestId = `request-${ledger.steps}-${random.below(1_000_000_000)}`;
  if (chosen.change.method !== 'documents.editText') return { ...chosen, requestId };
  const { documentId } = chosen.change.input;
  const answer = await batch.ask({ id: 'text', method: 'documents.text', input: { documentId } });
  if (!answer) return null;
  const { revision } = valueOf(answer) as { readonly revision: number };
  const change: Change = { ...chosen.change, input: { ...chosen.change.input, revision } };
  return { ...chosen, change, requestId };
}

export function lineOf(id: number, { change, requestId }: SentChange): string {
  return JSON.stringify({ id, ...change, requestId });
}

/** The ledger after an acknowledged change. @throws Error where the program refused it */
export function acknowledged(ledger: Ledger, { change }: SentChange, answer: BatchAnswer): Ledger {
  return follow(ledger, change, madeIn(valueOf(answer, change)));
}

function valueOf(answer: BatchAnswer, change?: Change): unknown {
  if (answer.ok) return answer.value;
  throw new Error(`${JSON.stringify(change)} was refused: ${JSON.stringify(answer.error)}`);
}
