// Projects of 3, 30 and 200 codes for looking at charts: some names of 80 characters, colours of every hue, a variable
// with few values and long ones, a question that was asked. What is hard to draw is in all of them.

import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { generatedProject, type ProjectSize } from '../support/generated-project.ts';
import { ask } from './served.ts';

const names = [
  'Kepemimpinan',
  'Kapasitas aparatur daerah dalam mengelola layanan daring yang dipakai banyak dinas',
  'Anggaran',
  'Kolaborasi antardinas',
  'Berbagi data',
  'Keterlibatan warga dari wilayah yang jauh dari pusat pemerintahan kabupaten sendiri',
  'Belajar dari kegagalan',
  'SPBE',
];
const colors = ['#3366aa', '#b5533c', '#4d8a4a', '#8a5aa8', '#b58b1e', '#2f8f91', '#a63f6b', '#6b7280', '#e8d44d'];
const values = [
  'ASN',
  'Warga',
  'Pejabat struktural di lingkungan pemerintah kabupaten dan kecamatan',
  'Swasta',
  'Akademisi',
];

const sizes: Readonly<Record<3 | 30 | 200, ProjectSize>> = {
  3: { seed: 31, documents: 4, characters: 3_000, codes: 3, codings: 40, cases: 4, coders: 2 },
  30: { seed: 32, documents: 12, characters: 6_000, codes: 30, codings: 500, cases: 8, coders: 2 },
  200: { seed: 33, documents: 30, characters: 12_000, codes: 200, codings: 5_000, cases: 24, coders: 2 },
};

export type ChartSize = keyof typeof sizes;

/** @returns the path of a project of its own */
export async function chartProject(codes: ChartSize): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'simpul-charts-')), 'study.simpul');
  copyFileSync(await generatedProject(sizes[codes]), path);
  return path;
}

/** Names, colours and a variable, through the commands of the program. */
export async function dressCharts(page: Page): Promise<void> {
  const codes = await ask(page, 'codes.list', {});
  for (const [index, { guid }] of codes.entries()) {
    const name = names[index % names.length] ?? '';
    const round = Math.floor(index / names.length);
    await ask(page, 'codes.update', {
      codeId: guid,
      name: round === 0 ? name : `${name.slice(0, 76)} ${round + 1}`,
      color: colors[index % colors.length] ?? '#3366aa',
    });
  }
  const { guid: variableId } = await ask(page, 'variables.create', {
    name: 'Peran informan',
    type: 'Text',
    scope: 'case',
    choices: values,
  });
  const cases = await ask(page, 'cases.list', {});
  await ask(page, 'variables.setValues', {
    values: cases.map(({ guid }, index) => ({
      variableId,
      targetId: guid,
      value: values[index % values.length] ?? null,
    })),
  });
  const { guid: questionId } = await ask(page, 'guide.create', {
    label: 'Hambatan',
    wording: 'Apa saja yang menghambat pekerjaan Bapak atau Ibu ketika layanan dipindahkan ke sistem daring?',
  });
  const documents = await ask(page, 'documents.list', {});
  const items = documents.slice(0, 8).map(({ guid }) => ({ questionId, documentId: guid, start: 0, end: 40 }));
  await ask(page, 'guide.mark', { items });
}
