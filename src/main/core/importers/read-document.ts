// The one door to all readers: decides by content, then by name, which reader a file gets, or says what to do instead.

import { readDocx, wordPartOf } from './docx.ts';
import { readCaptions } from './captions.ts';
import { readElan } from './elan.ts';
import type { Signature } from './file-kinds.ts';
import { extensionOf, qdaProgramOf, signatureOf } from './file-kinds.ts';
import { readMarkdown } from './markdown.ts';
import { isOpenDocument, readOdt } from './odt.ts';
import type { OpcPackage } from './opc.ts';
import { openPackage } from './opc.ts';
import { readRtf } from './rtf.ts';
import { readText } from './text.ts';
import type { CommentChoice, DocumentFormat, ReadDocument, TextEncoding, Watch } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';

export type DocumentFile = {
  readonly bytes: Uint8Array;
  /** File name or path; only its extension is looked at. */
  readonly name: string;
  /** Encoding a person chose for a text file; otherwise it is found out. */
  readonly encoding?: TextEncoding;
  /** What becomes of comments in it; left out unless a person asks for them (P5). */
  readonly comments?: CommentChoice;
};

/** Formats by the extensions of their files. */
const extensionsOf: Readonly<Record<DocumentFormat, readonly string[]>> = {
  txt: ['txt', 'text'],
  md: ['md', 'markdown'],
  docx: ['docx', 'docm', 'dotx', 'dotm'],
  odt: ['odt', 'ott'],
  rtf: ['rtf'],
  html: ['html', 'htm', 'xhtml'],
  pdf: ['pdf'],
  vtt: ['vtt'],
  srt: ['srt'],
  eaf: ['eaf'],
  epub: ['epub'],
};

/** Extensions of files that are read, without the dot, for dialogs and help. */
export const documentExtensions: readonly string[] = Object.values(extensionsOf).flat();

/**
 * Reads a document of any format but PDF, HTML and EPUB, whose readers are loaded when one comes (`readAnyDocument`). Pure: nothing is
 * looked up in files or on a network, whatever the document asks for.
 * @param watch called again and again while a file is read, so that a caller can stop it by throwing
 * @throws ImportRefusal with a code and parameters for the catalogue of messages; any other error is a bug
 */
export function readDocument(file: DocumentFile, watch: Watch = () => undefined): ReadDocument {
  const { bytes } = file;
  const extension = extensionOf(file.name);
  if (!isWithinSize(file)) {
    throw new ImportRefusal('too-large', { limit: importLimits.fileBytes / 1_000_000 });
  }
  const program = qdaProgramOf(extension);
  if (program !== undefined) throw new ImportRefusal('qda-project', { program });
  if (bytes.length === 0) throw new ImportRefusal('no-text');
  const signature = signatureOf(bytes);
  if (signature === 'zip') return readPackage(file, extension, watch);
  if (signature === 'RTF') return namedAs(readRtf(bytes, watch, file.comments), file.name);
  if (signature !== undefined) throw notRead(signature, extension, bytes);
  if (/^(txt|text)$/.test(extension)) return readText(bytes, file.encoding);
  if (/^(md|markdown)$/.test(extension)) return readMarkdown(bytes, file.encoding);
  if (extension === 'vtt' || extension === 'srt') return readCaptions(bytes, extension, watch, file.encoding);
  if (extension === 'eaf') return readElan(bytes, watch);
  if (/^(csv|tsv)$/.test(extension)) throw new ImportRefusal('table-as-document');
  if (isKnown(extension)) throw isNotAsNamed(extension);
  if (extension === '') throw new ImportRefusal('type-unknown');
  throw new ImportRefusal('format-not-read', { found: extension.toUpperCase() });
}

function isWordExtension(extension: string): boolean {
  return /^do[ct][xm]$/.test(extension);
}

function readPackage({ bytes, name, comments }: DocumentFile, extension: string, watch: Watch): ReadDocument {
  const opened = openPackage(bytes, watch);
  const part = wordPartOf(opened);
  if (part !== undefined) return namedAs(readDocx(opened, part, comments), name);
  const found = packageKind(opened);
  if (found === 'XLSX') throw new ImportRefusal('table-as-document');
  if (found !== undefined) throw new ImportRefusal('format-not-read', { found });
  if (isOpenDocument(opened)) return namedAs(readOdt(opened, comments), name);
  throw isNotAsNamed(extension);
}

/** Says so where the name of a file promised another format. */
export function namedAs(document: ReadDocument, name: string): ReadDocument {
  if (extensionsOf[document.format].includes(extensionOf(name))) return document;
  const detail = document.format.toUpperCase();
  return { ...document, notes: [...document.notes, { code: 'format-differs-from-name', count: 1, detail }] };
}

/** Whether a file may be read at all. */
export function isWithinSize({ bytes }: DocumentFile): boolean {
  return bytes.length <= importLimits.fileBytes;
}

function isKnown(extension: string): boolean {
  return Object.values(extensionsOf).some((names) => names.includes(extension));
}

function isNotAsNamed(extension: string): ImportRefusal {
  if (isWordExtension(extension)) return new ImportRefusal('not-a-docx');
  const format = Object.entries(extensionsOf).find(([, names]) => names.includes(extension))?.[0];
  if (format === undefined || format === 'txt' || format === 'md') return new ImportRefusal('binary-file');
  return new ImportRefusal('not-as-named', { format: format.toUpperCase() });
}

/** Name of another format that is a ZIP archive too. */
function packageKind(opened: OpcPackage): string | undefined {
  const types = opened.partNames.map((name) => opened.contentTypeOf(name) ?? '');
  if (types.some((type) => type.includes('spreadsheetml') || type.includes('ms-excel'))) return 'XLSX';
  if (types.some((type) => type.includes('presentationml') || type.includes('ms-powerpoint'))) return 'PPTX';
  if (opened.has('project.qde')) return 'QDPX';
  if (opened.has('META-INF/container.xml')) return 'EPUB';
  return undefined;
}

function notRead(signature: Exclude<Signature, 'zip' | 'RTF'>, extension: string, bytes: Uint8Array): ImportRefusal {
  if (signature === 'ole') {
    // Word keeps an encrypted DOCX in the container of the old format, under this name (MS-OFFCRYPTO, 2.3.4.4).
    if (holdsUtf16(bytes, 'EncryptedPackage')) return new ImportRefusal('password-protected');
    if (extension === 'doc' || extension === 'dot' || isWordExtension(extension))
      return new ImportRefusal('old-word-file');
    return new ImportRefusal('binary-file');
  }
  if (signature === 'SQLite') return new ImportRefusal('foreign-as-document');
  if (signature === 'PDF') return new ImportRefusal('format-not-read', { found: signature });
  return isNotAsNamed(extension);
}

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) wanted[index * 2] = text.charCodeAt(index);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(wanted) !== -1;
}
