// RIS: bibliographic references, each a document with its title, authors, source and abstract as text, and variables to
// filter by. Rules in GUIDE.md.

import type { VariableType } from '../../../../shared/contract/cases.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import { createNotes } from '../../merge/notes.ts';
import { emptyStudy, type DocumentPart, type ValuePart, type VariablePart } from '../../merge/study.ts';
import { canonicalPiece } from '../canonical.ts';
import type { ReadStudy } from '../refi/read-refi.ts';
import { decodeText } from '../text.ts';
import { ImportRefusal, type Watch } from '../types.ts';

type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * Reads references. A reference that comes again – by its DOI, else by all it says – is the same document.
 * @throws ImportRefusal as `decodeText`, `no-references`
 */
export function readRis(bytes: Uint8Array, watch: Watch): ReadStudy {
  const decoded = decodeText(bytes);
  const notes = createNotes();
  notes.add('characters-replaced', undefined, decoded.replaced);
  const references = referencesIn(decoded.text, watch);
  if (references.length === 0) throw new ImportRefusal('no-references');
  const documents: DocumentPart[] = [];
  const values: ValuePart[] = [];
  const known = new Set<DocumentPart['guid']>();
  const used = new Map<string, VariablePart>();
  references.forEach((fields, index) => {
    if (index % 500 === 0) watch();
    const guid = derivedGuid('reference', identityOf(fields));
    if (known.has(guid)) {
      notes.add('reference-repeated', titleOf(fields, index));
      return;
    }
    known.add(guid);
    documents.push(documentOf(fields, index, guid));
    for (const { key, type, tags } of variables) {
      const value = oneLine(allOf(fields, tags).join('; '));
      const kept = type === 'Integer' ? (/^\d{4}/.exec(value)?.[0] ?? '') : value;
      if (kept === '') continue;
      const variable = variableOf(key, type);
      used.set(key, variable);
      values.push({ variable: variable.guid, owner: { kind: 'document', guid }, value: kept });
    }
  });
  return {
    study: { ...emptyStudy, documents, values, variables: [...used.values()] },
    origin: oneLine(references[0]?.get('DP')?.[0] ?? ''),
    notes: notes.all(),
    counts: { sources: references.length, variables: used.size },
  };
}

/** Their names are keys of the catalogue until the project's language is known. */
const variables: readonly { readonly key: `ris.${string}`; readonly type: VariableType; readonly tags: string }[] = [
  { key: 'ris.authors', type: 'Text', tags: 'AU A1' },
  { key: 'ris.year', type: 'Integer', tags: 'PY Y1' },
  { key: 'ris.type', type: 'Text', tags: 'TY' },
  { key: 'ris.source', type: 'Text', tags: 'T2 JO JF JA' },
  { key: 'ris.keywords', type: 'Text', tags: 'KW' },
  { key: 'ris.doi', type: 'Text', tags: 'DO' },
  { key: 'ris.url', type: 'Text', tags: 'UR' },
];

function variableOf(key: string, type: VariableType): VariablePart {
  return { guid: derivedGuid('reference-variable', key), name: key, description: '', type, scope: 'document' };
}

/** Tags that say the same, the first of which that is there stands in the text. */
const groups = {
  type: 'TY',
  title: 'TI T1 CT BT',
  authors: 'AU A1',
  source: 'T2 JO JF JA',
  volume: 'VL',
  number: 'IS',
  first: 'SP',
  last: 'EP',
  year: 'PY Y1',
  abstract: 'AB N2',
  keywords: 'KW',
  notes: 'N1',
} as const;

function referencesIn(text: string, watch: Watch): readonly Fields[] {
  const found: Map<string, string[]>[] = [];
  let current: Map<string, string[]> | null = null;
  let tag = '';
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (index % 20_000 === 0) watch();
    const match = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/.exec(line);
    if (!match) {
      // A line without a tag goes on with the one before.
      const values = current?.get(tag);
      const last = values?.pop();
      if (values && last !== undefined) values.push(`${last}\n${line}`);
      continue;
    }
    tag = match[1] ?? '';
    if (tag === 'ER') {
      current = null;
      continue;
    }
    // What begins without the end of the one before is a reference too.
    if (tag === 'TY' || (current === null && tag !== '')) {
      current = new Map();
      found.push(current);
    }
    const value = (match[2] ?? '').trim();
    if (value !== '') current?.set(tag, [...(current.get(tag) ?? []), value]);
  }
  return found.filter((fields) => fields.size > 0);
}

function documentOf(fields: Fields, index: number, guid: DocumentPart['guid']): DocumentPart {
  const title = titleOf(fields, index);
  const paragraphs = [
    title,
    allOf(fields, groups.authors).join('; '),
    sourceOf(fields),
    ...allOf(fields, groups.abstract),
    allOf(fields, groups.keywords).join('; '),
    ...allOf(fields, groups.notes),
  ];
  // Every other tag is kept in the description, as written.
  const inText = new Set(Object.values(groups).map((tags) => firstOf(fields, tags)));
  const rest = [...fields].flatMap(([tag, values]) =>
    inText.has(tag) ? [] : values.map((value) => `${tag}  - ${oneLine(value)}`),
  );
  const text = paragraphs.map((part) => part.trim()).filter((part) => part !== '');
  const date = /^(\d{4})\/(\d{2})\/(\d{2})/.exec(fields.get('DA')?.[0] ?? '');
  return {
    guid,
    title: oneLine(title).slice(0, 500).toWellFormed(),
    description: canonicalPiece(rest.join('\n'), false),
    text: canonicalPiece(text.join('\n'), false),
    kind: 'document',
    ...(date && isDay(date) ? { date: `${date[1]}-${date[2]}-${date[3]}` } : {}),
  };
}

/** `American Sociological Review, 76 (4), 513–537, 2011` */
function sourceOf(fields: Fields): string {
  const of = (group: keyof typeof groups): string | undefined => allOf(fields, groups[group])[0];
  const [volume, number, first, last] = [of('volume'), of('number'), of('first'), of('last')];
  const parts = [
    of('source'),
    [volume, number === undefined ? undefined : `(${number})`].filter((part) => part !== undefined).join(' '),
    [first, last].filter((part) => part !== undefined).join('–'),
    of('year')?.replace(/\/+$/, ''),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

function titleOf(fields: Fields, index: number): string {
  return allOf(fields, groups.title)[0] ?? allOf(fields, groups.authors)[0] ?? `#${index + 1}`;
}

function identityOf(fields: Fields): string {
  const doi = fields
    .get('DO')?.[0]
    ?.toLowerCase()
    .replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/, '');
  return doi ?? JSON.stringify([...fields]);
}

/** The values of the first of some tags that is there. */
function allOf(fields: Fields, tags: string): readonly string[] {
  return fields.get(firstOf(fields, tags) ?? '') ?? [];
}

function firstOf(fields: Fields, tags: string): string | undefined {
  return tags.split(' ').find((tag) => fields.has(tag));
}

function isDay([whole = '']: RegExpExecArray): boolean {
  const day = whole.replaceAll('/', '-');
  return !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
}

function oneLine(text: string): string {
  return canonicalPiece(text, false).replace(/\s+/g, ' ').trim();
}
