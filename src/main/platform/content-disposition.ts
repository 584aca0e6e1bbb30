// How a file is offered for saving. Its name comes from a study and may hold anything.

/** Headers under which a file of the study is handed out: to be saved, never shown or run. */
export function downloadHeaders(file: {
  readonly name: string;
  readonly mediaType: string;
}): Readonly<Record<string, string>> {
  // What is no media type could be anything, more headers among them.
  const isMediaType = /^[\w.+-]+\/[\w.+-]+(?:; charset=utf-8)?$/.test(file.mediaType);
  return {
    'Content-Type': isMediaType ? file.mediaType : 'application/octet-stream',
    'Content-Disposition': attachment(file.name),
  };
}

/** `attachment` with a plain ASCII name and the true one after RFC 6266 and RFC 5987. */
export function attachment(name: string): string {
  const safe = safeFileName(name);
  const plain = safe
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeExtended(safe)}`;
}

/** A name without folders, control characters or marks that turn the reading direction; at most 150 long. */
export function safeFileName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = cleaned.lastIndexOf('.');
  const extension = dot > 0 && cleaned.length - dot <= 12 ? cleaned.slice(dot) : '';
  const stem = cleaned
    .slice(0, cleaned.length - extension.length)
    .slice(0, 150 - extension.length)
    .toWellFormed();
  const usable = stem === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `Simpul ${stem}`.trim() : stem;
  return `${usable}${extension}`;
}

function encodeExtended(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
