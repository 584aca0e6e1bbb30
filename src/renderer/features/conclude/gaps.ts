// what each stream still lacks, seen from the others. Facts to look into, never commands.

import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { DocumentKind, DocumentSummary } from '../../../shared/contract/documents.ts';
import type { CoverageAnswer } from '../../../shared/contract/collection.ts';
import type { RecheckItem } from '../../../shared/contract/condensation.ts';
import type { DisplayDetails } from '../../../shared/contract/displays.ts';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { ResearchQuestion } from '../../../shared/contract/questions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export const gapKinds = [
  'uncoded-documents',
  'documents-without-case',
  'cases-without-documents',
  'changed-codings',
  'codes-without-definition',
  'codes-unused',
  'codes-of-one-case',
  'codes-of-one-source',
  'questions-unasked',
  'codes-to-recheck',
  'displays-unread',
  'claims-without-evidence',
  'claims-unverified',
] as const;
export type GapKind = (typeof gapKinds)[number];

/** The stream in which a gap is closed. */
export const streamOf = {
  'uncoded-documents': 'reduction',
  'documents-without-case': 'collection',
  'cases-without-documents': 'collection',
  'changed-codings': 'reduction',
  'codes-without-definition': 'reduction',
  'codes-unused': 'reduction',
  'codes-of-one-case': 'reduction',
  'codes-of-one-source': 'reduction',
  'questions-unasked': 'collection',
  'codes-to-recheck': 'reduction',
  'displays-unread': 'display',
  'claims-without-evidence': 'conclusion',
  'claims-unverified': 'conclusion',
} as const satisfies Readonly<Record<GapKind, 'collection' | 'reduction' | 'display' | 'conclusion'>>;

export type GapItem = { readonly guid: Guid; readonly name: string };
export type Gap = { readonly kind: GapKind; readonly items: readonly GapItem[] };

/** How far a code reaches, as the frequency analysis counts it. */
export type CodeReach = { readonly code: Guid; readonly codings: number; readonly cases: number };

export type Streams = {
  readonly documents: readonly DocumentSummary[];
  readonly cases: readonly CaseSummary[];
  readonly codes: readonly CodeSummary[];
  /** Null while it is being counted. */
  readonly reach: readonly CodeReach[] | null;
  /** Codes met in the documents of each kind; null while it is being counted. */
  readonly kinds: ReadonlyMap<DocumentKind, ReadonlySet<Guid>> | null;
};

/** What the desks of the streams hold, as their lists answer it. */
export type Desks = {
  readonly questions: readonly ResearchQuestion[];
  readonly coverage: readonly Pick<CoverageAnswer, 'question' | 'state'>[];
  readonly recheck: readonly Pick<RecheckItem, 'code' | 'codeName'>[];
  readonly displays: readonly Pick<DisplayDetails, 'guid' | 'name' | 'commentary'>[];
  readonly propositions: readonly Pick<Proposition, 'guid' | 'statement' | 'status' | 'evidence'>[];
};

/** Gaps on the desks: questions, queues, matrices and claims. */
export function deskGapsOf({ questions, coverage, recheck, displays, propositions }: Desks): readonly Gap[] {
  const asked = new Set(coverage.flatMap(({ question, state }) => (state === 'not-asked' ? [] : [question])));
  const waiting = new Map(recheck.map(({ code, codeName }) => [code, codeName]));
  const held = propositions.filter(({ status }) => status !== 'rejected');
  const stated = (list: typeof held): readonly GapItem[] =>
    list.map(({ guid, statement }) => ({ guid, name: statement }));
  return [
    {
      kind: 'questions-unasked',
      items: questions
        .filter(({ guid }) => !asked.has(guid))
        .map(({ guid, label, text }) => ({ guid, name: text === '' ? label : `${label}. ${text}` })),
    },
    { kind: 'codes-to-recheck', items: [...waiting].map(([guid, name]) => ({ guid, name })) },
    {
      kind: 'displays-unread',
      items: displays.filter(({ commentary }) => commentary.trim() === '').map(({ guid, name }) => ({ guid, name })),
    },
    {
      kind: 'claims-without-evidence',
      items: stated(
        held.filter(({ evidence }) => !evidence.some(({ side, kind }) => side === 'supports' && kind === 'coding')),
      ),
    },
    { kind: 'claims-unverified', items: stated(held.filter(({ status }) => status !== 'verified')) },
  ];
}

/** With fewer codings, that a code comes from one place only says nothing yet. */
export const leastCodings = 3;

/** Each kind of gap with what it concerns, also where there is none; kinds that are still being counted are left out. */
export function gapsOf({ documents, cases, codes, reach, kinds }: Streams): readonly Gap[] {
  const paths = new Map(codes.map(({ guid, path }) => [guid, path.join(' / ')]));
  const named = (guids: readonly Guid[]): readonly GapItem[] =>
    guids.flatMap((guid) => {
      const name = paths.get(guid);
      return name === undefined ? [] : [{ guid, name }];
    });
  const titled = (list: readonly DocumentSummary[]): readonly GapItem[] =>
    list.map(({ guid, title }) => ({ guid, name: title }));
  const used = usedBranches(codes);
  const broad = (reach ?? []).filter(({ codings }) => codings >= leastCodings);
  // With one case or one kind of source alone, everything would be a gap and nothing would be said.
  const severalCases = cases.filter((each) => each.documents.length > 0).length > 1;
  const severalKinds = (kinds?.size ?? 0) > 1;
  return [
    { kind: 'uncoded-documents', items: titled(documents.filter(({ codings }) => codings === 0)) },
    { kind: 'documents-without-case', items: titled(documents.filter((each) => each.case === null)) },
    {
      kind: 'cases-without-documents',
      items: cases.filter((each) => each.documents.length === 0).map(({ guid, name }) => ({ guid, name })),
    },
    { kind: 'changed-codings', items: titled(documents.filter(({ toReview }) => toReview > 0)) },
    {
      kind: 'codes-without-definition',
      items: named(
        codes.filter(({ codable, description }) => codable && description.trim() === '').map(({ guid }) => guid),
      ),
    },
    {
      kind: 'codes-unused',
      items: named(codes.filter(({ codable, guid }) => codable && !used.has(guid)).map(({ guid }) => guid)),
    },
    ...(reach
      ? [
          {
            kind: 'codes-of-one-case' as const,
            items: named(severalCases ? broad.filter(({ cases: count }) => count === 1).map(({ code }) => code) : []),
          },
        ]
      : []),
    ...(reach && kinds
      ? [
          {
            kind: 'codes-of-one-source' as const,
            items: named(
              severalKinds
                ? broad
                    .filter(({ code }) => [...kinds.values()].filter((met) => met.has(code)).length === 1)
                    .map(({ code }) => code)
                : [],
            ),
          },
        ]
      : []),
  ];
}

/** Codes that were used, themselves or by something below them. */
function usedBranches(codes: readonly CodeSummary[]): ReadonlySet<Guid> {
  const used = new Set<Guid>();
  // Depth first order has every child behind its parent: backwards, each is decided before its parent.
  for (const { guid, parent, codings } of codes.toReversed()) {
    if (codings > 0) used.add(guid);
    if (parent !== null && used.has(guid)) used.add(parent);
  }
  return used;
}
