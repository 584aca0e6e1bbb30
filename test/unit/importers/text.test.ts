import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readText } from '../../../src/main/core/importers/text.ts';
import { readMarkdown } from '../../../src/main/core/importers/markdown.ts';
import type { TextEncoding } from '../../../src/main/core/importers/types.ts';
import { canonicalText } from '../../../src/shared/domain/text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const sample = 'Rina: Saya kaget — “café” 日本 مرحبا 😀\n';

function wide(text: string, unitBytes: 2 | 4, littleEndian: boolean): Uint8Array {
  const units =
    unitBytes === 2
      ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      : Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * unitBytes));
  units.forEach((unit, at) => {
    if (unitBytes === 2) view.setUint16(at * 2, unit, littleEndian);
    else view.setUint32(at * 4, unit, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

describe('encodings of a plain text', () => {
  it.each([
    ['UTF-8', utf8(sample), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\uFEFF${sample}`), 'utf-8'],
    ['UTF-16 LE with its mark', wide(`\uFEFF${sample}`, 2, true), 'utf-16le'],
    ['UTF-16 BE with its mark', wide(`\uFEFF${sample}`, 2, false), 'utf-16be'],
    ['UTF-32 LE with its mark', wide(`\uFEFF${sample}`, 4, true), 'utf-32le'],
    ['UTF-32 BE with its mark', wide(`\uFEFF${sample}`, 4, false), 'utf-32be'],
  ] as const)('%s is known for sure', (_, file, encoding) => {
    expect(decodeText(file)).toEqual({ text: sample, encoding, guessed: false, replaced: 0 });
  });

  it.each([
    ['UTF-16 LE', wide(sample, 2, true), 'utf-16le'],
    ['UTF-16 BE', wide(sample, 2, false), 'utf-16be'],
  ] as const)('%s without a mark is a guess from its zeros, and said so', (_, file, encoding) => {
    const document = readText(file);
    expect(document.text).toBe(sample);
    expect(document.notes).toContainEqual({ code: 'encoding-guessed', count: 1, detail: encoding });
  });

  it('Windows-1252 is a guess where it can be words', () => {
    const document = readText(bytes(0x52, 0x69, 0x6e, 0x61, 0x3a, 0x20, 0x93, 0x63, 0x61, 0x66, 0xe9, 0x94));
    expect(document.text).toBe('Rina: “café”');
    expect(document.encoding).toBe('windows-1252');
    expect(document.notes).toEqual([{ code: 'encoding-guessed', count: 1, detail: 'windows-1252' }]);
  });

  it.each([
    ['Arabic Windows-1256', bytes(0xe3, 0xd1, 0xcd, 0xc8, 0xc7)],
    ['Big5', bytes(0xa4, 0xa4, 0xa4, 0xe5, 0xb3, 0x58, 0xbd, 0xcd)],
    ['a byte Windows-1252 does not define', bytes(0x61, 0x62, 0x63, 0x64, 0x20, 0x81, 0x65, 0x66)],
  ])('%s is asked about, never shown as wrong letters', (_, file) => {
    expect(() => readText(file)).toThrow(expect.objectContaining({ code: 'encoding-unknown' }));
  });

  it('a chosen encoding decides, even against a good guess', () => {
    const document = readText(bytes(0xe3, 0xd1, 0xcd, 0xc8, 0xc7), 'windows-1256');
    expect(document).toMatchObject({ text: 'مرحبا', encoding: 'windows-1256', notes: [] });
    expect(readText(utf8('é'), 'windows-1252').text).toBe('Ã©');
  });

  it('UTF-8 with few bad bytes stays UTF-8; each bad one is replaced and counted', () => {
    const document = readText(bytes(...utf8('Ibu Sinta — “baik” — é'.repeat(3)), 0xe2, 0x80));
    expect(document.text.endsWith('é\uFFFD')).toBe(true);
    expect(document.notes).toEqual([
      { code: 'encoding-guessed', count: 1, detail: 'utf-8' },
      { code: 'undecodable-bytes-replaced', count: 1 },
    ]);
  });

  it.each([
    ['a lone surrogate in UTF-16', bytes(0xff, 0xfe, 0x61, 0, 0, 0xd8, 0x62, 0), 'a\uFFFDb'],
    ['half a unit at the end', bytes(0xff, 0xfe, 0x61, 0, 0x62), 'a\uFFFD'],
    ['a surrogate in UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0, 0xd8, 0, 0), 'a\uFFFD'],
  ])('%s is replaced and counted (T1: no lone surrogates)', (_, file, text) => {
    const document = readText(file);
    expect(document.text).toBe(text);
    expect(document.notes).toEqual([{ code: 'undecodable-bytes-replaced', count: 1 }]);
  });

  it.each([
    ['NUL in a text', utf8('a\0b\0\0c')],
    ['NUL in UTF-16 with its mark', wide('\uFEFFa\0b', 2, true)],
    ['compressed data', bytes(0x1f, 0x8c, 0, 0, 0, 3, 4, 5)],
    ['control characters in what is not UTF-8', bytes(0xff, 1, 2, 3, 0x61, 0x62, 0x63, 0x64)],
  ])('%s is no text: refused, never cut', (_, file) => {
    expect(() => readText(file)).toThrow(expect.objectContaining({ code: 'binary-file' }));
  });

  it('takes any text through every Unicode encoding unchanged but for its canonical form', { timeout: 60_000 }, () => {
    const encoders: Readonly<Partial<Record<TextEncoding, (text: string) => Uint8Array>>> = {
      'utf-8': utf8,
      'utf-16le': (text) => wide(text, 2, true),
      'utf-16be': (text) => wide(text, 2, false),
      'utf-32le': (text) => wide(text, 4, true),
      'utf-32be': (text) => wide(text, 4, false),
    };
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (random) => {
        const text = `x${random.replaceAll('\0', '')}`;
        const expected = readText(utf8(text)).text;
        for (const [encoding, encode] of Object.entries(encoders)) {
          expect(readText(encode(`\uFEFF${text}`)).text, encoding).toBe(expected);
        }
      }),
      { numRuns: 300, seed: 20_260_801 },
    );
  });
});

describe('canonical text (T1, T2)', () => {
  it.each([
    ['CR', 'a\rb', 'a\nb', []],
    ['CRLF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc', []],
    [
      'form feed, VT, NEL, LS and PS',
      'a\fb\vc\u0085d\u2028e\u2029f',
      'a\nb\nc\nd\ne\nf',
      [{ code: 'line-separators-converted', count: 5 }],
    ],
    [
      'control characters',
      '\u001B[31mmerah\u0007\u007F\u0090 \t',
      '[31mmerah \t',
      [{ code: 'control-characters-removed', count: 4 }],
    ],
    ['decomposed letters', 'cafe\u0301\nbiasa\ne\u0301', 'café\nbiasa\né', [{ code: 'normalised-to-nfc', count: 2 }]],
    [
      'a second mark of byte order',
      '\uFEFF\uFEFFa\uFEFFb',
      'a\uFEFFb',
      [
        { code: 'control-characters-removed', count: 1 },
        { code: 'invisible-characters-kept', count: 1 },
      ],
    ],
    [
      'direction, zero-width and tag characters',
      '\u202Ea\u2066b\u200B\u{E0041}',
      '\u202Ea\u2066b\u200B\u{E0041}',
      [{ code: 'invisible-characters-kept', count: 4 }],
    ],
    ['joiners that words need', 'ꦏ\u200Dꦏ\u200C👩\u200D👧', 'ꦏ\u200Dꦏ\u200C👩\u200D👧', []],
  ])('%s', (_, raw, text, notes) => {
    const document = readText(utf8(raw));
    expect(document.text).toBe(text);
    expect(document.notes).toEqual(notes);
  });

  it('is what the domain calls canonical, whatever comes in', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (random) => {
        const text = readText(utf8(`x${random.replaceAll('\0', '')}`)).text;
        expect(canonicalText(text)).toBe(text);
        expect(/[^\P{Cc}\n\t]/u.test(text)).toBe(false);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 1000, seed: 20_260_802 },
    );
  });

  it('looks at every character that needs it: no text is taken as it is that the domain would change', () => {
    const wrong: string[] = [];
    const look = (raw: string): void => {
      const expected = canonicalText(raw)
        .replace(/[^\P{Cc}\t\n]/gu, '')
        .replaceAll('\u2028', '\n');
      if (readText(utf8(raw)).text !== expected) wrong.push(raw);
    };
    // Each after letters with which it might compose, and alone among the emoji, of which none is looked at.
    for (let unit = 1; unit <= 0xffff; unit += 1)
      if ((unit & 0xf800) !== 0xd800) look(`A가${String.fromCharCode(unit)}`);
    for (let point = 0x1f000; point <= 0x1fbff; point += 1) look(`a${String.fromCodePoint(point)}`);
    look('a\u{1D15E}');
    look('a\u{2F800}');
    expect(wrong).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['space', ' \n\t\r\n\u00A0'],
    ['characters nobody sees', '\u200B\uFEFF\u202E'],
  ])('%s is no text', (_, raw) => {
    expect(() => readText(utf8(raw))).toThrow(expect.objectContaining({ code: 'no-text' }));
  });

  it('refuses a run of marks that would take the library minutes to sort', { timeout: 60_000 }, () => {
    const started = performance.now();
    expect(() => readText(utf8(`a${'\u0301\u0316'.repeat(500_000)}`))).toThrow(
      expect.objectContaining({ code: 'combining-marks-too-many' }),
    );
    expect(performance.now() - started).toBeLessThan(5000);
    expect(readText(utf8(`a${'\u0301'.repeat(100)}`)).text).toHaveLength(100);
  });

  it('takes 10,000,000 characters and not one more', { timeout: 60_000 }, () => {
    expect(readText(utf8('a'.repeat(10_000_000))).text).toHaveLength(10_000_000);
    expect(() => readText(utf8('a'.repeat(10_000_001)))).toThrow(
      expect.objectContaining({ code: 'text-too-long', params: { limit: 10_000_000 } }),
    );
    expect(() => readText(new Uint8Array(40_000_005))).toThrow(expect.objectContaining({ code: 'text-too-long' }));
  });
});

describe('Markdown', () => {
  it('is kept as it was written', () => {
    const source = '# Wawancara\n\n*Ibu Sinta*: [tautan](https://contoh.id) <b>x</b>\n\n| a | b |\n';
    expect(readMarkdown(utf8(source.replaceAll('\n', '\r\n')))).toMatchObject({
      text: source,
      format: 'md',
      notes: [],
    });
  });

  it.each([
    ['front matter', '---\nnarasumber: Rina\n---\nTeks', 3],
    ['front matter that ends with dots', '---\na: 1\nb: 2\n...', 4],
    ['a line across', 'Teks\n---\nLagi\n---\n', 0],
    ['a start without an end', '---\nTeks\n', 0],
  ])('%s stays in the text and is counted', (_, source, count) => {
    const document = readMarkdown(utf8(source));
    expect(document.text).toBe(source);
    expect(document.notes).toEqual(count === 0 ? [] : [{ code: 'front-matter-kept', count }]);
  });
});
