// Quotations under headings: by document, code or case, in the order in which each heading first comes.

import type { Quotation } from '../../../shared/contract/codings.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';

export const groupings = ['document', 'code', 'case'] as const;
export type Grouping = (typeof groupings)[number];

/** The same words, coded once or several times. */
export type Passage = readonly [Quotation, ...Quotation[]];

export type QuotationRow =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string | null; readonly count: number }
  | { readonly kind: 'passage'; readonly passage: Passage; readonly position: number };

/** Rows to show. The text of a heading is null for documents without a case; its count is of codings. */
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
    ...passagesOf(members).map((passage): QuotationRow => {
      position += 1;
      return { kind: 'passage', passage, position };
    }),
  ]);
}

/** Codings of exactly the same words make one passage: nobody wants to read it once per code or coder. */
export function passagesOf(quotations: readonly Quotation[]): readonly Passage[] {
  const passages = new Map<string, [Quotation, ...Quotation[]]>();
  for (const quotation of quotations) {
    const key = `${quotation.document} ${quotation.start} ${quotation.end}`;
    const passage = passages.get(key);
    if (passage) passage.push(quotation);
    else passages.set(key, [quotation]);
  }
  return [...passages.values()];
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
