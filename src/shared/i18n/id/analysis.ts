export const analysis = {
  'analysis.caution.purposive-sample':
    'Kasus-kasus ini dipilih karena apa yang dapat diceritakannya, bukan ditarik secara acak. Nilai p berbicara tentang sampel: pakailah sebagai petunjuk ke mana membaca lebih lanjut, dan biarkan jumlah serta kutipan yang menopang argumen.',
  'analysis.caution.small-expected':
    'Sebagian jumlah harapan di bawah 5: sebaran χ² tidak cocok di sana. Bacalah uji Fisher.',
  'analysis.caution.not-independent':
    'Koding dari satu kasus tidak saling bebas, sehingga uji atas koding menyatakan lebih daripada yang didukung kasusnya.',
  'analysis.caution.many-tests':
    'Banyak uji sekaligus: dari dua puluh kode yang tidak berhubungan, satu jatuh di bawah 5 %. Bacalah kolom terkoreksi (Holm, Benjamini–Hochberg).',
  'analysis.caution.small-n':
    'Kurang dari tiga puluh peralihan: sebaran normal tidak cocok. Mintalah p dengan permutasi.',
  'error.retrieval-unexpected':
    'Pada karakter {position}, “{found}” tidak dapat berada di sini. Nama yang memuat kata bahasa kueri atau tanda perlu diapit tanda petik.',
  'error.retrieval-unfinished':
    'Kueri berakhir pada karakter {position}, padahal harus ada lanjutannya: kode, daftar, atau kurung tutup.',
  'error.retrieval-quote-open': 'Tanda petik pada karakter {position} tidak pernah ditutup.',
  'error.retrieval-number': 'Pada karakter {position} diperlukan bilangan bulat, bukan “{found}”.',
  'error.retrieval-unit':
    'Pada karakter {position} diperlukan satuan, bukan “{found}”: karakter, kata, kalimat, atau paragraf; setelah SAMA paragraf, kalimat, bagian, dokumen, atau kasus.',
  'error.retrieval-field':
    'Pada karakter {position}, “{found}” bukan hal yang dapat ditanyakan: pengode, bobot, dikode, tanggal, jenis, dokumen, kasus, atau variabel.',
  'error.retrieval-comparison':
    'Pada karakter {position} diperlukan perbandingan, bukan “{found}”: =, !=, <, <=, > atau >=.',
  'error.retrieval-too-deep': 'Pada karakter {position} lebih dari seratus kurung bersarang.',
  'error.retrieval-name': 'Tidak ada yang bernama “{name}” di antara yang ditanyakan kueri.',
  'error.retrieval-order': '“{name}” tidak berurutan: hanya = dan != yang dapat ditanyakan.',
  'cli.retrieve': 'Segmen yang ditemukan sebuah kueri kode',
  'cli.option.return': 'segments; hanya bagian bersamanya; atau semua yang terlibat',
  'cli.option.limit-segments': 'berapa segmen dicetak, paling banyak 10000',
  'cli.retrieve.more': '{shown} dari {total} segmen; --limit menampilkan lebih banyak',
  'cli.case-similarity': 'Seberapa mirip kasus-kasus dikode',
  'cli.option.second-order': 'kemiripan pergaulan kode-kode',
  'cli.option.map': 'smacof (paling cocok) atau maxqda (penskalaan klasik, seperti peta kodenya)',
  'cli.option.targets': 'bandingkan semua kode lain dengan kode-kode ini, yang terdekat dahulu',
  'cli.option.pair': 'dua kode: tabel empat sel dan semua indeksnya',
  'cli.usage.pair': '--pair memerlukan dua kode.',
  'cli.matrix': 'Apa yang dikode pada baris dan kolom sekaligus',
  'cli.option.rows': 'codes, cases, documents atau variable=NAMA',
  'cli.option.columns': 'codes, cases, documents atau variable=NAMA',
  'cli.option.relation': 'bagaimana dua kode bertemu, misalnya “DEKAT 2 kalimat”',
  'cli.option.show': 'apa yang ditampilkan sebuah sel',
  'cli.usage.axis': '{name} berupa codes, cases, documents atau variable=NAMA, bukan “{value}”.',
  'cli.crosstab': 'Kode menurut nilai sebuah variabel',
  'cli.sequence': 'Kode mana menyusul kode mana dalam teks',
  'cli.option.documents': 'hanya dokumen-dokumen ini, dengan judul atau GUID',
  'cli.option.cases': 'hanya kasus-kasus ini, dengan nama atau GUID',
  'cli.option.coders': 'hanya koding pengode-pengode ini, dengan nama atau GUID',
  'cli.option.variable': 'nama atau GUID variabel',
  'cli.option.measure': 'apa yang ditampilkan sebuah sel',
  'cli.option.tests': 'dengan uji statistik, tanpanya tidak: kasus dipilih, bukan ditarik acak',
  'cli.option.correspondence': 'dengan analisis korespondensi',
  'cli.option.draws': 'tabel acak untuk uji Fisher di atas 2 × 2; 0 meniadakannya',
  'cli.option.seed': 'awal bilangan acak: awal yang sama memberi hasil yang sama',
  'cli.option.lag': 'berapa langkah kemudian',
  'cli.option.minimum': 'jarak terkecil; memerlukan --maximum',
  'cli.option.maximum': 'jarak terbesar antara akhir yang satu dan awal yang lain, sebagai ganti langkah',
  'cli.option.no-self': 'sebuah kode tidak dapat menyusul dirinya sendiri',
  'cli.option.permutations': 'urutan acak untuk p kebetulan',
  'cli.not-found.case': 'Tidak ada kasus bernama “{name}”; `simpul cases` menampilkan daftarnya.',
  'cli.not-found.variable': 'Tidak ada variabel bernama “{name}”; `simpul variables` menampilkan daftarnya.',
} as const;
