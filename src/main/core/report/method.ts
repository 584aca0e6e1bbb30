// Bab III, or Method: what the study asks, who was chosen how, with what instrument, from what sources, how analysed.

import { localeOf } from '../../../shared/i18n/translate.ts';
import type { Block } from './blocks.ts';
import { dayIn, type Desk } from './desk.ts';

/** Bab III, or Method: who was asked, from what sources, how it was analysed. */
export function methodBlocks({ study, say, options: { form, language } }: Desk): readonly Block[] {
  const { documents, cases, codes, quotations, coders, questions, criteria, guide } = study;
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
      text: say(documents.length === 0 ? 'report.informants.planned' : 'report.informants.text', {
        cases: cases.length,
        documents: documents.length,
      }),
    },
    ...tableBlock({
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
        own.length === 0 ? '–' : own.map((guid) => titles.get(guid) ?? '').join('; '),
      ]),
      from: cases.map(({ documents: own }) => [
        ...Array.from({ length: variables.length + 2 }, () => null),
        own[0] === undefined ? null : { kind: 'document' as const, guid: own[0] },
      ]),
    }),
    ...tableBlock({
      caption: say('report.criteria.table'),
      head: [
        say('report.number'),
        say('report.criterion'),
        say('report.description'),
        say('report.wanted'),
        say('report.fulfilled'),
      ],
      rows: criteria.map(({ label, description, wanted, cases: met }, place) => [
        String(place + 1),
        label,
        description,
        String(wanted),
        met.join('; '),
      ]),
    }),
    { kind: 'heading', level: 2, text: say('report.collection') },
    {
      kind: 'paragraph',
      text:
        documents.length === 0
          ? say('report.collection.none')
          : say(dates.length === 0 ? 'report.collection.undated' : 'report.collection.text', {
              techniques: kinds
                .map((kind) => say(`collect.kind.${kind}`).toLocaleLowerCase(localeOf(language)))
                .join(', '),
              from: dayIn(language, dates[0] ?? null),
              until: dayIn(language, dates.at(-1) ?? null),
            }),
    },
    ...tableBlock({
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
      from: documents.map(({ guid }) => [null, null, { kind: 'document' as const, guid }, null, null]),
    }),
    ...tableBlock({
      caption: say('report.guide.table'),
      head: [say('report.number'), say('report.topic'), say('report.wording'), say('report.questions.short')],
      rows: guide.map(({ label, wording, serves }, place) => [String(place + 1), label, wording, serves.join(', ')]),
    }),
    { kind: 'heading', level: 2, text: say('report.analysis') },
    {
      kind: 'paragraph',
      text: say(quotations.length === 0 ? 'report.analysis.planned' : 'report.analysis.text', {
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
      from: codes.map(({ guid }) => [{ kind: 'code' as const, guid }, null, null, null]),
    },
  ];
}

/** A table without rows says nothing. */
function tableBlock(table: Omit<Extract<Block, { kind: 'table' }>, 'kind'>): readonly Block[] {
  return table.rows.length === 0 ? [] : [{ kind: 'table', ...table }];
}
