import type { MemoTarget } from '../../../shared/contract/memos.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { requireCase } from '../../db/cases.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { requireDocument } from '../../db/documents.ts';
import {
  attachMemo,
  deleteForm,
  deleteItem,
  formById,
  insertForm,
  insertItem,
  listForms,
  requireForm,
  requireItem,
  updateForm,
  updateItem,
  type FormRow,
} from '../../db/forms.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { addMemo } from '../memo-rules.ts';

const place = { area: 'collection' as const };

export const formQueries = {
  'forms.list': ({ db }, { kind, documentId, caseId }) =>
    listForms(db).filter(
      (form) =>
        (kind === undefined || form.kind === kind) &&
        (documentId === undefined || form.document === documentId) &&
        (caseId === undefined || form.case === caseId),
    ),
} satisfies Partial<QueryHandlers>;

export const formCommands = {
  'forms.create': ({ db, services, session, now }, { kind, documentId, caseId, ...given }) => {
    const document = documentId ? requireDocument(db, documentId) : null;
    const guid = services.ports.ids.next();
    const coder = session.currentCoder;
    const title =
      given.title ??
      document?.title ??
      translate(services.language(), kind === 'contact' ? 'form.contact' : 'form.document');
    insertForm(db, {
      guid,
      kind,
      title,
      document_id: document?.id ?? null,
      case_id: caseId ? requireCase(db, caseId).id : (document?.case_id ?? null),
      date: given.date === undefined ? (document?.date ?? null) : given.date,
      place: given.place ?? document?.place ?? '',
      who: given.who ?? coder?.name ?? '',
      body: given.body ?? '',
      created_by: coder?.id ?? null,
      created_at: now,
    });
    return { value: { guid }, label: label('history.form.created', { title }), place };
  },
  'forms.update': ({ db, now }, { formId, documentId, caseId, title, date, place: where, who, body }) => {
    const row = requireForm(db, formId);
    const change: Partial<FormRow> = {
      title: title ?? row.title,
      date: date === undefined ? row.date : date,
      place: where ?? row.place,
      who: who ?? row.who,
      body: body ?? row.body,
      document_id:
        documentId === undefined ? row.document_id : documentId === null ? null : requireDocument(db, documentId).id,
      case_id: caseId === undefined ? row.case_id : caseId === null ? null : requireCase(db, caseId).id,
    };
    updateForm(db, row, change, now);
    return { value: {}, label: label('history.form.changed', { title: row.title }), place };
  },
  'forms.delete': ({ db }, { formIds }) => {
    const rows = [...new Set(formIds)].map((guid) => requireForm(db, guid));
    for (const row of rows) deleteForm(db, row.id);
    return {
      value: {},
      label: label('history.form.deleted', { title: rows[0]?.title ?? '', count: rows.length }),
      place,
    };
  },
  'forms.addItem': ({ db, services }, { formId, section, text = '', state = 'note', questionId = null }) => {
    const form = requireForm(db, formId);
    const guid = services.ports.ids.next();
    insertItem(db, { guid, form_id: form.id, section, text, state, ...questionColumns(db, questionId) });
    return { value: { guid }, label: label('history.form.changed', { title: form.title }), place };
  },
  'forms.updateItem': ({ db }, { itemId, section, text, state, questionId }) => {
    const row = requireItem(db, itemId);
    updateItem(db, {
      ...row,
      section: section ?? row.section,
      text: text ?? row.text,
      state: state ?? row.state,
      ...(questionId === undefined ? {} : questionColumns(db, questionId)),
    });
    return { value: {}, label: label('history.form.changed', { title: titleOf(db, row.form_id) }), place };
  },
  'forms.removeItems': ({ db }, { itemIds }) => {
    const rows = [...new Set(itemIds)].map((guid) => requireItem(db, guid));
    for (const row of rows) deleteItem(db, row.id);
    return { value: {}, label: label('history.form.changed', { title: titleOf(db, rows[0]?.form_id ?? 0) }), place };
  },
  'forms.toMemo': (context, { itemId }) => {
    const { db } = context;
    const item = requireItem(db, itemId);
    const form = formById(db, item.form_id);
    if (!form) throw new SimpulError('internal');
    const guid = addMemo(context, {
      title: form.title,
      body: item.text,
      kind: item.section === 'hypotheses' ? 'theoretical' : 'analytic',
      targets: [subjectOf(db, form)],
    });
    attachMemo(db, item.id, guid);
    return {
      value: { guid },
      label: label('history.form.memo', { title: form.title }),
      place: { ...place, memoId: guid },
    };
  },
} satisfies Partial<CommandHandlers>;

function subjectOf(db: ReadableDb, form: FormRow): MemoTarget {
  const guidOf = (table: 'document' | 'study_case', id: number | null): Guid | undefined =>
    db.get<{ guid: Guid }>({ text: `SELECT guid FROM ${table} WHERE id = ?`, params: [id] })?.guid;
  const document = guidOf('document', form.document_id);
  if (document) return { kind: 'document', guid: document };
  const studyCase = guidOf('study_case', form.case_id);
  return studyCase ? { kind: 'case', guid: studyCase } : { kind: 'project' };
}

function titleOf(db: ReadableDb, id: number): string {
  return formById(db, id)?.title ?? '';
}

function questionColumns(db: ReadableDb, guid: Guid | null) {
  const none = { research_question_id: null, guide_question_id: null };
  if (guid === null) return none;
  const research = db.get<{ id: number }>(sql`SELECT id FROM research_question WHERE guid = ${guid}`);
  if (research) return { ...none, research_question_id: research.id };
  const guide = db.get<{ id: number }>(sql`SELECT id FROM guide_question WHERE guid = ${guid}`);
  if (!guide) throw new SimpulError('not-found', { what: 'question' }, { guid });
  return { ...none, guide_question_id: guide.id };
}
