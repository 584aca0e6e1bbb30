// The record of every change. Temporary triggers on every table of the study write rows before and after, so
// that no command can forget to; they exist only on Simpul's own connection, the file itself has no triggers.

import { joinSql, sql, type Connection, type ReadableDb, type WritableDb } from './database.ts';

/** Tables that undo covers. A table of the study that is not listed here fails a test. */
export const trackedTables = [
  'project',
  'coder',
  'study_case',
  'document',
  'document_text',
  'variable',
  'variable_value',
  'code',
  'coding',
  'memo',
  'memo_target',
  'passage',
  'passage_link',
  'guide_question',
  'guide_section',
  'speaker',
  'audio',
  'text_version',
  'page_map',
  'saved_search',
  'saved_result',
  'result_state',
  'display',
  'display_cell',
  'display_node',
  'display_link',
  'display_evidence',
  'display_link_evidence',
  'proposition',
  'proposition_evidence',
  'proposition_check',
  'triangulation_cell',
  'triangulation_verdict',
  'study_remark',
  'saved_query',
  'stop_word',
  'stop_list_off',
  'research_question',
  'question_object',
  'sampling_criterion',
  'sampling_fulfilment',
  'participation',
  'pseudonym',
  'accounting_entry',
  'summary_form',
  'form_item',
  'code_change',
  'condensation',
  'vignette',
  'vignette_part',
  'kept_part',
  'kept_file',
  'import_report',
] as const;
export type TrackedTable = (typeof trackedTables)[number];

/** The text itself stays out of update images: edits are recorded as splices (ED10). */
const textTable: TrackedTable = 'document_text';

export type ChangeRow = {
  readonly id: number;
  readonly table_name: TrackedTable;
  readonly row_id: number;
  readonly operation: 'insert' | 'update' | 'delete' | 'splice';
  readonly before_row: string | null;
  readonly after_row: string | null;
};

export type GroupRow = {
  readonly sequence: number;
  readonly at: string;
  readonly coder_guid: string | null;
  readonly coder_name: string | null;
  readonly method: string;
  readonly label_key: string;
  readonly label_params: string;
  readonly place: string | null;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly target_sequence: number | null;
  readonly undone_by: number | null;
  readonly request_id: string | null;
  readonly answer: string | null;
  readonly chain: string;
};

/** Installs the recording triggers on a fresh connection; nothing is recorded until {@link startRecording}. */
export function installRecorder(connection: Connection): void {
  connection.execute('CREATE TEMP TABLE recording (id INTEGER PRIMARY KEY, group_sequence INTEGER)');
  connection.execute('INSERT INTO recording VALUES (1, NULL)');
  for (const table of trackedTables) for (const trigger of triggersOf(connection, table)) connection.execute(trigger);
}

export function startRecording(db: WritableDb, sequence: number): void {
  db.run(sql`UPDATE temp.recording SET group_sequence = ${sequence}`);
}

export function stopRecording(db: WritableDb): void {
  db.run(sql`UPDATE temp.recording SET group_sequence = NULL`);
}

export function columnsOf(db: ReadableDb, table: TrackedTable): readonly string[] {
  return db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`).map(({ name }) => name);
}

/** The end of the chain of groups; sequence 0 before the first. */
export type Link = Pick<GroupRow, 'sequence' | 'chain'>;

export function lastLink(db: ReadableDb): Link {
  const last = db.get<Link>(sql`SELECT sequence, chain FROM history_group ORDER BY sequence DESC LIMIT 1`);
  return last ?? { sequence: 0, chain: '' };
}

export function insertGroup(db: WritableDb, former: Link, group: Omit<GroupRow, 'sequence' | 'undone_by'>): number {
  return db.run(sql`
    INSERT INTO history_group
      (sequence, at, coder_guid, coder_name, method, label_key, label_params, place, kind, target_sequence,
       request_id, answer, chain)
    VALUES (${former.sequence + 1}, ${group.at}, ${group.coder_guid},
      ${group.coder_name}, ${group.method}, ${group.label_key}, ${group.label_params}, ${group.place},
      ${group.kind}, ${group.target_sequence}, ${group.request_id}, ${group.answer}, ${group.chain})`).id;
}

export function finishGroup(
  db: WritableDb,
  sequence: number,
  end: Pick<GroupRow, 'label_key' | 'label_params' | 'place' | 'answer' | 'chain'>,
): void {
  db.run(sql`
    UPDATE history_group SET label_key = ${end.label_key}, label_params = ${end.label_params},
      place = ${end.place}, answer = ${end.answer}, chain = ${end.chain}
    WHERE sequence = ${sequence}`);
}

export function groupOfRequest(db: ReadableDb, requestId: string): GroupRow | undefined {
  return db.get<GroupRow>(sql`SELECT * FROM history_group WHERE request_id = ${requestId}`);
}

/** HI2: the group that undo takes back next. */
export function nextUndo(db: ReadableDb): GroupRow | undefined {
  return db.get<GroupRow>(sql`
    SELECT * FROM history_group WHERE kind = 'do' AND undone_by IS NULL ORDER BY sequence DESC LIMIT 1`);
}

/** HI2: the group that redo brings back next; none once something new was done after the undo. */
export function nextRedo(db: ReadableDb): GroupRow | undefined {
  return db.get<GroupRow>(sql`
    SELECT * FROM history_group
    WHERE undone_by IS NOT NULL AND undone_by > (
      SELECT coalesce(max(sequence), 0) FROM history_group WHERE kind = 'do')
    ORDER BY undone_by DESC LIMIT 1`);
}

export function markUndone(db: WritableDb, sequence: number, by: number | null): void {
  db.run(sql`UPDATE history_group SET undone_by = ${by} WHERE sequence = ${sequence}`);
}

export function changesOf(db: ReadableDb, sequence: number): readonly ChangeRow[] {
  // The plus keeps SQLite from planning this anew for each number, which takes ten times as long as the answer.
  const ofGroup = sql`FROM history_change WHERE group_sequence = +${sequence} ORDER BY id`;
  // Most steps change one row, and the driver hands out one row in a third of the time of a list of one.
  const first = db.get<ChangeRow>(joinSql([changeColumns, ofGroup, sql`LIMIT 1`], ' '));
  const count = first === undefined ? 0 : countChanges(db, sequence);
  return count > 1 ? db.all<ChangeRow>(joinSql([changeColumns, ofGroup], ' ')) : first ? [first] : [];
}

/** The same, read a few hundred at a time: of a long step nobody wants them all at once. */
export function* changesInPages(db: ReadableDb, sequence: number): Generator<ChangeRow, void, undefined> {
  for (let last = 0; ;) {
    const page = db.all<ChangeRow>(
      joinSql(
        [
          changeColumns,
          sql`FROM history_change WHERE group_sequence = +${sequence} AND id > ${last} ORDER BY id LIMIT 500`,
        ],
        ' ',
      ),
    );
    yield* page;
    const end = page.at(-1);
    if (!end) return;
    last = end.id;
  }
}

const changeColumns = sql`SELECT id, table_name, row_id, operation, before_row, after_row`;

function countChanges(db: ReadableDb, sequence: number): number {
  return (
    db.get<{ n: number }>(sql`SELECT count(*) AS n FROM history_change WHERE group_sequence = ${sequence}`)?.n ?? 0
  );
}

/** Records a text edit; the row images hold what moves and how (see core/text-edit.ts). */
export function insertSplice(db: WritableDb, sequence: number, documentId: number, data: string): void {
  db.run(sql`
    INSERT INTO history_change (group_sequence, table_name, row_id, operation, before_row, after_row)
    VALUES (${sequence}, ${textTable}, ${documentId}, 'splice', ${data}, NULL)`);
}

/** Keeps the row that an undo of an insertion takes away, so that redo can bring it back. */
export function keepAfterImage(db: WritableDb, change: number, image: string): void {
  db.run(sql`UPDATE history_change SET after_row = ${image} WHERE id = ${change}`);
}

export function rowImage(db: ReadableDb, table: TrackedTable, id: number): string | undefined {
  const columns = columnsOf(db, table);
  return db.get<{ image: string }>({
    text: `SELECT ${imageOf('t', columns)} AS image FROM ${table} AS t WHERE id = ?`,
    params: [id],
  })?.image;
}

export function listGroups(db: ReadableDb, before: number, limit: number): readonly GroupRow[] {
  return db.all<GroupRow>(sql`
    SELECT * FROM history_group WHERE sequence < ${before} ORDER BY sequence DESC LIMIT ${limit}`);
}

export function changeCounts(
  db: ReadableDb,
  from: number,
  to: number,
): readonly { readonly group_sequence: number; readonly table_name: string; readonly n: number }[] {
  return db.all(sql`
    SELECT group_sequence, table_name, count(*) AS n FROM history_change
    WHERE group_sequence BETWEEN ${from} AND ${to} GROUP BY group_sequence, table_name`);
}

function imageOf(row: string, columns: readonly string[]): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}

// An insertion of a text is recorded without the text: it stands in the table, and undo keeps it on the way out.
function triggersOf(db: ReadableDb, table: TrackedTable): readonly string[] {
  const columns = columnsOf(db, table);
  const plain = table === textTable ? columns.filter((column) => column !== 'text') : columns;
  const recording = '(SELECT group_sequence FROM recording)';
  const record = (operation: string, id: string, before: string, after: string) =>
    `INSERT INTO history_change (group_sequence, table_name, row_id, operation, before_row, after_row)
     VALUES (${recording}, '${table}', ${id}, '${operation}', ${before}, ${after});`;
  const differs = columns.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ');
  const updates =
    table === textTable
      ? []
      : [
          `CREATE TEMP TRIGGER record_update_${table} AFTER UPDATE ON ${table}
           WHEN ${recording} IS NOT NULL AND (${differs}) BEGIN
           ${record('update', 'NEW.id', imageOf('OLD', columns), imageOf('NEW', columns))} END`,
        ];
  return [
    `CREATE TEMP TRIGGER record_insert_${table} AFTER INSERT ON ${table} WHEN ${recording} IS NOT NULL BEGIN
     ${record('insert', 'NEW.id', 'NULL', table === textTable ? 'NULL' : imageOf('NEW', plain))} END`,
    ...updates,
    `CREATE TEMP TRIGGER record_delete_${table} AFTER DELETE ON ${table} WHEN ${recording} IS NOT NULL BEGIN
     ${record('delete', 'OLD.id', imageOf('OLD', columns), 'NULL')} END`,
  ];
}
