// XLSX: values as the file stores them. Formulas are never computed: their last result counts. Dates are told by their format.

import { restoredSigns } from '../exporters/xml-text.ts';
import type { OpcPackage } from '../importers/opc.ts';
import { attributeOf, type XmlElement, type XmlHandlers } from '../importers/xml.ts';
import { ImportRefusal } from '../importers/types.ts';
import { refuseLargeTable, type ReadTable } from './table.ts';

type Sheet = { readonly name: string; readonly relation: string; readonly isHidden: boolean };
type Workbook = { readonly sheets: readonly Sheet[]; readonly from1904: boolean };

/**
 * Reads the first sheet that is shown, or the one asked for.
 * @param part name of the workbook's part
 * @throws ImportRefusal as the package and its XML, `not-as-named`, `table-too-large`
 */
export function readXlsx(opened: OpcPackage, part: string, wanted?: string): ReadTable {
  const { sheets, from1904 } = readWorkbook(opened, part);
  const shown = sheets.filter(({ isHidden }) => !isHidden);
  const sheet = shown.find(({ name }) => name === wanted) ?? shown[0];
  const relations = opened.relationsOf(part);
  const target = relations.find(({ id }) => id === sheet?.relation)?.part;
  if (target === undefined || !opened.has(target)) throw new ImportRefusal('not-as-named', { format: 'XLSX' });
  const related = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && relation.part !== undefined && opened.has(relation.part))
      ?.part;
  const strings = readStrings(opened, related('sharedStrings'));
  const dates = readDateStyles(opened, related('styles'));
  return {
    rows: readRows(opened, target, { strings, dates, from1904 }),
    sheets: shown.map(({ name }) => name),
    hiddenSheets: sheets.length - shown.length,
    delimiter: null,
    encoding: null,
  };
}

function readWorkbook(opened: OpcPackage, part: string): Workbook {
  const sheets: Sheet[] = [];
  let from1904 = false;
  opened.readXml(part, {
    open: (element) => {
      if (element.local === 'workbookPr') from1904 = /^(1|true)$/.test(attributeOf(element, 'date1904') ?? '');
      if (element.local !== 'sheet') return;
      sheets.push({
        name: attributeOf(element, 'name') ?? '',
        relation: attributeOf(element, 'id', (uri) => uri !== '') ?? '',
        isHidden: /hidden/i.test(attributeOf(element, 'state') ?? ''),
      });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, from1904 };
}

/** Texts that many cells share; reading aids above them are left out. */
function readStrings(opened: OpcPackage, part: string | undefined): readonly string[] {
  if (part === undefined) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inAid = false;
  opened.readXml(part, {
    open: ({ local }) => {
      if (local === 'si') text = '';
      if (local === 'rPh') inAid = true;
      inText = local === 't' && !inAid;
    },
    close: ({ local }) => {
      if (local === 't') inText = false;
      if (local === 'rPh') inAid = false;
      if (local !== 'si') return;
      strings.push(restoredSigns(text));
      refuseLargeTable(0, strings.length);
    },
    text: (words) => {
      if (inText) text += words;
    },
  });
  return strings;
}

/** Formats of cells, by their number: true for days and times. */
function readDateStyles(opened: OpcPackage, part: string | undefined): readonly boolean[] {
  if (part === undefined) return [];
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inFormats = false;
  opened.readXml(part, {
    open: (element) => {
      if (element.local === 'numFmt') {
        const code = (attributeOf(element, 'formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        own.set(
          Number(attributeOf(element, 'numFmtId')),
          /[ymdhs]/i.test(code) && !/[#0?]/.test(code.replace(/s\.0+/gi, '')),
        );
      } else if (element.local === 'cellXfs') inFormats = true;
      else if (element.local === 'xf' && inFormats) {
        const format = Number(attributeOf(element, 'numFmtId'));
        // ISO/IEC 29500-1, 18.8.30: built-in formats of dates and times.
        styles.push(own.get(format) ?? ((format >= 14 && format <= 22) || (format >= 45 && format <= 47)));
      }
    },
    close: ({ local }) => {
      if (local === 'cellXfs') inFormats = false;
    },
    text: () => undefined,
  });
  return styles;
}

type Reading = { readonly strings: readonly string[]; readonly dates: readonly boolean[]; readonly from1904: boolean };

function readRows(opened: OpcPackage, part: string, reading: Reading): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let column = 0;
  let type = '';
  let style = 0;
  let value = '';
  let isValue = false;
  const handlers: XmlHandlers = {
    open: (element) => {
      if (element.local === 'row') {
        row = [];
        column = 0;
      } else if (element.local === 'c') {
        column = columnOf(element) ?? column;
        type = attributeOf(element, 't') ?? 'n';
        style = Number(attributeOf(element, 's') ?? 0);
        value = '';
      }
      isValue = element.local === 'v' || element.local === 't';
    },
    close: ({ local }) => {
      isValue = false;
      if (local === 'c') {
        const text = textOfCell(type, value, reading.dates[style] === true, reading);
        if (text !== '' && column < widest) {
          while (row.length < column) row.push('');
          row[column] = text;
        }
        column += 1;
        cells += 1;
        refuseLargeTable(rows.length, cells);
      } else if (local === 'row' && row.some((cell) => cell !== '')) rows.push(row);
    },
    text: (words) => {
      if (isValue) value += words;
    },
  };
  opened.readXml(part, handlers);
  return rows;
}

/** Columns a table may have; a cell far to the right would fill a row with nothing. */
const widest = 2_000;

function columnOf(element: XmlElement): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(attributeOf(element, 'r') ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOfCell(type: string, value: string, isDate: boolean, { strings, from1904 }: Reading): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'true' : value === '0' ? 'false' : '';
    case 'e':
      return '';
    case 'str':
    case 'inlineStr':
      return restoredSigns(value);
    case 'd':
      return value;
    default:
      return isDate ? momentOf(Number(value), from1904) : plainNumber(value);
  }
}

/**
 * Digits as people read them: a spreadsheet writes 0.1 + 0.2 with all its digits. Words that a program left in a cell
 * without saying that they are words are words; what only fails to be a number (NaN, 1e400) is nothing.
 */
function plainNumber(value: string): string {
  const number = Number(value);
  if (value.trim() === '') return '';
  if (!Number.isFinite(number)) return /^[+-]?(?:nan|inf(?:inity)?|[\d.].*)$/i.test(value.trim()) ? '' : value;
  const text = String(Number(number.toPrecision(15)));
  return text.includes('e') ? value : text;
}

/** Days since the last of 1899, or since 1904; Excel takes 1900 for a leap year, so days before March 1900 are not told. */
function momentOf(days: number, from1904: boolean): string {
  if (!Number.isFinite(days) || days < (from1904 ? 0 : 61) || days > 2_958_465) return '';
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const iso = new Date(start + Math.round(days * 86_400) * 1000).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
