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
import type { CommandContext } from '../handler.ts';
import { canonicalPiece } from '../importers/canonical.ts';
import type { Column } from './columns.ts';

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

/**
 * @param columns in the order of the table, with what a person made of them
 * @param onlyKnown true to add to cases of the project only, none of its own
 */
export function storeTable(
  context: CommandContext,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  onlyKnown: boolean,
): { readonly counts: TableCounts; readonly first: Guid | null } {
  const { db, services } = context;
  const known = new Map(listCases(db).map(({ name, guid }) => [name, requireCase(db, guid).id]));
  const who = columns.findIndex(({ role }) => role === 'case');
  const variables = variablesOf(context, columns);
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
      id = insertCase(db, { guid: services.ports.ids.next(), name, description: '' });
      known.set(name, id);
      counts.newCases += 1;
    }
    used.add(id);
    for (const [column, { id: variable, type }] of variables) {
      const cell = plain(row[column] ?? '').trim();
      if (cell === '') continue;
      const value = canonicalValue(type, cell);
      if (value === null) counts.valuesLeftOut += 1;
      else {
        putValue(db, variable, { case_id: id, document_id: null }, value);
        counts.values += 1;
      }
    }
    const answers = columns.flatMap(({ role, name: question }, column) => {
      const answer = plain(row[column] ?? '').trim();
      return role === 'text' && answer !== '' ? [`${question}\n${answer}`] : [];
    });
    if (answers.length === 0) return;
    const guid = addDocument(context, name, id, answers.join('\n\n'));
    first ??= guid;
    counts.documents += 1;
  });
  return { counts: { ...counts, cases: used.size, variables: variables.size }, first };
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
function variablesOf(
  { db, services }: CommandContext,
  columns: readonly Column[],
): ReadonlyMap<number, StoredVariable> {
  const known = new Map(listVariables(db).flatMap((row) => (row.scope === 'case' ? [[row.name, row] as const] : [])));
  const variables = new Map<number, StoredVariable>();
  columns.forEach(({ role, name, type }, index) => {
    if (role !== 'variable') return;
    const same = known.get(name);
    const stored = same
      ? { id: requireVariable(db, same.guid).id, type: same.type }
      : {
          id: insertVariable(db, {
            guid: services.ports.ids.next(),
            name,
            description: '',
            type,
            scope: 'case',
            choices: '[]',
          }),
          type,
        };
    variables.set(index, stored);
  });
  return variables;
}

function oneLine(text: string): string {
  return canonicalPiece(text, false).replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed().trim();
}

function plain(text: string): string {
  return canonicalPiece(text, false).slice(0, 1_000_000).toWellFormed();
}
