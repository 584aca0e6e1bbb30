// Contact and document summaries with their lines.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { FormItem, FormKind, FormSection, SummaryForm } from '../../shared/contract/forms.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { sql, type ReadableDb, type WritableDb } from './database.ts';

export type FormRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly kind: FormKind;
  readonly title: string;
  readonly document_id: number | null;
  readonly case_id: number | null;
  readonly date: string | null;
  readonly place: string;
  readonly who: string;
  readonly body: string;
  readonly created_by: number | null;
  readonly created_at: string;
  readonly modified_at: string;
};

export type ItemRow = {
  readonly id: number;
  readonly guid: Guid;
  readonly form_id: number;
  readonly position: number;
  readonly section: FormSection;
  readonly text: string;
  readonly state: FormItem['state'];
  readonly research_question_id: number | null;
  readonly guide_question_id: number | null;
  readonly memo_id: number | null;
};

export function listForms(db: ReadableDb): readonly SummaryForm[] {
  const items = Map.groupBy(
    db.all<FormItem & { readonly form: number }>(sql`
      SELECT i.form_id AS form, i.guid, i.section, i.text, i.state, coalesce(r.guid, g.guid) AS question, m.guid AS memo
      FROM form_item AS i
      LEFT JOIN research_question AS r ON r.id = i.research_question_id
      LEFT JOIN guide_question AS g ON g.id = i.guide_question_id
      LEFT JOIN memo AS m ON m.id = i.memo_id
      ORDER BY i.form_id, i.position, i.id`),
    ({ form }) => form,
  );
  return db
    .all<Omit<SummaryForm, 'items'> & { readonly id: number }>(sql`
      SELECT f.id, f.guid, f.kind, f.title, d.guid AS document, s.guid AS "case", f.date, f.place, f.who, f.body,
        c.guid AS author, f.created_at AS createdAt, f.modified_at AS modifiedAt
      FROM summary_form AS f
      LEFT JOIN document AS d ON d.id = f.document_id
      LEFT JOIN study_case AS s ON s.id = f.case_id
      LEFT JOIN coder AS c ON c.id = f.created_by
      ORDER BY f.created_at DESC, f.id DESC`)
    .map(({ id, ...form }) => ({ ...form, items: (items.get(id) ?? []).map(({ form: _form, ...item }) => item) }));
}

/** @throws SimpulError `not-found` */
export function requireForm(db: ReadableDb, guid: Guid): FormRow {
  const row = db.get<FormRow>(sql`SELECT * FROM summary_form WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'form' }, { guid });
  return row;
}

export function formById(db: ReadableDb, id: number): FormRow | undefined {
  return db.get<FormRow>(sql`SELECT * FROM summary_form WHERE id = ${id}`);
}

export function insertForm(db: WritableDb, row: Omit<FormRow, 'id' | 'modified_at'>): void {
  db.run(sql`
    INSERT INTO summary_form (guid, kind, title, document_id, case_id, date, place, who, body, created_by, created_at,
      modified_at)
    VALUES (${row.guid}, ${row.kind}, ${row.title}, ${row.document_id}, ${row.case_id}, ${row.date}, ${row.place},
      ${row.who}, ${row.body}, ${row.created_by}, ${row.created_at}, ${row.created_at})`);
}

export function updateForm(db: WritableDb, row: FormRow, change: Partial<FormRow>, now: string): void {
  const next = { ...row, ...change };
  if (JSON.stringify(next) === JSON.stringify(row)) return;
  db.run(sql`
    UPDATE summary_form SET title = ${next.title}, document_id = ${next.document_id}, case_id = ${next.case_id},
      date = ${next.date}, place = ${next.place}, who = ${next.who}, body = ${next.body}, modified_at = ${now}
    WHERE id = ${row.id}`);
}

export function deleteForm(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM form_item WHERE form_id = ${id}`);
  db.run(sql`DELETE FROM summary_form WHERE id = ${id}`);
}

/** @throws SimpulError `not-found` */
export function requireItem(db: ReadableDb, guid: Guid): ItemRow {
  const row = db.get<ItemRow>(sql`SELECT * FROM form_item WHERE guid = ${guid}`);
  if (!row) throw new SimpulError('not-found', { what: 'form-item' }, { guid });
  return row;
}

export function insertItem(db: WritableDb, row: Omit<ItemRow, 'id' | 'position' | 'memo_id'>): void {
  db.run(sql`
    INSERT INTO form_item (guid, form_id, position, section, text, state, research_question_id, guide_question_id)
    VALUES (${row.guid}, ${row.form_id},
      (SELECT coalesce(max(position) + 1, 0) FROM form_item WHERE form_id = ${row.form_id}), ${row.section},
      ${row.text}, ${row.state}, ${row.research_question_id}, ${row.guide_question_id})`);
}

export function updateItem(db: WritableDb, row: ItemRow): void {
  db.run(sql`
    UPDATE form_item SET section = ${row.section}, text = ${row.text}, state = ${row.state},
      research_question_id = ${row.research_question_id}, guide_question_id = ${row.guide_question_id}
    WHERE id = ${row.id}`);
}

export function deleteItem(db: WritableDb, id: number): void {
  db.run(sql`DELETE FROM form_item WHERE id = ${id}`);
}

export function attachMemo(db: WritableDb, itemId: number, memo: Guid): void {
  db.run(sql`UPDATE form_item SET memo_id = (SELECT id FROM memo WHERE guid = ${memo}) WHERE id = ${itemId}`);
}
