// Sampling, consent, names and the accounting log.

import type { Criterion, Participation, Pseudonym } from '../../shared/contract/collection.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Completeness, EntryStatus } from '../../shared/domain/coverage.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type CriterionRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly position: number;
  readonly kind: Criterion['kind'];
  readonly label: string;
  readonly description: string;
  readonly wanted: number;
};

export function listCriteria(db: ReadableDb): readonly Criterion[] {
  const fulfilled = Map.groupBy(
    db.all<{ criterion: number; case: Guid; note: string }>(sql`
      SELECT f.criterion_id AS criterion, s.guid AS "case", f.note FROM sampling_fulfilment AS f
      JOIN study_case AS s ON s.id = f.case_id ORDER BY s.position, s.id`),
    ({ criterion }) => criterion,
  );
  return db.all<CriterionRow>(sql`SELECT * FROM sampling_criterion ORDER BY position, id`).map(({ id, ...row }) => ({
    ...row,
    fulfilledBy: (fulfilled.get(id) ?? []).map(({ case: caseGuid, note }) => ({ case: caseGuid, note })),
  }));
}

/** @throws SimpulError `not-found` */
export function requireCriterion(db: ReadableDb, guid: Guid): CriterionRow {
  const row = db.get<CriterionRow>(sql`SELECT * FROM sampling_criterion WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'criterion' }, { guid });
  return row;
}

export function insertCriterion(db: WritableDb, row: Omit<CriterionRow, 'id' | 'position'>): void {
  db.run(sql`
    INSERT INTO sampling_criterion (guid, position, kind, label, description, wanted)
    VALUES (${row.guid}, (SELECT coalesce(max(position) + 1, 0) FROM sampling_criterion), ${row.kind}, ${row.label},
      ${row.description}, ${row.wanted})`);
}

export function updateCriterion(db: WritableDb, row: CriterionRow): void {
  db.run(sql`
    UPDATE sampling_criterion SET kind = ${row.kind}, label = ${row.label}, description = ${row.description},
      wanted = ${row.wanted} WHERE id = ${row.id}`);
}

export function deleteCriterion(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM sampling_fulfilment WHERE criterion_id = ${id}`);
  db.run(sql`DELETE FROM sampling_criterion WHERE id = ${id}`);
}

/** Notes that a case fulfils a criterion; with a note of null, that it does not. */
export function putFulfilment(
  db: WritableDb,
  guid: Guid,
  criterionId: number,
  caseId: number,
  note: string | null,
): void {
  if (note === null) {
    db.run(sql`DELETE FROM sampling_fulfilment WHERE criterion_id = ${criterionId} AND case_id = ${caseId}`);
  } else {
    db.run(sql`
      INSERT INTO sampling_fulfilment (guid, criterion_id, case_id, note)
      VALUES (${guid}, ${criterionId}, ${caseId}, ${note})
      ON CONFLICT (criterion_id, case_id) DO UPDATE SET note = excluded.note`);
  }
}

export function fulfilmentNote(db: ReadableDb, criterionId: number, caseId: number): string | undefined {
  return db.get<{ note: string }>(
    sql`SELECT note FROM sampling_fulfilment WHERE criterion_id = ${criterionId} AND case_id = ${caseId}`,
  )?.note;
}

export function listParticipations(db: ReadableDb): readonly Participation[] {
  return db.all<Participation>(sql`
    SELECT s.guid AS "case", p.kind, p.consent, p.consent_date AS date, p.note FROM participation AS p
    JOIN study_case AS s ON s.id = p.case_id ORDER BY s.position, s.id`);
}

export function putParticipation(db: WritableDb, guid: Guid, caseId: number, row: Omit<Participation, 'case'>): void {
  db.run(sql`
    INSERT INTO participation (guid, case_id, kind, consent, consent_date, note)
    VALUES (${guid}, ${caseId}, ${row.kind}, ${row.consent}, ${row.date}, ${row.note})
    ON CONFLICT (case_id) DO UPDATE SET kind = excluded.kind, consent = excluded.consent,
      consent_date = excluded.consent_date, note = excluded.note`);
}

export function listPseudonyms(db: ReadableDb): readonly Pseudonym[] {
  return db.all<Pseudonym>(sql`
    SELECT p.guid, p.real_name AS realName, p.pseudonym, s.guid AS "case" FROM pseudonym AS p
    LEFT JOIN study_case AS s ON s.id = p.case_id ORDER BY p.real_name, p.id`);
}

/** @returns the guid of the row, which is an older one where the name was known */
export function putPseudonym(
  db: WritableDb,
  row: { readonly guid: Guid; readonly realName: string; readonly pseudonym: string },
  caseId: number | null | undefined,
): Guid {
  const known = db.get<{ id: number; guid: Guid }>(
    sql`SELECT id, guid FROM pseudonym WHERE real_name = ${row.realName}`,
  );
  if (known) {
    db.run(sql`UPDATE pseudonym SET pseudonym = ${row.pseudonym} WHERE id = ${known.id}`);
    if (caseId !== undefined) db.run(sql`UPDATE pseudonym SET case_id = ${caseId} WHERE id = ${known.id}`);
    return known.guid;
  }
  db.run(sql`
    INSERT INTO pseudonym (guid, real_name, pseudonym, case_id)
    VALUES (${row.guid}, ${row.realName}, ${row.pseudonym}, ${caseId ?? null})`);
  return row.guid;
}

export function deletePseudonym(db: WritableDb, guid: Guid): void {
  const found = db.get<{ id: number }>(sql`SELECT id FROM pseudonym WHERE guid = ${guid}`);
  if (!found) throw new SimpulError('not-found', { what: 'pseudonym' }, { guid });
  db.run(sql`DELETE FROM pseudonym WHERE id = ${found.id}`);
}

export type StoredEntry = {
  readonly source: Guid;
  readonly question: Guid;
  readonly status: EntryStatus;
  readonly completeness: Completeness | null;
  readonly date: string | null;
  readonly who: string;
  readonly note: string;
};

export function listEntries(db: ReadableDb): readonly StoredEntry[] {
  return db.all<StoredEntry>(sql`
    SELECT coalesce(s.guid, d.guid) AS source, coalesce(r.guid, g.guid) AS question, e.status, e.completeness, e.date,
      e.who, e.note
    FROM accounting_entry AS e
    LEFT JOIN study_case AS s ON s.id = e.case_id
    LEFT JOIN document AS d ON d.id = e.document_id
    LEFT JOIN research_question AS r ON r.id = e.research_question_id
    LEFT JOIN guide_question AS g ON g.id = e.guide_question_id
    ORDER BY e.id`);
}

/** What an entry is about, by row numbers: exactly one of the first two and one of the last two. */
export type EntryCell = {
  readonly case_id: number | null;
  readonly document_id: number | null;
  readonly research_question_id: number | null;
  readonly guide_question_id: number | null;
};

export type EntryRow = EntryCell & {
  readonly id: number;
  readonly status: EntryStatus;
  readonly completeness: Completeness | null;
  readonly date: string | null;
  readonly who: string;
  readonly note: string;
};

export function entryAt(db: ReadableDb, cell: EntryCell): EntryRow | undefined {
  return db.get<EntryRow>(sql`
    SELECT * FROM accounting_entry
    WHERE case_id IS ${cell.case_id} AND document_id IS ${cell.document_id}
      AND research_question_id IS ${cell.research_question_id} AND guide_question_id IS ${cell.guide_question_id}`);
}

export function insertEntry(db: WritableDb, guid: Guid, row: Omit<EntryRow, 'id'>): void {
  db.run(sql`
    INSERT INTO accounting_entry (guid, case_id, document_id, research_question_id, guide_question_id, status,
      completeness, date, who, note)
    VALUES (${guid}, ${row.case_id}, ${row.document_id}, ${row.research_question_id}, ${row.guide_question_id},
      ${row.status}, ${row.completeness}, ${row.date}, ${row.who}, ${row.note})`);
}

export function updateEntry(db: WritableDb, row: EntryRow): void {
  db.run(sql`
    UPDATE accounting_entry SET status = ${row.status}, completeness = ${row.completeness}, date = ${row.date},
      who = ${row.who}, note = ${row.note} WHERE id = ${row.id}`);
}

export function deleteEntry(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM accounting_entry WHERE id = ${id}`);
}
