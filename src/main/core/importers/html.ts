// HTML: the text a browser shows, read token by token. Nothing is fetched, run or styled. Rules in GUIDE.md.

import { canonicalise, linesOf } from './canonical.ts';
import { createHeadingMarks } from './heading-marks.ts';
import { createHtmlText } from './html-text.ts';
import { createTally } from './tally.ts';
import { textBudget } from './text-sink.ts';
import { decodeText } from './text.ts';
import type { ReadDocument, TextEncoding, Watch } from './types.ts';
import { noCounts, textEncodings } from './types.ts';

/** Bytes in which a page says its encoding (HTML standard, 13.2.3.2). */
const headBytes = 1024;

/**
 * Reads the text of a web page.
 * @param encoding chosen by a person; otherwise the mark of byte order, what the page says, or what its bytes say
 * @throws ImportRefusal as `decodeText`, `xml-too-deep`, `text-too-long`, `no-text`
 */
export function readHtml(bytes: Uint8Array, watch: Watch, encoding?: TextEncoding): ReadDocument {
  const tally = createTally();
  const counts = noCounts();
  const decoded = decodeText(bytes, encoding ?? encodingOfPage(bytes));
  if (decoded.guessed) tally.add('encoding-guessed', 1, decoded.encoding);
  tally.add('undecodable-bytes-replaced', decoded.replaced);
  const headings = createHeadingMarks();
  const page = createHtmlText({ tally, counts, budget: textBudget(), watch, headings });
  page.write(decoded.text);
  const raw = page.finish();
  const text = canonicalise(raw, true, tally);
  counts.paragraphs = linesOf(text);
  return {
    text,
    format: 'html',
    encoding: decoded.encoding,
    notes: tally.notes(),
    counts,
    ...headings.placed(raw, text),
  };
}

/** What a page says of its encoding, unless a mark of byte order or its own bytes say otherwise. */
export function encodingOfPage(bytes: Uint8Array): TextEncoding | undefined {
  const [first = 0, second = 0] = bytes;
  const isMarked = (first === 0xef && second === 0xbb) || first === 0xff || first === 0xfe;
  if (isMarked) return undefined;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const label = said === undefined ? undefined : (aliases.get(said) ?? said);
  const known = textEncodings.find((name) => name === label);
  // A page that can be read as it says, and was not saved in UTF-16 since, is what it says.
  return known === undefined || known.startsWith('utf-16') || bytes.includes(0) ? undefined : known;
}

const aliases: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['us-ascii', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['iso-8859-9', 'windows-1254'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['sjis', 'shift_jis'],
  ['shift-jis', 'shift_jis'],
]);
