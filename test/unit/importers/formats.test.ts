// Rules of GUIDE.md for ODT, RTF, HTML, PDF, VTT and SRT: what is text, what is left out, and that the report says so (H3, P5).

import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { timeStampsOf } from '../../../src/shared/domain/time-stamps.ts';
import { speakersOf, turnsOf } from '../../../src/shared/domain/turns.ts';
import { readAnyDocument } from '../../../src/main/core/importers/read-any-document.ts';
import type { ReadDocument } from '../../../src/main/core/importers/types.ts';
import { docx } from '../../support/docx-builder.ts';
import { lineAt, odt, pdf } from '../../support/page-builder.ts';

const noteCodesOf = ({ notes }: ReadDocument): readonly string[] => notes.map(({ code }) => code);
const read = (name: string, text: string | Uint8Array, comments?: 'memos'): Promise<ReadDocument> =>
  readAnyDocument({ name, bytes: typeof text === 'string' ? strToU8(text) : text, ...(comments ? { comments } : {}) });

describe('ODT', () => {
  it('white space is what a word processor shows; spaces, tabs and line breaks have elements of their own', async () => {
    const document = await read(
      'a.odt',
      odt('<text:p>\n  satu\n  dua<text:s text:c="3"/>tiga<text:tab/>empat<text:line-break/>lima</text:p><text:p/>'),
    );
    expect(document.text).toBe('satu dua   tiga\tempat\u2028lima\n');
  });

  it('hidden and deleted text stays out and is counted (P5)', async () => {
    const styles =
      '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>NAMA-ASLI</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      '<text:p>a<text:span text:style-name="T1">NAMA-ASLI</text:span>b</text:p>' +
      '<text:section text:display="none"><text:p>NAMA-ASLI</text:p></text:section>';
    const document = await read('a.odt', odt(body, styles));
    expect(document.text).toBe('ab');
    expect(document.notes).toEqual([
      { code: 'hidden-text-left-out', count: 2 },
      { code: 'tracked-deletions-left-out', count: 1 },
    ]);
  });

  it('rows are lines, cells are joined by tabs, lists keep numbers, notes stand at the end behind their marks', async () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>' +
      '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>';
    const item = (text: string): string => `<text:list-item><text:p>${text}</text:p></text:list-item>`;
    const cell = (text: string): string => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const body =
      `<text:list text:style-name="L1">${item('satu')}<text:list-item><text:p>dua</text:p><text:p>lanjut</text:p>` +
      `<text:list>${item('dalam')}</text:list></text:list-item></text:list>` +
      `<table:table><table:table-row>${cell('x')}${cell('y')}</table:table-row></table:table>` +
      '<text:p>kata<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>' +
      '<text:note-body><text:p>catatan</text:p></text:note-body></text:note>.</text:p>';
    const document = await read('a.odt', odt(body, styles));
    expect(document.text).toBe('1. satu\n2. dua\nlanjut\na) dalam\nx\ty\nkata[1].\n[1] catatan');
    expect(noteCodesOf(document)).toEqual(['footnotes-appended']);
    expect(document.counts).toMatchObject({ listItems: 3, tables: 1, footnotes: 1 });
  });
});

describe('comments (P5)', () => {
  const wordParts = {
    body:
      '<w:p><w:r><w:t xml:space="preserve">Saya </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>cafe\u0301 kaget</w:t></w:r>' +
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>.</w:t></w:r></w:p>',
    comments: '<w:comment w:id="0" w:author="Rina"><w:p><w:r><w:t>Tanya lagi?</w:t></w:r></w:p></w:comment>',
  };
  const writer = odt(
    '<text:p>Saya <office:annotation office:name="c1"><dc:creator>Rina</dc:creator><text:p>Tanya lagi?</text:p></office:annotation>' +
      'cafe\u0301 kaget<office:annotation-end office:name="c1"/>.</text:p>',
  );
  const rich = String.raw`{\rtf1\ansi Saya {\*\atrfstart 7}caf\'e9 kaget{\*\atrfend 7}{\*\atnid R}{\*\atnauthor Rina}{\chatn{\*\annotation{\*\atnref 7}Tanya lagi?}}.}`;
  const files = [
    ['a.docx', docx(wordParts)],
    ['a.odt', writer],
    ['a.rtf', strToU8(rich)],
  ] as const;

  it.each(files)('%s: left out and counted unless asked for', async (name, bytes) => {
    const document = await read(name, bytes);
    expect(document.text).toBe('Saya café kaget.');
    expect(document.notes).toContainEqual({ code: 'comments-left-out', count: 1 });
    expect(document.comments).toBeUndefined();
  });

  it.each(files)(
    '%s: asked for, each is a remark on its passage, counted in the canonical text',
    async (name, bytes) => {
      const document = await read(name, bytes, 'memos');
      expect(document.notes).toContainEqual({ code: 'comments-kept-as-memos', count: 1 });
      const [comment] = document.comments ?? [];
      expect(comment).toMatchObject({ author: 'Rina', text: 'Tanya lagi?' });
      expect(document.text.slice(comment?.passage?.start, comment?.passage?.end)).toBe('café kaget');
    },
  );
});

describe('RTF', () => {
  it('tables, lists, notes, boxes and fields read as in the other formats', async () => {
    const document = await read(
      'a.rtf',
      String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\stylesheet{\s1 heading;}}{\info{\author Rina}}` +
        String.raw`\pard {\listtext\pard 1.\tab}satu\par \trowd\cellx1\cellx2\pard\intbl x\cell y\par\cell\row\trowd\pard\intbl\cell z\cell\row\pard ` +
        String.raw`kata{\super\chftn}{\footnote\chftn  bawah}{\footnote\ftnalt akhir}\line lanjut\par ` +
        String.raw`{\field{\*\fldinst HYPERLINK "http://a"}{\fldrslt taut}}{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt kotak\par}}}\par}`,
    );
    expect(document.text).toBe('1. satu\nx\ty\n\tz\nkata[1][i]\u2028lanjut\ntaut\nkotak\n[1] bawah\n[i] akhir');
    expect(noteCodesOf(document).toSorted()).toEqual([
      'author-names-left-out',
      'endnotes-appended',
      'footnotes-appended',
      'link-addresses-left-out',
      'text-boxes-moved',
    ]);
  });

  it('characters beyond the code page come from \\u, and what stands for them elsewhere is skipped (\\uc)', async () => {
    const document = await read(
      'a.rtf',
      String.raw`{\rtf1\ansi\uc1 \u1087?\u1088\'3f{\uc0 \u1080}{\uc2\u1074 ??}\u-10179?\u-8704?\emdash}`,
    );
    expect(document.text).toBe('прив😀—');
  });
});

describe('HTML', () => {
  it('text is what a browser shows: blocks are lines, cells are joined by tabs, lists have labels', async () => {
    const document = await read(
      'a.html',
      '<!doctype html><html><head><title>judul</title><style>p{}</style><script>alert(1)</script></head><body><h1>Kepala</h1>' +
        '<p>satu\n  dua&nbsp;tiga<br>empat &amp; <b>lima</b></p><ol start=3><li><p>butir<li>lagi</ol><ul><li>titik</ul>' +
        '<table><tr><td>x<td>y<tr><th>z</table><pre>a\n  b</pre><p hidden>NAMA-ASLI</p><img src="http://127.0.0.1/x"><a href="javascript:x">klik</a>',
    );
    expect(document.text).toBe(
      'Kepala\nsatu dua\u00A0tiga\u2028empat & lima\n3. butir\n4. lagi\n• titik\nx\ty\nz\na\n  b\nklik',
    );
    expect(noteCodesOf(document)).toEqual([
      'hidden-text-left-out',
      'linked-pictures-left-out',
      'link-addresses-left-out',
      'scripts-left-out',
    ]);
  });

  it('is decoded as the page says', async () => {
    const bytes = Uint8Array.of(...strToU8('<meta charset="windows-1251"><p>'), 0xef, 0xf0, 0xe8);
    expect(await read('a.htm', bytes)).toMatchObject({ text: 'при', encoding: 'windows-1251' });
  });
});

describe('VTT and SRT', () => {
  const cue = (from: string, words: string): string => `00:00:${from}.000 --> 00:00:59.000\n${words}\n\n`;

  it('cues of one speaker are one turn with its time, further times follow in a long one (TS1, SP1)', async () => {
    const document = await read(
      'a.vtt',
      `WEBVTT\n\n${cue('01', '<v Rina>Apa kabar?')}${cue('02', '<v Rina>Lama tak bertemu.')}${cue('05', '<v Budi>Baik.')}` +
        cue('40', '<v Budi>Dan Ibu?'),
    );
    expect(document.text).toBe(
      '[00:00:01] Rina: Apa kabar? Lama tak bertemu.\n[00:00:05] Budi: Baik. [00:00:40] Dan Ibu?',
    );
    expect(timeStampsOf(document.text).map(({ milliseconds }) => milliseconds)).toEqual([1000, 5000, 40_000]);
  });

  it('names before a colon are speakers, as Zoom writes them; a name that is there once too', async () => {
    const document = await read(
      'a.srt',
      ['Rina: Apa?', 'Budi: Ya.', 'Rina: Oh.', 'Sari: Halo.']
        .map((words, index) => `${index + 1}\r\n00:00:0${index},000 --> 00:00:09,000\r\n${words}\r\n\r\n`)
        .join(''),
    );
    expect(document.text.split('\n')).toHaveLength(4);
    expect(speakersOf(turnsOf(document.text))).toEqual(['Rina']);
  });

  it('tags are left out, entities decoded, words between angle brackets kept', async () => {
    const document = await read('a.vtt', `WEBVTT\n\n${cue('01', '<i>ya</i> &lt;b&gt; <sic> <00:00:01.500>dan')}`);
    expect(document.text).toBe('[00:00:01] ya <b> <sic> dan');
  });
});

describe('PDF', () => {
  it('a scan is refused with its pages, a broken file as damaged', async () => {
    await expect(read('a.pdf', pdf(['', '']))).rejects.toMatchObject({
      code: 'scan-without-text',
      params: { pages: 2 },
    });
    await expect(read('a.pdf', '%PDF-1.7 rusak')).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('lines are joined where the word had no room, and the page map says where pages begin', async () => {
    const first = [
      lineAt(700, 'Rina: Ini kalimat yang panjang sekali sampai di te-'),
      lineAt(686, 'pi halaman.'),
      lineAt(672, 'Budi: Ya.'),
    ];
    const document = await read('a.pdf', pdf([first.join(' '), lineAt(700, 'Rina: Halaman dua.')]));
    expect(document.text).toBe(
      'Rina: Ini kalimat yang panjang sekali sampai di tepi halaman.\nBudi: Ya.\nRina: Halaman dua.',
    );
    expect(document.pages).toEqual([0, document.text.indexOf('Rina: Halaman')]);
    expect(noteCodesOf(document)).toEqual(['page-lines-joined', 'hyphens-joined', 'pdf-layout-guessed']);
  });
});
