// Writes the rows of a survey: one respondent a case, closed questions variables, open ones one document a respondent, in which
// each question is a line above its answer.

import { canonicalValue } from '../../../shared/domain/variables.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import {
  insertCase,
  insertVariable,
  listCases,
  listVariables,
  putValue,
  requireCase,
  requireVariable,
} from '../../db/cases.ts';
import { insertDocument } from '../../db/documents.ts';
import { insertText } from '../../db/texts.ts';
import type { ReadableDb } from '../../db/database.ts';
import type { CommandContext } from '../handler.ts';
import { canonicalPiece } from '../importers/canonical.ts';
import type { Column } from './columns.ts';
import { plainNumber, type Decimal } from './decimals.ts';

export type TableCounts = {
  readonly rows: number;
  readonly cases: number;
  readonly newCases: number;
  readonly variables: number;
  readonly values: number;
  readonly documents: number;
  /** Values that are not of their variable's type. */
  readonly valuesLeftOut: number;
  /** Rows whose case is not in the project, where only known cases were wanted. */
  readonly rowsLeftOut: number;
};

/** What becomes of the rows: written, or only counted. */
export type TableSink = {
  readonly addCase: (name: string) => number;
  readonly addVariable: (name: string, type: Column['type']) => number;
  readonly putValue: (variable: number, caseId: number, value: string) => void;
  /** One document a respondent, of all open answers. */
  readonly addDocument: (title: string, caseId: number, text: string) => Guid | null;
};

export type TableOptions = {
  /** True to add to cases of the project only, none of its own. */
  readonly onlyKnown: boolean;
  /** How numbers are written in the table. */
  readonly decimal: Decimal | null;
};

/**
 * @param db of the project as it is
 * @param columns in the order of the table, with what a person made of them
 */
export function storeTable(
  db: ReadableDb,
  sink: TableSink,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { onlyKnown, decimal }: TableOptions,
): { readonly counts: TableCounts; readonly first: Guid | null } {
  const known = new Map(listCases(db).map(({ name, guid }) => [name, requireCase(db, guid).id]));
  const who = columns.findIndex(({ role }) => role === 'case');
  const variables = variablesOf(db, sink, columns);
  const counts = { rows: rows.length, newCases: 0, values: 0, documents: 0, valuesLeftOut: 0, rowsLeftOut: 0 };
  const used = new Set<number>();
  let first: Guid | null = null;
  rows.forEach((row, index) => {
    const name = oneLine(row[who] ?? '') || `#${index + 1}`;
    let id = known.get(name);
    if (id === undefined && onlyKnown) {
      counts.rowsLeftOut += 1;
      return;
    }
    if (id === undefined) {
      id = sink.addCase(name);
      known.set(name, id);
      counts.newCases += 1;
    }
    used.add(id);
    for (const [column, { id: variable, type }] of variables) {
      const cell = plain(row[column] ?? '').trim();
      if (cell === '') continue;
      const isNumber = type === 'Integer' || type === 'Float';
      const value = canonicalValue(type, isNumber ? plainNumber(cell, decimal) : cell);
      if (value === null) counts.valuesLeftOut += 1;
      else {
        sink.putValue(variable, id, value);
        counts.values += 1;
      }
    }
    const answers = columns.flatMap(({ role, name: question }, column) => {
      const answer = role === 'text' ? plain(row[column] ?? '').trim() : '';
      return answer === '' ? [] : [`${question}\n${answer}`];
    });
    if (answers.length === 0) return;
    const guid = sink.addDocument(name, id, answers.join('\n\n'));
    first ??= guid;
    counts.documents += 1;
  });
  return { counts: { ...counts, cases: used.size, variables: variables.size }, first };
}

/** Writes into the project. */
export function writingSink(context: CommandContext): TableSink {
  const { db, services } = context;
  return {
    addCase: (name) => insertCase(db, { guid: services.ports.ids.next(), name, description: '' }),
    addVariable: (name, type) =>
      insertVariable(db, {
        guid: services.ports.ids.next(),
        name,
        description: '',
        type,
        scope: 'case',
        choices: '[]',
      }),
    putValue: (variable, caseId, value) => putValue(db, variable, { case_id: caseId, document_id: null }, value),
    addDocument: (title, caseId, text) => addDocument(context, title, caseId, text),
  };
}

/** Writes nothing: for what importing would do. */
export function countingSink(): TableSink {
  let added = 0;
  return {
    // Identifiers of rows are above zero: these are of none.
    addCase: () => (added -= 1),
    addVariable: () => (added -= 1),
    putValue: () => undefined,
    addDocument: () => null,
  };
}

function addDocument(
  { db, now, services, session }: CommandContext,
  title: string,
  caseId: number,
  text: string,
): Guid {
  const guid = services.ports.ids.next();
  const id = insertDocument(db, {
    guid,
    title,
    kind: 'document',
    description: '',
    language: '',
    date: null,
    place: '',
    case_id: caseId,
    original_id: null,
    original_name: '',
    created_by: session.currentCoder?.id ?? null,
    created_at: now,
  });
  insertText(db, id, text);
  return guid;
}

type StoredVariable = { readonly id: number; readonly type: Column['type'] };

/** Variables of cases by the place of their column; one of the same name is used with its own type. */
function variablesOf(db: ReadableDb, sink: TableSink, columns: readonly Column[]): ReadonlyMap<number, StoredVariable> {
  const known = new Map(listVariables(db).flatMap((row) => (row.scope === 'case' ? [[row.name, row] as const] : [])));
  return new Map(
    columns.flatMap(({ role, name, type }, index) => {
      if (role !== 'variable') return [];
      const same = known.get(name);
      const stored = same
        ? { id: requireVariable(db, same.guid).id, type: same.type }
        : { id: sink.addVariable(name, type), type };
      return [[index, stored] as const];
    }),
  );
}

function oneLine(text: string): string {
  return canonicalPiece(text, false).replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed().trim();
}

function plain(text: string): string {
  return canonicalPiece(text, false).slice(0, 1_000_000).toWellFormed();
}
