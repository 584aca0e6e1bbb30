// The door for all documents, those too whose readers are large and loaded when one comes: PDF, HTML and EPUB.

import { extensionOf, isEpub, signatureOf } from './file-kinds.ts';
import type { DocumentFile } from './read-document.ts';
import { isWithinSize, namedAs, readDocument } from './read-document.ts';
import type { ReadDocument, Watch } from './types.ts';

/**
 * Reads a document of any format.
 * @param watch called again and again while a file is read, so that a caller can stop it by throwing
 * @throws ImportRefusal as {@link readDocument}, `readPdf` and `readHtml`
 */
export async function readAnyDocument(file: DocumentFile, watch: Watch = () => undefined): Promise<ReadDocument> {
  if (!isWithinSize(file)) return readDocument(file, watch);
  if (isHtml(file)) {
    const { readHtml } = await import('./html.ts');
    return readHtml(file.bytes, watch, file.encoding);
  }
  if (isBook(file)) {
    const { readEpub } = await import('./epub.ts');
    return namedAs(readEpub(file.bytes, watch), file.name);
  }
  if (!isPdf(file)) return readDocument(file, watch);
  const { readPdf } = await import('./pdf.ts');
  return namedAs(await readPdf(file.bytes, watch, file.comments), file.name);
}

function isHtml({ bytes, name }: DocumentFile): boolean {
  return bytes.length > 0 && signatureOf(bytes) === undefined && /^(html?|xhtml)$/.test(extensionOf(name));
}

function isBook({ bytes, name }: DocumentFile): boolean {
  return signatureOf(bytes) === 'zip' && (extensionOf(name) === 'epub' || isEpub(bytes));
}

/** Some programs write bytes of their own before the head of a PDF (ISO 32000-1, annex H.3.4.1). */
function isPdf({ bytes, name }: DocumentFile): boolean {
  const signature = signatureOf(bytes);
  if (signature !== undefined) return signature === 'PDF';
  if (extensionOf(name) !== 'pdf') return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-');
}
