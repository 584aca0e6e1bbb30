// What a report says, independent of the file it is written in. Everything in it is a fact of the project or the
// researcher's own words: nothing is concluded here.

import type { MatrixDisplay, DisplayDefinition, DisplayDetails } from '../../../shared/contract/displays.ts';
import type { ReportForm } from '../../../shared/contract/report.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { CaseSummary, Variable } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { ResultTable } from '../../../shared/domain/result-tables.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { localeOf, translate, type MessageParams } from '../../../shared/i18n/translate.ts';
import type { ReportClaim, ReportQuotation } from '../../db/report.ts';
import type { Block, Report } from './blocks.ts';
import { matrixBlocks, resultBlocks } from './display-blocks.ts';

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
  readonly quotations: readonly ReportQuotation[];
  readonly claims: readonly ReportClaim[];
  /** Codings by claim. */
  readonly supporting: ReadonlyMap<Guid, readonly Guid[]>;
  readonly opposing: ReadonlyMap<Guid, readonly Guid[]>;
  readonly displays: readonly { readonly details: DisplayDetails; readonly matrix: MatrixDisplay }[];
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

type Say = (key: MessageKey, params?: MessageParams) => string;
type Desk = { readonly study: ReportStudy; readonly say: Say; readonly options: ReportOptions };

export function reportOf(study: ReportStudy, options: ReportOptions): Report {
  const { language, form } = options;
  const say: Say = (key, params) => translate(language, key, params);
  const desk: Desk = { study, say, options };
  const title = `${say('report.title')}: ${study.name}`;
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(study.madeAt);
  const note = say('report.made', { date: made, revision: study.revision });
  return {
    language,
    title,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'note', text: study.fictional ? `${note} ${say('report.fictional')}` : note },
      ...textBlock(study.description),
      ...method(desk),
      { kind: 'heading', level: 1, text: say(`report.${form}.findings`) },
      ...findings(desk),
      ...displays(desk),
    ],
  };
}

/** Bab III, or Method: who was asked, from what sources, how it was analysed. */
function method({ study, say, options: { form, language } }: Desk): readonly Block[] {
  const { documents, cases, codes, quotations, coders, questions } = study;
  const variables = study.variables.filter(({ scope }) => scope === 'case').slice(0, 4);
  const titles = new Map(documents.map(({ guid, title }) => [guid, title]));
  const dates = documents.flatMap(({ date }) => (date === null ? [] : [date])).toSorted();
  const kinds = [...new Set(documents.map(({ kind }) => kind))];
  return [
    { kind: 'heading', level: 1, text: say(`report.${form}.method`) },
    ...(questions.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: say('report.questions') },
          ...questions.map(({ text }): Block => ({ kind: 'paragraph', text })),
        ] as const)),
    { kind: 'heading', level: 2, text: say('report.informants') },
    {
      kind: 'paragraph',
      text: say('report.informants.text', { cases: cases.length, documents: documents.length }),
    },
    {
      kind: 'table',
      caption: say('report.informants.table'),
      head: [
        say('report.number'),
        say('report.informant'),
        ...variables.map(({ name }) => name),
        say('report.sources'),
      ],
      rows: cases.map(({ name, values, documents: own }, place) => [
        String(place + 1),
        name,
        ...variables.map(({ guid }) => values.find(({ variable }) => variable === guid)?.value ?? '–'),
        own.map((guid) => titles.get(guid) ?? '').join('; '),
      ]),
    },
    { kind: 'heading', level: 2, text: say('report.collection') },
    {
      kind: 'paragraph',
      text: say('report.collection.text', {
        techniques: kinds.map((kind) => say(`collect.kind.${kind}`).toLocaleLowerCase(localeOf(language))).join(', '),
        from: dayIn(language, dates[0] ?? null),
        until: dayIn(language, dates.at(-1) ?? null),
      }),
    },
    {
      kind: 'table',
      caption: say('report.collection.table'),
      head: [
        say('report.number'),
        say('report.technique'),
        say('report.source'),
        say('report.informant'),
        say('report.date'),
      ],
      rows: documents.map(({ title, kind, date, case: owner }, place) => [
        String(place + 1),
        say(`collect.kind.${kind}`),
        title,
        cases.find(({ guid }) => guid === owner)?.name ?? '–',
        dayIn(language, date),
      ]),
    },
    { kind: 'heading', level: 2, text: say('report.analysis') },
    {
      kind: 'paragraph',
      text: say('report.analysis.text', {
        codes: codes.length,
        codings: quotations.length,
        memos: study.memos,
        coders: coders.length,
      }),
    },
    {
      kind: 'table',
      caption: say('report.codebook.table'),
      head: [say('report.code'), say('report.definition'), say('report.codings'), say('report.sources')],
      rows: codes.map(({ path, description, codings, documents: sources }) => [
        `${'– '.repeat(path.length - 1)}${path.at(-1) ?? ''}`,
        description,
        String(codings),
        String(sources),
      ]),
    },
  ];
}

/** Bab IV, or Findings: dimension by dimension, claim → quotation with informant and date. */
function findings(desk: Desk): readonly Block[] {
  const { study, say } = desk;
  const roots = study.codes.filter(({ parent }) => parent === null);
  const placed = new Set<Guid>();
  const sections = roots.flatMap((root): readonly Block[] => {
    const inside = new Set([root.guid, ...descendantsOf<Guid>(treeOf(study.codes), root.guid)]);
    const claims = study.claims.filter(({ dimension }) => dimension !== null && inside.has(dimension));
    const quotations = study.quotations.filter(({ code }) => inside.has(code));
    if (claims.length === 0 && quotations.length === 0) return [];
    for (const { guid } of claims) placed.add(guid);
    return [
      { kind: 'heading', level: 2, text: root.name },
      ...textBlock(root.description),
      {
        kind: 'note',
        text: say('report.dimension.counts', {
          codings: quotations.length,
          documents: new Set(quotations.map(({ document }) => document)).size,
        }),
      },
      ...claims.flatMap((claim) => claimBlocks(desk, claim)),
      ...(claims.length > 0 ? [] : withSources(desk, spread(quotations, desk.options.quotations))),
      ...study.displays
        .filter(({ details }) => isAbout(details.definition, inside))
        .flatMap(({ details, matrix }) => matrixBlocks(say, details, matrix, 3)),
    ];
  });
  const others = study.claims.filter(({ guid }) => !placed.has(guid));
  if (others.length === 0) return sections;
  return [
    ...sections,
    { kind: 'heading', level: 2, text: say('report.other-claims') },
    ...others.flatMap((claim) => claimBlocks(desk, claim)),
  ];
}

function claimBlocks(desk: Desk, claim: ReportClaim): readonly Block[] {
  const { study, say, options } = desk;
  const found = (codings: readonly Guid[] | undefined): readonly ReportQuotation[] => {
    const wanted = new Set(codings);
    return study.quotations.filter(({ guid }) => wanted.has(guid)).slice(0, options.quotations);
  };
  const against = found(study.opposing.get(claim.guid));
  const status = say(`report.status.${statusOf(claim.status)}`);
  return [
    { kind: 'claim', text: claim.statement },
    { kind: 'note', text: [status, claim.scope, claim.limits].filter((part) => part !== '').join(' · ') },
    ...textBlock(claim.argument),
    ...withSources(desk, found(study.supporting.get(claim.guid))),
    ...(against.length === 0 ? [] : [{ kind: 'note', text: say('report.opposing') } as const]),
    ...withSources(desk, against),
  ];
}

const statuses = ['hunch', 'tentative', 'supported', 'verified'] as const;

function statusOf(status: string): (typeof statuses)[number] {
  return statuses.find((each) => each === status) ?? 'hunch';
}

function displays(desk: Desk): readonly Block[] {
  const { study, say, options } = desk;
  const placed = study.codes
    .filter(({ parent }) => parent === null)
    .map(({ guid }) => new Set([guid, ...descendantsOf<Guid>(treeOf(study.codes), guid)]));
  const others = study.displays.filter(({ details }) => !placed.some((inside) => isAbout(details.definition, inside)));
  if (others.length === 0 && study.results.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: say(`report.${options.form}.displays`) },
    ...others.flatMap(({ details, matrix }) => matrixBlocks(say, details, matrix, 2)),
    ...study.results.flatMap((result) => resultBlocks(say, options.language, result)),
  ];
}

/** A display belongs to a dimension where all codes it names are of that dimension. */
function isAbout({ rows, columns }: DisplayDefinition, inside: ReadonlySet<Guid>): boolean {
  const named = [rows, columns].flatMap((axis) =>
    axis.by === 'codes'
      ? axis.ids
      : axis.by === 'items'
        ? axis.items.flatMap(({ codeId }) => (codeId === undefined ? [] : [codeId]))
        : [],
  );
  return named.length > 0 && named.every((guid) => inside.has(guid));
}

/** Quotations of different informants before further ones of the same. */
function spread(quotations: readonly ReportQuotation[], count: number): readonly ReportQuotation[] {
  const bySource = [...Map.groupBy(quotations, ({ informant, document }) => informant ?? document).values()];
  const longest = Math.max(0, ...bySource.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) => bySource.flatMap((own) => own.slice(turn, turn + 1)));
  return turns.flat().slice(0, count);
}

function withSources({ options, say }: Desk, quotations: readonly ReportQuotation[]): readonly Block[] {
  return quotations.map(({ quote, informant, document, kind, date }) => ({
    kind: 'quotation',
    text: `“${quote}”`,
    source: [
      informant ?? document,
      say(`collect.kind.${kind as 'interview'}`),
      ...(date === null ? [] : [dayIn(options.language, date)]),
    ].join(', '),
  }));
}

function dayIn(language: Language, day: string | null): string {
  if (day === null || day === '') return '–';
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function textBlock(text: string): readonly Block[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim() }];
}

function treeOf(codes: readonly CodeSummary[]) {
  return codes.map(({ guid, parent, name }) => ({ guid, parent, name }));
}
