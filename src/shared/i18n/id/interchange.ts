// Pertukaran dengan program lain.

export const interchange = {
  'error.merge-forgotten': 'Berkas ini sudah tidak siap. Pilih lagi.',
  'error.merge-removes-much':
    'Penggabungan ini akan menghapus {count} koding. Lihat rencananya lalu konfirmasi, atau gabungkan tanpa menghapus.',
  'history.interchange.merged': 'Digabungkan dari {file}',
  'interchange.report.change': '{kind}: {added} ditambahkan, {changed} diubah, {unchanged} tetap, {removed} dihapus',
  'interchange.note.element-unknown': 'Elemen yang tidak ada dalam standar, dilewati: {count}.',
  'interchange.note.value-unreadable': 'Nilai yang tidak dapat dibaca, dilewati: {count}.',
  'interchange.note.guid-replaced': 'Pengenal yang bukan GUID, diganti: {count}.',
  'interchange.note.guid-repeated':
    'Objek dengan pengenal milik objek lain, diberi pengenal sendiri: {count}. Tidak ada yang digabungkan.',
  'interchange.note.guid-missing': 'Objek tanpa pengenal, diberi pengenal: {count}.',
  'interchange.note.name-missing': 'Objek tanpa nama, diberi nama: {count}.',
  'interchange.note.color-unreadable': 'Warna yang tidak dapat dibaca, diganti: {count}.',
  'interchange.note.date-without-zone': 'Tanggal tanpa zona waktu, dianggap waktu universal: {count}.',
  'interchange.note.reference-dangling': 'Rujukan ke objek yang tidak ada dalam berkas, dilewati: {count}.',
  'interchange.note.coder-unknown':
    'Pengode yang tidak terdaftar dalam berkas, disimpan sebagai “Unknown coder”: {count}.',
  'interchange.note.code-unknown': 'Kode yang tidak ada dalam buku kode, disimpan sebagai “Unknown code”: {count}.',
  'interchange.note.line-ends-counted-as-two':
    'Teks yang akhir barisnya dihitung dua karakter, menurut seleksinya: {count}.',
  'interchange.note.mark-counted': 'Teks yang tanda urutan bitanya dihitung sebagai karakter: {count}.',
  'interchange.note.positions-in-utf16': 'Teks yang posisinya menghitung satuan UTF-16: {count}.',
  'interchange.note.position-repaired': 'Seleksi di luar teks atau terbalik, dibetulkan: {count}. Periksalah.',
  'interchange.note.position-unreadable':
    'Seleksi tanpa posisi yang terbaca, disimpan beserta kodingnya tetapi tidak ditampilkan: {count}.',
  'interchange.note.quote-differs': 'Seleksi yang kata-katanya berbeda dari kutipan dalam berkas: {count}. Periksalah.',
  'interchange.note.text-not-utf-8': 'Teks yang bukan UTF-8, dibaca sebagai Windows-1252: {count}.',
  'interchange.note.characters-replaced': 'Karakter yang tidak dapat disimpan, diganti satu per satu: {count}.',
  'interchange.note.transcript-twice': 'Transkrip yang juga ada sebagai teks, ditampilkan sekali: {count}.',
  'interchange.note.source-file-missing':
    'Berkas yang disebut proyek tetapi tidak ada di dalamnya: {count}. Keterangannya disimpan.',
  'interchange.note.source-path-refused': 'Jalur yang keluar dari berkas, tidak diikuti: {count}.',
  'interchange.note.file-not-referenced': 'Berkas di dalamnya yang tidak dirujuk, dilewati: {count}.',
  'interchange.note.kept-source':
    'Gambar, rekaman, film, dan teks tanpa kata, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-region':
    'Area halaman dan gambar serta bagian rekaman, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-coding':
    'Koding seluruh sumber atau tempat tanpa kata, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-set': 'Himpunan, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-graph': 'Graf, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-link':
    'Tautan antarhal yang tidak dapat ditautkan Simpul, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-value':
    'Nilai yang tidak sesuai tipe variabelnya, disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-note':
    'Catatan dengan koding atau nilai sendiri, yang disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.kept-formatting': 'Teks dengan versi berformat, yang disimpan tetapi tidak ditampilkan: {count}.',
  'interchange.note.only-for-simpul':
    'Aturan kode, bobot, penutur, pertanyaan, dan bintang, yang hanya dibaca Simpul dari berkas ini: {count}.',
  'interchange.note.orphans-left-out': 'Koding tanpa kata, yang hanya dibaca Simpul dari berkas ini: {count}.',
  'interchange.note.history-left-out': 'Riwayat proyek tidak ada dalam berkas ini.',
  'interchange.note.versions-left-out': 'Versi teks bernama, tidak ada dalam berkas ini: {count}.',
  'interchange.note.recordings-left-out': 'Rekaman, tidak ada dalam berkas ini: {count}.',
  'interchange.note.sidecar-used':
    'Berkas ini dari Simpul tanpa perubahan: semua yang hanya dikenal Simpul telah dibaca.',
  'interchange.note.sidecar-ignored':
    'Program lain mengubah berkas ini: yang hanya dikenal Simpul tidak dibaca darinya.',
  'interchange.note.text-changed': 'Teks diubah sesuai berkas: {count}. Koding dalam proyek mengikuti kata-katanya.',
  'interchange.note.removed': 'Koding yang dihapus karena tidak ada dalam berkas: {count}.',
  'cli.exchange.export': 'Ekspor proyek (.qdpx)',
  'cli.exchange.codebook-import': 'Gabungkan buku kode (.qdc) ke proyek',
  'cli.exchange.merged': '{file}: digabungkan',
  'cli.option.match': 'cocokkan juga menurut jalur, judul, dan nama (guid|names)',
  'cli.option.remove-missing': 'hapus koding pada dokumen dalam berkas yang tidak ada di berkas itu',
  'cli.option.confirm': 'gabungkan meskipun banyak yang dihapus',
  'cli.option.plan': 'tampilkan yang akan berubah, jangan ubah apa pun',
};
