// Cells of the grids, the clipboard's form of them, the documents list and the data accounting log: pure.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsBetween, checkCell, type Grid, planPaste } from '../../../../src/renderer/features/cases/grid-model.ts';
import { parseTsv, toTsv } from '../../../../src/renderer/features/cases/tsv.ts';
import { accountingOf } from '../../../../src/renderer/features/collect/accounting.ts';
import { arranged } from '../../../../src/renderer/features/collect/document-order.ts';
import { filterMemos, everyMemo } from '../../../../src/renderer/features/memos/memo-filter.ts';
import type { Variable, VariableType } from '../../../../src/shared/contract/cases.ts';
import type { DocumentSummary } from '../../../../src/shared/contract/documents.ts';
import type { Memo } from '../../../../src/shared/contract/memos.ts';
import { guidOf } from '../../../support/project.ts';

describe('cells on the clipboard', () => {
  test.each([
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"satu\ndua"\t"kata ""kutip"""', [['satu\ndua', 'kata "kutip"']]],
    ['"tak ditutup\tb', [['"tak ditutup', 'b']]],
    ['"a"b\tc', [['"a"b', 'c']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', [['']]],
    ['\t\t', [['', '', '']]],
  ])('%j', (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  test('what is written is read back, whatever is in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', ' ', 'é', '😀'), maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(cell, { minLength: 1, maxLength: 12 }), (width, all) => {
        const rows = Array.from({ length: Math.ceil(all.length / width) }, (_, row) =>
          Array.from({ length: width }, (_empty, column) => all[row * width + column] ?? ''),
        );
        // A last line without anything in it is what spreadsheets add: as the only column it cannot be told apart.
        fc.pre(width > 1 || rows.at(-1)?.[0] !== '');
        expect(parseTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });
});

const variable = (number: number, type: VariableType, choices: readonly string[] = []): Variable => ({
  guid: guidOf(number),
  name: `V${number}`,
  description: '',
  type,
  scope: 'document',
  choices: [...choices],
  position: number,
  values: 0,
});

const row = { guid: guidOf(100), name: 'Wawancara' };
const [text, number, date] = [variable(1, 'Text', ['Primer', 'Sekunder']), variable(2, 'Integer'), variable(3, 'Date')];
const grid: Grid = {
  rows: [row, { guid: guidOf(101), name: 'Observasi' }],
  columns: [
    { kind: 'name' },
    { kind: 'case', cases: [{ guid: guidOf(200), name: 'Bambang' }] },
    { kind: 'variable', variable: text },
    { kind: 'variable', variable: number },
    { kind: 'variable', variable: date },
  ],
  textOf: ({ name }, column) =>
    column.kind === 'name' ? name : column.kind === 'variable' && column.variable === number ? '65' : '',
};
const column = (index: number) => {
  const found = grid.columns[index];
  if (!found) throw new RangeError();
  return found;
};

describe('cells of the grid', () => {
  test.each([
    [0, 'Wawancara 1', { kind: 'name', guid: row.guid, name: 'Wawancara 1' }],
    [1, 'bambang', { kind: 'case', documentId: row.guid, caseId: guidOf(200) }],
    [2, 'primer', { kind: 'value', targetId: row.guid, variableId: text.guid, value: 'Primer' }],
    [2, 'Tersier', { kind: 'value', targetId: row.guid, variableId: text.guid, value: 'Tersier' }],
    [3, ' 070 ', { kind: 'value', targetId: row.guid, variableId: number.guid, value: '70' }],
    [3, '', { kind: 'value', targetId: row.guid, variableId: number.guid, value: null }],
  ] as const)('column %i takes %j', (index, raw, change) => {
    expect(checkCell(grid, row, column(index), raw)).toEqual({ kind: 'change', change });
  });

  test.each([
    [0, ' '],
    [1, 'Siti'],
    [3, 'enam'],
    [3, '1.5'],
    [4, '31/03/2026'],
    [4, '2026-02-30'],
  ])('column %i refuses %j', (index, raw) => {
    expect(checkCell(grid, row, column(index), raw)).toMatchObject({ kind: 'refused', refused: { raw } });
  });

  test('the same value again is no change', () => {
    expect(checkCell(grid, row, column(3), '65')).toEqual({ kind: 'same' });
    expect(checkCell(grid, row, column(3), '+65')).toEqual({ kind: 'same' });
    expect(checkCell(grid, row, column(1), '')).toEqual({ kind: 'same' });
  });

  test('a paste sets, refuses and counts what lies outside', () => {
    const plan = planPaste(grid, { row: 1, column: 3 }, [
      ['70', '2026-03-31', 'lebih'],
      ['', '', ''],
      ['1', '', ''],
    ]);
    expect(plan.changes).toHaveLength(2);
    expect(plan.refused).toEqual([]);
    expect(plan.outside).toBe(2);
  });

  test('a stretch reads the same from either corner', () => {
    const cells = [
      ['Wawancara', ''],
      ['Observasi', ''],
    ];
    expect(cellsBetween(grid, { row: 0, column: 0 }, { row: 1, column: 1 })).toEqual(cells);
    expect(cellsBetween(grid, { row: 1, column: 1 }, { row: 0, column: 0 })).toEqual(cells);
  });
});

const document = (position: number, change: Partial<DocumentSummary> = {}): DocumentSummary => ({
  guid: guidOf(300 + position),
  title: `Dokumen ${position}`,
  description: '',
  kind: 'interview',
  characters: 0,
  codings: 0,
  case: null,
  language: 'id',
  date: null,
  place: '',
  position,
  memos: 0,
  toReview: 0,
  createdAt: '',
  modifiedAt: '',
  ...change,
});

describe('documents', () => {
  const documents = [
    document(0, { title: 'Wawancara 10', date: '2025-06-11', codings: 3 }),
    document(1, { title: 'Wawancara 2', case: guidOf(200), codings: 9 }),
    document(2, { title: 'Observasi', date: '2024-11-19', place: 'Bappeda', codings: 3 }),
  ];
  const names = new Map([[guidOf(200), 'Bambang']]);
  const order = (sort: Parameters<typeof arranged>[2], filter = '') =>
    arranged(documents, names, sort, filter, 'id-ID').map(({ position }) => position);

  test('numbers in titles sort by value, what is unknown comes last, equal ones keep their order', () => {
    expect(order('own')).toEqual([0, 1, 2]);
    expect(order('title')).toEqual([2, 1, 0]);
    expect(order('date')).toEqual([2, 0, 1]);
    expect(order('case')).toEqual([1, 0, 2]);
    expect(order('codings')).toEqual([1, 0, 2]);
  });

  test('title, case, place and date are searched', () => {
    expect(order('own', 'bambang')).toEqual([1]);
    expect(order('own', 'bappeda')).toEqual([2]);
    expect(order('own', '2025')).toEqual([0]);
  });

  test('the log counts gaps per column and names cases without a document (R-03)', () => {
    const cases = [
      { guid: guidOf(200), name: 'Bambang', documents: [guidOf(301)] },
      { guid: guidOf(201), name: 'Nurul', documents: [] },
    ].map((each, position) => ({ ...each, description: '', position, codings: 0, memos: 0, values: [] }));
    const log = accountingOf(
      documents,
      cases,
      [text, { ...number, scope: 'case' }],
      [{ document: guidOf(300), variable: text.guid, value: 'Primer' }],
      ({ kind }) => kind,
    );
    expect(log.columns.map(({ id }) => id)).toEqual(['case', 'kind', 'date', 'place', text.guid, 'coded']);
    expect(log.gaps).toEqual([2, 0, 1, 2, 2, 0]);
    expect(log.casesWithoutDocuments.map(({ name }) => name)).toEqual(['Nurul']);
    expect(log.rows[0]?.cells).toEqual([null, 'interview', '2025-06-11', null, 'Primer', '3']);
  });
});

test('memos are found by every word, by kind and by what they are about', () => {
  const memo = (index: number, change: Partial<Memo>): Memo => ({
    guid: guidOf(400 + index),
    title: '',
    body: '',
    kind: 'analytic',
    author: null,
    createdAt: '',
    modifiedAt: '',
    targets: [{ kind: 'project' }],
    ...change,
  });
  const memos = [
    memo(0, { title: 'Peralihan bupati', kind: 'theoretical' }),
    memo(1, { body: 'bupati baru, aplikasi baru', targets: [{ kind: 'code', guid: guidOf(1) }] }),
  ];
  const find = (filter: Partial<typeof everyMemo>) =>
    filterMemos(memos, { ...everyMemo, ...filter }, ({ kind }) => (kind === 'code' ? 'Ego sektoral' : '')).map(
      ({ guid }) => guid,
    );
  expect(find({})).toHaveLength(2);
  expect(find({ text: 'bupati aplikasi' })).toEqual([guidOf(401)]);
  expect(find({ text: 'ego' })).toEqual([guidOf(401)]);
  expect(find({ kind: 'theoretical' })).toEqual([guidOf(400)]);
  expect(find({ about: 'code' })).toEqual([guidOf(401)]);
  expect(find({ about: 'coder' })).toEqual([]);
});
