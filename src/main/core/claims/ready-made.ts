// the five comparisons of Patton for triangulation of sources, made ready from the variables of the study.

import type { ReadyComparison } from '../../../shared/contract/triangulation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { listVariables } from '../../db/cases.ts';
import type { ReadableDb } from '../../db/database.ts';

/** What variables are called that say before whom something was said, and what a person is. */
const publicNames = /\bpernyataan\b|\bstatement\b|\bdepan umum\b|\bpublic\b.*\bprivate\b/i;
const rankNames = [
  /\b(?:jabatan|peran|pangkat|eselon|role|position|rank)\b/i,
  /\b(?:jenjang|kelompok jabatan|tier|level)\b/i,
  /\b(?:pendidikan|education)\b/i,
  /\b(?:instansi|perangkat daerah|opd|office|agency)\b/i,
];

/** In the order in which Patton names them. One that lacks its variable has no comparison until one is chosen. */
export function readyMadeComparisons(db: ReadableDb): ReadyComparison[] {
  const variables = listVariables(db);
  const like = (patterns: readonly RegExp[]): Guid | null =>
    patterns.flatMap((pattern) => variables.filter(({ name }) => pattern.test(name)).slice(0, 1))[0]?.guid ?? null;
  const group = (variableId: Guid | null) => (variableId === null ? null : { kind: 'group' as const, variableId });
  return [
    { id: 'patton-methods', comparison: { kind: 'technique', only: ['observation', 'interview'] } },
    { id: 'patton-public', comparison: group(like([publicNames])) },
    { id: 'patton-time', comparison: { kind: 'time', step: 'month' } },
    { id: 'patton-rank', comparison: group(like(rankNames)) },
    { id: 'patton-documents', comparison: { kind: 'technique', only: ['interview', 'document'] } },
  ];
}
