// How sequences are counted: remembered, and turned into what the job is asked.

import { z } from 'zod';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { ScopeFilter } from '../scope/scope.ts';

const shape = z.object({
  /** *lag*: the so-many-th next coding; *distance*: whatever begins within a distance. */
  by: z.enum(['lag', 'distance']).catch('lag'),
  lag: z.number().int().min(1).max(100).catch(1),
  minimum: z.number().int().min(0).max(1_000_000).catch(0),
  maximum: z.number().int().min(0).max(1_000_000).catch(2),
  distanceUnit: z.enum(['characters', 'words', 'sentences', 'paragraphs']).catch('paragraphs'),
  selfFollows: z.boolean().catch(true),
  permutations: z.boolean().catch(false),
});
export type SequenceChoice = z.infer<typeof shape>;

/** Orders drawn for the p of chance, where asked for: enough to tell .05 from .01. */
const draws = 999;

export const defaultChoice: SequenceChoice = shape.parse({});

/** What was remembered may be of another version: each part that does not fit falls back on its own. */
export function parseChoice(remembered: unknown): SequenceChoice {
  const parsed = shape.safeParse(remembered);
  return parsed.success ? parsed.data : defaultChoice;
}

export function sequenceInput(choice: SequenceChoice, filter: ScopeFilter): InputOf<'analysis.sequence'> {
  const { by, lag, minimum, maximum, distanceUnit, selfFollows, permutations } = choice;
  return {
    ...filter,
    ...(by === 'lag' ? { lag } : { minimum: Math.min(minimum, maximum), maximum, distanceUnit }),
    selfFollows,
    ...(permutations ? { permutations: draws } : {}),
  };
}
