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

/** Null where there are no two coders. Until somebody chooses, the first two are compared. */
export function agreementInput(
  { first, second, level, overlap, shared }: AgreementChoice,
  coders: readonly Pick<Coder, 'guid'>[],
  { codeIds, documentIds, caseIds }: ScopeFilter,
): AgreementInput | null {
  const known = (wanted: string | null) => coders.find((coder) => coder.guid === wanted)?.guid;
  const [one = coders.find((coder) => coder.guid !== second)?.guid] = [known(first)];
  const [two = coders.find((coder) => coder.guid !== one)?.guid] = [known(second)];
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
