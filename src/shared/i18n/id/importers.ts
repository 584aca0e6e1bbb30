// Yang dibaca orang ketika berkas diimpor atau ditolak. Satu kunci untuk setiap kode di `src/main/core/importers/types.ts`.

export const importers = {
  'import.refused.format-not-read':
    'Simpul membaca TXT, Markdown (MD), DOCX, ODT, RTF, HTML, PDF, EPUB, VTT, SRT, dan ELAN (EAF); berkas ini {found}. Simpan dalam salah satu format itu di program asalnya, lalu impor berkasnya.',
  'import.refused.type-unknown':
    'Nama berkas ini tidak menyatakan jenisnya. Tambahkan .txt, .docx, atau akhiran lain yang sesuai isinya, lalu impor lagi.',
  'import.refused.qda-project':
    'Ini proyek {program} yang tidak dapat dibaca program lain. Buka di {program}, lalu ekspor proyeknya untuk pertukaran (REFI-QDA, .qdpx) atau dokumennya sebagai DOCX atau TXT; Simpul membaca berkas itu.',
  'import.refused.foreign-unknown':
    'Ini bukan proyek QualCoder, RQDA, atau Taguette. Pilih data.qda dalam folder proyek QualCoder, berkas .rqda, atau berkas SQLite Taguette.',
  'import.refused.foreign-as-document':
    'Ini basis data, misalnya proyek QualCoder, RQDA, atau Taguette. Impor sebagai proyek, bukan sebagai dokumen.',
  'import.refused.old-word-file':
    'Ini dokumen Word berformat lama (DOC). Buka di Word atau LibreOffice, simpan sebagai DOCX, lalu impor berkas itu.',
  'import.refused.not-a-docx':
    'Nama berkas ini seperti dokumen Word, tetapi isinya bukan. Buka di program asalnya, simpan sebagai DOCX, lalu impor berkas itu.',
  'import.refused.not-as-named':
    'Nama berkas ini seperti berkas {format}, tetapi isinya bukan. Buka di program asalnya, simpan sebagai {format} atau TXT, lalu impor berkas itu.',
  'import.refused.binary-file':
    'Berkas ini tidak berisi teks biasa. Buka di program asalnya, simpan sebagai DOCX atau TXT, lalu impor berkas itu.',
  'import.refused.encoding-unknown':
    'Huruf-huruf dalam teks ini tidak dapat dipastikan. Simpan sebagai UTF-8 lalu impor lagi, atau pilih pengodean hurufnya.',
  'import.refused.password-protected':
    'Berkas ini dilindungi kata sandi. Buka di program asalnya, hapus kata sandinya, simpan, lalu impor lagi.',
  'import.refused.file-incomplete': 'Berkas ini tidak lengkap: bagian akhirnya hilang. Salin atau unduh sekali lagi.',
  'import.refused.file-damaged':
    'Berkas ini rusak. Salin lagi dari asalnya, atau buka di Word, simpan dengan nama baru, lalu impor berkas itu.',
  'import.refused.too-large':
    'Berkas ini lebih besar dari {limit} MB. Hapus gambarnya atau bagi berkasnya, lalu impor lagi.',
  'import.refused.unpacks-too-large':
    'Setelah dibuka, isi berkas ini akan melebihi {limit} MB atau jauh melebihi ukuran dokumen yang wajar. Simpan sebagai TXT lalu impor berkas itu.',
  'import.refused.too-many-entries':
    'Berkas ini berisi lebih dari {limit} bagian, melebihi dokumen mana pun. Simpan sebagai TXT lalu impor berkas itu.',
  'import.refused.dtd-refused':
    'Berkas ini memuat definisi tipe dokumen (DTD) yang tidak diperlukan dokumen dan dapat membaca berkas lain. Jangan percayai berkas ini; mintalah teksnya dalam bentuk lain.',
  'import.refused.xml-malformed':
    'Isi berkas ini rusak. Buka di Word atau LibreOffice, simpan dengan nama baru, lalu impor berkas itu.',
  'import.refused.xml-too-deep':
    'Tabel atau kotak dalam berkas ini bersarang lebih dari {limit} tingkat. Sederhanakan, atau simpan sebagai TXT lalu impor berkas itu.',
  'import.refused.text-too-long':
    'Teks ini lebih panjang dari {limit} karakter. Bagi menjadi beberapa berkas, lalu impor berkas-berkas itu.',
  'import.refused.combining-marks-too-many':
    'Teks ini menaruh lebih dari {limit} tanda pada satu huruf, yang tidak ada dalam aksara mana pun. Hapus tanda itu, lalu impor lagi berkasnya.',
  'import.refused.no-text':
    'Tidak ada teks dalam berkas ini. Jika isinya hanya gambar, misalnya halaman hasil pindai, kenali dulu teksnya (OCR).',
  'import.refused.refi-other-xml':
    'Berkas ini XML, tetapi bukan proyek atau buku kode REFI-QDA: awalnya “{found}”. Ekspor ulang sebagai QDPX atau QDC.',
  'import.refused.refi-no-project':
    'Tidak ada proyek di dalam berkas ini. Ekspor ulang dari program lain sebagai proyek (QDPX).',
  'import.refused.refi-two-projects':
    'Ada beberapa proyek di dalam berkas ini, sehingga tidak jelas yang mana yang dimaksud. Ekspor masing-masing secara terpisah.',
  'import.refused.codebook-without-names':
    'Tidak ada kolom tabel ini yang menyebut nama kode. Beri judul “Kode” atau “Jalur” di baris pertamanya, lalu impor lagi.',
  'import.refused.no-references':
    'Tidak ditemukan rujukan di berkas ini. Ekspor ulang sebagai RIS dari program yang menyimpannya.',
  'import.refused.no-captions':
    'Tidak ada takarir (subtitle) dengan waktu dalam berkas ini. Periksa apakah ini berkas takarir; impor teks biasa sebagai TXT.',
  'import.refused.table-quote-open':
    'Tanda kutip yang dibuka pada baris {line} tabel ini tidak ditutup. Perbaiki di lembar kerja atau penyunting teks, lalu impor lagi.',
  'import.refused.table-too-large':
    'Tabel ini memiliki lebih dari {rows} baris atau {cells} sel. Bagi tabelnya, lalu impor bagian-bagiannya.',
  'import.refused.table-empty':
    'Tabel ini tidak memiliki baris di bawah kepala kolomnya. Baris pertama harus menamai kolom, setiap baris berikutnya satu responden.',
  'import.refused.table-as-document':
    'Ini tabel. Impor sebagai survei: barisnya menjadi kasus, pertanyaan tertutupnya variabel, dan pertanyaan terbukanya dokumen.',
  'import.refused.scan-without-text':
    'Tidak ada teks pada {pages} halaman PDF ini: tampaknya hasil pindai. Kenali dulu teksnya (OCR), lalu impor berkas itu.',
  'import.refused.split-pattern':
    'Ekspresi reguler ini tidak dapat dibaca sehingga berkas tidak dapat dibagi dengannya. Periksa tanda kurungnya, atau cari penandanya sebagai teks biasa.',
  'import.refused.split-too-many':
    'Pembagian ini akan menghasilkan {count} dokumen, lebih dari {limit}. Pilih tingkat judul yang lebih tinggi atau penanda yang lebih jarang.',
  'import.refused.took-too-long':
    'Pembacaan berkas ini dihentikan setelah {seconds} detik. Bagi berkasnya atau simpan sebagai TXT, lalu impor lagi.',
  'import.refused.needs-too-much-memory':
    'Pembacaan berkas ini dihentikan karena memerlukan memori lebih dari {megabytes} MB. Bagi berkasnya atau simpan sebagai TXT, lalu impor lagi.',
  'import.refused.reader-failed':
    'Simpul tidak dapat membaca berkas ini, dan tidak ada isinya yang diimpor. Simpan sebagai TXT lalu impor berkas itu; mohon laporkan kesalahan ini.',

  'import.note.encoding-guessed':
    'Pengodean huruf ditebak: {detail}. Jika ada huruf yang salah, impor lagi berkasnya dengan pengodean lain.',
  'import.note.undecodable-bytes-replaced':
    'Karakter yang tidak terbaca, ditampilkan sebagai �: {count}. Bandingkan dengan aslinya.',
  'import.note.control-characters-removed':
    'Karakter kendali tak terlihat yang dihapus: {count}. Kata-katanya tidak berubah.',
  'import.note.line-separators-converted':
    'Akhir baris dan halaman yang tidak lazim, dijadikan akhir baris biasa: {count}.',
  'import.note.normalised-to-nfc':
    'Baris yang huruf beraksennya dijadikan bentuk lazim (NFC): {count}. Tampilannya tetap sama.',
  'import.note.invisible-characters-kept':
    'Karakter tak terlihat yang dapat menyembunyikan atau menukar urutan kata, dibiarkan apa adanya: {count}. Periksa bagian itu sebelum diberi koding.',
  'import.note.front-matter-kept':
    'Baris keterangan di awal berkas (front matter), dibiarkan dalam teks: {count}. Periksa apakah ada nama orang.',
  'import.note.format-differs-from-name': 'Berkas dibaca sebagai {detail}, walaupun namanya menyatakan lain.',
  'import.note.comments-kept-as-memos':
    'Komentar, disimpan sebagai memo pada bagian teks yang dikomentari: {count}. Periksa apakah ada nama orang.',
  'import.note.tracked-insertions-kept': 'Sisipan dalam lacak perubahan, dipertahankan sebagai teks: {count}.',
  'import.note.fields-kept-as-text':
    'Bidang seperti tanggal dan rujukan silang, dipertahankan sebagai teks yang terakhir tampil: {count}.',
  'import.note.footnotes-appended': 'Catatan kaki, ditaruh di akhir teks beserta nomornya: {count}.',
  'import.note.endnotes-appended': 'Catatan akhir, ditaruh di akhir teks beserta nomornya: {count}.',
  'import.note.text-boxes-moved': 'Kotak teks, ditaruh sesudah paragraf tempatnya: {count}.',
  'import.note.symbols-replaced':
    'Simbol yang tidak memiliki karakter sendiri, ditampilkan sebagai �: {count}. Bandingkan dengan aslinya.',
  'import.note.hidden-text-left-out':
    'Bagian tersembunyi yang tidak diimpor: {count}. Untuk mengimpornya, tampilkan di Word lalu simpan berkasnya.',
  'import.note.tracked-deletions-left-out':
    'Bagian yang dihapus dalam lacak perubahan, tidak diimpor: {count}. Untuk mengimpornya, tolak penghapusan itu di Word lalu simpan berkasnya.',
  'import.note.comments-left-out':
    'Komentar yang tidak diimpor: {count}. Untuk menjadikannya memo, pilih demikian lalu impor lagi berkasnya.',
  'import.note.footnotes-left-out': 'Catatan yang tidak dirujuk dalam teks, tidak diimpor: {count}.',
  'import.note.headers-left-out': 'Kepala dan kaki halaman yang tidak diimpor: {count}.',
  'import.note.pictures-left-out': 'Gambar dan bagan yang tidak diimpor: {count}. Hanya teks yang diimpor.',
  'import.note.linked-pictures-left-out': 'Gambar di luar berkas, tidak diimpor dan tidak dibuka: {count}.',
  'import.note.embedded-objects-left-out':
    'Objek tertanam yang tidak diimpor: {count}. Impor berkasnya sendiri-sendiri.',
  'import.note.external-content-left-out': 'Isi dari berkas atau alamat lain, tidak diimpor dan tidak dibuka: {count}.',
  'import.note.link-addresses-left-out':
    'Alamat tautan yang tidak diimpor: {count}. Kata-kata tautannya dipertahankan.',
  'import.note.phonetic-text-left-out': 'Petunjuk baca di atas teks, tidak diimpor: {count}.',
  'import.note.repeated-cells-read-once': 'Sel dan baris tabel yang berulang, dibaca sekali saja: {count} pengulangan.',
  'import.note.scripts-left-out': 'Skrip dalam berkas, tidak diimpor dan tidak dijalankan: {count}.',
  'import.note.form-fields-left-out': 'Isian formulir yang tidak diimpor: {count}.',
  'import.note.caption-notes-left-out': 'Catatan dan pengaturan dalam berkas takarir, tidak diimpor: {count}.',
  'import.note.caption-ends-left-out':
    'Takarir yang waktu akhirnya tidak diimpor: {count}. Waktu mulainya ada dalam teks sebagai penanda waktu.',
  'import.note.caption-times-unusable':
    'Takarir dengan waktu yang tidak mungkin: {count}. Kata-katanya dipertahankan tanpa penanda waktu.',
  'import.note.annotations-left-out':
    'Anotasi yang hanya mengurai anotasi lain, misalnya kata demi kata, tidak diikutkan: {count}.',
  'import.note.chapters-missing': 'Bab yang disebut buku tetapi tidak ada di dalamnya: {count}.',
  'import.note.page-lines-joined':
    'Baris-baris halaman yang digabung menjadi paragraf: {count}. Bandingkan dengan aslinya.',
  'import.note.hyphens-joined': 'Kata yang terpenggal di akhir baris, disambung kembali: {count}.',
  'import.note.pages-without-text': 'Halaman tanpa teks: {count}. Mungkin hasil pindai atau gambar.',
  'import.note.pdf-layout-guessed':
    'PDF tidak menyatakan letak paragraf dan kolom; keduanya ditentukan dari tata letak {count} halaman.',
  'import.note.macro-left-out': 'Makro dalam berkas tidak diimpor dan tidak dijalankan.',
  'import.note.author-names-left-out': 'Nama orang dalam properti berkas, tidak diimpor: {count}.',
  'import.note.split-into-parts': 'Dibagi menjadi dokumen: {count}.',
  'import.note.split-markers-left-out': 'Baris penanda di antara dokumen, tidak diimpor: {count}.',
  'import.note.split-blanks-left-out': 'Bagian tanpa kata di antara dokumen, tidak diimpor: {count}.',
} as const satisfies Record<string, string>;
