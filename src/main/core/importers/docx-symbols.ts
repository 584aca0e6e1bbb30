// `w:sym` names a glyph of a symbol font. The few that questionnaires and minutes really use get their Unicode character.

const wingdings: ReadonlyMap<number, string> = new Map([
  [0x4a, '☺'],
  [0x4c, '☹'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x76, '❖'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xdf, '←'],
  [0xe0, '→'],
  [0xe1, '↑'],
  [0xe2, '↓'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

const symbol: ReadonlyMap<number, string> = new Map([
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xad, '↑'],
  [0xae, '→'],
  [0xaf, '↓'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
]);

/**
 * The character of a symbol, or undefined where there is none known.
 * @param font name of the font as the document gives it
 * @param code hexadecimal, in the private use area (`F0FC`) or below
 */
export function symbolCharacter(font: string, code: string): string | undefined {
  if (!/^[0-9A-Fa-f]{1,6}$/.test(code)) return undefined;
  const point = Number.parseInt(code, 16);
  const glyph = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  if (/^wingdings$/i.test(font)) return wingdings.get(glyph);
  if (/^symbol$/i.test(font)) return symbol.get(glyph);
  const printable = point >= 0xa0 && point <= 0xffff && !(point >= 0xd800 && point <= 0xf8ff);
  return printable ? String.fromCodePoint(point) : undefined;
}
