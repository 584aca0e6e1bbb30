import { describe, expect, it } from 'vitest';
import { createXmlReader } from '../../../src/main/core/importers/xml.ts';

/** Everything a reader hears, as one string. */
function heard(bytes: Uint8Array, step = bytes.length): string {
  const events: string[] = [];
  const reader = createXmlReader({
    open: (element) => events.push(`<${element.uri === '' ? '' : `{${element.uri}}`}${element.local}>`),
    close: () => events.push('</>'),
    text: (text) => events.push(text),
  });
  for (let at = 0; at < bytes.length; at += step) reader.write(bytes.subarray(at, at + step));
  reader.close();
  return events.join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(littleEndian ? bytes : bytes.swap16());
};
const refusal = (code: string): unknown => expect.objectContaining({ name: 'ImportRefusal', code });

describe('reading XML', () => {
  it('hears elements with their namespaces, text and CDATA, in pieces of any size', () => {
    const document = utf8('<a xmlns="urn:x"><b>é &amp; &#x1F600;</b><![CDATA[<c>]]></a>');
    const expected = '<{urn:x}a><{urn:x}b>é & 😀</><c></>';
    for (const step of [1, 2, 3, 7, 1000]) expect(heard(document, step)).toBe(expected);
  });

  it.each([
    ['UTF-8 with its mark', utf8('\uFEFF<?xml version="1.0" encoding="UTF-8"?><a>é</a>')],
    ['UTF-16 LE with its mark', utf16('\uFEFF<?xml version="1.0" encoding="UTF-16"?><a>é</a>', true)],
    ['UTF-16 BE without a mark', utf16('<?xml version="1.0" encoding="utf-16"?><a>é</a>', false)],
  ])('decodes %s', (_, bytes) => {
    expect(heard(bytes)).toBe('<a>é</>');
    expect(heard(bytes, 1)).toBe('<a>é</>');
  });

  it.each([
    ['an entity that reads a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['an external DTD', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>'],
    ['an empty DTD', '<!DOCTYPE a><a/>'],
  ])('refuses %s', (_, document) => {
    expect(() => heard(utf8(document))).toThrow(refusal('dtd-refused'));
    expect(() => heard(utf16(`\uFEFF${document}`, true))).toThrow(refusal('dtd-refused'));
  });

  it.each([
    ['nothing', ''],
    ['an open element', '<a><b></b>'],
    ['crossed elements', '<a><b></a></b>'],
    ['an entity of its own', '<a>&constructor;</a>'],
    ['an entity nobody defined', '<a>&nbsp;</a>'],
    ['a reference to NUL', '<a>&#0;</a>'],
    ['a reference to half a pair', '<a>&#xD800;</a>'],
    ['a control character', '<a>\u0001</a>'],
    ['a control character of XML 1.1', '<?xml version="1.1"?><a>&#1;</a>'],
    ['a prefix without a namespace', '<x:a/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['another encoding than it claims', '<?xml version="1.0" encoding="windows-1252"?><a>é</a>'],
    ['a long nothing before the root', `<!--${'x'.repeat(300_000)}`],
  ])('refuses %s as malformed', (_, document) => {
    expect(() => heard(utf8(document))).toThrow(refusal('xml-malformed'));
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => heard(Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]))).toThrow(
      refusal('xml-malformed'),
    );
    expect(() => heard(Uint8Array.from([0x3c, 0x61, 0x2f, 0x3e, 0xc3]))).toThrow(refusal('xml-malformed'));
  });

  it('goes 256 levels deep and no further', () => {
    const nested = (depth: number): Uint8Array => utf8('<a>'.repeat(depth) + '</a>'.repeat(depth));
    expect(heard(nested(256))).toContain('<a></>');
    expect(() => heard(nested(257))).toThrow(refusal('xml-too-deep'));
  });

  it('keeps no text that is longer than any document', { timeout: 60_000 }, () => {
    expect(() => heard(utf8(`<a>${'x'.repeat(11_200_000)}</a>`))).toThrow(refusal('text-too-long'));
  });
});
