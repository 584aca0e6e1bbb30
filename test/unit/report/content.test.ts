// dimension → claim → quotation with informant and date → display, in the researcher's words.

import { describe, expect, test } from 'vitest';
import type { CodeSummary } from '../../../src/shared/contract/codes.ts';
import type { Evidence, Proposition } from '../../../src/shared/contract/propositions.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import type { Block } from '../../../src/main/core/report/blocks.ts';
import { reportOf } from '../../../src/main/core/report/content.ts';
import type { ReportStudy } from '../../../src/main/core/report/desk.ts';
import { reportHtml } from '../../../src/main/core/report/report-html.ts';
import { guidOf } from '../../support/project.ts';

const code = (place: number, name: string, parent: Guid | null = null): CodeSummary => ({
  guid: guidOf(place),
  parent,
  position: 0,
  name,
  path: [name],
  color: '#123456',
  description: '',
  include: '',
  exclude: '',
  typicalExample: '',
  counterExample: '',
  kind: null,
  codable: true,
  codings: 1,
  documents: 1,
  memos: 0,
});
const quotation = (place: number, of: Guid, quote: string, informant: string) => ({
  guid: guidOf(100 + place),
  quote,
  code: of,
  documentId: guidOf(200 + place),
  start: 0,
  end: quote.length,
  document: `Wawancara ${place}`,
  kind: 'interview',
  date: '2025-06-11',
  informant,
});

const evidence = (side: Evidence['side'], target: Guid): Evidence => ({
  guid: guidOf(60),
  side,
  kind: 'coding',
  target,
  strength: null,
  note: '',
  mark: 'sound',
  title: '',
  words: '',
  judgedWords: null,
  document: null,
  start: null,
  end: null,
  code: null,
  case: null,
  cell: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});
const proposition = (statement: string, status: Proposition['status']): Proposition => ({
  guid: guidOf(50),
  statement,
  argument: 'Dua sumber.',
  scope: 'Dinas',
  limits: '',
  status,
  confidence: null,
  overrideReason: '',
  memo: null,
  author: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  modifiedAt: '2026-01-01T00:00:00.000Z',
  dimension: guidOf(2),
  question: null,
  evidence: [evidence('supports', guidOf(101)), evidence('opposes', guidOf(104))],
  checks: [],
  verdicts: [],
  verdictCount: 0,
  mark: null,
  missing: [],
});

const inovasi = code(1, 'Inovasi');
const nilai = code(2, 'Nilai', inovasi.guid);
const egaliter = code(3, 'Egaliter');
const study: ReportStudy = {
  name: 'Studi',
  description: '',
  fictional: false,
  revision: 7,
  madeAt: new Date('2026-01-02T00:00:00Z'),
  documents: [],
  cases: [],
  variables: [],
  codes: [inovasi, nilai, egaliter],
  coders: ['Peneliti'],
  memos: 0,
  questions: [],
  criteria: [],
  guide: [],
  quotations: [
    quotation(1, nilai.guid, 'Dulu tiga loket', 'Bambang'),
    quotation(2, nilai.guid, 'Sekarang satu', 'Bambang'),
    quotation(3, inovasi.guid, 'Warga senang', 'Nurul'),
    quotation(4, egaliter.guid, 'Semua boleh <bicara>', 'Sugeng'),
  ],
  propositions: [proposition('Inovasi memotong loket.', 'verified')],
  displays: [],
  networks: [],
  results: [],
};

const wordsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'table' || block.kind === 'picture' ? [] : [block.text]));

describe('Bab IV', () => {
  const { blocks } = reportOf(study, { form: 'thesis', language: 'id', quotations: 2 });
  const words = wordsOf(blocks);

  test('a claim stands in its dimension, followed by what carries it and what speaks against it', () => {
    const from = words.findIndex((each) => each.endsWith('Inovasi'));
    expect(words.slice(from)).toEqual([
      expect.stringMatching(/Inovasi$/),
      '3 koding dalam 3 sumber.',
      'Inovasi memotong loket.',
      'terverifikasi · Dinas',
      'Dua sumber.',
      '“Dulu tiga loket”',
      'Bukti yang berlawanan:',
      '“Semua boleh <bicara>”',
      expect.stringMatching(/Egaliter$/),
      '1 koding dalam 1 sumber.',
      '“Semua boleh <bicara>”',
    ]);
  });

  test('each quotation says who said it and when', () => {
    const sources = blocks.flatMap((block) => (block.kind === 'quotation' ? [block.source] : []));
    expect(sources[0]).toBe('Bambang, Wawancara, 11 Juni 2025');
  });

  test('without a claim, different informants speak before one speaks twice', () => {
    const { blocks: open } = reportOf(
      { ...study, propositions: [] },
      { form: 'thesis', language: 'id', quotations: 2 },
    );
    expect(wordsOf(open).filter((each) => each.startsWith('“'))).toEqual([
      '“Dulu tiga loket”',
      '“Warga senang”',
      '“Semua boleh <bicara>”',
    ]);
  });

  test('a claim of no dimension is not lost', () => {
    const propositions = study.propositions.map((claim) => ({ ...claim, dimension: null }));
    const { blocks: others } = reportOf({ ...study, propositions }, { form: 'thesis', language: 'id', quotations: 2 });
    expect(wordsOf(others)).toContain('Inovasi memotong loket.');
  });
});

describe('both orders in both languages', () => {
  test.each([
    ['thesis', 'id', 'BAB III METODE PENELITIAN'],
    ['thesis', 'en', 'Chapter III: Method'],
    ['article', 'id', 'Metode'],
    ['article', 'en', 'Method'],
  ] as const)('%s, %s', (form, language, heading) => {
    const { blocks } = reportOf(study, { form, language, quotations: 3 });
    expect(wordsOf(blocks)).toContain(heading);
    expect(wordsOf(blocks).filter((each) => /^report\.|\{/.test(each))).toEqual([]);
  });

  test('words of the study are never markup', () => {
    const html = reportHtml(reportOf(study, { form: 'article', language: 'en', quotations: 3 }));
    expect(html).toContain('Semua boleh &lt;bicara&gt;');
    expect(html).not.toContain('<bicara>');
  });
});
