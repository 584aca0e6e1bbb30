// P5: hidden text, tracked deletions, comments and names of authors never enter a project unnoticed. H3: never silence.

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/main/core/importers/read-document.ts';
import type { NoteCode, ReadDocument } from '../../../src/main/core/importers/types.ts';
import type { DocxParts } from '../../support/docx-builder.ts';
import { docx, externalRelation, paragraph, run, table, wrapRun } from '../../support/docx-builder.ts';

const secret = 'NAMA-ASLI';
const read = (parts: DocxParts): ReadDocument => {
  const document = readDocument({ bytes: docx(parts), name: 'a.docx' });
  expect(JSON.stringify(document)).not.toContain(secret);
  return document;
};
const notesOf = (document: ReadDocument): Partial<Record<NoteCode, number>> =>
  Object.fromEntries(document.notes.map((note) => [note.code, note.count]));

describe('hidden text', () => {
  it.each([
    ['on the run', run(secret, '<w:vanish/>')],
    ['on the run, in words', run(secret, '<w:vanish w:val="true"/>')],
    ['by the style of the run', run(secret, '<w:rStyle w:val="Samar"/>')],
    ['by a style based on another', run(secret, '<w:rStyle w:val="Anak"/>')],
  ])('%s is left out and counted', (_, hidden) => {
    const styles =
      '<w:style w:type="character" w:styleId="Samar"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Anak"><w:basedOn w:val="Samar"/></w:style>';
    const document = read({ body: paragraph(run('a') + hidden + run('b')), styles });
    expect(document.text).toBe('ab');
    expect(notesOf(document)).toEqual({ 'hidden-text-left-out': 1 });
  });

  it('by the style of the paragraph, the default one too', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Tampak"/>';
    const document = read({ body: paragraph(secret) + paragraph('tampak', '<w:pStyle w:val="Tampak"/>'), styles });
    expect(document.text).toBe('\ntampak');
  });

  it('paragraph and character style together show it again, and the run decides over both (17.7.3)', () => {
    const hide = '<w:rPr><w:vanish/></w:rPr>';
    const styles = `<w:style w:type="paragraph" w:styleId="P">${hide}</w:style><w:style w:type="character" w:styleId="C">${hide}</w:style>`;
    const inStyle = (content: string): string => paragraph(content, '<w:pStyle w:val="P"/>');
    const body =
      inStyle(run('dua kali', '<w:rStyle w:val="C"/>')) +
      inStyle(run('dibuka', '<w:vanish w:val="0"/>')) +
      inStyle(run(secret));
    expect(read({ body, styles }).text).toBe('dua kali\ndibuka\n');
  });

  it('a circle of styles ends', () => {
    const styles =
      '<w:style w:type="character" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="character" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    expect(read({ body: paragraph(run('a', '<w:rStyle w:val="A"/>')), styles }).text).toBe('a');
  });

  it('a hidden paragraph is no line', () => {
    const hidden = paragraph(run(secret, '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>');
    expect(read({ body: paragraph('a') + hidden + paragraph('b') }).text).toBe('a\nb');
  });

  it('a hidden row, a hidden footnote and a hidden text box are left out', () => {
    const row = `<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${paragraph(secret)}</w:tc></w:tr>`;
    const box = wrapRun(
      `<w:pict><v:textbox><w:txbxContent>${paragraph(secret)}</w:txbxContent></v:textbox></w:pict>`,
      '<w:vanish/>',
    );
    const reference = wrapRun('<w:footnoteReference w:id="1"/>', '<w:vanish/>');
    const document = read({
      body: `<w:tbl>${row}<w:tr><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>${paragraph(run('c') + box + reference)}`,
      footnotes: `<w:footnote w:id="1">${paragraph(secret)}</w:footnote>`,
    });
    expect(document.text).toBe('b\nc');
    expect(notesOf(document)).toEqual({ 'hidden-text-left-out': 3, 'footnotes-left-out': 1 });
  });
});

describe('tracked changes', () => {
  const by = 'w:id="1" w:author="NAMA-ASLI Penyunting"';

  it('deletions are left out, insertions kept, moves counted as both; no author is kept', () => {
    const body = paragraph(
      `${run('a')}<w:del ${by}><w:r><w:delText>${secret}</w:delText></w:r></w:del><w:ins ${by}>${run('b')}</w:ins>` +
        `<w:moveFrom ${by}>${run(secret)}</w:moveFrom><w:moveTo ${by}>${run('c')}</w:moveTo>`,
    );
    const document = read({ body });
    expect(document.text).toBe('abc');
    expect(notesOf(document)).toEqual({ 'tracked-deletions-left-out': 2, 'tracked-insertions-kept': 2 });
  });

  it('a deleted paragraph end joins two paragraphs; a deleted paragraph is no line', () => {
    const deleted = `<w:rPr><w:del ${by}/></w:rPr>`;
    const gone = paragraph(`<w:del ${by}><w:r><w:delText>${secret}</w:delText></w:r></w:del>`, deleted);
    expect(read({ body: paragraph('a', deleted) + paragraph('b') + gone + gone + paragraph('c') }).text).toBe('ab\nc');
  });

  it('deleted rows and cells are left out with all they hold', () => {
    const row = `<w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${paragraph(secret)}</w:tc></w:tr>`;
    const cell = `<w:tr><w:tc>${paragraph('a')}</w:tc><w:tc><w:tcPr><w:cellDel ${by}/></w:tcPr>${paragraph(secret)}${table([[secret]])}</w:tc></w:tr>`;
    const document = read({ body: `<w:tbl>${row}${cell}</w:tbl>` });
    expect(document.text.trimEnd()).toBe('a');
    expect(notesOf(document)).toEqual({ 'tracked-deletions-left-out': 2 });
  });

  it('former properties say nothing of the text now', () => {
    const former = `<w:rPrChange ${by}><w:rPr><w:vanish/></w:rPr></w:rPrChange>`;
    const formerList = `<w:pPrChange ${by}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`;
    expect(read({ body: paragraph(run('tampak', former), formerList) }).text).toBe('tampak');
  });
});

describe('fields: the result is text, the instruction never is', () => {
  const character = (type: string): string => wrapRun(`<w:fldChar w:fldCharType="${type}"/>`);
  const instruction = (text: string): string => wrapRun(`<w:instrText>${text}</w:instrText>`);
  const field = (code: string, result: string): string =>
    character('begin') + code + character('separate') + result + character('end');

  it.each([
    ['a simple field', `<w:fldSimple w:instr=" INCLUDETEXT ${secret} ">${run('hasil')}</w:fldSimple>`, 1],
    ['a field of characters', field(instruction(`DDEAUTO ${secret}`), run('hasil')), 1],
    [
      'a field inside an instruction',
      field(instruction('IF') + field(instruction('REF x'), run(secret)), run('hasil')),
      2,
    ],
    ['a field inside a result', field(instruction('TOC'), run('ha') + field(instruction('PAGEREF'), run('sil'))), 2],
  ])('%s', (_, content, count) => {
    const document = read({ body: paragraph(run('a ') + content + run(' b')) });
    expect(document.text).toBe('a hasil b');
    expect(document.counts.fields).toBe(count);
    expect(notesOf(document)).toEqual({ 'fields-kept-as-text': count });
  });

  it('a result may go over several paragraphs', () => {
    const body =
      paragraph(character('begin') + instruction('TOC') + character('separate') + run('Bab 1')) +
      paragraph('Bab 2') +
      paragraph(run('Bab 3') + character('end')) +
      paragraph('isi');
    expect(read({ body }).text).toBe('Bab 1\nBab 2\nBab 3\nisi');
  });

  it('a field that never ends swallows nothing', () => {
    const body =
      paragraph(character('begin') + run('satu')) + paragraph('dua') + paragraph(character('end') + run('tiga'));
    expect(read({ body }).text).toBe('satu\ndua\ntiga');
    expect(read({ body: paragraph(character('begin').repeat(500) + run('dalam')) + paragraph('luar') }).text).toBe(
      'dalam\nluar',
    );
  });
});

describe('what lies beside the text', () => {
  it('is named by kind and count and never kept', () => {
    const picture = (attribute: string): string => wrapRun(`<w:drawing><a:blip ${attribute}/></w:drawing>`);
    const document = read({
      body:
        paragraph(
          `${run('isi')}${wrapRun('<w:commentReference w:id="0"/>')}${picture('r:embed="in"')}${picture('r:link="out"')}`,
        ) +
        paragraph(wrapRun(`<w:object><v:imagedata r:id="in"/>${secret}</w:object>`)) +
        paragraph(
          `${run('字')}${wrapRun(`<w:ruby><w:rt>${run(secret)}</w:rt><w:rubyBase>${run('漢')}</w:rubyBase></w:ruby>`)}`,
        ) +
        '<w:altChunk r:id="chunk"/><w:subDoc r:id="sub"/>',
      relations:
        externalRelation('out', 'image', 'file:///tmp/NAMA-ASLI.png') +
        externalRelation('sub', 'subDocument', 'http://127.0.0.1/NAMA-ASLI'),
      comments: `<w:comment w:id="0" w:author="${secret}">${paragraph(secret)}</w:comment><w:comment w:id="1">${paragraph(secret)}</w:comment>`,
      header: paragraph(`Rahasia ${secret}`),
      footer: paragraph('12'),
      core: `<dc:creator>${secret}</dc:creator><cp:lastModifiedBy>${secret} 2</cp:lastModifiedBy><dc:title>x</dc:title>`,
      parts: { 'word/vbaProject.bin': secret, 'word/media/a.png': secret },
    });
    expect(document.text).toBe('isi\n\n字漢');
    expect(notesOf(document)).toEqual({
      'comments-left-out': 2,
      'pictures-left-out': 1,
      'linked-pictures-left-out': 1,
      'embedded-objects-left-out': 1,
      'phonetic-text-left-out': 1,
      'external-content-left-out': 2,
      'headers-left-out': 1,
      'macro-left-out': 1,
      'author-names-left-out': 2,
    });
    expect(document.counts).toMatchObject({ comments: 2, images: 2 });
  });

  it('a template elsewhere is never fetched, only counted', () => {
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:18999/t.dotm" TargetMode="External"/></Relationships>';
    const document = read({
      body: paragraph('a'),
      settings: '<w:attachedTemplate r:id="t"/>',
      parts: { 'word/_rels/settings.xml.rels': rels },
    });
    expect(notesOf(document)).toEqual({ 'external-content-left-out': 1 });
  });

  it('a DTD in any part that is read refuses the file', () => {
    const evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';
    const relation =
      '<Relationship Id="f" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="evil.xml"/>';
    expect(() => read({ body: paragraph('a'), relations: relation, parts: { 'word/evil.xml': evil } })).toThrow(
      expect.objectContaining({ code: 'dtd-refused' }),
    );
  });
});
