// What is chosen for an export, as it is typed, and what the host is asked for.

import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { QuotationFilter } from '../../parts/quotations-about.ts';
import { readDay } from '../../parts/read-day.ts';

/** Nothing chosen means all. */
export type Typed = {
  readonly codeIds: readonly Guid[];
  readonly subcodes: boolean;
  readonly documentIds: readonly Guid[];
  readonly caseIds: readonly Guid[];
  readonly coderIds: readonly Guid[];
  readonly from: string;
  readonly to: string;
  readonly weight: string;
};

export const nothingTyped: Typed = {
  codeIds: [],
  subcodes: true,
  documentIds: [],
  caseIds: [],
  coderIds: [],
  from: '',
  to: '',
  weight: '',
};

export function isDayOrEmpty(text: string): boolean {
  return text.trim() === '' || readDay(text) !== null;
}

export function isWeightOrEmpty(text: string): boolean {
  const typed = text.trim();
  return typed === '' || (/^\d{1,3}$/.test(typed) && Number(typed) <= 100);
}

export function isWhole({ from, to, weight }: Typed): boolean {
  return isDayOrEmpty(from) && isDayOrEmpty(to) && isWeightOrEmpty(weight);
}

/** Codes, documents, cases and coders: what a matrix can be of. */
export function scopeOf({ codeIds, documentIds, caseIds, coderIds }: Typed) {
  return {
    ...(codeIds.length > 0 && { codeIds: [...codeIds] }),
    ...(documentIds.length > 0 && { documentIds: [...documentIds] }),
    ...(caseIds.length > 0 && { caseIds: [...caseIds] }),
    ...(coderIds.length > 0 && { coderIds: [...coderIds] }),
  };
}

export function choiceOf(typed: Typed): Omit<InputOf<'exports.documents'>, 'format'> {
  const from = readDay(typed.from);
  const to = readDay(typed.to);
  return {
    ...scopeOf(typed),
    ...(typed.codeIds.length > 0 && { subcodes: typed.subcodes }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(typed.weight.trim() !== '' && { weightFrom: Number(typed.weight) }),
  };
}

/** The passages of a list. States are left out: an export has all that have words. */
export function choiceOfList(filter: QuotationFilter): Omit<InputOf<'exports.documents'>, 'format'> {
  const { codeIds, documentIds, caseIds, coderIds, codingIds } = filter;
  return { codeIds, documentIds, caseIds, coderIds, codingIds };
}
