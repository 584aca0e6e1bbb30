// How broad the evidence of a working conclusion is. Counting is one tactic of many: the numbers point at
// what to look for, they prove nothing.

import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { DocumentKind, DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type Breadth = {
  readonly quotations: number;
  readonly documents: number;
  readonly cases: number;
  readonly kinds: readonly DocumentKind[];
  /** Cases with documents that no quotation comes from: silent, or against it, or never asked. */
  readonly silentCases: readonly { readonly guid: Guid; readonly name: string }[];
};

export function breadthOf(
  quotations: readonly Pick<Quotation, 'document'>[],
  documents: readonly DocumentSummary[],
  cases: readonly CaseSummary[],
): Breadth {
  const sources = new Set(quotations.map(({ document }) => document));
  const used = documents.filter(({ guid }) => sources.has(guid));
  const met = new Set(used.flatMap((document) => (document.case === null ? [] : [document.case])));
  return {
    quotations: quotations.length,
    documents: used.length,
    cases: met.size,
    kinds: [...new Set(used.map(({ kind }) => kind))],
    silentCases: cases
      .filter((each) => each.documents.length > 0 && !met.has(each.guid))
      .map(({ guid, name }) => ({ guid, name })),
  };
}
