// Rules of GUIDE.md for EPUB and ELAN: what is text and in which order, what is left out, and that the report says so.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAnyDocument } from '../../../src/main/core/importers/read-any-document.ts';
import { ImportRefusal, type ReadDocument } from '../../../src/main/core/importers/types.ts';
import { risingStamps, timeStampsOf } from '../../../src/shared/domain/time-stamps.ts';
import { speakersOf, turnsOf } from '../../../src/shared/domain/turns.ts';
import { chapter, elan, epub, spoken, standing } from '../../support/book-builder.ts';

const read = (name: string, bytes: Uint8Array): Promise<ReadDocument> => readAnyDocument({ name, bytes });
const refusalOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const error: unknown = await read(name, bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof ImportRefusal ? error.code : 'read';
};

describe('EPUB', () => {
  it('chapters come in the order of the spine, not of the archive; names may be escaped', async () => {
    const bytes = epub({
      chapters: {
        'bab 2.xhtml': chapter('<h1>Dua</h1><p>kedua <i>kali</i></p>'),
        'bab1.xhtml': chapter('<h2>Satu</h2><ul><li>a</li><li>b</li></ul>'),
        'tidak-dibaca.xhtml': chapter('<p>lampiran</p>'),
      },
      spine: ['bab1.xhtml', 'bab 2.xhtml'],
    });
    const document = await read('buku.epub', bytes);
    expect(document.text).toBe('Satu\n• a\n• b\nDua\nkedua kali');
    expect(document).toMatchObject({ format: 'epub', encoding: null, counts: { headings: 2, listItems: 2 } });
    expect((await read('buku.zip', bytes)).notes).toContainEqual({
      code: 'format-differs-from-name',
      count: 1,
      detail: 'EPUB',
    });
  });

  it('an empty element of XHTML swallows nothing; pictures of the book are left out and counted', async () => {
    const body = '<p>a<span/>b</p><script src="x.js"/><img src="gambar.png" alt=""/><p>c</p>';
    const document = await read('a.epub', epub({ chapters: { 'a.xhtml': chapter(body) } }));
    expect(document.text).toBe('ab\nc');
    expect(document.notes).toContainEqual({ code: 'pictures-left-out', count: 1 });
    expect(document.notes).toContainEqual({ code: 'scripts-left-out', count: 2 });
  });

  it('encrypted chapters are refused, obfuscated fonts are not', async () => {
    const encrypted = (name: string): Readonly<Record<string, string>> => ({
      'META-INF/encryption.xml': `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="${name}"/></CipherData></EncryptedData></encryption>`,
    });
    const chapters = { 'a.xhtml': chapter('<p>a</p>') };
    expect(await refusalOf('a.epub', epub({ chapters, parts: encrypted('OEBPS/a.xhtml') }))).toBe('password-protected');
    expect(await refusalOf('a.epub', epub({ chapters, parts: encrypted('OEBPS/f.otf') }))).toBe('read');
  });

  it('a chapter that is not there is told; one that leads out of the book is never looked for', async () => {
    const bytes = epub({ chapters: { 'a.xhtml': chapter('<p>a</p>'), '../../etc/passwd': 'x' } });
    const outside = await read('a.epub', bytes);
    expect(outside.text).toBe('a');
    expect(outside.notes).toContainEqual({ code: 'chapters-missing', count: 1 });
    const lost = epub({ chapters: { 'a.xhtml': chapter('<p>a</p>') }, spine: ['a.xhtml', 'b'] });
    expect((await read('a.epub', lost)).notes).toContainEqual({ code: 'chapters-missing', count: 1 });
    expect(await refusalOf('a.epub', zipSync({ 'a.txt': strToU8('a') }))).toBe('not-as-named');
    expect(await refusalOf('a.epub', epub({ chapters: { 'a.xhtml': chapter('<p> </p>') } }))).toBe('no-text');
  });
});

describe('ELAN', () => {
  const tiers =
    `<TIER LINGUISTIC_TYPE_REF="utterance" PARTICIPANT="Rina" TIER_ID="A_tx">${spoken('a1', 1, 2, 'Selamat pagi.')}${spoken('a2', 5, 6, 'Baik, &amp; terima kasih.')}</TIER>` +
    `<TIER LINGUISTIC_TYPE_REF="utterance" PARTICIPANT="Budi" TIER_ID="B_tx">${spoken('b1', 3, 4, 'Pagi,\n  Bu.')}${spoken('b2', 7, 8, '')}</TIER>`;

  it('tiers are speakers, annotations stand in the order of time, times are stamps', async () => {
    const { text, notes } = await read(
      'a.eaf',
      strToU8(elan(tiers, [1200, 2000, 2500, 3000, 65_000, 66_000, 70_000, 71_000])),
    );
    expect(text).toBe(
      '[00:00:01.200] Rina: Selamat pagi.\n[00:00:02.500] Budi: Pagi, Bu.\n[00:01:05.000] Rina: Baik, & terima kasih.',
    );
    expect(speakersOf(turnsOf(`${text}\n[00:01:09.000] Budi: ya`))).toEqual(['Rina', 'Budi']);
    expect(risingStamps(timeStampsOf(text)).map(({ milliseconds }) => milliseconds)).toEqual([1200, 2500, 65_000]);
    expect(notes).toEqual([
      { code: 'external-content-left-out', count: 1 },
      { code: 'caption-ends-left-out', count: 3 },
    ]);
  });

  it('what stands beside an annotation follows it under its own name; single words are left out and counted', async () => {
    const more =
      `<TIER LINGUISTIC_TYPE_REF="beside" PARENT_REF="A_tx" PARTICIPANT="Rina" TIER_ID="A_ft">${standing('f1', 'a1', 'Good morning.')}</TIER>` +
      `<TIER LINGUISTIC_TYPE_REF="words" PARENT_REF="A_tx" PARTICIPANT="Rina" TIER_ID="A_w">${standing('w1', 'a1', 'Selamat')}${standing('w2', 'a1', 'pagi')}</TIER>`;
    const { text, notes } = await read(
      'a.eaf',
      strToU8(elan(tiers + more, [1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000])),
    );
    expect(text.split('\n').slice(0, 2)).toEqual(['[00:00:01] Rina: Selamat pagi.', 'Rina (A_ft): Good morning.']);
    expect(notes).toContainEqual({ code: 'annotations-left-out', count: 2 });
  });

  it('where a tier only numbers what is said, what stands at it has its time; words make an utterance without one', async () => {
    const numbered =
      `<TIER LINGUISTIC_TYPE_REF="utterance" TIER_ID="ref">${spoken('r1', 1, 2, '')}${spoken('r2', 3, 4, '')}</TIER>` +
      `<TIER LINGUISTIC_TYPE_REF="beside" PARENT_REF="ref" PARTICIPANT="Sari" TIER_ID="tx">${standing('t1', 'r1', 'Halo.')}</TIER>` +
      `<TIER LINGUISTIC_TYPE_REF="words" PARENT_REF="ref" TIER_ID="w">${standing('w1', 'r2', 'kata')}${standing('w2', 'r2', 'demi')}</TIER>`;
    const { text } = await read('a.eaf', strToU8(elan(numbered, [1000, null, 4000, 5000])));
    expect(text).toBe('[00:00:01] Sari (tx): Halo.\n[00:00:04] ref: kata demi');
  });

  it('a slot without a time orders its annotation between its neighbours, but is no stamp', async () => {
    const some = `<TIER LINGUISTIC_TYPE_REF="utterance" TIER_ID="A">${spoken('a1', 1, 2, 'satu')}${spoken('a2', 2, 3, 'dua')}${spoken('a3', 3, 3, 'tiga')}</TIER>`;
    const { text, notes } = await read('a.eaf', strToU8(elan(some, [1000, null, 20_000])));
    expect(text).toBe('[00:00:01] A: satu dua [00:00:20] tiga');
    expect(notes).toContainEqual({ code: 'caption-times-unusable', count: 1 });
  });

  it('other XML, a definition of types and a file without words are refused', async () => {
    expect(await refusalOf('a.eaf', strToU8('<html><body>a</body></html>'))).toBe('not-as-named');
    expect(await refusalOf('a.eaf', strToU8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'))).toBe(
      'dtd-refused',
    );
    expect(await refusalOf('a.eaf', strToU8(elan('', [])))).toBe('no-captions');
    const chain = Array.from({ length: 400 }, (_, index) => standing(`c${index + 1}`, `c${index}`, 'x')).join('');
    const deep = `<TIER LINGUISTIC_TYPE_REF="utterance" TIER_ID="A">${spoken('c0', 1, 1, 'x')}</TIER><TIER LINGUISTIC_TYPE_REF="beside" PARENT_REF="A" TIER_ID="B">${chain}</TIER>`;
    expect(await refusalOf('a.eaf', strToU8(elan(deep, [1])))).toBe('xml-too-deep');
  });
});
