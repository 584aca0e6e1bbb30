import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/main/core/importers/number-formats.ts';
import { readDocument } from '../../../src/main/core/importers/read-document.ts';
import type { DocxParts } from '../../support/docx-builder.ts';
import { docx, paragraph } from '../../support/docx-builder.ts';

const textOf = (body: string, numbering: string, more: Partial<DocxParts> = {}): string =>
  readDocument({ bytes: docx({ body, numbering, ...more }), name: 'a.docx' }).text;
const item = (text: string, level = 0, list = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

describe('numbers of lists', () => {
  it('count by level, with the numbers of the levels above', () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'decimal', '%1.%2.%3')) +
      list(1, 0);
    const body =
      item('a') + item('b', 1) + item('c', 1) + item('d', 2) + item('e') + item('f', 1) + paragraph('g') + item('h');
    expect(textOf(body, numbering)).toBe('1. a\na) b\nb) c\n1.b.1 d\n2. e\na) f\ng\n3. h');
  });

  it('lists of one definition count on, unless one starts anew', () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.')) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    expect(textOf(item('a') + item('b', 0, 2) + item('c', 0, 3) + item('d', 0, 3), numbering)).toBe(
      '1. a\n2. b\n5. c\n6. d',
    );
  });

  it('a list may write a level its own way', () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1:')}</w:lvlOverride>`;
    expect(textOf(item('a') + item('b'), definition(0, level(0, 'decimal', '%1.')) + list(1, 0, own))).toBe(
      'I: a\nII: b',
    );
  });

  it('bullets are shown; those of symbol fonts as a dot', () => {
    const numbering = definition(0, level(0, 'bullet', '\uF0B7'), level(1, 'bullet', '–')) + list(1, 0);
    expect(textOf(item('a') + item('b', 1), numbering)).toBe('• a\n– b');
  });

  it('a level without a restart goes on, one of legal form counts in digits', () => {
    const numbering =
      definition(
        0,
        level(0, 'upperRoman', 'Bab %1', '<w:suff w:val="nothing"/>'),
        level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/><w:isLgl/>'),
      ) + list(1, 0);
    expect(textOf(item('') + item('a', 1) + item('') + item('b', 1), numbering)).toBe('Bab I\n1.1 a\nBab II\n2.2 b');
  });

  it('styles number paragraphs; list 0 takes the number away', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Daftar"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const styled = (text: string, more = ''): string => paragraph(text, `<w:pStyle w:val="Daftar"/>${more}`);
    const numbering = definition(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const body = styled('a') + styled('b', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('c');
    expect(textOf(body, numbering, { styles })).toBe('1. a\nb\n2. c');
  });

  it('a definition that links to a list style counts by that style', () => {
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Gaya"/></w:abstractNum>';
    const target = `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Gaya"/>${level(0, 'decimal', '(%1)')}</w:abstractNum>`;
    expect(textOf(item('a'), target + linked + list(1, 1))).toBe('(1) a');
  });

  it('an unknown list or level has no number, and is no error', () => {
    expect(textOf(item('a', 0, 9) + item('b', 8, 1), definition(0, level(0, 'decimal', '%1.')) + list(1, 0))).toBe(
      'a\nb',
    );
  });

  it('a deleted item does not count', () => {
    const deleted = paragraph(
      '',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
    );
    expect(textOf(item('a') + deleted + item('b'), definition(0, level(0, 'decimal', '%1.')) + list(1, 0))).toBe(
      '1. a\n2. b',
    );
  });
});

describe('number formats (17.18.59)', () => {
  it.each([
    [1, 'decimal', '1'],
    [3, 'decimalZero', '03'],
    [12, 'decimalZero', '12'],
    [26, 'lowerLetter', 'z'],
    [27, 'lowerLetter', 'aa'],
    [53, 'upperLetter', 'AAA'],
    [0, 'lowerLetter', '0'],
    [4, 'lowerRoman', 'iv'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [4000, 'upperRoman', '4000'],
    [7, 'none', ''],
    [7, 'koreanCounting', '7'],
  ] as const)('%i as %s is %s', (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });
});
