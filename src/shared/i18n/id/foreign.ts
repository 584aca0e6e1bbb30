// Yang dibaca orang ketika proyek QualCoder, RQDA, atau Taguette diimpor. Satu kunci untuk setiap kode di `src/main/core/foreign/model.ts`.

export const foreign = {
  'foreign.note.places-mended': 'Koding yang letaknya salah dalam berkas, dipindahkan ke kata-katanya: {count}.',
  'foreign.note.codings-without-place':
    'Koding yang tidak diimpor karena letak maupun kata-katanya tidak ada dalam teks: {count}.',
  'foreign.note.codings-of-nothing':
    'Koding yang tidak diimpor karena dokumen atau kodenya tidak ada dalam berkas: {count}.',
  'foreign.note.codings-double': 'Koding yang tercatat dua kali dalam berkas, disimpan sekali: {count}.',
  'foreign.note.deleted-left-out': 'Hal yang sudah dihapus di RQDA, tidak diimpor: {count}.',
  'foreign.note.documents-without-text': 'Sumber tanpa teks, tidak diimpor: {count}.',
  'foreign.note.media-left-out': 'Gambar, rekaman, dan film, tidak diimpor: {count}.',
  'foreign.note.picture-codings-left-out': 'Bagian gambar dan halaman yang diberi koding, tidak diimpor: {count}.',
  'foreign.note.recording-codings-left-out': 'Bagian rekaman dan film yang diberi koding, tidak diimpor: {count}.',
  'foreign.note.further-cases-left-out':
    'Dokumen memiliki satu kasus di Simpul. Tautan ke kasus lainnya, tidak diimpor: {count}.',
  'foreign.note.values-left-out':
    'Nilai variabel yang tidak diimpor karena pemiliknya tidak ada dalam berkas atau tipenya lain: {count}.',
  'foreign.note.marks-left-out': 'Tanda tanpa kode atau tanda penting, tidak diimpor: {count}.',
  'foreign.note.graphs-left-out': 'Grafik yang digambar, tidak diimpor: {count}.',
  'foreign.note.file-folders-left-out': 'Folder berkas, tidak diimpor: {count}.',
  'foreign.note.codes-joined': 'Kode bernama sama di tempat yang sama, digabung: {count}.',
  'foreign.note.several-projects':
    'Berkas ini memuat {count} proyek; kode setiap proyek berada di bawah kode bernama proyek itu.',
} as const satisfies Record<string, string>;
