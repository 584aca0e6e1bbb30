// Texts and codings to show.

import type { EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import type { EditorCode } from '../../../src/renderer/editor/highlights.ts';

const sentences = [
  'Layanan publik di kabupaten ini berubah sejak aplikasi dipakai.',
  'Warga yang tinggal jauh dari kantor merasa terbantu, tetapi sinyal sering hilang.',
  'Kami mencoba, gagal, lalu mencoba lagi dengan cara yang lebih kecil.',
  'Anggaran datang terlambat sehingga pelatihan ditunda.',
  'Setiap pagi tim berkumpul lima belas menit untuk membagi pekerjaan.',
  'Tidak semua dinas mau berbagi data 😀 dengan dinas lain.',
];

/** Speaker turns of 120 to 480 characters, one in thirty with a soft break. */
export function longText(length: number): string {
  const lines: string[] = [];
  let size = 0;
  const next = randomNumbers(7);
  while (size < length) {
    const speaker = lines.length % 2 === 0 ? 'Pewawancara: ' : 'Informan: ';
    const count = 2 + Math.floor(next() * 5);
    const words = Array.from({ length: count }, () => sentences[Math.floor(next() * sentences.length)] ?? '');
    const line = speaker + words.join(lines.length % 30 === 29 ? '\u2028' : ' ');
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
}

export function someCodes(count: number): readonly EditorCode[] {
  const colors = ['#3b6ea5', '#b5533c', '#4d8a4a', '#8a5aa8', '#b58b1e', '#2f8f91', '#a63f6b', '#6b7280'];
  return Array.from({ length: count }, (_, index) => ({
    id: `code-${index}`,
    name:
      index === 2
        ? 'Kapasitas aparatur daerah dalam mengelola layanan daring yang dipakai banyak dinas'
        : `Kode ${index}`,
    color: colors[index % colors.length] ?? '#3b6ea5',
  }));
}

/** Codings around 140 characters; every fifth lies over the one before it. */
export function randomCodings(text: string, codes: readonly EditorCode[], count: number): readonly EditorCoding[] {
  const next = randomNumbers(11);
  let last = 0;
  return Array.from({ length: count }, (_, index) => {
    const start = index % 5 === 4 ? last + 20 : Math.floor(next() * (text.length - 600));
    last = start;
    const end = start + 40 + Math.floor(next() * 200);
    return { id: `coding-${index}`, code: codes[index % codes.length]?.id ?? '', start, end, state: 'kept' as const };
  });
}

/** The same numbers each time (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
