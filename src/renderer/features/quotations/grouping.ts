// Quotations under headings: by document, code or case, in the order in which each heading first comes.

import type { Quotation } from '../../../shared/contract/codings.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';

export const groupings = ['document', 'code', 'case'] as const;
export type Grouping = (typeof groupings)[number];

export type QuotationRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string | null; readonly count: number }
  | { readonly kind: 'quotation'; readonly quotation: Quotation; readonly position: number };

/** Rows to show. The text of a heading is null for documents without a case. */
export function rowsOf(quotations: readonly Quotation[], grouping: Grouping): readonly QuotationRow[] {
  const groups = new Map<string, { readonly text: string | null; readonly members: Quotation[] }>();
  for (const quotation of quotations) {
    const { key, text } = headingOf(quotation, grouping);
    const group = groups.get(key);
    if (group) group.members.push(quotation);
    else groups.set(key, { text, members: [quotation] });
  }
  let position = 0;
  return [...groups].flatMap(([key, { text, members }]): readonly QuotationRow[] => [
    { kind: 'heading', key, text, count: members.length },
    ...members.map((quotation): QuotationRow => {
      position += 1;
      return { kind: 'quotation', quotation, position };
    }),
  ]);
}

function headingOf(quotation: Quotation, grouping: Grouping): { readonly key: string; readonly text: string | null } {
  switch (grouping) {
    case 'document':
      return { key: quotation.document, text: quotation.documentTitle };
    case 'code':
      return { key: quotation.code, text: quotation.codePath.join(pathSeparator) };
    case 'case':
      return { key: quotation.caseName ?? '', text: quotation.caseName };
  }
}
