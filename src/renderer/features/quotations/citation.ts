// A quotation with its source: as text for a manuscript, and as a row for a spreadsheet.

import type { Quotation } from '../../../shared/contract/codings.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { PageSpan } from '../../../shared/domain/pages.ts';
import type { Translate } from '../../services/text.ts';
import type { Passage } from './grouping.ts';

export type CitationWords = {
  /** Writes a day in the user's language. */
  readonly day: (isoDay: string) => string;
  readonly quoted: (text: string) => string;
  readonly pages: (span: PageSpan) => string;
};

/** `“words” (source, case, speaker, page, day; code)`: what a reader needs to find the passage. */
export function citationOf(passage: Passage, { day, quoted, pages }: CitationWords): string {
  const [quotation] = passage;
  const codes = [...new Set(passage.map(({ codePath }) => codePath.join(pathSeparator)))];
  const source = [
    quotation.documentTitle,
    quotation.caseName,
    quotation.speaker,
    quotation.pages && pages(quotation.pages),
    quotation.documentDate === null ? null : day(quotation.documentDate),
  ].filter((part) => part !== null && part !== '');
  return `${quoted(oneLine(quotation.quote))} (${source.join(', ')}; ${codes.join(', ')})`;
}

/** Cells of a quotation, in the order of the headings that `quotations.csv.*` gives. */
export function quotationCells(quotation: Quotation): (string | number | null)[] {
  return [
    quotation.quote,
    quotation.codePath.join(pathSeparator),
    quotation.documentTitle,
    quotation.caseName,
    quotation.documentDate,
    quotation.speaker,
    quotation.coderName,
    quotation.weight,
    quotation.pages && spanText(quotation.pages),
    quotation.start,
    quotation.end,
  ];
}

/** `3`, or `3–4` where the passage goes on overleaf. */
export function spanText({ from, to }: PageSpan): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Writes pages in the user's language: `p. 3`, `pp. 3–4`. */
export function pagesWith(t: Translate): (span: PageSpan) => string {
  return (span) => t(span.from === span.to ? 'quotations.page' : 'quotations.pages', { pages: spanText(span) });
}

/** Line ends inside a passage become a mark, so that one quotation stays one line. */
function oneLine(text: string): string {
  return text.trim().replace(/\s*[\n\u2028]\s*/g, ' / ');
}
