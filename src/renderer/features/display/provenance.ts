// Every number shows its work: level, mode, filter, coders, revision, N – on screen and in every export.

import type { CooccurrenceLevel, PackedCooccurrenceResult, Provenance } from '../../../shared/contract/analysis.ts';
import type { Translate } from '../../services/text.ts';
import { comparesCodings, type Scope, type ScopeFilter } from './scope/scope.ts';

export type ProvenanceWords = {
  readonly t: Translate;
  /** Writes a moment in the user's language. */
  readonly moment: (isoMoment: string) => string;
};

/** What was looked at, part by part. @param filter as it was asked, so the restriction stands beside its result */
export function provenanceParts(
  provenance: Provenance,
  filter: ScopeFilter,
  { t, moment }: ProvenanceWords,
): readonly string[] {
  return [
    t('display.provenance.codes', { n: provenance.codes }),
    t('display.provenance.codings', { n: provenance.codings }),
    t('display.provenance.documents', { n: provenance.documents }),
    t('display.provenance.coders', { n: provenance.coders }),
    restriction(filter, t),
    t('display.provenance.revision', { revision: String(provenance.revision) }),
    t('display.provenance.computed', { when: moment(provenance.computedAt) }),
  ];
}

/** How codes were said to occur together, part by part. */
export function cooccurrenceParts(
  result: Pick<PackedCooccurrenceResult, 'level' | 'matching' | 'mode' | 'index' | 'secondOrder' | 'n'>,
  scope: Scope,
  t: Translate,
): readonly string[] {
  const { level } = result;
  return [
    t('display.provenance.level', { level: t(`display.level.${level}`) }),
    ...distanceParts(level, scope, t),
    comparesCodings(level)
      ? t('display.provenance.matching', { matching: t(`display.matching.${result.matching}`) })
      : presencePart(result.mode, t),
    t('display.provenance.index', { index: t(`display.index.${result.secondOrder ? 'second-order' : result.index}`) }),
    t('display.provenance.n', { n: t(`display.n.${level}`, { n: result.n }) }),
  ];
}

function distanceParts(level: CooccurrenceLevel, scope: Scope, t: Translate): readonly string[] {
  if (level === 'window') return [t('display.provenance.window', { words: scope.windowWords })];
  if (level !== 'adjacent') return [];
  const unit = t(`display.unit.${scope.distanceUnit}`);
  return [t('display.provenance.distance', { distance: scope.distance, unit })];
}

/** The host writes the mode as `touch` or `cover 50%`. */
function presencePart(mode: string, t: Translate): string {
  const percent = /^cover (\d+(?:\.\d+)?)%$/.exec(mode)?.[1];
  return percent === undefined
    ? t('display.provenance.touch')
    : t('display.provenance.cover', { percent: Number(percent) });
}

function restriction(filter: ScopeFilter, t: Translate): string {
  const parts = [
    ...(filter.codeIds ? [t('display.provenance.some-codes', { n: filter.codeIds.length })] : []),
    ...(filter.documentIds ? [t('display.provenance.some-documents', { n: filter.documentIds.length })] : []),
    ...(filter.caseIds ? [t('display.provenance.some-cases', { n: filter.caseIds.length })] : []),
    ...(filter.coderIds ? [t('display.provenance.some-coders', { n: filter.coderIds.length })] : []),
  ];
  if (parts.length === 0) return t('display.provenance.unrestricted');
  return t('display.provenance.restricted', { what: parts.join(', ') });
}
