// XLSX (ISO/IEC 29500-1): sheets with a frozen head, widths and a filter. Text is written as text, never as a formula.

import { strToU8, Zip, ZipDeflate } from 'fflate';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { harmlessCell } from './csv.ts';
import { officeTime } from './office.ts';
import { rowsWithHeads, type Cell, type Sheet } from './sheet.ts';
import { cellText, htmlText } from './xml-text.ts';

/** Excel refuses a file with more. */
const mostRows = 1_048_576;
/** Characters that a cell of Excel holds; a file with more in one is taken for damaged. */
export const longestCell = 32_767;

export type WrittenSheets = {
  readonly bytes: Uint8Array;
  /** Cells that were too long for Excel and end with an ellipsis. */
  readonly cut: number;
};

/** @throws SimpulError `too-large` where a sheet has more rows than Excel reads */
export function xlsxOf(sheets: readonly Sheet[]): WrittenSheets {
  const cut = { cells: 0 };
  const bytes = zipped([
    ['[Content_Types].xml', [contentTypes(sheets.length)]],
    ['_rels/.rels', [packageRelations]],
    ['xl/workbook.xml', [workbookXml(sheets)]],
    ['xl/_rels/workbook.xml.rels', [workbookRelations(sheets.length)]],
    ['xl/styles.xml', [stylesXml]],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, cut)] as const),
  ]);
  return { bytes, cut: cut.cells };
}

/** Piece by piece: a sheet of hundreds of thousands of rows is longer than a text can be. */
function zipped(files: readonly (readonly [name: string, pieces: Iterable<string>])[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const archive = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [name, pieces] of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = officeTime;
    archive.add(file);
    for (const piece of pieces) file.push(strToU8(piece));
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  // Bytes of their own: a buffer may be a part of one that others write to.
  return new Uint8Array(Buffer.concat(parts));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const pages = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  ).join('');
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${pages}</Types>`;
}

const packageRelations = `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookRelations(sheets: number): string {
  const pages = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  ).join('');
  return `${head}<Relationships xmlns="${packaged}/relationships">${pages}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheetNames(sheets);
  const pages = names
    .map((name, index) => `<sheet name="${htmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const filters = sheets
    .map((sheet, index) => {
      const name = (names[index] ?? '').replaceAll("'", "''");
      const range = `'${name}'!$A$1:$${columnName(sheet.columns.length - 1)}$${sheet.rows.length + 1}`;
      const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${htmlText(`'${name}'!$1:$1`)}</definedName>`;
      return `${titles}<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${htmlText(range)}</definedName>`;
    })
    .join('');
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${pages}</sheets><definedNames>${filters}</definedNames></workbook>`;
}

/** Names as Excel takes them: 31 characters, none of `[]:*?/\`, each once. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const used = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain =
      name
        .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
        .slice(0, 28)
        .trim() || `${index + 1}`;
    const own = used.has(plain.toLowerCase()) ? `${plain} ${index + 1}` : plain;
    used.add(own.toLowerCase());
    return own;
  });
}

/** Number of a style in `cellXfs`. */
const style = { head: 1, text: 2, quoted: 3, number: 4 } as const;

// `quotePrefix` is what an apostrophe typed before a text becomes: Excel keeps it a text when the cell is edited.
const stylesXml = `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEAEEF2"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>${textStyle('')}${textStyle(' quotePrefix="1"')}<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function textStyle(prefix: string): string {
  return `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"${prefix} applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
}

/** Rows that are written at once. */
const stretch = 1000;

function* sheetXml(sheet: Sheet, cut: { cells: number }): Generator<string> {
  const rows = rowsWithHeads(sheet);
  if (rows.length > mostRows) throw new SimpulError('too-large', { megabytes: 100 });
  const columns = sheet.columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width + 2}" customWidth="1"/>`)
    .join('');
  const names = sheet.columns.map((_, index) => columnName(index));
  const cells = (row: readonly Cell[], at: number): string =>
    row.map((cell, column) => cellXml(cell, `${names[column] ?? ''}${at}`, at === 1, cut)).join('');
  const range = `A1:${names.at(-1) ?? 'A'}${rows.length}`;
  yield `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${range}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
  for (let from = 0; from < rows.length; from += stretch) {
    const some = rows.slice(from, from + stretch).map((row, index) => {
      const at = from + index + 1;
      return `<row r="${at}" ht="${heightOf(sheet, row)}">${cells(row, at)}</row>`;
    });
    yield some.join('');
  }
  yield `</sheetData><autoFilter ref="${range}"/>${printed(sheet)}</worksheet>`;
}

/** Characters of 11 points that a line of A4 across takes when it is printed small but readable. */
const printedLine = 240;

/** On A4 across, as wide as the sheet is, its head on every page (as a name of the workbook), with numbers of pages. */
function printed({ columns }: Sheet): string {
  const characters = columns.reduce((sum, { width }) => sum + width + 2, 0);
  const pages = Math.ceil(characters / printedLine);
  return `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pages}" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
}

/** Points of a line, and the most that a row of Excel takes. */
const [linePoints, mostPoints] = [15, 409];

/** Programs that do not measure wrapped text when they open a file show as much of it as the row says. */
function heightOf({ columns }: Sheet, row: readonly Cell[]): number {
  const lines = row.map((cell, place) => {
    if (typeof cell !== 'string') return 1;
    const width = Math.max(1, columns[place]?.width ?? 1);
    return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
  });
  return Math.min(mostPoints, linePoints * Math.max(1, ...lines));
}

function cellXml(cell: Cell, at: string, isHead: boolean, cut: { cells: number }): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}" s="${style.number}"><v>${cell}</v></c>`;
  let text = cell;
  if (text.length > longestCell) {
    text = `${text.slice(0, longestCell - 1)}…`;
    cut.cells += 1;
  }
  const look = isHead ? style.head : harmlessCell(text) === text ? style.text : style.quoted;
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
