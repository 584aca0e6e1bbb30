// Cases or documents × codes for statistics: a table, what its columns mean, and SPSS syntax that reads the table.

import type { VariableType } from '../../../shared/contract/cases.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { csvOf, plainCsvOf } from './csv.ts';
import type { Cell } from './sheet.ts';

export type MatrixVariable = { readonly name: string; readonly type: VariableType };
export type MatrixContent = {
  readonly language: Language;
  /** Of the files, without an extension. */
  readonly name: string;
  readonly rows: 'cases' | 'documents';
  readonly measure: 'codings' | 'binary' | 'words';
  readonly variables: readonly MatrixVariable[];
  readonly codes: readonly { readonly guid: string; readonly path: readonly string[] }[];
  readonly units: readonly {
    readonly name: string;
    /** In the order of the variables; null for none. */
    readonly values: readonly (string | null)[];
    readonly words: number | null;
    /** In the order of the codes. */
    readonly numbers: readonly number[];
  }[];
};

export type MatrixFiles = { readonly table: string; readonly columns: string; readonly syntax: string };

export function caseMatrix(content: MatrixContent): MatrixFiles {
  const columns = columnsOf(content);
  const rows = content.units.map(({ name, values, words, numbers }): Cell[] => [
    oneLine(name),
    ...values.map((value, place) => valueCell(value, content.variables[place]?.type ?? 'Text')),
    ...(words === null ? [] : [words]),
    ...numbers,
  ]);
  return {
    table: plainCsvOf([columns.map(({ column }) => column), ...rows]),
    columns: csvOf(columnRows(content, columns)),
    syntax: spssSyntax(content, columns, rows),
  };
}

/** The name of the table of columns beside the table itself. */
export function columnsName(name: string): string {
  return `${name}-columns.csv`;
}

type Column = {
  /** What R and SPSS call it. */
  readonly column: string;
  /** What people call it. */
  readonly label: string;
  readonly kind: 'unit' | 'variable' | 'words' | 'code';
  readonly type: VariableType;
  readonly guid: string;
};

function columnsOf({ language, rows, variables, codes, units }: MatrixContent): readonly Column[] {
  const name = namer();
  const unit = translate(language, rows === 'cases' ? 'exports.column.case' : 'exports.column.document');
  const words = translate(language, 'exports.matrix.words');
  return [
    { column: name(unit), label: unit, kind: 'unit', type: 'Text', guid: '' },
    ...variables.map(({ name: label, type }): Column => ({
      column: name(label),
      label,
      kind: 'variable',
      type,
      guid: '',
    })),
    ...(units.some(({ words: count }) => count !== null)
      ? [{ column: name(words), label: words, kind: 'words', type: 'Integer', guid: '' } as const]
      : []),
    ...codes.map(({ path, guid }): Column => {
      const label = path.join(' / ');
      return { column: name(path.at(-1) ?? ''), label, kind: 'code', type: 'Integer', guid };
    }),
  ];
}

// Words of the syntax that no variable of SPSS may be called.
const reserved = ['ALL', 'AND', 'BY', 'EQ', 'GE', 'GT', 'LE', 'LT', 'NE', 'NOT', 'OR', 'TO', 'WITH'];

/** Names that R and SPSS take as they are: Latin letters, digits and `_`, beginning with a letter, each once whatever the case. */
function namer(): (label: string) => string {
  const used = new Set(reserved);
  return (label) => {
    const plain = label
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 40);
    const base = /^[A-Za-z]/.test(plain) ? plain : plain === '' ? 'V' : `V_${plain}`;
    let own = base;
    for (let number = 2; used.has(own.toUpperCase()); number += 1) own = `${base}_${number}`;
    used.add(own.toUpperCase());
    return own;
  };
}

function columnRows({ language, measure }: MatrixContent, columns: readonly Column[]): readonly (readonly Cell[])[] {
  const meaning = ({ kind, type }: Column): string =>
    kind === 'code'
      ? translate(language, `exports.measure.${measure}`)
      : kind === 'variable'
        ? `${translate(language, 'exports.matrix.variable')} (${type})`
        : '';
  const heads = (['column', 'meaning', 'content', 'guid'] as const).map((key) =>
    translate(language, `exports.matrix.${key}`),
  );
  return [heads, ...columns.map((column) => [column.column, column.label, meaning(column), column.guid])];
}

function isNumber(type: VariableType): boolean {
  return type === 'Integer' || type === 'Float' || type === 'Boolean';
}

function valueCell(value: string | null, type: VariableType): Cell {
  if (value === null || value === '') return null;
  if (type === 'Boolean') return value === 'true' ? 1 : 0;
  if (isNumber(type) && Number.isFinite(Number(value))) return Number(value);
  return oneLine(value);
}

// SPSS reads one case a line, whatever stands in quotation marks.
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

/** Bytes that a text of SPSS may have. */
const longestText = 32_767;

function spssSyntax(content: MatrixContent, columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const { language, name } = content;
  const format = ({ type }: Column, place: number): string => {
    if (type === 'Date') return 'SDATE10';
    if (type === 'Float') return 'F16.6';
    if (isNumber(type)) return 'F12.0';
    const longest = rows.reduce((most, row) => Math.max(most, Buffer.byteLength(String(row[place] ?? ''))), 1);
    return `A${Math.min(longestText, longest)}`;
  };
  const level = ({ kind, type }: Column): string =>
    kind === 'code' || kind === 'words' || type === 'Integer' || type === 'Float' ? 'SCALE' : 'NOMINAL';
  const yesNo = columns.filter(({ kind, type }) => kind === 'variable' && type === 'Boolean');
  const binary = content.measure === 'binary' ? columns.filter(({ kind }) => kind === 'code') : [];
  const answers = [...yesNo, ...binary];
  const lines = [
    `* ${translate(language, 'exports.matrix.spss').replace(/\.$/, '')}.`,
    'SET UNICODE=ON.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(`${name}.csv`)}`,
    "  /ENCODING='UTF8'",
    '  /ARRANGEMENT=DELIMITED',
    '  /DELCASE=LINE',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map((column, place) => `    ${column.column} ${format(column, place)}`),
    '  .',
    'VARIABLE LABELS',
    ...columns.map(({ column, label }) => `  ${column} ${quoted(shortLabel(label))}`),
    '  .',
    ...(answers.length === 0
      ? []
      : [
          'VALUE LABELS',
          ...answers.map(({ column }) => `  ${column}`),
          `  0 ${quoted(translate(language, 'codebook.no'))} 1 ${quoted(translate(language, 'codebook.yes'))}.`,
        ]),
    'VARIABLE LEVEL',
    ...columns.map((column, place) => `  ${place === 0 ? '' : '/'}${column.column} (${level(column)})`),
    '  .',
    'EXECUTE.',
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return `'${oneLine(text).replaceAll("'", "''")}'`;
}

/** A label of SPSS has 256 bytes at most. */
function shortLabel(label: string): string {
  let short = label;
  while (Buffer.byteLength(short) > 250) short = short.slice(0, -10);
  return short === label ? label : `${short.toWellFormed()}…`;
}
