// The columns of a triangulation matrix: sources, techniques, groups, times, coders, theories.

import { documentKind } from '../../../shared/contract/documents.ts';
import { comparison as comparisonSchema, type Comparison } from '../../../shared/contract/triangulation.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Column } from '../../../shared/domain/triangulation.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { documentValues, listCases, requireVariable } from '../../db/cases.ts';
import { listCoders } from '../../db/coders.ts';
import { listCodes } from '../../db/codes.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDocuments } from '../../db/documents.ts';

export type NamedColumn = Column<Guid> & { readonly label: string };

/** Documents that belong to no column stand in one of their own, under this key. */
const none = '-';

/** One text for one comparison: verdicts are kept under it. */
export function comparisonKey(comparison: Comparison): string {
  return JSON.stringify(Object.fromEntries(Object.entries(comparison).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

/** @returns null where the text is no comparison of this version */
export function comparisonOf(key: string): Comparison | null {
  try {
    return comparisonSchema.safeParse(JSON.parse(key)).data ?? null;
  } catch {
    return null;
  }
}

/** @returns null where the text is no comparison of this version */
export function comparisonKindOf(key: string): Comparison['kind'] | null {
  return comparisonOf(key)?.kind ?? null;
}

/** @throws SimpulError `not-found` where the variable is gone */
export function columnsOf(db: ReadableDb, comparison: Comparison, language: Language): readonly NamedColumn[] {
  const documents = listDocuments(db);
  const all = new Set(documents.map(({ guid }) => guid));
  const grouped = (
    keyOf: (document: (typeof documents)[number]) => string,
    order: readonly string[],
    labelOf: (key: string) => string,
    isOfCases = false,
  ): readonly NamedColumn[] => {
    const groups = Map.groupBy(documents, keyOf);
    const keys = [...order, ...[...groups.keys()].filter((key) => !order.includes(key)).toSorted(compare)];
    return keys
      .filter((key) => groups.has(key) || order.includes(key))
      .map((key) => ({
        key,
        label: key === none ? translate(language, 'triangulation.none') : labelOf(key),
        documents: new Set((groups.get(key) ?? []).map(({ guid }) => guid)),
        isOfCases,
        holds: () => true,
      }));
  };
  switch (comparison.kind) {
    case 'source': {
      const cases = listCases(db).filter((each) => each.documents.length > 0);
      const names = new Map<string, string>(cases.map(({ guid, name }) => [guid, name]));
      return grouped(
        (document) => document.case ?? none,
        cases.map(({ guid }) => guid),
        (key) => names.get(key) ?? key,
        true,
      );
    }
    case 'technique': {
      const wanted = comparison.only;
      const present = new Set<string>(documents.map(({ kind }) => kind));
      const columns = grouped(
        ({ kind }) => kind,
        wanted ?? documentKind.options.filter((kind) => present.has(kind)),
        (key) => translate(language, `collect.kind.${documentKind.catch('other').parse(key)}`),
      );
      return wanted ? columns.filter(({ key }) => wanted.includes(key)) : columns;
    }
    case 'group': {
      const variable = requireVariable(db, comparison.variableId);
      const valueOf = valuesOf(db, variable.guid, variable.scope);
      const order = (JSON.parse(variable.choices) as string[]).filter((choice) =>
        documents.some((document) => valueOf(document) === choice),
      );
      return grouped(
        (document) => valueOf(document) ?? none,
        order,
        (key) => key,
      );
    }
    case 'time': {
      const length = comparison.step === 'year' ? 4 : 7;
      return grouped(
        ({ date }) => date?.slice(0, length) ?? none,
        [],
        (key) => key,
      );
    }
    case 'investigator':
      return listCoders(db)
        .filter(({ codings }) => codings > 0)
        .map(({ guid, name }) => ({
          key: guid,
          label: name,
          documents: all,
          isOfCases: false,
          holds: ({ coder }) => coder === guid,
        }));
    case 'theory':
      return theories(db, language).map(({ key, label, codes }) => ({
        key,
        label,
        documents: all,
        isOfCases: false,
        holds: ({ code }) => code !== null && codes.has(code),
      }));
  }
}

function compare(a: string, b: string): number {
  return Number(a === none) - Number(b === none) || (a < b ? -1 : a > b ? 1 : 0);
}

function valuesOf(db: ReadableDb, variable: Guid, scope: 'case' | 'document') {
  const values = new Map<Guid, string>(
    scope === 'case'
      ? listCases(db).flatMap(({ guid, values: own }) =>
          own.flatMap((each) => (each.variable === variable ? [[guid, each.value] as const] : [])),
        )
      : documentValues(db).flatMap((each) =>
          each.variable === variable ? [[each.document, each.value] as const] : [],
        ),
  );
  return ({ guid, case: studyCase }: { readonly guid: Guid; readonly case: Guid | null }): string | undefined =>
    scope === 'document' ? values.get(guid) : studyCase === null ? undefined : values.get(studyCase);
}

/** By the theory noted on codes or what stands above them; where none is noted, by the main branches of the code tree. */
function theories(db: ReadableDb, language: Language) {
  const codes = listCodes(db);
  const byGuid = new Map(codes.map((code) => [code.guid, code]));
  const noted = codes.some(({ theory }) => (theory ?? '').trim() !== '');
  const theoryOf = (guid: Guid): { key: string; label: string } => {
    let code = byGuid.get(guid);
    for (; code; code = code.parent_guid === null ? undefined : byGuid.get(code.parent_guid)) {
      if (noted && (code.theory ?? '').trim() !== '')
        return { key: (code.theory ?? '').trim(), label: code.theory ?? '' };
      if (!noted && code.parent_guid === null) return { key: code.guid, label: code.name };
    }
    return { key: none, label: translate(language, 'triangulation.none') };
  };
  const found = new Map<string, { key: string; label: string; codes: Set<Guid> }>();
  for (const { guid } of codes) {
    const { key, label } = theoryOf(guid);
    const known = found.get(key) ?? { key, label, codes: new Set<Guid>() };
    known.codes.add(guid);
    found.set(key, known);
  }
  return [...found.values()];
}
