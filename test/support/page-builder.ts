// OpenDocument texts and PDFs for tests, as small as they can be.

import { strToU8, zipSync } from 'fflate';

const odfNamespaces = ['office', 'text', 'table', 'style', 'draw:drawing', 'meta', 'manifest']
  .map((entry) => entry.split(':'))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name ?? prefix}:1.0"`)
  .join(' ');
/** An OpenDocument text. @param styles the XML of its automatic styles */
export function odt(body: string, styles = ''): Uint8Array {
  const other = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const content =
    `<office:document-content ${odfNamespaces} ${other}><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(`<manifest:manifest ${odfNamespaces}/>`),
  });
}

/** A line of words at a height of the page, for {@link pdf}. */
export function lineAt(height: number, words: string): string {
  return `BT /F1 12 Tf 72 ${height} Td (${words}) Tj ET`;
}

/** A small PDF with one stream of drawing for each page. */
export function pdf(pages: readonly string[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return strToU8(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`,
  );
}
