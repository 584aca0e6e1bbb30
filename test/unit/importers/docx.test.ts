import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/main/core/importers/read-document.ts';
import type { ReadDocument } from '../../../src/main/core/importers/types.ts';
import type { DocxParts } from '../../support/docx-builder.ts';
import { docx, externalRelation, paragraph, run, table, wrapRun } from '../../support/docx-builder.ts';

const read = (parts: DocxParts): ReadDocument => readDocument({ bytes: docx(parts), name: 'a.docx' });
const textOf = (body: string, more: Partial<DocxParts> = {}): string => read({ body, ...more }).text;
const refusal = (code: string): unknown => expect.objectContaining({ name: 'ImportRefusal', code });

describe('paragraphs and characters of a DOCX', () => {
  it('a paragraph is a line, an empty one too', () => {
    const document = read({ body: paragraph('Satu') + paragraph('') + paragraph('Dua <b> & “x”') });
    expect(document).toEqual({
      text: 'Satu\n\nDua <b> & “x”',
      format: 'docx',
      encoding: null,
      notes: [],
      counts: expect.objectContaining({ paragraphs: 3, tables: 0 }),
    });
  });

  it('runs join without a seam', () => {
    expect(textOf(paragraph(run('Ru', '<w:b/>') + run('ang') + run(' kerja')))).toBe('Ruang kerja');
  });

  it.each([
    ['a tab', '<w:tab/>', 'a\tb'],
    ['a tab to a place', '<w:ptab w:alignment="right"/>', 'a\tb'],
    ['a soft break (T2)', '<w:br/>', 'a\u2028b'],
    ['a soft break by type', '<w:br w:type="textWrapping" w:clear="all"/>', 'a\u2028b'],
    ['a carriage return', '<w:cr/>', 'a\u2028b'],
    ['a page break within words', '<w:br w:type="page"/>', 'a\u2028b'],
    ['a no-break hyphen', '<w:noBreakHyphen/>', 'a\u2011b'],
    ['a soft hyphen', '<w:softHyphen/>', 'a\u00ADb'],
    ['a symbol of a known font', '<w:sym w:font="Wingdings" w:char="F0FC"/>', 'a✓b'],
    ['a symbol that is a character', '<w:sym w:font="Cambria Math" w:char="2264"/>', 'a≤b'],
  ])('%s', (_, content, text) => {
    expect(textOf(paragraph(run('a') + wrapRun(content) + run('b')))).toBe(text);
  });

  it('a page break at the edge of a paragraph leaves nothing', () => {
    const pageBreak = wrapRun('<w:br w:type="page"/>');
    expect(textOf(paragraph(pageBreak + run('a') + pageBreak) + paragraph(pageBreak) + paragraph('b'))).toBe('a\n\nb');
  });

  it('an unknown symbol is replaced and counted', () => {
    const document = read({ body: paragraph(run('a') + wrapRun('<w:sym w:font="Webdings" w:char="F042"/>')) });
    expect(document.text).toBe('a\uFFFD');
    expect(document.notes).toEqual([{ code: 'symbols-replaced', count: 1 }]);
  });

  it('space around a text stays, indentation of the XML does not', () => {
    const plain = (text: string): string => wrapRun(`<w:t>${text}</w:t>`);
    expect(textOf(paragraph(plain('Ibu ') + plain('Rina')))).toBe('Ibu Rina');
    expect(textOf(paragraph(plain('\n      Ibu\n  Rina\n   ')))).toBe('Ibu   Rina');
    expect(textOf(paragraph(wrapRun('<w:t xml:space="preserve">\na\n</w:t>')))).toBe(' a ');
  });

  it('letters of a formula are text', () => {
    expect(textOf(paragraph(`${run('f ')}<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>`))).toBe('f x+y');
  });

  it('content controls, bookmarks, smart tags and links are looked through', () => {
    const inside = `<w:smartTag>${run('Jombang')}</w:smartTag><w:bookmarkStart w:id="1" w:name="x"/><w:hyperlink r:id="rId1">${run(' tautan')}</w:hyperlink>`;
    const body = `<w:sdt><w:sdtPr><w:alias w:val="rahasia"/></w:sdtPr><w:sdtContent>${paragraph(inside)}</w:sdtContent></w:sdt>`;
    const document = read({
      body,
      relations: externalRelation('rId1', 'hyperlink', 'file:///C:/Windows/System32/calc.exe'),
    });
    expect(document.text).toBe('Jombang tautan');
    expect(document.notes).toEqual([{ code: 'link-addresses-left-out', count: 1 }]);
    expect(document.counts.links).toBe(1);
  });

  it('headings are lines and are counted, by style or by level', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Judul1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Judul1"/></w:style>';
    const body =
      paragraph('Bab 1', '<w:pStyle w:val="Judul1"/>') +
      paragraph('1.1', '<w:pStyle w:val="Sub"/>') +
      paragraph('Lampiran', '<w:outlineLvl w:val="2"/>') +
      paragraph('isi');
    const document = read({ body, styles });
    expect(document.text).toBe('Bab 1\n1.1\nLampiran\nisi');
    expect(document.counts.headings).toBe(3);
  });

  it('the text is canonical: NFC, without control characters (T1)', () => {
    const document = read({ body: paragraph('cafe\u0301\u0085b\u2029c\u2028d') });
    expect(document.text).toBe('café\nb\nc\u2028d');
    expect(document.notes).toEqual([
      { code: 'line-separators-converted', count: 2 },
      { code: 'normalised-to-nfc', count: 1 },
    ]);
  });

  it('the strict form of the standard is read', () => {
    expect(textOf(paragraph('Narasumber'), { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' })).toBe(
      'Narasumber',
    );
  });
});

describe('tables of a DOCX', () => {
  it('a row is a line, its cells are joined by tabs', () => {
    const document = read({
      body:
        paragraph('Awal') +
        table([
          ['P', 'Apa kabar?'],
          ['N', '', 'Baik'],
        ]) +
        paragraph('Akhir'),
    });
    expect(document.text).toBe('Awal\nP\tApa kabar?\nN\t\tBaik\nAkhir');
    expect(document.counts).toMatchObject({ tables: 1 });
  });

  it('further paragraphs of a cell are further lines, its empty end is dropped', () => {
    const turns = paragraph('satu') + paragraph('') + paragraph('dua') + paragraph('');
    expect(
      textOf(
        table([
          ['P', turns, 'c'],
          [paragraph('') + paragraph(''), 'x'],
        ]),
      ),
    ).toBe('P\tsatu\n\ndua\tc\n\tx');
  });

  it('a table in a cell becomes lines of its own', () => {
    const inner =
      table([
        ['a', 'b'],
        ['c', 'd'],
      ]) + paragraph('');
    expect(textOf(table([['1', inner, '2']]) + paragraph('e'))).toBe('1\ta\tb\nc\td\t2\ne');
  });

  it('rows and cells inside content controls are rows and cells', () => {
    const cell = (text: string): string =>
      `<w:sdt><w:sdtContent><w:tc>${paragraph(text)}</w:tc></w:sdtContent></w:sdt>`;
    const body = `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell('a')}${cell('b')}</w:tr></w:sdtContent></w:sdt></w:tbl>`;
    expect(textOf(body)).toBe('a\tb');
  });
});

describe('footnotes, endnotes and text boxes of a DOCX', () => {
  const reference = (kind: string, id: number): string => wrapRun(`<w:${kind}Reference w:id="${id}"/>`);
  const note = (kind: string, id: number, text: string): string =>
    `<w:${kind} w:id="${id}">${paragraph(wrapRun(`<w:${kind}Ref/>`) + run(` ${text}`))}</w:${kind}>`;

  it('the mark stands in its place, the note at the end, in the order of the marks', () => {
    const document = read({
      body:
        paragraph(run('Satu') + reference('footnote', 7) + run(' dua') + reference('footnote', 3)) +
        paragraph(run('tiga') + reference('endnote', 2)),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph('____')}</w:footnote>${note('footnote', 3, 'ketiga')}${note('footnote', 7, 'ketujuh')}${note('footnote', 9, 'tanpa rujukan')}`,
      endnotes: note('endnote', 2, 'akhir'),
    });
    expect(document.text).toBe('Satu[1] dua[2]\ntiga[i]\n[1] ketujuh\n[2] ketiga\n[i] akhir');
    expect(document.notes).toEqual([
      { code: 'footnotes-appended', count: 2 },
      { code: 'endnotes-appended', count: 1 },
      { code: 'footnotes-left-out', count: 1 },
    ]);
    expect(document.counts).toMatchObject({ footnotes: 2, endnotes: 1 });
  });

  it('a text box follows its paragraph, once, though the file holds it twice', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}${paragraph('dua')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('kotak')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('kotak')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    const document = read({ body: paragraph(run('a') + wrapRun(both) + run('b')) + paragraph('c') });
    expect(document.text).toBe('ab\nkotak\ndua\nc');
    expect(document.notes).toEqual([{ code: 'text-boxes-moved', count: 1 }]);
    expect(textOf(paragraph(wrapRun(both)) + paragraph('c'))).toBe('kotak\ndua\nc');
  });

  it('the alternative is the one Word shows', () => {
    const choice = (requires: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="${requires}">${run('baru')}</mc:Choice><mc:Fallback>${run('lama')}</mc:Fallback></mc:AlternateContent>`;
    expect(textOf(paragraph(choice('w14')))).toBe('baru');
    expect(textOf(paragraph(choice('asing')))).toBe('lama');
  });
});

describe('a package that is no Word document', () => {
  it.each([
    ['another root', '<?xml version="1.0"?><html><body>halo</body></html>'],
    [
      'a body of no known namespace',
      '<w:document xmlns:w="urn:x"><w:body><w:p><w:r><w:t>halo</w:t></w:r></w:p></w:body></w:document>',
    ],
  ])('%s is refused, never an empty document', (_, document) => {
    expect(() => read({ body: '', document })).toThrow(refusal('not-a-docx'));
  });

  it('a document of pictures only says that it has no text', () => {
    const picture = wrapRun('<w:drawing><a:blip r:embed="rId1"/></w:drawing>');
    expect(() => read({ body: paragraph(picture) })).toThrow(refusal('no-text'));
  });

  it('names that differ in case only are refused: programs would read different texts', () => {
    expect(() => read({ body: paragraph('a'), parts: { 'WORD/Document.xml': 'x' } })).toThrow(refusal('file-damaged'));
  });

  it('10,000,000 characters are read and not one more', { timeout: 60_000 }, () => {
    const lines = paragraph('x'.repeat(99_999)).repeat(100);
    expect(read({ body: lines + paragraph(''), stored: true }).text).toHaveLength(10_000_000);
    expect(() => read({ body: lines + paragraph('x'), stored: true })).toThrow(refusal('text-too-long'));
  });
});
