// EPUB: the chapters in the order of the spine, each read as a web page is. Nothing is fetched, run or styled. Rules in GUIDE.md.

import { canonicalise, linesOf } from './canonical.ts';
import { encodingOfPage } from './html.ts';
import { createHeadingMarks } from './heading-marks.ts';
import { createHtmlText } from './html-text.ts';
import { resolveTarget } from './opc.ts';
import { createTally, type Tally } from './tally.ts';
import { textBudget } from './text-sink.ts';
import { decodeText } from './text.ts';
import type { ReadDocument, Watch } from './types.ts';
import { ImportRefusal, noCounts } from './types.ts';
import { openZip, type ZipArchive, type ZipEntry } from './unzip.ts';
import { attributeOf, createXmlReader, type XmlElement } from './xml.ts';

const containerPart = 'META-INF/container.xml';
const encryptionPart = 'META-INF/encryption.xml';
const chapterType = /^(application\/xhtml\+xml|text\/html|text\/x-oeb1-document|application\/x-dtbook\+xml)$/;
/** Fonts are often obfuscated; that is no protection of the words (EPUB 3.3, 4.3). */
const fontFile = /\.(otf|ttf|woff2?|eot)$/i;

/**
 * Reads the text of an electronic book.
 * @throws ImportRefusal as `openZip`, `createXmlReader` and `decodeText`; `not-as-named` for another archive,
 *   `password-protected` for chapters that are encrypted, `text-too-long`, `no-text`
 */
export function readEpub(bytes: Uint8Array, watch: Watch): ReadDocument {
  const zip = openZip(bytes);
  const book = packageOf(zip, watch);
  const locked = encryptedIn(zip, watch);
  const tally = createTally();
  const counts = noCounts();
  const headings = createHeadingMarks();
  const page = createHtmlText({ tally, counts, budget: textBudget(), watch, isBook: true, headings });
  for (const id of book.spine) {
    const { name = '', type = '' } = book.items.get(id) ?? {};
    if (type !== '' && !chapterType.test(type)) {
      tally.add('embedded-objects-left-out');
      continue;
    }
    if (locked.has(name)) throw new ImportRefusal('password-protected');
    const entry = zip.entries.get(name);
    if (entry) page.write(textOfChapter(bytesOf(zip, entry), tally));
    else tally.add('chapters-missing');
  }
  const raw = page.finish();
  const text = canonicalise(raw, true, tally);
  counts.paragraphs = linesOf(text);
  return { text, format: 'epub', encoding: null, notes: tally.notes(), counts, ...headings.placed(raw, text) };
}

type Item = { readonly name: string | undefined; readonly type: string };
type Book = { readonly items: ReadonlyMap<string, Item>; readonly spine: readonly string[] };

function packageOf(zip: ZipArchive, watch: Watch): Book {
  const container = zip.entries.get(containerPart);
  if (!container) throw new ImportRefusal('not-as-named', { format: 'EPUB' });
  let path: string | undefined;
  readXml(zip, container, watch, (element) => {
    if (element.local === 'rootfile') path ??= resolveTarget('', attributeOf(element, 'full-path') ?? '');
  });
  const entry = path === undefined ? undefined : zip.entries.get(path);
  if (path === undefined || !entry) throw new ImportRefusal('file-damaged');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const items = new Map<string, Item>();
  const spine: string[] = [];
  readXml(zip, entry, watch, (element) => {
    if (element.local === 'item') {
      items.set(attributeOf(element, 'id') ?? '', {
        name: resolveTarget(folder, addressOf(attributeOf(element, 'href') ?? '')),
        type: (attributeOf(element, 'media-type') ?? '').toLowerCase(),
      });
    } else if (element.local === 'itemref') spine.push(attributeOf(element, 'idref') ?? '');
  });
  return { items, spine };
}

/** Names of encrypted parts; those that only hold fonts do not count. */
function encryptedIn(zip: ZipArchive, watch: Watch): ReadonlySet<string> {
  const names = new Set<string>();
  const entry = zip.entries.get(encryptionPart);
  if (!entry) return names;
  readXml(zip, entry, watch, (element) => {
    const name = element.local === 'CipherReference' ? addressOf(attributeOf(element, 'URI') ?? '') : '';
    if (name !== '' && !fontFile.test(name)) names.add(name);
  });
  return names;
}

/** An address without its fragment and escapes. */
function addressOf(href: string): string {
  const [path = ''] = href.split('#');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function textOfChapter(bytes: Uint8Array, tally: Tally): string {
  if (bytes.length === 0) return '';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const decoded = decodeText(bytes, said === 'utf-8' ? 'utf-8' : encodingOfPage(bytes));
  if (decoded.guessed) tally.add('encoding-guessed', 1, decoded.encoding);
  tally.add('undecodable-bytes-replaced', decoded.replaced);
  return decoded.text.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/i, '');
}

function bytesOf(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  const parts: Uint8Array[] = [];
  zip.unpack(entry, (part) => void parts.push(part.slice()));
  return Buffer.concat(parts);
}

function readXml(zip: ZipArchive, entry: ZipEntry, watch: Watch, open: (element: XmlElement) => void): void {
  const reader = createXmlReader({ open, close: () => undefined, text: () => undefined }, watch);
  zip.unpack(entry, reader.write);
  reader.close();
}
