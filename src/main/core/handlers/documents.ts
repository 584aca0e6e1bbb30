import type { TextEdit } from '../../../shared/contract/events.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import { canonicalText } from '../../../shared/domain/text.ts';
import { requireCase } from '../../db/cases.ts';
import { codingsOfDocument, deleteCodingRow } from '../../db/codings.ts';
import { sql, type WritableDb } from '../../db/database.ts';
import {
  deleteDocumentRow,
  documentIdsInOrder,
  insertDocument,
  listDocuments,
  orderDocuments,
  requireDocument,
  updateDocument,
} from '../../db/documents.ts';
import { deleteMemoRow, deleteTarget, targetsOf, type MemoTargetRow } from '../../db/memos.ts';
import { deleteStructureOf } from '../../db/passages.ts';
import { deleteText, insertText, textOf } from '../../db/texts.ts';
import {
  label,
  type ActionHandlers,
  type CommandContext,
  type CommandHandlers,
  type QueryHandlers,
} from '../handler.ts';
import { removeMemosAbout } from '../memo-rules.ts';
import { editText, longestText } from '../text-edit.ts';

export const documentQueries = {
  'documents.list': ({ db }) => [...listDocuments(db)],
  'documents.text': ({ db }, { documentId }) => {
    const row = textOf(db, requireDocument(db, documentId).id);
    if (!row) throw new SimpulError('not-found', { what: 'document' });
    return { documentId, text: row.text, revision: row.revision };
  },
  'documents.original': ({ db }, { documentId }) =>
    db.get<{ name: string; mediaType: string; size: number; sha256: string }>(sql`
      SELECT o.name, o.media_type AS mediaType, o.size, o.sha256 FROM original_file AS o
      JOIN document AS d ON d.original_id = o.id WHERE d.id = ${requireDocument(db, documentId).id}`) ?? null,
} satisfies Partial<QueryHandlers>;

export const documentActions = {
  'documents.release': ({ services }, { tokens }) => {
    for (const token of tokens) services.files.drop(token);
    return {};
  },
} satisfies Partial<ActionHandlers>;

export const documentCommands = {
  'documents.create': (context, input) => {
    const { db, now, services, session } = context;
    const text = canonicalText(input.text);
    if (text.length > longestText) throw new SimpulError('text-too-long', { characters: text.length });
    const guid = services.ports.ids.next();
    const id = insertDocument(db, {
      guid,
      title: input.title,
      kind: input.kind ?? 'interview',
      description: '',
      language: input.language ?? '',
      date: input.date ?? null,
      place: input.place ?? '',
      case_id: input.caseId ? requireCase(db, input.caseId).id : null,
      original_id: null,
      original_name: '',
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    insertText(db, id, text);
    return {
      value: { guid },
      label: label('history.document.created', { title: input.title }),
      place: { area: 'reduction', documentId: guid },
    };
  },
  'documents.update': ({ db, now }, { documentId, caseId, ...change }) => {
    const row = requireDocument(db, documentId);
    const { title = row.title, kind = row.kind, language = row.language, place = row.place } = change;
    updateDocument(
      db,
      row,
      {
        title,
        kind,
        language,
        place,
        date: change.date === undefined ? row.date : change.date,
        case_id: caseId === undefined ? row.case_id : caseId === null ? null : requireCase(db, caseId).id,
      },
      now,
    );
    return {
      value: {},
      label: label('history.document.changed', { title: row.title }),
      place: { area: 'collection', documentId },
    };
  },
  'documents.setNote': ({ db, now }, { documentId, description }) => {
    const row = requireDocument(db, documentId);
    updateDocument(db, row, { description }, now);
    return {
      value: {},
      label: label('history.document.changed', { title: row.title }),
      place: { area: 'collection', documentId },
    };
  },
  'documents.move': ({ db }, { documentId, position }) => {
    const row = requireDocument(db, documentId);
    const others = documentIdsInOrder(db).filter((id) => id !== row.id);
    orderDocuments(db, [...others.slice(0, position), row.id, ...others.slice(position)]);
    return {
      value: {},
      label: label('history.document.moved', { title: row.title }),
      place: { area: 'collection', documentId },
    };
  },
  'documents.delete': (context, { documentIds }) => {
    const { db } = context;
    const rows = [...new Set(documentIds)].map((guid) => requireDocument(db, guid));
    let codings = 0;
    for (const row of rows) codings += removeDocument(context, row);
    orderDocuments(db, documentIdsInOrder(db));
    return {
      value: { documents: rows.length, codings },
      label: label('history.document.deleted', { title: rows[0]?.title ?? '', count: rows.length }),
      place: { area: 'collection', ...(rows[0] ? { documentId: rows[0].guid } : {}) },
    };
  },
  'documents.editText': ({ db, sequence, now }, { documentId, revision, splices }) => {
    const row = requireDocument(db, documentId);
    if (textOf(db, row.id)?.revision !== revision) {
      throw new SimpulError('text-changed-meanwhile', { title: row.title });
    }
    const clean = cleanSplices(splices);
    const { splices: applied, ...outcome } = editText(db, sequence, now, row.id, clean);
    const first = clean[0];
    const edit: TextEdit = { documentId, revision: outcome.revision, splices: applied };
    return {
      value: { ...outcome, recomposed: applied.length > clean.length },
      label: label('history.document.edited', { title: row.title }),
      place: {
        area: 'reduction',
        documentId,
        start: first?.at ?? 0,
        end: (first?.at ?? 0) + (first?.insert.length ?? 0),
      },
      texts: [edit],
    };
  },
} satisfies Partial<CommandHandlers>;

// T1 for what is typed or pasted. Only a single splice may change in length: the offsets of later ones count on it.
// What composes, composes after the last one, for the same reason.
function cleanSplices(splices: readonly Splice[]): readonly Splice[] {
  const clean = splices.map((splice) => ({ ...splice, insert: canonicalInsertion(splice.insert) }));
  const lengthsKept = clean.every(({ insert }, index) => insert.length === splices[index]?.insert.length);
  if (clean.length > 1 && !lengthsKept) throw new SimpulError('invalid-input', { field: 'insert' });
  return clean;
}

/** T1 for words put into a text; what composes with its neighbours composes once it is there. */
export function canonicalInsertion(insert: string): string {
  return insert
    .toWellFormed()
    .replace(/\r\n|[\r\u0085\u2029\f\v]/g, '\n')
    .replaceAll('\0', '');
}

function removeDocument(context: CommandContext, row: { readonly id: number; readonly guid: Guid }): number {
  const { db } = context;
  const codings = codingsOfDocument(db, row.id);
  for (const coding of codings) {
    removeMemosAbout(context, coding.guid);
    deleteCodingRow(db, coding.id);
  }
  for (const target of passagesOf(db, row.id)) removePassage(db, target);
  deleteStructureOf(db, row.id);
  removeMemosAbout(context, row.guid);
  db.run(sql`DELETE FROM variable_value WHERE document_id = ${row.id}`);
  deleteText(db, row.id);
  deleteDocumentRow(db, row.id);
  return codings.length;
}

function passagesOf(db: WritableDb, documentId: number): readonly MemoTargetRow[] {
  return db.all<MemoTargetRow>(sql`SELECT * FROM memo_target WHERE document_id = ${documentId}`);
}

function removePassage(db: WritableDb, target: MemoTargetRow): void {
  if (targetsOf(db, target.memo_id).length > 1) deleteTarget(db, target.id);
  else deleteMemoRow(db, target.memo_id);
}
