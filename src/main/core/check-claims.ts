// Propositions and triangulation. That evidence is gone is no damage: it is shown where it stands. What was judged, and
// what was compared, must be readable.

import { judgedOf } from '../../shared/domain/evidence/fingerprints.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql } from '../db/database.ts';
import type { Found } from './check.ts';
import { comparisonOf } from './claims/columns.ts';
import type { JobContext } from './handler.ts';
import { breathe } from './jobs.ts';

/** @returns how many propositions there are */
export async function checkClaims({ db, signal }: JobContext, found: Found): Promise<number> {
  await breathe(signal);
  const evidence = db.all<{ guid: Guid; fingerprint: string | null; statement: string }>(sql`
    SELECT e.guid, e.fingerprint, p.statement FROM proposition_evidence AS e
    JOIN proposition AS p ON p.id = e.proposition_id`);
  for (const { guid, fingerprint, statement } of evidence) {
    if (fingerprint !== null && judgedOf(fingerprint) === null)
      found('checksum', guid, 'check.evidence', { statement });
  }
  const compared = db.all<{ guid: Guid; comparison: string }>(sql`
    SELECT guid, comparison FROM triangulation_verdict UNION ALL SELECT guid, comparison FROM triangulation_cell`);
  for (const { guid, comparison } of compared) {
    if (comparisonOf(comparison) === null) found('reference', guid, 'check.verdict', { comparison });
  }
  return db.get<{ n: number }>(sql`SELECT count(*) AS n FROM proposition`)?.n ?? 0;
}
