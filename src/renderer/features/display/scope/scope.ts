// What the displays look at: chosen once, used by every chart, remembered per project.

import { z } from 'zod';
import {
  cooccurrenceLevel,
  matching,
  similarityIndex,
  type CooccurrenceLevel,
} from '../../../../shared/contract/analysis.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { guid } from '../../../../shared/contract/values.ts';
import { indexDescriptions } from '../../../../shared/domain/analysis/similarity.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';

const ids = z.array(guid).catch([]);

/** What was remembered may be of another version: each part that does not fit falls back on its own. */
const scopeShape = z.object({
  level: cooccurrenceLevel.catch('paragraph'),
  index: similarityIndex.catch('jaccard'),
  /** Instead of the index: how alike the company is that codes keep. */
  secondOrder: z.boolean().catch(false),
  matching: matching.catch('one-to-one'),
  mode: z.enum(['touch', 'cover']).catch('touch'),
  cover: z.number().min(1).max(100).catch(50),
  distance: z.number().int().min(0).max(1_000_000).catch(1),
  distanceUnit: z.enum(['characters', 'words', 'sentences', 'paragraphs']).catch('paragraphs'),
  windowWords: z.number().int().min(1).max(1_000_000).catch(50),
  codeIds: ids,
  /** Codes below a chosen one take part with it. */
  branches: z.boolean().catch(true),
  documentIds: ids,
  caseIds: ids,
  coderIds: ids,
  /** Codes found less often are not drawn. */
  minimum: z.number().int().min(0).max(1_000_000).catch(1),
});
export type Scope = z.infer<typeof scopeShape>;

export const defaultScope: Scope = scopeShape.parse({});

/** Reads what was remembered. */
export function parseScope(remembered: unknown): Scope {
  const parsed = scopeShape.safeParse(remembered);
  return parsed.success ? parsed.data : defaultScope;
}

/** What there is to choose from: what was chosen and then deleted drops out. */
export type Known = {
  /** In the order of the codebook. */
  readonly codes: readonly { readonly guid: Guid; readonly parent: Guid | null }[];
  readonly documents: ReadonlySet<Guid>;
  readonly cases: ReadonlySet<Guid>;
  readonly coders: ReadonlySet<Guid>;
};

export type ScopeFilter = {
  readonly codeIds?: Guid[];
  readonly documentIds?: Guid[];
  readonly caseIds?: Guid[];
  readonly coderIds?: Guid[];
};

/** The restriction as the analyses take it: nothing chosen means everything. */
export function filterOf(scope: Scope, known: Known): ScopeFilter {
  const chosen = new Set(scope.codeIds);
  const codes: Guid[] = [];
  const taken = new Set<Guid>();
  for (const { guid: code, parent } of known.codes) {
    // Depth first: whatever stands above a code has been decided before it.
    const below = scope.branches && parent !== null && taken.has(parent);
    if (!chosen.has(code) && !below) continue;
    taken.add(code);
    codes.push(code);
  }
  return {
    ...some('codeIds', codes),
    ...some(
      'documentIds',
      scope.documentIds.filter((each) => known.documents.has(each)),
    ),
    ...some(
      'caseIds',
      scope.caseIds.filter((each) => known.cases.has(each)),
    ),
    ...some(
      'coderIds',
      scope.coderIds.filter((each) => known.coders.has(each)),
    ),
  };
}

/** A restriction as it was kept. */
export type KeptFilter = { readonly [Part in keyof ScopeFilter]: Guid[] | undefined };

/** The scope that is exactly this restriction: what it does not name is not restricted, and codes are meant as listed. */
export function scopeWith({ codeIds = [], documentIds = [], caseIds = [], coderIds = [] }: KeptFilter): Partial<Scope> {
  return { codeIds, documentIds, caseIds, coderIds, ...(codeIds.length > 0 ? { branches: false } : {}) };
}

/** What the co-occurrence job is asked. Settings that do not matter at a level are left out, so that its cache holds. */
export function cooccurrenceInput(scope: Scope, filter: ScopeFilter): InputOf<'analysis.cooccurrencePacked'> {
  const { level } = scope;
  return {
    ...filter,
    level,
    index: isUsable(scope.index, scope) ? scope.index : 'jaccard',
    ...(scope.secondOrder ? { secondOrder: true } : {}),
    ...(comparesCodings(level) ? { matching: scope.matching } : { mode: scope.mode }),
    ...(!comparesCodings(level) && scope.mode === 'cover' ? { cover: scope.cover } : {}),
    ...(level === 'window' ? { distance: scope.windowWords, distanceUnit: 'words' } : {}),
    ...(level === 'adjacent' ? { distance: scope.distance, distanceUnit: scope.distanceUnit } : {}),
  };
}

/** Whether single codings are compared, and not units of text that codes may share. */
export function comparesCodings(level: CooccurrenceLevel): boolean {
  return level === 'overlap' || level === 'adjacent';
}

/** An index that needs N, or frequencies per unit, is undefined at some settings: it is not offered there. */
export function isUsable(index: Scope['index'], { level, mode }: Pick<Scope, 'level' | 'mode'>): boolean {
  if (index === 'cosine') return !comparesCodings(level) && mode === 'touch';
  return !(comparesCodings(level) && indexDescriptions[index].needsUnits);
}

function some<Key extends keyof ScopeFilter>(key: Key, values: Guid[]): ScopeFilter {
  return values.length === 0 ? {} : { [key]: values };
}
