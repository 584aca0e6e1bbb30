// Rows as the host lists them, with only what a test is about.

import type { CaseSummary } from '../../../src/shared/contract/cases.ts';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { DocumentSummary } from '../../../src/shared/contract/documents.ts';
import { guidOf } from './result.ts';

const moment = '2026-03-05T03:00:00.000Z';

export function documentNamed(number: number, title: string, rest: Partial<DocumentSummary> = {}): DocumentSummary {
  return {
    guid: guidOf(number),
    title,
    description: '',
    kind: 'interview',
    characters: 1000,
    codings: 0,
    case: null,
    language: 'id',
    date: null,
    place: '',
    position: number,
    memos: 0,
    toReview: 0,
    createdAt: moment,
    modifiedAt: moment,
    ...rest,
  };
}

export function caseNamed(number: number, name: string, rest: Partial<CaseSummary> = {}): CaseSummary {
  return {
    guid: guidOf(number),
    name,
    description: '',
    position: number,
    documents: [],
    codings: 0,
    memos: 0,
    values: [],
    ...rest,
  };
}

export function codeNamed(number: number, path: readonly string[], rest: Partial<CodeSummary> = {}): CodeSummary {
  return {
    guid: guidOf(number),
    path: [...path],
    parent: null,
    name: path.at(-1) ?? '',
    color: '#23527c',
    description: '',
    include: '',
    exclude: '',
    typicalExample: '',
    counterExample: '',
    kind: null,
    codable: true,
    position: number,
    codings: 0,
    documents: 0,
    memos: 0,
    ...rest,
  };
}
