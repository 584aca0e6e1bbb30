// What an export of coded passages says, independent of the format it is written in. Plain values: it crosses threads.

import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { localeOf, translate } from '../../../shared/i18n/translate.ts';

export type Segment = {
  readonly guid: Guid;
  readonly document: Guid;
  readonly documentTitle: string;
  readonly documentDate: string | null;
  readonly caseName: string | null;
  /** Of the case, in the order of the variables. */
  readonly values: readonly string[];
  readonly code: Guid;
  readonly path: readonly string[];
  readonly color: string;
  readonly coder: string | null;
  readonly weight: number | null;
  readonly memos: readonly string[];
  readonly speaker: string | null;
  readonly pages: string | null;
  readonly codedAt: string;
  /** UTF-16 units into the text of the document, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
};

/** What stands above everything that goes out: where it comes from and what was chosen. */
export type Origin = {
  readonly language: Language;
  readonly project: string;
  readonly fictional: boolean;
  readonly madeAt: string;
  readonly revision: number;
  /** What was chosen, a sentence each; empty for everything. */
  readonly choices: readonly string[];
};

export type SegmentsContent = Origin & {
  readonly groupBy: 'code' | 'document';
  /** Names of the variables of cases. */
  readonly variables: readonly string[];
  /** In the order of documents and places. */
  readonly segments: readonly Segment[];
};

export function codeName(path: readonly string[]): string {
  return path.join(pathSeparator);
}

/** Lines that say how the file came about. */
export function originLines(origin: Origin, counts: { readonly segments: number; readonly documents: number }) {
  const { language, project, fictional, madeAt, revision, choices } = origin;
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return [
    translate(language, 'exports.made', { project, date: date.format(new Date(madeAt)), revision, ...counts }),
    ...choices,
    ...(fictional ? [translate(language, 'codebook.fictional')] : []),
  ];
}

export function documentsIn(segments: readonly Pick<Segment, 'document'>[]): number {
  return new Set(segments.map(({ document }) => document)).size;
}

/** Passages under the headings they stand below, in the order in which these first occur in what is given. */
export function groupsOf({ groupBy, segments }: SegmentsContent, codeOrder: readonly Guid[]): readonly Group[] {
  if (groupBy === 'document') {
    return [...Map.groupBy(segments, ({ document }) => document).values()].map((own) => ({
      heading: own[0]?.documentTitle ?? '',
      color: null,
      segments: own,
    }));
  }
  const byCode = Map.groupBy(segments, ({ code }) => code);
  return codeOrder.flatMap((code) => {
    const own = byCode.get(code);
    return own ? [{ heading: codeName(own[0]?.path ?? []), color: own[0]?.color ?? null, segments: own }] : [];
  });
}

export type Group = {
  readonly heading: string;
  readonly color: string | null;
  readonly segments: readonly Segment[];
};

/** The line below a quotation: all that says where it comes from. */
export function sourceOf(
  segment: Segment,
  { language, variables, groupBy }: Pick<SegmentsContent, 'language' | 'variables' | 'groupBy'>,
): string {
  const { documentTitle, caseName, values, speaker, pages, documentDate, coder, weight, path, start, end } = segment;
  const say = (key: Parameters<typeof translate>[1], params: Parameters<typeof translate>[2]) =>
    translate(language, key, params);
  const parts = [
    groupBy === 'document' ? codeName(path) : documentTitle,
    caseName,
    ...values.map((value, place) => (value === '' ? null : `${variables[place] ?? ''}: ${value}`)),
    speaker,
    pages === null ? null : say('exports.page', { pages }),
    documentDate,
    say('exports.position', { start, end }),
    coder,
    weight === null ? null : say('exports.weight', { weight }),
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}
