// Codebooks as tables (CSV, XLSX): a row a code, columns known by their heads in both languages. Rules in GUIDE.md.

import { codeKind, type CodeKind } from '../../../../shared/contract/codes.ts';
import { inTreeOrder, pathSeparator } from '../../../../shared/domain/codes.ts';
import { parseGuid, type Guid } from '../../../../shared/domain/ids.ts';
import type { MessageKey } from '../../../../shared/i18n/catalogue.ts';
import { translate } from '../../../../shared/i18n/translate.ts';
import { derivedGuid } from '../../merge/derived-guid.ts';
import { createNotes, type Notes } from '../../merge/notes.ts';
import { emptyStudy, type CodePart } from '../../merge/study.ts';
import { readTable } from '../../tables/read-table.ts';
import { canonicalPiece } from '../canonical.ts';
import type { ReadStudy } from '../refi/read-refi.ts';
import { canonicalAttribute } from '../refi/values.ts';
import { ImportRefusal, type Watch } from '../types.ts';

/**
 * Reads a codebook. Codes with a GUID are known by it; without that column they are known by their path.
 * @throws ImportRefusal as `readTable`, and `codebook-without-names` where no column names the codes
 */
export function readCodebookTable(bytes: Uint8Array, watch: Watch): ReadStudy {
  const table = readTable(bytes, {}, watch);
  const [heads = [], ...rows] = table.rows;
  const notes = createNotes();
  const columns = columnsOf(heads, notes);
  if (!columns.has('path') && !columns.has('name')) throw new ImportRefusal('codebook-without-names');
  const paths = columns.get('path');
  const separator = separatorOf(paths === undefined ? [] : rows.map((row) => row[paths] ?? ''));
  const codes = inTreeOrder(treeOf(rowsOf(rows, columns, separator, notes), separator, notes));
  const hasGuids = columns.has('guid');
  return {
    study: { ...emptyStudy, codes },
    origin: '',
    notes: notes.all(),
    counts: { codes: codes.length },
    ...(hasGuids ? {} : { byNames: true as const }),
  };
}

const columnKeys = [
  'path',
  'name',
  'parent',
  'description',
  'include_rule',
  'exclude_rule',
  'typical_example',
  'counter_example',
  'kind',
  'codable',
  'color',
  'guid',
  'counted',
] as const;
type Column = (typeof columnKeys)[number];

/** Heads of our own exports, in both languages. */
const ownHeads: readonly (readonly [Column, MessageKey])[] = [
  ['path', 'codebook.path'],
  ['name', 'codebook.code'],
  ['description', 'codebook.definition'],
  ['include_rule', 'codebook.include'],
  ['exclude_rule', 'codebook.exclude'],
  ['typical_example', 'codebook.typical'],
  ['counter_example', 'codebook.counter'],
  ['kind', 'codebook.kind'],
  ['codable', 'codebook.codable'],
  ['color', 'codebook.color'],
  ['counted', 'codebook.codings'],
  ['counted', 'codebook.documents'],
  ['guid', 'codebook.guid'],
];
/** Heads that other programs and people use. */
const otherHeads: readonly (readonly [Column, string])[] = [
  ['path', 'path|full path|code path|hierarchical name|jalur kode|jalur lengkap'],
  ['name', 'name|code name|tag|label|node|theme|nama|nama kode|tema|kategori'],
  ['parent', 'parent|parent code|parent name|category|induk|kode induk'],
  ['description', 'description|comment|memo|meaning|deskripsi|keterangan|komentar|penjelasan|arti'],
  ['include_rule', 'include|inclusion|inclusion criteria|rules|rule|aturan|gunakan bila|kriteria inklusi'],
  ['exclude_rule', 'exclude|exclusion|exclusion criteria|jangan gunakan bila|kriteria eksklusi'],
  ['typical_example', 'example|examples|quote|anchor example|contoh|kutipan'],
  ['counter_example', 'counterexample|negative example|contoh negatif|kontra contoh'],
  ['kind', 'type|tipe'],
  ['color', 'color|colour'],
];

const headNames: ReadonlyMap<string, Column> = new Map([
  ...otherHeads.flatMap(([column, names]) => names.split('|').map((name) => [name, column] as const)),
  ...ownHeads.flatMap(([column, key]) =>
    (['en', 'id'] as const).map((language) => [headOf(translate(language, key)), column] as const),
  ),
]);

/** Where each column stands; one that nobody knows is told, and so is a second one of the same meaning. */
function columnsOf(heads: readonly string[], notes: Notes): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  heads.forEach((head, index) => {
    const column = headNames.get(headOf(head));
    if (column === 'counted') return;
    if (column === undefined || columns.has(column)) {
      if (head.trim() !== '') notes.add('column-left-out', head);
    } else columns.set(column, index);
  });
  return columns;
}

function headOf(head: string): string {
  return head
    .normalize('NFKC')
    .replace(/[\s_.-]+/g, ' ')
    .trim()
    .toLowerCase();
}

type Row = {
  readonly name: string;
  /** The path as written, and that of the code above; names may hold what separates them. */
  readonly path: string;
  readonly above: string;
  readonly parent: string;
  readonly part: Omit<CodePart, 'guid' | 'parent' | 'name'>;
  readonly guid: Guid | null;
};

function rowsOf(
  rows: readonly (readonly string[])[],
  columns: ReadonlyMap<Column, number>,
  separator: string,
  notes: Notes,
): readonly Row[] {
  const cellOf = (row: readonly string[], column: Column): string | undefined => {
    const index = columns.get(column);
    return index === undefined ? undefined : (row[index] ?? '');
  };
  return rows.flatMap((row): Row[] => {
    const written = oneLine(cellOf(row, 'path') ?? '', longestPath);
    const name = oneLine(cellOf(row, 'name') ?? '');
    if (written === '' && name === '') {
      notes.add('row-without-name');
      return [];
    }
    return [
      {
        ...placeOf(written, name, separator),
        parent: oneLine(cellOf(row, 'parent') ?? ''),
        part: partOf((column) => cellOf(row, column), notes),
        guid: parseGuid(cellOf(row, 'guid') ?? ''),
      },
    ];
  });
}

const separators = [pathSeparator, ' > ', '::', '\\'] as const;

function separatorOf(paths: readonly string[]): string {
  return separators.find((separator) => paths.some((path) => path.includes(separator))) ?? pathSeparator;
}

/** Where the table says the name beside the path, the name may hold what else separates names. */
function placeOf(written: string, name: string, separator: string): Pick<Row, 'name' | 'path' | 'above'> {
  if (written === '' || written === name) return { name, path: name, above: '' };
  const cut = name !== '' && written.endsWith(separator + name) ? written.length - name.length : null;
  const at = written.lastIndexOf(separator);
  const last = cut ?? (at === -1 ? 0 : at + separator.length);
  return {
    name: name === '' ? written.slice(last).trim() || written : name,
    path: written,
    above: last === 0 ? '' : written.slice(0, last - separator.length).trim(),
  };
}

/** A column that is not there says nothing of its field; an empty colour or kind is none. */
function partOf(cell: (column: Column) => string | undefined, notes: Notes): Row['part'] {
  const said = (column: Column): string | undefined => {
    const text = cell(column);
    return text === undefined ? undefined : canonicalPiece(text, false).trim();
  };
  const color = said('color');
  const codable = said('codable')?.toLowerCase();
  const kind = said('kind');
  const read = color === undefined || color === '' ? null : canonicalAttribute('color', color, 'color', notes);
  const fields = {
    description: said('description'),
    include_rule: said('include_rule'),
    exclude_rule: said('exclude_rule'),
    typical_example: said('typical_example'),
    counter_example: said('counter_example'),
    kind: kind === undefined ? undefined : kindOf(kind, notes),
    codable: codable === undefined || codable === '' ? undefined : Number(!noWords.has(codable)),
    color: read ?? undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const noWords = new Set(['no', 'tidak', 'false', '0', 'n', 't']);

function kindOf(text: string, notes: Notes): CodeKind | null {
  if (text === '') return null;
  const wanted = headOf(text);
  const kind = codeKind.options.find(
    (option) =>
      headOf(option) === wanted ||
      headOf(translate('en', `code-kind.${option}`)) === wanted ||
      headOf(translate('id', `code-kind.${option}`)) === wanted,
  );
  if (!kind) notes.add('value-unreadable', text);
  return kind ?? null;
}

/** Rows with their parents: by path, or by what the column of parents names; ancestors without a row are added. */
function treeOf(rows: readonly Row[], separator: string, notes: Notes): readonly CodePart[] {
  const taken = new Set<Guid>();
  const take = (wanted: Guid | null, key: string): Guid => {
    let guid = wanted !== null && !taken.has(wanted) ? wanted : derivedGuid('codebook-row', key);
    for (let times = 1; taken.has(guid); times += 1) guid = derivedGuid('codebook-row', key, String(times));
    taken.add(guid);
    return guid;
  };
  const byPath = new Map<string, Guid>();
  const byName = new Map<string, Guid>();
  const named = rows.map((row) => {
    if (row.guid !== null && taken.has(row.guid)) notes.add('guid-repeated', row.name);
    const own = take(row.guid, keyOf(`${row.parent}\n${row.path}`));
    if (!byPath.has(keyOf(row.path))) byPath.set(keyOf(row.path), own);
    for (const key of [row.path, row.name, row.guid ?? '']) {
      if (key !== '' && !byName.has(keyOf(key))) byName.set(keyOf(key), own);
    }
    return { ...row, own };
  });
  const added: CodePart[] = [];
  /** The code of a path, with all above it; the first one is named first. */
  const codeAt = (path: string): Guid | null => {
    const known = byPath.get(keyOf(path));
    if (path === '' || known !== undefined) return known ?? null;
    const { name, above } = placeOf(path, '', separator);
    const parent = codeAt(above);
    const guid = take(null, keyOf(path));
    byPath.set(keyOf(path), guid);
    byName.set(keyOf(path), guid);
    added.push({ guid, parent, name });
    notes.add('code-added-above', path);
    return guid;
  };
  const parents = new Map<Guid, Guid | null>();
  for (const { parent, above, own } of named) {
    const wanted = byName.get(keyOf(parseGuid(parent) ?? parent));
    parents.set(own, parent === '' ? codeAt(above) : wanted === own ? null : (wanted ?? codeAt(parent)));
  }
  for (const { own, name } of named) {
    if (!goesRound(own, parents)) continue;
    notes.add('reference-dangling', name);
    parents.set(own, null);
  }
  return [
    ...added,
    ...named.map(({ own, name, part }) => ({ guid: own, parent: parents.get(own) ?? null, name, ...part })),
  ];
}

/** CT1: whether a code lies below itself. */
function goesRound(guid: Guid, parents: ReadonlyMap<Guid, Guid | null>): boolean {
  const seen = new Set<Guid>();
  for (let above = parents.get(guid) ?? null; above !== null; above = parents.get(above) ?? null) {
    if (above === guid) return true;
    if (seen.has(above)) return false;
    seen.add(above);
  }
  return false;
}

function keyOf(text: string): string {
  return text.toLowerCase();
}

/** A path may hold many names. */
const longestPath = 5000;

function oneLine(text: string, most = 500): string {
  return canonicalPiece(text, false).replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed().trim();
}
