// The documents list: filtered, sorted, or in the researcher's own order.

import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export const documentSorts = ['own', 'title', 'date', 'case', 'codings', 'characters'] as const;
export type DocumentSort = (typeof documentSorts)[number];

/** The documents to show. Equal ones keep the researcher's own order. */
export function arranged(
  documents: readonly DocumentSummary[],
  caseNames: ReadonlyMap<Guid, string>,
  sort: DocumentSort,
  filter: string,
  locale: string,
): readonly DocumentSummary[] {
  const wanted = filter.trim().toLocaleLowerCase(locale);
  const caseOf = (document: DocumentSummary) => (document.case ? (caseNames.get(document.case) ?? '') : '');
  const found = documents.filter(
    (document) =>
      wanted === '' ||
      [document.title, caseOf(document), document.place, document.date ?? ''].some((text) =>
        text.toLocaleLowerCase(locale).includes(wanted),
      ),
  );
  const collator = new Intl.Collator(locale, { numeric: true });
  const byText = (text: (document: DocumentSummary) => string) => (a: DocumentSummary, b: DocumentSummary) =>
    // What is unknown comes last, not first.
    Number(text(a) === '') - Number(text(b) === '') || collator.compare(text(a), text(b));
  const orders: Readonly<Record<DocumentSort, (a: DocumentSummary, b: DocumentSummary) => number>> = {
    own: (a, b) => a.position - b.position,
    title: byText(({ title }) => title),
    date: byText(({ date }) => date ?? ''),
    case: byText(caseOf),
    codings: (a, b) => b.codings - a.codings,
    characters: (a, b) => b.characters - a.characters,
  };
  return found.toSorted((a, b) => orders[sort](a, b) || a.position - b.position);
}
