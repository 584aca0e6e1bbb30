// Undo and redo: HI2–HI4. They replay recorded rows, never the commands themselves.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Topic } from '../../shared/contract/define.ts';
import type { TextEdit } from '../../shared/contract/events.ts';
import type { Place } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type Value, type WritableDb } from '../db/database.ts';
import {
  changesOf,
  columnsOf,
  groupOfRequest,
  insertGroup,
  lastLink,
  keepAfterImage,
  markUndone,
  nextRedo,
  nextUndo,
  rowImage,
  type ChangeRow,
  type GroupRow,
  type TrackedTable,
} from '../db/history.ts';
import { deleteStructure, textOf, writeStructure } from '../db/texts.ts';
import type { Clock } from './ports.ts';
import { assertWritable, refreshCoder, type Session } from './session.ts';
import { replayEdit, type RecordedEdit } from './text-edit.ts';
import { closeGroup, inTransaction, openGroup, revisionAfter, type Label } from './write.ts';

export type Step = {
  readonly label: Label;
  readonly place: Place | null;
  /** Null where the request had been carried out before (HI6). */
  readonly revision: number | null;
  readonly topics: readonly Topic[];
  readonly texts: readonly TextEdit[];
};

/** Takes back the latest step. @returns null where there is none */
export function undo(session: Session, clock: Clock, requestId?: string): Step | null {
  return replay(session, clock, 'undo', requestId);
}

/** Brings back the step undone last. @returns null where there is none */
export function redo(session: Session, clock: Clock, requestId?: string): Step | null {
  return replay(session, clock, 'redo', requestId);
}

const topicsOfTable: Readonly<Record<TrackedTable, readonly Topic[]>> = {
  project: ['project'],
  coder: ['coders'],
  study_case: ['cases'],
  document: ['documents'],
  document_text: ['texts', 'documents'],
  variable: ['variables'],
  variable_value: ['variables', 'cases', 'documents'],
  code: ['codes'],
  coding: ['codings'],
  memo: ['memos'],
  memo_target: ['memos'],
  passage: ['links', 'structure'],
  passage_link: ['links'],
  guide_question: ['structure'],
  guide_section: ['structure'],
  speaker: ['structure'],
  audio: ['structure'],
  text_version: ['versions'],
  page_map: ['texts'],
  saved_search: ['searches'],
  saved_result: ['results'],
  result_state: ['results'],
  display: ['displays'],
  display_cell: ['displays'],
  display_node: ['displays'],
  display_link: ['displays'],
  display_evidence: ['displays'],
  display_link_evidence: ['displays'],
  proposition: ['propositions'],
  proposition_evidence: ['propositions'],
  proposition_check: ['propositions'],
  triangulation_cell: ['triangulation'],
  triangulation_verdict: ['triangulation'],
  study_remark: ['remarks'],
  saved_query: ['queries'],
  stop_word: ['stop-words'],
  stop_list_off: ['stop-words'],
  research_question: ['questions'],
  question_object: ['questions'],
  sampling_criterion: ['collection'],
  sampling_fulfilment: ['collection'],
  participation: ['collection'],
  pseudonym: ['collection'],
  accounting_entry: ['collection'],
  summary_form: ['collection'],
  form_item: ['collection'],
  code_change: ['condensation'],
  condensation: ['condensation'],
  vignette: ['condensation'],
  vignette_part: ['condensation'],
  kept_part: ['interchange'],
  kept_file: ['interchange'],
  import_report: ['interchange'],
};

function replay(session: Session, clock: Clock, kind: 'undo' | 'redo', requestId: string | undefined): Step | null {
  assertWritable(session);
  const db = session.connection;
  const step = inTransaction(session, (unchanged): Step | null => {
    const repeated = requestId ? groupOfRequest(db, requestId) : undefined;
    if (repeated) {
      unchanged();
      return { label: labelOf(repeated), place: placeOf(repeated), revision: null, topics: [], texts: [] };
    }
    const group = kind === 'undo' ? nextUndo(db) : nextRedo(db);
    if (!group) {
      unchanged();
      return null;
    }
    db.pragma('defer_foreign_keys = ON');
    const now = clock.now().toISOString();
    const opened = openGroup(session, { method: `history.${kind}`, requestId }, now, kind, group.sequence);
    const former = lastLink(db);
    const sequence = insertGroup(db, former, opened);
    const changes = changesOf(db, group.sequence);
    const ordered = kind === 'undo' ? changes.toReversed() : changes;
    const texts = ordered.flatMap((change) => applyChange(db, change, kind));
    markUndone(db, group.sequence, kind === 'undo' ? sequence : null);
    closeGroup(session, former, opened, changesOf(db, sequence), {
      label_key: group.label_key,
      label_params: group.label_params,
      place: group.place,
      answer: null,
    });
    return {
      label: labelOf(group),
      place: placeNow(placeOf(group), texts),
      revision: revisionAfter(sequence),
      topics: [...new Set(changes.flatMap((change) => topicsOfTable[change.table_name]))],
      texts,
    };
  });
  if (step?.topics.includes('coders')) refreshCoder(session);
  return step;
}

export function labelOf(group: Pick<GroupRow, 'label_key' | 'label_params'>): Label {
  return {
    key: group.label_key,
    params: JSON.parse(group.label_params) as Record<string, string | number>,
  };
}

function placeOf({ place }: Pick<GroupRow, 'place'>): Place | null {
  return place ? (JSON.parse(place) as Place) : null;
}

// A place of words that were put in was told in their length; once they are taken back, what they replaced stands there.
function placeNow(place: Place | null, texts: readonly TextEdit[]): Place | null {
  const { start, end } = place ?? {};
  if (!place || start === undefined || end === undefined) return place;
  const splice = texts.find(({ documentId }) => documentId === place.documentId)?.splices?.at(-1);
  const isOfWords = splice?.at === start && splice.remove === end - start;
  return isOfWords ? { ...place, end: start + splice.insert.length } : place;
}

function applyChange(db: WritableDb, change: ChangeRow, kind: 'undo' | 'redo'): readonly TextEdit[] {
  if (change.operation === 'splice') return [replaySplice(db, change, kind)];
  const isUndo = kind === 'undo';
  const removes = change.operation === (isUndo ? 'insert' : 'delete');
  const image = isUndo ? change.before_row : change.after_row;
  if (removes) removeRow(db, change);
  else if (image === null) throw new SimpulError('internal');
  else if (change.operation === 'update') updateRow(db, change.table_name, change.row_id, image);
  else insertRow(db, change.table_name, image);
  return change.table_name === 'document_text' && !removes ? [wholeText(db, change.row_id)] : [];
}

function replaySplice(db: WritableDb, change: ChangeRow, kind: 'undo' | 'redo'): TextEdit {
  const record = JSON.parse(change.before_row ?? 'null') as RecordedEdit;
  const splices = kind === 'undo' ? record.inverse : record.forward;
  const revision = replayEdit(db, change.row_id, splices, record);
  return { documentId: documentGuid(db, change.row_id), revision, splices };
}

function removeRow(db: WritableDb, { id, table_name: table, row_id: row }: ChangeRow): void {
  if (table === 'document_text') {
    const image = rowImage(db, table, row);
    if (image !== undefined) keepAfterImage(db, id, image);
    deleteStructure(db, row);
  }
  db.run({ text: `DELETE FROM ${table} WHERE id = ?`, params: [row] });
}

function insertRow(db: WritableDb, table: TrackedTable, image: string): void {
  const row = JSON.parse(image) as Record<string, Value>;
  const columns = columnsOf(db, table);
  db.run({
    text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    params: columns.map((column) => row[column] ?? null),
  });
  if (table === 'document_text') writeStructure(db, Number(row['id']), String(row['text']));
}

function updateRow(db: WritableDb, table: TrackedTable, id: number, image: string): void {
  const row = JSON.parse(image) as Record<string, Value>;
  const columns = columnsOf(db, table).filter((column) => column !== 'id');
  db.run({
    text: `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    params: [...columns.map((column) => row[column] ?? null), id],
  });
}

function wholeText(db: WritableDb, documentId: number): TextEdit {
  return { documentId: documentGuid(db, documentId), revision: textOf(db, documentId)?.revision ?? 0, splices: null };
}

// The document's own row may come back after its text within one group; its guid is in its image then.
function documentGuid(db: WritableDb, id: number): Guid {
  const row = db.get<{ guid: Guid }>(sql`SELECT guid FROM document WHERE id = ${id}`);
  if (row) return row.guid;
  const image = db.get<{ guid: Guid }>(sql`
    SELECT json_extract(before_row, '$.guid') AS guid FROM history_change
    WHERE table_name = 'document' AND row_id = ${id} AND before_row IS NOT NULL ORDER BY id DESC LIMIT 1`);
  if (!image) throw new SimpulError('internal');
  return image.guid;
}
