// Simpulan, triangulasi, dan keabsahan data: kalimat inti dan baris perintah.

export const claims = {
  'object.proposition': 'simpulan',
  'object.evidence': 'bukti',
  'object.check': 'catatan taktik',
  'object.verdict': 'putusan',
  'object.cell': 'sel',
  'object.passage': 'petikan',
  'object.research-question': 'rumusan masalah',

  'error.proposition-circle':
    'Simpulan tidak dapat bertumpu pada dirinya sendiri, langsung atau melalui simpulan lain; pilih bukti lain.',
  'error.proposition-not-verified':
    'Sebelum terverifikasi, simpulan memerlukan kutipan pendukung, putusan triangulasi, dan pencarian kasus negatif; lengkapi, atau tuliskan alasan mengapa terverifikasi tanpa itu.',

  'history.proposition.created': 'Simpulan “{statement}” dirumuskan',
  'history.proposition.changed': 'Simpulan “{statement}” diubah',
  'history.proposition.moved': 'Simpulan “{statement}” dipindahkan',
  'history.proposition.deleted': 'Simpulan “{statement}” dihapus (semuanya {count})',
  'history.proposition.evidence': 'Bukti bagi “{statement}” ditimbang',
  'history.proposition.detached': 'Bukti dilepas dari “{statement}”',
  'history.proposition.confirmed': 'Bukti bagi “{statement}” dinilai ulang',
  'history.proposition.checked': 'Taktik diterapkan pada “{statement}”',
  'history.proposition.unchecked': 'Catatan taktik dilepas dari “{statement}”',
  'history.triangulation.described': 'Makna sel bagi “{subject}” ditulis',
  'history.triangulation.judged': 'Putusan atas “{subject}” diberikan',
  'history.triangulation.retracted': 'Putusan ditarik kembali ({count})',

  'check.evidence': 'Isi yang dinilai pada bukti bagi “{statement}” tidak terbaca.',
  'check.verdict': 'Perbandingan pada putusan atau makna triangulasi tidak terbaca: {comparison}.',

  'triangulation.none': 'Tidak satu pun',

  'claims.sheet.title': 'Lembar tanggapan – {project}',
  'claims.sheet.text':
    'Berikut simpulan yang ditarik dari keterangan Anda dan informan lain. Mohon nyatakan apakah sudah tepat dan apa yang kurang.',
  'claims.sheet.name': 'Nama:',
  'claims.sheet.date': 'Tanggal:',
  'claims.sheet.right': 'Apakah ini tepat?',
  'claims.sheet.yes': 'ya',
  'claims.sheet.partly': 'sebagian',
  'claims.sheet.no': 'tidak',
  'claims.sheet.why': 'Apa yang kurang atau berbeda?',

  'cli.propositions': 'menampilkan simpulan dengan status, bukti, dan apa yang berubah di bawahnya',
  'cli.triangulation': 'mencetak matriks triangulasi',
  'cli.option.by': 'apa yang menjadi kolom',
  'cli.option.by-variable': 'variabel yang nilainya dibandingkan (dengan --by group)',
  'cli.usage.needs-variable': 'Sebutkan dengan --variable nilai mana yang dibandingkan.',
  'cli.option.rows': 'apa yang menjadi baris',
} as const;
