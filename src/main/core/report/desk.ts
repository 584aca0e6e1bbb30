// What every part of a report works with.

import type { NetworkDetails } from '../../../shared/contract/networks.ts';
import type { CaseSummary, Variable } from '../../../shared/contract/cases.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { DisplayDetails, MatrixDisplay } from '../../../shared/contract/displays.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { ReportForm, ReportSource } from '../../../shared/contract/report.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { ResultTable } from '../../../shared/domain/result-tables.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { localeOf, type MessageParams } from '../../../shared/i18n/translate.ts';
import type { ReportCriterion, ReportGuideQuestion, ReportQuotation } from '../../db/report.ts';
import type { Block } from './blocks.ts';

/** Everything a report is made of, read at one revision. */
export type ReportStudy = {
  readonly name: string;
  readonly description: string;
  readonly fictional: boolean;
  readonly revision: number;
  readonly madeAt: Date;
  readonly documents: readonly DocumentSummary[];
  readonly cases: readonly CaseSummary[];
  readonly variables: readonly Variable[];
  readonly codes: readonly CodeSummary[];
  readonly coders: readonly string[];
  readonly memos: number;
  readonly questions: readonly { readonly guid: Guid; readonly text: string }[];
  /** Criteria of purposive sampling, with the names of the cases that fulfil each. */
  readonly criteria: readonly ReportCriterion[];
  /** The interview guide, each question with the labels of the research questions it serves. */
  readonly guide: readonly ReportGuideQuestion[];
  readonly quotations: readonly ReportQuotation[];
  /** As the current coder sees them. */
  readonly propositions: readonly Proposition[];
  readonly displays: readonly { readonly details: DisplayDetails; readonly matrix: MatrixDisplay }[];
  readonly networks: readonly NetworkDetails[];
  readonly results: readonly {
    readonly name: string;
    readonly comment: string;
    readonly method: string;
    readonly revision: number;
    readonly tables: readonly ResultTable[];
  }[];
};

export type ReportOptions = {
  readonly form: ReportForm;
  readonly language: Language;
  /** For each claim and dimension. */
  readonly quotations: number;
};

export type Say = (key: MessageKey, params?: MessageParams) => string;
export type Desk = { readonly study: ReportStudy; readonly say: Say; readonly options: ReportOptions };

export function dayIn(language: Language, day: string | null): string {
  if (day === null || day === '') return '–';
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** @param from what the paragraph rests on in the project */
export function textBlock(text: string, from?: ReportSource): readonly Block[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim(), ...(from && { from }) }];
}
