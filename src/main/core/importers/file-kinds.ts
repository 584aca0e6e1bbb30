// What a file is, by its first bytes and by its name: only to say it to the person, never to trust it.

/** Extension of a file name in lower case without the dot; '' where there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot <= 0 ? '' : base.slice(dot + 1).toLowerCase();
}

export type Signature = 'zip' | 'ole' | 'PDF' | 'RTF' | 'GZIP' | 'PNG' | 'JPEG' | 'GIF' | '7Z' | 'RAR' | 'SQLite';

/** What the first bytes say, or undefined. */
export function signatureOf(bytes: Uint8Array): Signature | undefined {
  return signatures.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0];
}

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

const signatures: readonly (readonly [Signature, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['PDF', ascii('%PDF-')],
  ['RTF', ascii('{\\rtf')],
  ['GZIP', [0x1f, 0x8b]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', ascii('GIF8')],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', ascii('Rar!')],
  ['SQLite', ascii('SQLite format 3\0')],
];

/** Whether a file says by its first part that it is an EPUB (EPUB 3.3, 4.2.2). */
export function isEpub(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 58)).includes('application/epub+zip');
}

/** Programs whose own projects cannot be read by anybody else; each exports its documents. */
const projectExtensions: readonly (readonly [string, RegExp])[] = [
  ['NVivo', /^(nvp|nvpx|nvcx|nvb|nvi)$/],
  ['ATLAS.ti', /^(atlproj\d*|atlprojx|atlcb|hpr\d+|copyhpr\d+)$/],
  ['MAXQDA', /^(mx\d{1,2}(mac)?|mex\d*|mtr|mqbac|mqex|mqtr|mx\d{1,2}bac)$/],
  ['QDA Miner', /^(ppj|ppjx|ppz|wpj)$/],
  ['f4analyse', /^f4p$/],
  ['REFI-QDA', /^(qdpx|qde|qdc)$/],
];

/** Name of the program whose project file this is, by its extension, or undefined. */
export function qdaProgramOf(extension: string): string | undefined {
  return projectExtensions.find(([, pattern]) => pattern.test(extension))?.[0];
}
