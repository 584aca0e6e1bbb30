// From the definition of a display to its rows and columns: what is at their heads, and which codes and documents count
// as evidence for them.

import type { DisplayAxis, DisplayDefinition } from '../../../shared/contract/displays.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { documentKind } from '../../../shared/contract/documents.ts';
import { descendantsOf, pathsOf, pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { localeOf, translate } from '../../../shared/i18n/translate.ts';
import { analysedCodes } from '../../db/analysis.ts';
import { valuesOf, type VariableRow } from '../../db/cases.ts';
import { sql, type ReadableDb } from '../../db/database.ts';

/** A row or column. Null: no restriction; a side without any restriction has no evidence of its own. */
export type Side = {
  readonly key: string;
  readonly label: string;
  readonly group: string | null;
  readonly codes: ReadonlySet<number> | null;
  readonly documents: ReadonlySet<number> | null;
};

export type Plan = {
  readonly rows: readonly Side[];
  readonly columns: readonly Side[];
  readonly meet: DisplayDefinition['meet'];
  /** Documents in the filter, in the project's order. */
  readonly documents: readonly PlannedDocument[];
  /** Codes and coders that take part; null is all. */
  readonly codes: ReadonlySet<number> | null;
  readonly coders: ReadonlySet<string> | null;
};

type PlannedDocument = {
  readonly id: number;
  readonly guid: Guid;
  readonly title: string;
  readonly kind: (typeof documentKind.options)[number];
  readonly date: string | null;
  readonly case_id: number | null;
};
type PlannedCase = { readonly id: number; readonly guid: Guid; readonly name: string };

/** What no longer exists is left out: a display outlives the codes and cases it names. */
export function planOf(db: ReadableDb, language: Language, definition: DisplayDefinition): Plan {
  const study = readStudy(db);
  const { filter, meet } = definition;
  const caseIds = filter.caseIds ? new Set(filter.caseIds) : null;
  const documentIds = filter.documentIds ? new Set(filter.documentIds) : null;
  const caseGuids = new Map(study.cases.map(({ id, guid }) => [id, guid]));
  const documents = study.documents.filter(({ guid, case_id }) => {
    const owner = case_id === null ? undefined : caseGuids.get(case_id);
    return (!documentIds || documentIds.has(guid)) && (!caseIds || (owner !== undefined && caseIds.has(owner)));
  });
  const known = { ...study, documents, language };
  const codeIds = filter.codeIds ? new Set(filter.codeIds) : null;
  return {
    rows: sidesOf(db, known, definition.rows),
    columns: sidesOf(db, known, definition.columns),
    meet,
    documents,
    codes: codeIds && new Set(study.codes.filter(({ guid }) => codeIds.has(guid)).map(({ id }) => id)),
    coders: filter.coderIds ? new Set(filter.coderIds) : null,
  };
}

type Known = ReturnType<typeof readStudy> & { readonly language: Language };

function readStudy(db: ReadableDb) {
  const codes = analysedCodes(db);
  return {
    codes,
    paths: pathsOf<Guid>(codes),
    cases: db.all<PlannedCase>(sql`SELECT id, guid, name FROM study_case ORDER BY position, id`),
    documents: db.all<PlannedDocument>(
      sql`SELECT id, guid, title, kind, date, case_id FROM document ORDER BY position, id`,
    ),
  };
}

function sidesOf(db: ReadableDb, known: Known, axis: DisplayAxis): readonly Side[] {
  switch (axis.by) {
    case 'codes':
      return axis.ids.flatMap((guid) => codeSide(known, guid, axis.below));
    case 'cases':
      return caseSides(db, known, axis);
    case 'documents':
      return documentSides(known, axis);
    case 'values':
      return valueSides(db, known, axis.variableId);
    case 'kinds':
      return documentKind.options
        .map((kind) =>
          ofDocuments(kind, translate(known.language, `collect.kind.${kind}`), known, (each) => each.kind === kind),
        )
        .filter(({ documents }) => documents !== null && documents.size > 0);
    case 'periods':
      return periodSides(known, axis.unit);
    case 'items':
      return inTime(axis.items).map(({ id, label, group, codeId, date }) => {
        const [side] = codeId === undefined ? [] : codeSide(known, codeId, true);
        return { key: id, label, group: group ?? date ?? null, codes: side?.codes ?? null, documents: null };
      });
  }
}

/** Events in their order: those with a day by it, those without after them as they were written. */
function inTime(items: Extract<DisplayAxis, { by: 'items' }>['items']): typeof items {
  const dayOf = ({ date }: (typeof items)[number]): string => date ?? '9';
  return items.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
}

function codeSide({ codes, paths }: Known, guid: Guid, below: boolean): readonly Side[] {
  const code = codes.find((each) => each.guid === guid);
  if (!code) return [];
  const inside = below ? descendantsOf<Guid>(codes, guid) : new Set<Guid>();
  const ids = codes.filter((each) => each.guid === guid || inside.has(each.guid)).map(({ id }) => id);
  const path = paths.get(guid) ?? [code.name];
  const group = path.length > 1 ? path.slice(0, -1).join(pathSeparator) : null;
  return [{ key: guid, label: code.name, group, codes: new Set(ids), documents: null }];
}

function caseSides(db: ReadableDb, known: Known, axis: Extract<DisplayAxis, { by: 'cases' }>): readonly Side[] {
  const wanted = axis.ids && new Set(axis.ids);
  const cases = known.cases.filter(({ guid }) => !wanted || wanted.has(guid));
  const variable = axis.orderBy === null ? undefined : variableOf(db, axis.orderBy);
  const sizes = variable ? orderOf(db, variable) : null;
  const size = ({ id }: PlannedCase): number => sizes?.get(id)?.rank ?? Number.POSITIVE_INFINITY;
  const ordered = sizes ? cases.toSorted((a, b) => size(a) - size(b) || 0) : cases;
  return ordered.map((each) => ({
    ...ofDocuments(each.guid, each.name, known, ({ case_id }) => case_id === each.id),
    group: sizes ? (sizes.get(each.id)?.value ?? '–') : null,
  }));
}

function documentSides(known: Known, axis: Extract<DisplayAxis, { by: 'documents' }>): readonly Side[] {
  const wanted = axis.ids && new Set(axis.ids);
  const found = known.documents.filter(({ guid }) => !wanted || wanted.has(guid));
  const ordered =
    axis.order === 'date'
      ? found.toSorted((a, b) => ((a.date ?? '9') < (b.date ?? '9') ? -1 : (a.date ?? '9') > (b.date ?? '9') ? 1 : 0))
      : found;
  return ordered.map(({ id, guid, title, date }) => ({
    ...ofDocuments(guid, title, known, (each) => each.id === id),
    group: axis.order === 'date' ? (date ?? '–') : null,
  }));
}

function valueSides(db: ReadableDb, known: Known, variableId: Guid): readonly Side[] {
  const variable = variableOf(db, variableId);
  if (!variable) return [];
  const ranks = orderOf(db, variable);
  const found = new Map([...ranks.values()].map(({ value, rank }) => [value, rank]));
  // A choice that nobody has is a gap to be seen.
  const choices = JSON.parse(variable.choices) as readonly string[];
  for (const [rank, choice] of choices.entries()) found.set(choice, rank);
  const values = [...found].toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const unitOf = ({ id, case_id }: PlannedDocument): number => (variable.scope === 'case' ? (case_id ?? -1) : id);
  return values.map(([value]) => ofDocuments(value, value, known, (each) => ranks.get(unitOf(each))?.value === value));
}

function periodSides(known: Known, unit: 'day' | 'month' | 'year'): readonly Side[] {
  const length = { day: 10, month: 7, year: 4 }[unit];
  const periodOf = ({ date }: PlannedDocument): string | null => date?.slice(0, length) ?? null;
  const found = [...new Set(known.documents.map(periodOf))].filter((period) => period !== null).toSorted();
  const format = new Intl.DateTimeFormat(localeOf(known.language), {
    timeZone: 'UTC',
    year: 'numeric',
    ...(unit === 'year' ? {} : { month: 'long' as const }),
    ...(unit === 'day' ? { day: 'numeric' as const } : {}),
  });
  return found.map((period) => {
    const label = format.format(new Date(`${period}-01-01`.slice(0, 10)));
    return ofDocuments(period, label, known, (each) => periodOf(each) === period);
  });
}

function ofDocuments(key: string, label: string, known: Known, fits: (document: PlannedDocument) => boolean): Side {
  const documents = new Set(known.documents.filter(fits).map(({ id }) => id));
  return { key, label, group: null, codes: null, documents };
}

function variableOf(db: ReadableDb, guid: Guid): VariableRow | undefined {
  return db.get<VariableRow>(sql`SELECT * FROM variable WHERE guid = ${guid}`);
}

/** Value and rank of each case or document: choices in their order, numbers and dates by size, other words by letter. */
function orderOf(db: ReadableDb, variable: VariableRow): ReadonlyMap<number, { value: string; rank: number }> {
  const choices = JSON.parse(variable.choices) as readonly string[];
  const found = valuesOf(db, variable.id).flatMap(({ case_id, document_id, value }) => {
    const unit = variable.scope === 'case' ? case_id : document_id;
    return unit === null || value === '' ? [] : [{ unit, value }];
  });
  const words = [...new Set(found.map(({ value }) => value))].toSorted();
  const rankOf = (value: string): number => {
    if (variable.type === 'Integer' || variable.type === 'Float') return Number(value);
    if (choices.includes(value)) return choices.indexOf(value);
    return choices.length + words.indexOf(value);
  };
  return new Map(found.map(({ unit, value }) => [unit, { value, rank: rankOf(value) }]));
}
