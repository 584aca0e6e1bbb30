// Segments on the way to displays: condensed, set apart, looked at again; vignettes.

import type {
  CodeChange,
  CondensedSegment,
  RecheckItem,
  SegmentMark,
  Vignette,
} from '../../shared/contract/condensation.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { joinSql, sql, type ReadableDb, type Statement, type WritableDb } from './database.ts';

export type CondensationRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly coding_id: number;
  readonly paraphrase: string;
  readonly generalisation: string;
  readonly reduction: string;
  readonly mark: SegmentMark | null;
  readonly checked_at: string | null;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type SegmentFilter = {
  readonly documentIds?: readonly Guid[] | undefined;
  readonly codeIds?: readonly Guid[] | undefined;
  readonly caseIds?: readonly Guid[] | undefined;
  readonly only: 'all' | 'open' | 'condensed' | SegmentMark;
};

const joins = sql`
  FROM coding AS c JOIN document AS d ON d.id = c.document_id JOIN code AS k ON k.id = c.code_id
  LEFT JOIN study_case AS s ON s.id = d.case_id LEFT JOIN condensation AS n ON n.coding_id = c.id`;

/** A page of segments, orphans left out, and how many there are. */
export function pageOfSegments(
  db: ReadableDb,
  filter: SegmentFilter,
  offset: number,
  limit: number,
): { readonly total: number; readonly segments: readonly CondensedSegment[] } {
  const where = whereOf(filter);
  const total = db.get<{ n: number }>(joinSql([sql`SELECT count(*) AS n`, joins, where], ' '))?.n ?? 0;
  const columns = sql`
    SELECT c.guid AS coding, d.guid AS document, d.title AS documentTitle, s.guid AS "case", s.name AS caseName,
      k.guid AS code, k.name AS codeName, c.start_offset AS start, c.end_offset AS "end", c.quote,
      coalesce(n.paraphrase, '') AS paraphrase, coalesce(n.generalisation, '') AS generalisation,
      coalesce(n.reduction, '') AS reduction, n.mark`;
  const page = sql`ORDER BY d.position, d.id, c.start_offset, c.end_offset, c.id LIMIT ${limit} OFFSET ${offset}`;
  return { total, segments: db.all<CondensedSegment>(joinSql([columns, joins, where, page], ' ')) };
}

function whereOf({ documentIds, codeIds, caseIds, only }: SegmentFilter): Statement {
  const parts: Statement[] = [sql`c.state <> 'orphaned'`];
  const among = (column: Statement, values: readonly string[] | undefined): void => {
    if (values) parts.push(joinSql([column, sql` IN (SELECT value FROM json_each(${JSON.stringify(values)}))`], ''));
  };
  among(sql`d.guid`, documentIds);
  among(sql`k.guid`, codeIds);
  among(sql`s.guid`, caseIds);
  if (only === 'open') parts.push(sql`coalesce(n.reduction, '') = '' AND n.mark IS NOT 'parked'`);
  else if (only === 'condensed') parts.push(sql`coalesce(n.reduction, '') <> ''`);
  else if (only !== 'all') parts.push(sql`n.mark = ${only}`);
  return joinSql([sql`WHERE`, joinSql(parts, ' AND ')], ' ');
}

export type CondensationChange = Partial<
  Pick<CondensationRow, 'paraphrase' | 'generalisation' | 'reduction' | 'mark' | 'checked_at'>
>;

/** Changes what is noted of a coding; a row with nothing left in it goes. */
export function putCondensation(
  db: WritableDb,
  codingId: number,
  change: CondensationChange,
  fresh: { readonly guid: Guid; readonly created_by: number | null; readonly now: string },
): void {
  const known = db.get<CondensationRow>(sql`SELECT * FROM condensation WHERE coding_id = ${codingId}`);
  const empty = { paraphrase: '', generalisation: '', reduction: '', mark: null, checked_at: null };
  const { paraphrase, generalisation, reduction, mark, checked_at } = { ...empty, ...known, ...change };
  const isEmpty = paraphrase + generalisation + reduction === '' && mark === null && checked_at === null;
  if (!known) {
    if (isEmpty) return;
    db.run(sql`
      INSERT INTO condensation (guid, coding_id, paraphrase, generalisation, reduction, mark, checked_at, created_by,
        created_at, modified_at)
      VALUES (${fresh.guid}, ${codingId}, ${paraphrase}, ${generalisation}, ${reduction}, ${mark}, ${checked_at},
        ${fresh.created_by}, ${fresh.now}, ${fresh.now})`);
  } else if (isEmpty) {
    db.run(sql`DELETE FROM condensation WHERE id = ${known.id}`);
  } else if (
    paraphrase !== known.paraphrase ||
    generalisation !== known.generalisation ||
    reduction !== known.reduction ||
    mark !== known.mark ||
    checked_at !== known.checked_at
  ) {
    db.run(sql`
      UPDATE condensation SET paraphrase = ${paraphrase}, generalisation = ${generalisation},
        reduction = ${reduction}, mark = ${mark}, checked_at = ${checked_at}, modified_at = ${fresh.now}
      WHERE id = ${known.id}`);
  }
}

/** CB2. By the order of the documents. */
export function codingsToRecheck(db: ReadableDb): readonly RecheckItem[] {
  return db.all<RecheckItem>(sql`
    WITH latest AS (
      SELECT code_guid, max(at) AS at FROM code_change WHERE kind IN ('redefine', 'split') GROUP BY code_guid
    )
    SELECT c.guid AS coding, d.guid AS document, d.title AS documentTitle, k.guid AS code, k.name AS codeName,
      c.start_offset AS start, c.end_offset AS "end", c.quote,
      max(c.created_at, coalesce(n.checked_at, c.created_at)) AS judgedAt, l.at AS changedAt,
      (SELECT reason FROM code_change AS x WHERE x.code_guid = k.guid AND x.at = l.at ORDER BY x.id DESC LIMIT 1)
        AS reason
    FROM latest AS l JOIN code AS k ON k.guid = l.code_guid JOIN coding AS c ON c.code_id = k.id
    JOIN document AS d ON d.id = c.document_id LEFT JOIN condensation AS n ON n.coding_id = c.id
    WHERE c.state <> 'orphaned' AND max(c.created_at, coalesce(n.checked_at, c.created_at)) < l.at
    ORDER BY d.position, d.id, c.start_offset, c.id`);
}

export type NewCodeChange = {
  readonly guid: Guid;
  readonly kind: CodeChange['kind'];
  readonly code_guid: Guid;
  readonly code_name: string;
  readonly other_guid?: Guid;
  readonly other_name?: string;
  readonly reason: string;
  readonly coder_id: number | null;
  readonly at: string;
};

export function insertCodeChange(db: WritableDb, row: NewCodeChange): void {
  db.run(sql`
    INSERT INTO code_change (guid, kind, code_guid, code_name, other_guid, other_name, reason, coder_id, at)
    VALUES (${row.guid}, ${row.kind}, ${row.code_guid}, ${row.code_name}, ${row.other_guid ?? null},
      ${row.other_name ?? ''}, ${row.reason}, ${row.coder_id}, ${row.at})`);
}

export function listCodeChanges(db: ReadableDb): readonly CodeChange[] {
  return db.all<CodeChange>(sql`
    SELECT x.guid, x.kind, x.code_guid AS code, x.code_name AS codeName, x.other_guid AS other,
      x.other_name AS otherName, x.reason, r.name AS coder, x.at
    FROM code_change AS x LEFT JOIN coder AS r ON r.id = x.coder_id ORDER BY x.at DESC, x.id DESC`);
}

export type DefinitionStep = {
  readonly sequence: number;
  readonly at: string;
  readonly coder: string | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** The steps of the history that changed the row of a code, oldest first; undone ones and undos left out. */
export function definitionSteps(db: ReadableDb, codeId: number, guid: Guid): readonly DefinitionStep[] {
  return db.all<DefinitionStep>(sql`
    SELECT g.sequence, g.at, g.coder_name AS coder, h.before_row AS before, h.after_row AS after
    FROM history_change AS h JOIN history_group AS g ON g.sequence = h.group_sequence
    WHERE h.table_name = 'code' AND h.row_id = ${codeId} AND h.operation <> 'delete'
      AND json_extract(h.after_row, '$.guid') = ${guid} AND g.kind = 'do' AND g.undone_by IS NULL
    ORDER BY h.id`);
}

type VignetteRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly note: string;
  readonly case_id: number | null;
};

export function listVignettes(db: ReadableDb): readonly Vignette[] {
  const parts = Map.groupBy(
    db.all<Vignette['parts'][number] & { readonly vignette: number }>(sql`
      SELECT p.vignette_id AS vignette, p.kind, c.guid AS coding, coalesce(c.quote, p.text) AS text
      FROM vignette_part AS p LEFT JOIN coding AS c ON c.id = p.coding_id ORDER BY p.vignette_id, p.position, p.id`),
    ({ vignette }) => vignette,
  );
  return db
    .all<Omit<Vignette, 'parts'> & { readonly id: number }>(sql`
      SELECT v.id, v.guid, v.title, v.note, s.guid AS "case", v.created_at AS createdAt, v.modified_at AS modifiedAt
      FROM vignette AS v LEFT JOIN study_case AS s ON s.id = v.case_id ORDER BY v.position, v.id`)
    .map(({ id, ...row }) => ({
      ...row,
      parts: (parts.get(id) ?? []).map(({ vignette: _vignette, ...part }) => part),
    }));
}

/** @throws SimpulError `not-found` */
export function requireVignette(db: ReadableDb, guid: Guid): VignetteRow {
  const row = db.get<VignetteRow>(sql`SELECT id, guid, title, note, case_id FROM vignette WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'vignette' }, { guid });
  return row;
}

export function insertVignette(
  db: WritableDb,
  row: Omit<VignetteRow, 'id'> & { readonly created_by: number | null; readonly created_at: string },
): void {
  db.run(sql`
    INSERT INTO vignette (guid, position, title, note, case_id, created_by, created_at, modified_at)
    VALUES (${row.guid}, (SELECT coalesce(max(position) + 1, 0) FROM vignette), ${row.title}, ${row.note},
      ${row.case_id}, ${row.created_by}, ${row.created_at}, ${row.created_at})`);
}

export function updateVignette(db: WritableDb, row: VignetteRow, now: string): void {
  db.run(sql`
    UPDATE vignette SET title = ${row.title}, note = ${row.note}, case_id = ${row.case_id}, modified_at = ${now}
    WHERE id = ${row.id}`);
}

export type NewPart = {
  readonly guid: Guid;
  readonly kind: 'words' | 'segment';
  readonly coding_id: number | null;
  readonly text: string;
};

export function setParts(db: WritableDb, vignetteId: number, parts: readonly NewPart[]): void {
  db.run(sql`DELETE FROM vignette_part WHERE vignette_id = ${vignetteId}`);
  parts.forEach((part, position) => {
    db.run(sql`
      INSERT INTO vignette_part (guid, vignette_id, position, kind, coding_id, text)
      VALUES (${part.guid}, ${vignetteId}, ${position}, ${part.kind}, ${part.coding_id}, ${part.text})`);
  });
}

export function deleteVignette(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM vignette_part WHERE vignette_id = ${id}`);
  db.run(sql`DELETE FROM vignette WHERE id = ${id}`);
}
