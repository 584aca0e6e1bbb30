// The few pages the host itself shows, plain and in both languages: before a session there is nobody whose
// language it could know.

/** For a token that is missing, wrong or used up, and for a session that has ended. */
export function notAllowedPage(): string {
  return page(
    'Simpul – alamat ini tidak dapat dipakai / this address cannot be used',
    `<h1>Alamat ini tidak dapat dipakai lagi</h1>
<p>Setiap alamat Simpul membuka satu peramban, satu kali saja, agar tidak ada orang lain yang dapat membaca studi Anda.
Kembalilah ke jendela Simpul yang masih terbuka, atau jalankan Simpul lagi untuk memperoleh alamat baru.
Data Anda aman.</p>
<h1 lang="en">This address can no longer be used</h1>
<p lang="en">Each Simpul address opens one browser, once only, so that nobody else can read your study.
Go back to the Simpul window that is still open, or start Simpul again to get a new address.
Your data is safe.</p>`,
  );
}

/** A page of our own between a foreign one and ours: strict cookies do not follow a redirect from elsewhere. */
export function openingPage(): string {
  return page('Simpul', '<p>Membuka Simpul … <span lang="en">Opening Simpul …</span> <a href="/">Simpul</a></p>');
}

/** One line for each refusal that a person may come to read. */
export function refusalMessage(status: number): string {
  switch (status) {
    case 401:
      return 'Sesi ini sudah berakhir; jalankan Simpul lagi. / This session has ended; start Simpul again.';
    case 413:
      return 'Berkas atau permintaan terlalu besar. / The file or request is too large.';
    default:
      return 'Permintaan ini ditolak. / This request was refused.';
  }
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body>
${body}
</body>
</html>
`;
}
