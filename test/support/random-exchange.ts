// Studies of any size with any characters, for the round trip through exchange files.

import fc from 'fast-check';
import type { Study } from '../../src/main/core/merge/study.ts';
import { emptyStudy } from '../../src/main/core/merge/study.ts';
import { guidOf } from './project.ts';

/** Letters, marks, pairs, breaks and what XML must escape; no character that XML cannot hold. */
const character = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    ' ',
    '\n',
    '\t',
    '<',
    '&',
    '>',
    '"',
    "'",
    ']]>',
    'é',
    'ß',
    '漢',
    '🙂',
    '👩🏽‍💻',
    '\u2028',
    '\u00A0',
  ),
  fc
    .string({ unit: 'binary', maxLength: 3 })
    .filter((text) => text.isWellFormed() && !/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text)),
);
const prose = fc.array(character, { maxLength: 40 }).map((parts) => parts.join(''));
const name = prose.map((text) => `N${text.replace(/[\s\u2028]+$/u, '')}.`);
const longText = fc
  .array(character, { minLength: 4, maxLength: 200 })
  .map((parts) => parts.join('').replace(/^\uFEFF+/, ''));
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

type Seeds = {
  readonly names: readonly string[];
  readonly proses: readonly string[];
  readonly texts: readonly string[];
  readonly color: string;
  readonly moment: string;
  readonly numbers: readonly number[];
};

/** Everything a project of Simpul may hold, tied together by the numbers. */
export const randomStudy: fc.Arbitrary<Study> = fc
  .record({
    names: fc.array(name, { minLength: 12, maxLength: 12 }),
    proses: fc.array(prose, { minLength: 12, maxLength: 12 }),
    texts: fc.array(longText, { minLength: 1, maxLength: 3 }),
    color,
    moment,
    numbers: fc.array(fc.nat({ max: 1_000_000 }), { minLength: 60, maxLength: 60 }),
  })
  .map(studyOf);

function studyOf({ names, proses, texts, color: shade, moment: at, numbers }: Seeds): Study {
  let next = 0;
  const number = (below: number): number => (numbers[next++ % numbers.length] ?? 0) % Math.max(1, below);
  const named = (index: number): string => names[index % names.length] ?? 'N';
  const worded = (index: number): string => proses[index % proses.length] ?? '';
  const made = { created_by: guidOf(1), created_at: at, modified_at: at };
  const documents = texts.map((text, index) => ({
    guid: guidOf(100 + index),
    title: named(index).trim() || 'T',
    description: description(worded(index)),
    text,
    kind: 'interview' as const,
    language: 'id',
    date: null,
    place: worded(index + 1),
    case: index === 0 ? guidOf(300) : null,
    original_name: '',
    ...made,
  }));
  const codes = Array.from({ length: 1 + number(6) }, (_, index) => ({
    guid: guidOf(200 + index),
    parent: index === 0 || number(2) === 0 ? null : guidOf(200),
    name: named(index),
    color: shade,
    description: description(worded(index + 2)),
    codable: 1,
    include_rule: worded(index + 3),
    exclude_rule: '',
    typical_example: worded(index + 4),
    counter_example: '',
    kind: null,
    ...made,
  }));
  const ordered = [...codes].sort((one, other) => rank(one) - rank(other));
  const range = (text: string) => {
    const edges = edgesOf(text);
    const from = number(edges.length - 1);
    const to = from + 1 + number(edges.length - from - 1);
    return { start: edges[from] ?? 0, end: edges[to] ?? text.length };
  };
  const codings = Array.from({ length: number(12) }, (_, index) => {
    const document = documents[number(documents.length)] ?? documents[0];
    if (!document) throw new Error('there is one');
    const place = range(document.text);
    return {
      guid: guidOf(400 + index),
      document: document.guid,
      code: codes[number(codes.length)]?.guid ?? guidOf(200),
      coder: number(4) === 0 ? null : guidOf(1 + number(2)),
      ...place,
      weight: number(3) === 0 ? number(101) : null,
      state: 'kept' as const,
      former_quote: null,
      created_at: at,
      modified_at: at,
    };
  });
  const first = documents[0];
  if (!first) throw new Error('there is one');
  const memos = [
    { targets: [{ kind: 'project' as const }] },
    {
      targets: [
        { kind: 'code' as const, guid: guidOf(200) },
        { kind: 'case' as const, guid: guidOf(300) },
      ],
    },
    { targets: [{ kind: 'passage' as const, guid: first.guid, ...range(first.text) }] },
    { targets: [{ kind: 'document' as const, guid: first.guid }] },
  ].map(({ targets }, index) => ({
    guid: guidOf(500 + index),
    title: worded(index + 5),
    body: worded(index + 6),
    kind: 'analytic' as const,
    ...made,
    targets,
  }));
  return {
    ...emptyStudy,
    project: {
      guid: guidOf(9),
      name: named(7),
      description: description(worded(7)),
      language: 'id',
      fictional: 0,
      created_at: at,
    },
    coders: [1, 2].map((index) => ({
      guid: guidOf(index),
      name: named(index).trim(),
      initials: 'AB',
      color: shade,
      created_at: at,
    })),
    codes: ordered,
    variables: [
      { guid: guidOf(600), name: named(8), description: '', type: 'Text', scope: 'case', choices: '[]' },
      {
        guid: guidOf(601),
        name: named(9),
        description: description(worded(9)),
        type: 'Float',
        scope: 'document',
        choices: '["1"]',
      },
    ],
    cases: [{ guid: guidOf(300), name: named(10), description: description(worded(10)) }],
    documents,
    values: [
      { variable: guidOf(600), owner: { kind: 'case', guid: guidOf(300) }, value: worded(11).trim() || 'x' },
      { variable: guidOf(601), owner: { kind: 'document', guid: first.guid }, value: '3.25' },
    ],
    codings: codings.sort((one, other) => one.document.localeCompare(other.document)),
    memos,
    favourites: [guidOf(200)],
  };
}

/** A description of nothing but space is none in the standard. */
function description(text: string): string {
  return text.trim() === '' ? '' : text;
}

function rank({ guid, parent }: { readonly guid: string; readonly parent: string | null }): number {
  const own = Number.parseInt(guid.slice(-4), 16);
  // The root's children follow it at once.
  return parent === null ? (own === 200 ? 0 : 1000 + own) : 1 + own - 200;
}

/** Offsets between whole characters. */
function edgesOf(text: string): readonly number[] {
  const edges = [0];
  for (const each of text) edges.push((edges.at(-1) ?? 0) + each.length);
  return edges;
}
