// Searching the texts of the whole study, and coding what was found.

import type { search as english } from '../en/search.ts';

export const search: Readonly<Record<keyof typeof english, string>> = {
  'cli.search': 'Mencari di semua teks; setiap temuan dicetak dengan tempatnya',
  'cli.autocode': 'Mengodekan setiap temuan pencarian dalam satu langkah yang dapat diurungkan',
  'cli.option.unit': 'satuan tempat pencarian harus terpenuhi: document, paragraph, sentence, atau coding',
  'cli.option.match-case': 'bedakan huruf besar dan kecil',
  'cli.option.ignore-marks': 'huruf dengan dan tanpa aksen dianggap sama',
  'cli.option.affixes': 'kata Indonesia dengan dan tanpa imbuhan dianggap sama',
  'cli.option.documents': 'hanya di dokumen ini',
  'cli.option.cases': 'hanya di dokumen kasus ini',
  'cli.option.kinds': 'hanya di dokumen jenis ini',
  'cli.option.speakers': 'hanya di giliran bicara penutur ini',
  'cli.option.in-codes': 'hanya di bagian teks dengan salah satu kode ini',
  'cli.option.hits': 'banyaknya temuan yang dicetak',
  'cli.option.extent': 'yang dikodekan: hit, sentence, paragraph, atau document',
  'cli.option.dry-run': 'hanya sebutkan apa yang akan dikodekan',
  'cli.not-found.case': 'Tidak ada kasus bernama “{name}”; lihat `simpul cases`.',
  'cli.done.autocode':
    '{codings} bagian teks dikodekan di {documents} dokumen; temuan: {hits}; sudah dikodekan: {already}',
  'cli.done.autocode-dry':
    '{codings} bagian teks akan dikodekan di {documents} dokumen; temuan: {hits}; sudah dikodekan: {already}',
};
