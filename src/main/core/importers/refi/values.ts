// Values of attributes as the tools write them, brought to the one spelling of the standard.

import { parseGuid } from '../../../../shared/domain/ids.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import type { Notes } from '../../merge/notes.ts';
import type { AttributeType } from './schema.ts';

/**
 * @returns null where the value says nothing; what was unreadable is noted
 * @param what the attribute with its element, for the report
 */
export function canonicalAttribute(type: AttributeType, raw: string, what: string, notes: Notes): string | null {
  if (type === 'text') return raw;
  const value = raw.trim();
  if (value === '') return null;
  const read = readers[type](value, notes);
  if (read === null) notes.add(type === 'color' ? 'color-unreadable' : 'value-unreadable', `${what}="${value}"`);
  return read;
}

type Reader = (value: string, notes: Notes) => string | null;

const oneOf = (...allowed: readonly string[]): Reader => {
  return (value) => allowed.find((each) => each.toLowerCase() === value.toLowerCase()) ?? null;
};

const guidOf: Reader = (value, notes) => {
  const guid = parseGuid(value);
  if (guid) return guid;
  notes.add('guid-replaced', value);
  return derivedGuid('not a guid', value);
};

const readers: Readonly<Record<Exclude<AttributeType, 'text'>, Reader>> = {
  guid: guidOf,
  reference: (value) => parseGuid(value) ?? derivedGuid('not a guid', value),
  moment: momentOf,
  integer: (value) => {
    if (!/^[+-]?\d{1,15}(\.\d*)?$/.test(value)) return null;
    return String(Math.round(Number(value)) + 0);
  },
  boolean: (value) => booleans.get(value.toLowerCase()) ?? null,
  color: colorOf,
  'variable-type': oneOf('Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'),
  direction: oneOf('Associative', 'OneWay', 'Bidirectional'),
  'line-style': oneOf('dotted', 'dashed', 'solid'),
  shape: oneOf(
    'Person',
    'Oval',
    'Rectangle',
    'RoundedRectangle',
    'Star',
    'LeftTriangle',
    'RightTriangle',
    'UpTriangle',
    'DownTriangle',
    'Note',
  ),
};

const booleans = new Map([
  ['true', 'true'],
  ['1', 'true'],
  ['yes', 'true'],
  ['false', 'false'],
  ['0', 'false'],
  ['no', 'false'],
]);

/** UTC with `Z`. A moment without zone (Transana writes them) is taken as UTC and noted. */
function momentOf(value: string, notes: Notes): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(value);
  if (!match) return null;
  const zone = match[3]?.toUpperCase() ?? 'Z';
  const date = new Date(`${match[1] ?? ''}T${match[2] ?? ''}${zone}`);
  if (Number.isNaN(date.getTime())) return null;
  if (match[3] === undefined) notes.add('date-without-zone', value);
  return date.toISOString().replace('.000Z', 'Z');
}

/** `#rrggbb` from what tools write in its place: `#rgb`, `#aarrggbb`, `rgb(…)`, `rgba(…)`, names. */
function colorOf(value: string): string | null {
  const text = value.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  if (/^#[\da-f]{6}$/.test(text)) return text;
  if (/^#[\da-f]{8}$/.test(text)) return `#${text.slice(3)}`;
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*[\d.]+%?\s*)?\)$/.exec(text);
  if (parts) {
    const numbers = parts.slice(1, 4).map(Number);
    if (numbers.some((number) => number > 255)) return null;
    return `#${numbers.map((number) => number.toString(16).padStart(2, '0')).join('')}`;
  }
  return colorNames.get(text) ?? null;
}

/** The sixteen names of HTML 4, and orange. */
const colorNames = new Map([
  ['black', '#000000'],
  ['silver', '#c0c0c0'],
  ['gray', '#808080'],
  ['grey', '#808080'],
  ['white', '#ffffff'],
  ['maroon', '#800000'],
  ['red', '#ff0000'],
  ['purple', '#800080'],
  ['fuchsia', '#ff00ff'],
  ['green', '#008000'],
  ['lime', '#00ff00'],
  ['olive', '#808000'],
  ['yellow', '#ffff00'],
  ['navy', '#000080'],
  ['blue', '#0000ff'],
  ['teal', '#008080'],
  ['aqua', '#00ffff'],
  ['orange', '#ffa500'],
]);
