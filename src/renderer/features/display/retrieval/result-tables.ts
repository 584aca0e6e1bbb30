// What a query found as tables: segment by segment, or counted by code, case or document.

import type { RetrievalResult } from '../../../../shared/contract/analysis-retrieval.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { QuotationFilter } from '../../../parts/quotations-about.ts';
import type { Translate } from '../../../services/text.ts';
import type { TableColumn } from '../../../ui/table-data.ts';
import type { Study } from '../scope/use-scope.ts';

export const resultViews = ['segments', 'codes', 'cases', 'documents'] as const;
export type ResultView = (typeof resultViews)[number];

export type ResultRow = {
  readonly id: string;
  /** Of the code, case or document; of a segment, that of its document. */
  readonly name: string;
  /** Segments; of a segment, its place in the text. */
  readonly count: number;
  readonly quote: string;
  readonly documents: number;
  /** The codings of a segment; null where the row narrows all that were found. */
  readonly codings: readonly Guid[] | null;
  readonly narrowed: QuotationFilter;
};

/** Rows in the order of the project. */
export function resultRows(
  result: RetrievalResult,
  view: ResultView,
  study: Pick<Study, 'documents' | 'cases'>,
  t: Translate,
): readonly ResultRow[] {
  const titles = new Map(study.documents.map(({ guid, title }) => [guid, title]));
  const title = (document: Guid): string => titles.get(document) ?? '';
  const counted = { quote: '', codings: null };
  switch (view) {
    case 'segments':
      return result.segments.map(({ document, start, end, quote, codings }) => ({
        id: `${document} ${start} ${end}`,
        name: title(document),
        count: start,
        quote,
        documents: 1,
        codings,
        narrowed: {},
      }));
    case 'codes':
      return result.byCode.map(({ guid, path, segments }) => ({
        ...counted,
        id: guid,
        name: path.join(pathSeparator),
        count: segments,
        documents: 0,
        narrowed: { codeIds: [guid] },
      }));
    case 'cases': {
      const names = new Map(study.cases.map(({ guid, name }) => [guid, name]));
      const inNone = study.documents.filter((document) => document.case === null).map(({ guid }) => guid);
      return result.byCase.map((row) => ({
        ...counted,
        id: row.case ?? 'none',
        name: row.case === null ? t('quotations.no-case') : (names.get(row.case) ?? ''),
        count: row.segments,
        documents: row.documents,
        narrowed: row.case === null ? { documentIds: inNone } : { caseIds: [row.case] },
      }));
    }
    case 'documents':
      return result.byDocument.map(({ document, segments }) => ({
        ...counted,
        id: document,
        name: title(document),
        count: segments,
        documents: 1,
        narrowed: { documentIds: [document] },
      }));
  }
}

export function resultColumns(
  view: ResultView,
  t: Translate,
  number: (value: number) => string,
): readonly TableColumn<ResultRow>[] {
  const name: TableColumn<ResultRow> = {
    id: 'name',
    label: t(`retrieval.column.${view}`),
    text: (row) => row.name,
    sortBy: (row) => row.name,
  };
  const count: TableColumn<ResultRow> = {
    id: 'count',
    label: t(view === 'segments' ? 'retrieval.column.start' : 'retrieval.column.count'),
    align: 'end',
    text: (row) => number(row.count),
    sortBy: (row) => row.count,
  };
  if (view === 'segments') {
    return [name, count, { id: 'quote', label: t('retrieval.column.quote'), text: (row) => row.quote }];
  }
  if (view !== 'cases') return [name, count];
  const documents: TableColumn<ResultRow> = {
    id: 'documents',
    label: t('display.frequency.documents'),
    align: 'end',
    text: (row) => number(row.documents),
    sortBy: (row) => row.documents,
  };
  return [name, count, documents];
}
