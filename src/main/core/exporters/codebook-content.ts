// What a codebook says, independent of the format it is written in.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { localeOf, translate } from '../../../shared/i18n/translate.ts';

export type CodebookContent = {
  readonly language: Language;
  readonly project: string;
  readonly description: string;
  readonly fictional: boolean;
  readonly madeAt: Date;
  readonly codes: readonly CodeSummary[];
  /** Typical quotations of each code, where they were asked for. */
  readonly quotations: ReadonlyMap<Guid, readonly TypicalQuotation[]>;
  /** How many a code has at most; 0 where none were asked for. */
  readonly mostQuotations: number;
};

export type TypicalQuotation = { readonly quote: string; readonly source: string };

export function codebookTitle({ language, project }: CodebookContent): string {
  return `${translate(language, 'codebook.title')}: ${project}`;
}

/** One line under the title: what the counts refer to. */
export function codebookProvenance(content: CodebookContent): string {
  const { language, codes } = content;
  const line = translate(language, 'codebook.made', {
    project: content.project,
    date: new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(content.madeAt),
    codes: codes.length,
    codings: codes.reduce((sum, code) => sum + code.codings, 0),
  });
  return content.fictional ? `${line} ${translate(language, 'codebook.fictional')}` : line;
}

/** The card of a code as labelled lines; empty ones are left out. */
export function cardOf(
  { language, quotations }: Pick<CodebookContent, 'language' | 'quotations'>,
  code: CodeSummary,
): readonly (readonly [label: string, text: string])[] {
  const entries: readonly (readonly [MessageKey, string])[] = [
    ['codebook.definition', code.description],
    ['codebook.include', code.include],
    ['codebook.exclude', code.exclude],
    ['codebook.typical', code.typicalExample],
    ['codebook.counter', code.counterExample],
    ['codebook.kind', code.kind ? translate(language, `code-kind.${code.kind}`) : ''],
    ['codebook.codings', countsOf(language, code)],
  ];
  const quoted = (quotations.get(code.guid) ?? []).map(
    (quotation) => [translate(language, 'codebook.quotation'), quotationText(quotation)] as const,
  );
  const facts = entries
    .filter(([, text]) => text !== '')
    .map(([key, text]) => [translate(language, key), text] as const);
  return [...facts, ...quoted];
}

/** The words, and below them where they stand. */
export function quotationText({ quote, source }: TypicalQuotation): string {
  return `“${quote}”\n(${source})`;
}

function countsOf(language: Language, code: CodeSummary): string {
  if (!code.codable) return '';
  return `${code.codings} (${translate(language, 'codebook.documents')}: ${code.documents})`;
}
