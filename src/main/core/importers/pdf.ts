// PDF: the text of its pages in the order of the file, with a map of where each page begins. Nothing is run, fetched or drawn.

import { getDocument } from 'unpdf/pdfjs';
import { canonicalise, linesOf } from './canonical.ts';
import { placedComments, tellOfComments } from './comments.ts';
import type { RawComment } from './comments.ts';
import { canonicalOffsets } from './offset-map.ts';
import { textOfPages } from './pdf-layout.ts';
import type { PdfLine } from './pdf-lines.ts';
import { linesOfPage } from './pdf-lines.ts';
import type { Tally } from './tally.ts';
import { createTally } from './tally.ts';
import type { CommentChoice, CountName, ReadDocument, Watch } from './types.ts';
import { ImportRefusal, importLimits, noCounts } from './types.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** A file may claim any number of pages; after so many that are not there, the rest is taken for a claim. */
const missingInARow = 5;

/**
 * Reads the text of a PDF.
 * @throws ImportRefusal `password-protected`, `file-damaged`, `scan-without-text`, `text-too-long`
 */
export async function readPdf(
  bytes: Uint8Array,
  watch: Watch,
  choice: CommentChoice = 'leave-out',
): Promise<ReadDocument> {
  const tally = createTally();
  const counts = noCounts();
  const task = getDocument({
    // The reader keeps what it is given.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const { pages, comments } = await readPages(document, { tally, counts, watch });
    if (pages.every((lines) => lines.length === 0)) {
      throw new ImportRefusal('scan-without-text', { pages: pages.length });
    }
    tally.add('pages-without-text', pages.filter((lines) => lines.length === 0).length);
    tally.add('pdf-layout-guessed', pages.length);
    const { raw, starts } = textOfPages(pages, tally);
    tellOfComments(tally, counts.comments, choice);
    const text = canonicalise(raw, true, tally);
    const places = canonicalOffsets(raw, text, starts, true);
    counts.paragraphs = linesOf(text);
    return {
      text,
      format: 'pdf',
      encoding: null,
      notes: tally.notes(),
      counts,
      pages: starts.map((start) => places.get(start) ?? 0),
      ...(choice === 'memos' ? { comments: placedComments(comments, raw, text) } : {}),
    };
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await task.destroy();
  }
}

type Context = { readonly tally: Tally; readonly counts: Record<CountName, number>; readonly watch: Watch };

async function readPages(
  document: PdfDocument,
  context: Context,
): Promise<{ readonly pages: readonly (readonly PdfLine[])[]; readonly comments: readonly RawComment[] }> {
  const pages: (readonly PdfLine[])[] = [];
  const comments: RawComment[] = [];
  let left = importLimits.textLength;
  let missing = 0;
  for (let number = 1; number <= document.numPages && missing < missingInARow; number += 1) {
    context.watch();
    const page = await pageAt(document, number);
    if (page === undefined) {
      missing += 1;
      continue;
    }
    missing = 0;
    const { items } = await page.getTextContent();
    const lines = linesOfPage(items);
    for (const { text } of lines) left -= text.length;
    if (left < 0) throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
    pages.push(lines);
    comments.push(...(await remarksOn(page, context)));
    page.cleanup();
  }
  return { pages, comments };
}

/** A page, or undefined where the file claims one it does not hold. */
async function pageAt(document: PdfDocument, number: number): Promise<PdfPage | undefined> {
  try {
    return await document.getPage(number);
  } catch {
    return undefined;
  }
}

/** Remarks that readers put on a page; links, scripts and attached files are left out and counted. */
async function remarksOn(page: PdfPage, { tally, counts }: Context): Promise<readonly RawComment[]> {
  const remarks: RawComment[] = [];
  for (const annotation of await annotationsOf(page)) {
    const subtype = wordsOf(annotation, 'subtype');
    if (subtype === 'Link') {
      counts.links += 1;
      tally.add('link-addresses-left-out');
    } else if (subtype === 'FileAttachment') tally.add('embedded-objects-left-out');
    else if (subtype === 'Widget') tally.add('form-fields-left-out');
    else if (subtype !== 'Popup') {
      const words = wordsOf(partOf(annotation, 'contentsObj'), 'str');
      if (words.trim() === '') continue;
      counts.comments += 1;
      remarks.push({ words, author: wordsOf(partOf(annotation, 'titleObj'), 'str'), passage: null });
    }
  }
  return remarks;
}

async function annotationsOf(page: PdfPage): Promise<readonly unknown[]> {
  try {
    return await page.getAnnotations();
  } catch {
    return [];
  }
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function wordsOf(value: unknown, name: string): string {
  const part = partOf(value, name);
  return typeof part === 'string' ? part : '';
}

function refusalOf(error: unknown): unknown {
  if (error instanceof ImportRefusal || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new ImportRefusal('password-protected', {}, { cause: error });
  // What the library says is for programmers; whatever it cannot read is damaged to a person.
  return new ImportRefusal('file-damaged', {}, { cause: error });
}
