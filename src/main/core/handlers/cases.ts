import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { canonicalValue } from '../../../shared/domain/variables.ts';
import {
  deleteCaseRow,
  deleteVariableRow,
  documentValues,
  insertCase,
  insertVariable,
  listCases,
  listVariables,
  putValue,
  requireCase,
  requireVariable,
  updateCase,
  updateVariable,
  valuesOf,
  type VariableRow,
} from '../../db/cases.ts';
import { requireDocument, updateDocument } from '../../db/documents.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { removeMemosAbout } from '../memo-rules.ts';

export const caseQueries = {
  'cases.list': ({ db }) => [...listCases(db)],
  'variables.list': ({ db }) => [...listVariables(db)],
  'variables.documentValues': ({ db }) => [...documentValues(db)],
} satisfies Partial<QueryHandlers>;

export const caseCommands = {
  'cases.create': (context, { name, description = '', documentIds = [] }) => {
    const { db, now, services } = context;
    const guid = services.ports.ids.next();
    const id = insertCase(db, { guid, name, description });
    for (const document of documentIds) updateDocument(db, requireDocument(db, document), { case_id: id }, now);
    return { value: { guid }, label: label('history.case.created', { name }), place: placeOf(guid) };
  },
  'cases.update': ({ db }, { caseId, name, description }) => {
    const row = requireCase(db, caseId);
    updateCase(db, row.id, { name: name ?? row.name, description: description ?? row.description });
    return { value: {}, label: label('history.case.changed', { name: row.name }), place: placeOf(caseId) };
  },
  'cases.assign': ({ db, now }, { documentIds, caseId }) => {
    const row = caseId ? requireCase(db, caseId) : null;
    for (const guid of documentIds) updateDocument(db, requireDocument(db, guid), { case_id: row?.id ?? null }, now);
    return {
      value: {},
      label: row
        ? label('history.case.assigned', { name: row.name, count: documentIds.length })
        : label('history.case.unassigned', { count: documentIds.length }),
      ...(caseId ? { place: placeOf(caseId) } : {}),
    };
  },
  'cases.delete': (context, { caseIds }) => {
    const rows = [...new Set(caseIds)].map((guid) => requireCase(context.db, guid));
    for (const row of rows) {
      removeMemosAbout(context, row.guid);
      deleteCaseRow(context.db, row.id);
    }
    return {
      value: {},
      label: label('history.case.deleted', { name: rows[0]?.name ?? '', count: rows.length }),
      ...(rows[0] ? { place: placeOf(rows[0].guid) } : {}),
    };
  },
} satisfies Partial<CommandHandlers>;

export const variableCommands = {
  'variables.create': ({ db, services }, { name, type, scope, description = '', choices = [] }) => {
    const guid = services.ports.ids.next();
    insertVariable(db, { guid, name, type, scope, description, choices: JSON.stringify(choices) });
    return { value: { guid }, label: label('history.variable.created', { name }), place: { area: 'collection' } };
  },
  'variables.update': (context, { variableId, ...change }) => {
    const { db } = context;
    const row = requireVariable(db, variableId);
    const next: VariableRow = {
      ...row,
      name: change.name ?? row.name,
      description: change.description ?? row.description,
      type: change.type ?? row.type,
      choices: change.choices ? JSON.stringify(change.choices) : row.choices,
    };
    updateVariable(db, next);
    if (next.type !== row.type) convertValues(context, next);
    return { value: {}, label: label('history.variable.changed', { name: row.name }), place: { area: 'collection' } };
  },
  'variables.delete': (context, { variableIds }) => {
    const rows = [...new Set(variableIds)].map((guid) => requireVariable(context.db, guid));
    for (const row of rows) {
      removeMemosAbout(context, row.guid);
      deleteVariableRow(context.db, row.id);
    }
    return {
      value: {},
      label: label('history.variable.deleted', { name: rows[0]?.name ?? '', count: rows.length }),
      place: { area: 'collection' },
    };
  },
  'variables.setValue': ({ db }, { variableId, targetId, value }) => {
    const row = setValue(db, { variableId, targetId, value });
    return {
      value: {},
      label: label('history.variable.valued', { name: row.name }),
      place: row.scope === 'case' ? placeOf(targetId) : { area: 'collection', documentId: targetId },
    };
  },
  'variables.setValues': ({ db }, { values }) => {
    const rows = values.map((each) => setValue(db, each));
    return {
      value: {},
      label: label('history.variable.valued-many', { name: rows[0]?.name ?? '', count: rows.length }),
      place: { area: 'collection' },
    };
  },
} satisfies Partial<CommandHandlers>;

type NewValue = { readonly variableId: Guid; readonly targetId: Guid; readonly value: string | null };

function setValue(db: CommandContext['db'], { variableId, targetId, value }: NewValue): VariableRow {
  const row = requireVariable(db, variableId);
  const owner = ownerOf(db, row, targetId);
  putValue(db, row.id, owner, value === null || value.trim() === '' ? null : requireValue(row, value));
  return row;
}

function ownerOf(db: CommandContext['db'], row: VariableRow, target: Guid) {
  return row.scope === 'case'
    ? { case_id: requireCase(db, target).id, document_id: null }
    : { case_id: null, document_id: requireDocument(db, target).id };
}

function requireValue(row: Pick<VariableRow, 'type' | 'name'>, value: string): string {
  const canonical = canonicalValue(row.type, value);
  if (canonical === null) throw new SimpulError('value-not-of-type', { name: row.name, type: row.type, value });
  return canonical;
}

function convertValues({ db }: CommandContext, row: VariableRow): void {
  for (const { case_id, document_id, value } of valuesOf(db, row.id)) {
    putValue(db, row.id, { case_id, document_id }, requireValue(row, value));
  }
}

function placeOf(caseId: Guid) {
  return { area: 'collection' as const, caseId };
}
