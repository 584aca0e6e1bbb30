// TXT in any encoding: a mark of byte order, else valid UTF-8, else evidence, else a guess that is named or a question.

import { canonicalise, linesOf } from './canonical.ts';
import { createTally } from './tally.ts';
import type { DocumentFormat, ReadDocument, TextEncoding } from './types.ts';
import { ImportRefusal, importLimits, noCounts } from './types.ts';

/** A decoded text and how sure we are of it. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** True where another encoding could have been meant. */
  readonly guessed: boolean;
  /** Bytes or units that say nothing in this encoding, each now U+FFFD. */
  readonly replaced: number;
};

/**
 * Reads a plain text. Soft breaks do not exist in it: U+2028 and U+2029 end a line like `\n`.
 * @param encoding chosen by a person; otherwise found out
 * @throws ImportRefusal `binary-file`, `encoding-unknown`, `text-too-long`, `no-text`
 */
export function readText(bytes: Uint8Array, encoding?: TextEncoding, format: DocumentFormat = 'txt'): ReadDocument {
  const decoded = decodeText(bytes, encoding);
  const tally = createTally();
  if (decoded.guessed) tally.add('encoding-guessed', 1, decoded.encoding);
  tally.add('undecodable-bytes-replaced', decoded.replaced);
  const text = canonicalise(decoded.text, false, tally);
  const paragraphs = linesOf(text);
  return {
    text,
    asInFile: decoded.encoding === 'utf-8' && text === decoded.text && markOf(bytes) === undefined,
    format,
    encoding: decoded.encoding,
    notes: tally.notes(),
    counts: { ...noCounts(), paragraphs },
  };
}

/**
 * Decodes a text file.
 * @throws ImportRefusal `binary-file` for NUL characters, `encoding-unknown` where only a person can say
 */
export function decodeText(bytes: Uint8Array, encoding?: TextEncoding): DecodedText {
  // Four bytes hold a character in every encoding, so a longer file cannot fit the limit.
  if (bytes.length > importLimits.textLength * 4 + 4) {
    throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
  }
  const decoded = encoding === undefined ? detect(bytes) : decodeAs(bytes, encoding, false);
  // Cut at a NUL or freed from it, the text would not be what the file says.
  if (decoded.text.includes('\0')) throw new ImportRefusal('binary-file');
  return decoded;
}

function detect(bytes: Uint8Array): DecodedText {
  const marked = markOf(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked, false);
  const utf8 = strictly(bytes, 'utf-8');
  const hasNul = bytes.includes(0);
  if (utf8 !== undefined && !hasNul) return { text: utf8, encoding: 'utf-8', guessed: false, replaced: 0 };
  if (hasNul) return wideWithoutMark(bytes);
  return damagedUtf8(bytes) ?? windows1252(bytes);
}

function markOf(bytes: Uint8Array): TextEncoding | undefined {
  const starts = (...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8';
  // FF FE 00 00 could also be UTF-16 that begins with a NUL, which no text does.
  if (starts(0xff, 0xfe, 0, 0) && bytes.length % 4 === 0) return 'utf-32le';
  if (starts(0, 0, 0xfe, 0xff) && bytes.length % 4 === 0) return 'utf-32be';
  if (starts(0xff, 0xfe)) return 'utf-16le';
  if (starts(0xfe, 0xff)) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: the upper halves of ASCII are zero, nearly all at even or all at odd places, and what comes out holds no
 * control characters. Anything else with a NUL is not text.
 */
function wideWithoutMark(bytes: Uint8Array): DecodedText {
  const units = bytes.length >> 1;
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  });
  const [atEven = 0, atOdd = 0] = zeros;
  const encoding = atOdd > atEven ? 'utf-16le' : 'utf-16be';
  const most = Math.max(atEven, atOdd);
  const enough = most >= units * 0.05 && Math.min(atEven, atOdd) <= most * 0.1;
  const text = enough && bytes.length % 2 === 0 ? strictly(bytes, encoding) : undefined;
  if (text === undefined || /[^\P{Cc}\s]/u.test(text)) throw new ImportRefusal('binary-file');
  return { text, encoding, guessed: true, replaced: 0 };
}

/** UTF-8 with a few bad bytes, such as a file that was cut: many good long sequences for each bad one. */
function damagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const decoded = decodeAs(bytes, 'utf-8', true);
  let long = 0;
  for (const byte of bytes) if (byte >= 0xc2 && byte <= 0xf4) long += 1;
  return long - decoded.replaced >= decoded.replaced * 4 ? decoded : undefined;
}

/**
 * The usual encoding of older Windows files in Latin letters. It can decode anything, so it is taken only where the result can
 * be words: few letters beyond ASCII, none of the five bytes it does not define, hardly a control character.
 */
function windows1252(bytes: Uint8Array): DecodedText {
  let beyond = 0;
  let visible = 0;
  let controls = 0;
  let undefinedBytes = 0;
  for (const byte of bytes) {
    if (byte > 0x20) visible += 1;
    if (byte >= 0x80) beyond += 1;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls += 1;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) undefinedBytes += 1;
  }
  if (controls > bytes.length * 0.01) throw new ImportRefusal('binary-file');
  if (undefinedBytes > 0 || beyond > visible * 0.3) throw new ImportRefusal('encoding-unknown');
  return decodeAs(bytes, 'windows-1252', true);
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding, guessed: boolean): DecodedText {
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return { ...decodeUtf32(bytes, encoding), encoding, guessed };
  const exact = strictly(bytes, encoding);
  if (exact !== undefined) return { text: exact, encoding, guessed, replaced: 0 };
  const text = new TextDecoder(encoding).decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) replaced += 1;
  return { text, encoding, guessed, replaced };
}

/** The text, without its mark of byte order, or undefined where a byte says nothing. */
function strictly(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The platform has no decoder for it. */
function decodeUtf32(bytes: Uint8Array, encoding: 'utf-32le' | 'utf-32be'): { text: string; replaced: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let units: number[] = [];
  let replaced = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, encoding === 'utf-32le');
    if (at === 0 && point === 0xfeff) continue;
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!valid) replaced += 1;
    units.push(valid ? point : 0xfffd);
    if (units.length === 8192) {
      parts.push(String.fromCodePoint(...units));
      units = [];
    }
  }
  if (bytes.length % 4 !== 0) {
    units.push(0xfffd);
    replaced += 1;
  }
  parts.push(String.fromCodePoint(...units));
  return { text: parts.join(''), replaced };
}
