// What the display of agreement asks, remembered per project.

import { z } from 'zod';
import { agreementLevel } from '../../../../shared/contract/analysis-agreement.ts';
import type { Coder } from '../../../../shared/contract/coders.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { guid } from '../../../../shared/contract/values.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { ScopeFilter } from '../scope/scope.ts';

const shape = z.object({
  first: guid.nullable().catch(null),
  second: guid.nullable().catch(null),
  level: agreementLevel.catch('character'),
  overlap: z.number().int().min(1).max(100).catch(90),
  shared: z.boolean().catch(true),
});
export type AgreementChoice = z.infer<typeof shape>;

export function parseAgreement(remembered: unknown): AgreementChoice {
  const parsed = shape.safeParse(remembered ?? {});
  return parsed.success ? parsed.data : shape.parse({});
}

export type AgreementInput = InputOf<'analysis.agreement'> & { readonly coderIds: readonly [Guid, Guid] };

/** Null until two different coders that are there are chosen; of two coders, both are. */
export function agreementInput(
  { first, second, level, overlap, shared }: AgreementChoice,
  coders: readonly Pick<Coder, 'guid'>[],
  { codeIds, documentIds, caseIds }: ScopeFilter,
): AgreementInput | null {
  const known = (wanted: string | null) => coders.find((coder) => coder.guid === wanted)?.guid;
  const [only, other, ...more] = coders;
  const pair = more.length === 0 && only && other ? [only.guid, other.guid] : [];
  const one = known(first) ?? pair.find((each) => each !== known(second));
  const two = known(second) ?? pair.find((each) => each !== one);
  if (!one || !two || one === two) return null;
  return {
    ...(codeIds ? { codeIds } : {}),
    ...(documentIds ? { documentIds } : {}),
    ...(caseIds ? { caseIds } : {}),
    coderIds: [one, two],
    level,
    ...(level === 'overlap' ? { overlap } : {}),
    documents: shared ? 'shared' : 'all',
  };
}
