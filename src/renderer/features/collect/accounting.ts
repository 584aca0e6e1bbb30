// the data accounting log. Which source is there for which case, how it was gathered, and what is missing.

import type { CaseSummary, Variable } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type AccountingColumn =
  | { readonly id: 'case' | 'kind' | 'date' | 'place' | 'coded' }
  | { readonly id: Guid; readonly name: string };

export type AccountingRow = {
  readonly document: DocumentSummary;
  /** One cell per column; null is a gap. */
  readonly cells: readonly (string | null)[];
};

export type Accounting = {
  readonly columns: readonly AccountingColumn[];
  readonly rows: readonly AccountingRow[];
  /** Gaps per column, in the order of the columns. */
  readonly gaps: readonly number[];
  /** Cases nothing was gathered about yet. */
  readonly casesWithoutDocuments: readonly CaseSummary[];
};

export type DocumentValue = { readonly document: Guid; readonly variable: Guid; readonly value: string };

/** @param kindName the kind of a document in the user's language: how the data were gathered */
export function accountingOf(
  documents: readonly DocumentSummary[],
  cases: readonly CaseSummary[],
  variables: readonly Variable[],
  values: readonly DocumentValue[],
  kindName: (document: DocumentSummary) => string,
): Accounting {
  const ofDocuments = variables.filter(({ scope }) => scope === 'document');
  const caseNames = new Map(cases.map(({ guid, name }) => [guid, name]));
  const known = new Map(values.map(({ document, variable, value }) => [`${document} ${variable}`, value]));
  const columns: AccountingColumn[] = [
    { id: 'case' },
    { id: 'kind' },
    { id: 'date' },
    { id: 'place' },
    ...ofDocuments.map(({ guid, name }) => ({ id: guid, name })),
    { id: 'coded' },
  ];
  const rows = documents.map((document) => ({
    document,
    cells: [
      document.case === null ? null : (caseNames.get(document.case) ?? null),
      kindName(document),
      document.date,
      document.place.trim() === '' ? null : document.place,
      ...ofDocuments.map(({ guid }) => known.get(`${document.guid} ${guid}`) ?? null),
      document.codings === 0 ? null : String(document.codings),
    ],
  }));
  return {
    columns,
    rows,
    gaps: columns.map((_, index) => rows.filter(({ cells }) => cells[index] === null).length),
    casesWithoutDocuments: cases.filter((each) => each.documents.length === 0),
  };
}
