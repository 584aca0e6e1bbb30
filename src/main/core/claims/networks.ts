// Networks as claims: a link says that one thing acts on another, and what it rests on can change below it.

import { markOf, type EvidenceMark } from '../../../shared/domain/evidence/fingerprints.ts';
import type { Claim } from '../../../shared/domain/evidence/marks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDisplays } from '../../db/displays.ts';
import type { PresentThing } from '../../db/evidence.ts';
import { listLinkEvidence, type LinkEvidenceRow } from '../../db/networks.ts';
import { isMatrix } from '../displays/present.ts';
import { presentThings } from './present.ts';

/** Evidence of a link, what it points at now, and whether that is what was judged. */
export type JudgedLinkEvidence = LinkEvidenceRow & {
  readonly display_id: number;
  readonly thing: PresentThing | null;
  readonly mark: EvidenceMark;
};

/** In the order in which it was put there. */
export function judgedLinkEvidence(db: ReadableDb): readonly JudgedLinkEvidence[] {
  const all = [...Map.groupBy(listLinkEvidence(db), ({ kind }) => kind)].flatMap(([kind, rows]) => {
    const things = presentThings(
      db,
      kind,
      rows.map(({ target_guid: target }) => target),
    );
    return rows.map((row) => {
      const thing = things.get(row.target_guid) ?? null;
      return { ...row, thing, mark: markOf(row.fingerprint, thing?.fingerprint ?? null) };
    });
  });
  return all.toSorted((a, b) => a.id - b.id);
}

/** Each network with the evidence of all its links. */
export function networkClaims(db: ReadableDb): readonly Claim<Guid>[] {
  const evidence = Map.groupBy(judgedLinkEvidence(db), ({ display_id: display }) => display);
  return listDisplays(db)
    .filter((display) => !isMatrix(display))
    .map(({ id, guid }) => ({
      guid,
      restsOn: (evidence.get(id) ?? []).map((row) => ({ guid: row.guid, target: row.target_guid, mark: row.mark })),
    }));
}
