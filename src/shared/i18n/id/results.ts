// Hasil analisis yang disimpan.

export const results = {
  'history.result.saved': 'Hasil “{name}” disimpan',
  'history.result.renewed': 'Hasil “{name}” dihitung ulang dan disimpan',
  'history.result.changed': 'Hasil “{name}” diubah',
  'history.result.removed': 'Hasil “{name}” dihapus',

  'cli.results': 'Hasil analisis yang disimpan',
  'cli.results.list': 'Daftar hasil yang disimpan',
  'cli.results.run': 'Hitung ulang hasil yang disimpan dan bandingkan dengan keadaan terakhirnya',
  'cli.results.save': 'Jalankan analisis dan simpan jawabannya',
  'cli.option.method': 'analisis, misalnya analysis.frequency',
  'cli.option.input': 'masukannya sebagai JSON, seperti pada `simpul contract`',
  'cli.option.comment': 'catatan tentang hasil itu',
  'cli.done.result-same': 'Sama dengan saat disimpan (revisi {revision}).',
  'cli.done.result-changed': '{n} angka berbeda dari revisi {revision}.',
  'cli.not-found.result': 'Tidak ada hasil tersimpan bernama “{name}”; lihat `simpul results list`.',
  'cli.usage.json': 'Nilai {name} bukan JSON.',
} as const;
