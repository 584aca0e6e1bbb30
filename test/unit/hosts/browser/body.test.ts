import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../../src/main/hosts/browser/body.ts';
import { attachment, safeFileName } from '../../../../src/main/platform/content-disposition.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

describe('B9: JSON from outside', () => {
  test('values come out as they are; brackets within text do not count', () => {
    const value = { text: '[[{{"\\'.repeat(100), list: [[1], { a: null }] };
    expect(parseJson(bytes(JSON.stringify(value)))).toEqual(value);
  });
  test('nothing nested deeper than any request of ours', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(bytes(nested(64)))).toBeInstanceOf(Array);
    expect(parseJson(bytes(nested(65)))).toBeUndefined();
    expect(parseJson(bytes('{"a":'.repeat(100_000)))).toBeUndefined();
  });
  test('no JSON and no UTF-8', () => {
    for (const wrong of [bytes(''), bytes('{'), bytes('NaN'), bytes('{a:1}'), Uint8Array.of(0x22, 0xff, 0x22)]) {
      expect(parseJson(wrong)).toBeUndefined();
    }
  });
});

describe('H6: names of files handed out', () => {
  test.each([
    ['Buku kode – Transparansi.csv', 'Buku kode – Transparansi.csv'],
    ['../../tmp/x', '-..-tmp-x'],
    ['C:\\Windows\\x.txt', 'C--Windows-x.txt'],
    ['CON', 'Simpul CON'],
    ['nul.txt', 'Simpul nul.txt'],
    ['', 'Simpul'],
    ['..', 'Simpul'],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie- x=1'],
    ['gambar\u202Egnp.exe', 'gambargnp.exe'],
    ['\ud800.txt', '\ufffd.txt'],
    [`${'é'.repeat(300)}.docx`, `${'é'.repeat(145)}.docx`],
  ])('%j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test('RFC 6266: a plain name for old readers, the true one encoded', () => {
    expect(attachment("Peta 'kode' (100%) é.svg")).toBe(
      `attachment; filename="Peta 'kode' (100_) e_.svg"; filename*=UTF-8''Peta%20%27kode%27%20%28100%25%29%20%C3%A9.svg`,
    );
    expect(attachment('"\r\n\\x')).toMatch(/^attachment; filename="[^"\r\n\\]+"; filename\*=UTF-8''[\w%.-]+$/);
  });
});
