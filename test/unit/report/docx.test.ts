// What a printed page asks for: nothing that announces stands alone at the foot of a page, nothing that
// closes a part is pulled to the next one, and a box to write in is whole.

import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/main/core/report/blocks.ts';
import { reportDocx } from '../../../src/main/core/report/report-docx.ts';

async function xmlOf(blocks: readonly Block[]): Promise<string> {
  const parts = unzipSync(await reportDocx({ language: 'id', title: 'T', blocks }));
  expect(Object.keys(parts)).toContain('word/footer1.xml');
  expect(new TextDecoder().decode(parts['word/footer1.xml'])).toContain('PAGE');
  return new TextDecoder().decode(parts['word/document.xml']);
}

/** Whether the paragraph with these words stays with what follows it. */
function isKept(xml: string, words: string): boolean {
  const paragraph = xml.split('<w:p>').find((each) => each.includes(`>${words}<`));
  expect(paragraph).toBeDefined();
  return (paragraph ?? '').includes('<w:keepNext/>');
}

test('a count stays with the claim it announces, what closes a part does not', async () => {
  const xml = await xmlOf([
    { kind: 'heading', level: 2, text: '4.1 Inovasi' },
    { kind: 'paragraph', text: 'Definisi' },
    { kind: 'note', text: '3 koding' },
    { kind: 'claim', text: 'Simpulan' },
    { kind: 'note', text: 'Triangulasi' },
    { kind: 'heading', level: 2, text: '4.2 Manajer' },
    { kind: 'note', text: 'Belum ada' },
  ]);
  expect(
    ['4.1 Inovasi', 'Definisi', '3 koding', 'Simpulan', 'Triangulasi', 'Belum ada'].map((words) => isKept(xml, words)),
  ).toEqual([true, true, true, true, false, false]);
});

test('a small table is whole, a tall one may go on', async () => {
  const tableOf = (count: number): Block => ({
    kind: 'table',
    caption: 'Tabel',
    head: ['Baris', 'Kolom'],
    rows: Array.from({ length: count }, (_, row) => [`r${row}`, 'Isi']),
  });
  const small = await xmlOf([tableOf(3)]);
  expect(['Baris', 'r0', 'r1', 'r2'].map((words) => isKept(small, words))).toEqual([true, true, true, false]);
  expect(isKept(await xmlOf([tableOf(60)]), 'r0')).toBe(false);
});

test('beside columns to write in, the heads of the rows have room for their words', async () => {
  const head = ['Baris', 'Inovasi', 'Manajer', 'Egaliter'];
  const rows = [['Kepala Bidang Statistik dan Persandian', '', '', '']];
  const xml = await xmlOf([{ kind: 'table', caption: '', head, rows }]);
  const [first = 0, ...others] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(others).toHaveLength(3);
  expect(first).toBeGreaterThan(Math.min(...others));
});
