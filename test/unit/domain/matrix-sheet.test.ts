// SWOT and TOWS as quadrants with the count of sources behind each bullet.

import { expect, test } from 'vitest';
import { bulletWords, sheetOf } from '../../../src/shared/domain/matrix-sheet.ts';

const side = (label: string, group: string | null, codings = 0, documents = 0) => ({
  label,
  group,
  codings,
  documents,
});
const cell = (row: number, column: number, text = '', rating = '') => ({
  row,
  column,
  codings: 2,
  documents: 1,
  text,
  rating,
});

test('SWOT: a quadrant for each heading, a bullet for each row, its cells by source', () => {
  const rows = [side('Pegawai muda', 'Kekuatan', 5, 3), side('Anggaran', 'Kelemahan'), side('Aplikasi', 'Kekuatan')];
  const columns = [side('Wawancara', null), side('Dokumen', null)];
  const sheet = sheetOf('swot', { rows, columns, cells: [cell(0, 1, 'Cakap', '+'), cell(0, 0)] });
  expect(sheet.map(({ title, bullets }) => [title, bullets.map(({ label }) => label)])).toEqual([
    ['Kekuatan', ['Pegawai muda', 'Aplikasi']],
    ['Kelemahan', ['Anggaran']],
  ]);
  const [young, app] = sheet[0]?.bullets ?? [];
  expect(young).toMatchObject({ codings: 5, documents: 3, row: 0, column: 0 });
  expect(young?.parts.map(({ label }) => label)).toEqual(['Wawancara', 'Dokumen']);
  expect(young && bulletWords(young)).toEqual(['Dokumen: + Cakap']);
  expect(app).toMatchObject({ row: 2, column: 0, parts: [] });
});

test('TOWS: each heading of rows meets each of columns; a heading alone needs no second name', () => {
  const rows = [side('Peluang', 'Peluang'), side('Ancaman', 'Ancaman')];
  const columns = [side('Kekuatan', 'Kekuatan'), side('Kelemahan', 'Kelemahan')];
  const sheet = sheetOf('tows', { rows, columns, cells: [cell(1, 0, 'Pakai pegawai muda melawan pemotongan')] });
  expect(sheet.map(({ title }) => title)).toEqual([
    'Kekuatan × Peluang',
    'Kelemahan × Peluang',
    'Kekuatan × Ancaman',
    'Kelemahan × Ancaman',
  ]);
  const [strategy] = sheet[2]?.bullets ?? [];
  expect(strategy).toMatchObject({ label: '', codings: 2, documents: 1, row: 1, column: 0 });
  expect(strategy && bulletWords(strategy)).toEqual(['Pakai pegawai muda melawan pemotongan']);
});

test('bullets under TOWS headings pair with each other', () => {
  const rows = [side('Pasar', 'Peluang'), side('Aturan', 'Peluang')];
  const sheet = sheetOf('tows', { rows, columns: [side('Tim', 'Kekuatan')], cells: [] });
  expect(sheet[0]?.bullets.map(({ label }) => label)).toEqual(['Tim × Pasar', 'Tim × Aturan']);
});
