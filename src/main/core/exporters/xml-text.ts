// Text for the XML of Office files and for HTML.

/** Text for HTML and XML content and attributes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** XML 1.0 has no way to write these; Word would refuse the whole file for one of them. */
export function writableText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\uFFFD');
}

/**
 * Text of a spreadsheet cell: characters that XML cannot hold, or would change, as `_xHHHH_` (ISO/IEC 29500-1,
 * 22.9.2.19), and what looks like such a sign escaped likewise.
 */
export function cellText(text: string): string {
  const signs = text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `_x${code}_`;
    });
  return htmlText(signs);
}

/** Takes the signs of {@link cellText} back. */
export function restoredSigns(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
