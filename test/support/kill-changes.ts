// Random changes that are sure to be accepted, chosen from what the ledger holds.

import type { InputOf } from '../../src/shared/contract/contract.ts';
import { below, type Change, type CodingRow, type Ledger, type Study } from './kill-study.ts';
import type { randomOf } from './project.ts';

type Random = ReturnType<typeof randomOf>;

/** Every kind of change a session makes. A text edit still needs the revision of its text. */
export const changeKinds = [
  'code',
  'code several',
  'uncode',
  'create code',
  'rename code',
  'recolour code',
  'move code',
  'merge codes',
  'delete code',
  'write memo',
  'rewrite memo',
  'create document',
  'edit text',
  'create case',
  'assign case',
  'create variable',
  'set value',
  'undo',
  'redo',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type Chosen = { readonly kind: ChangeKind; readonly change: Change };

export type Sizes = {
  /** Characters of a new document. */
  readonly text: number;
  /** Documents a session makes at most. */
  readonly documents: number;
  /** Kinds chosen more often than the others; coding and editing are most of a researcher's day. */
  readonly often?: readonly ChangeKind[];
};

const words = [
  'regulasi ',
  'bupati ',
  'layanan ',
  'dinas ',
  'inovasi ',
  'é ',
  '“ya”, ',
  'warga.\n',
  'Penanya: ',
] as const;

/** One change; early ones make what later ones need. */
export function chooseChange(random: Random, { study, past, future }: Ledger, sizes: Sizes): Chosen {
  if (Object.keys(study.documents).length === 0) return createDocument(random, sizes);
  if (Object.keys(study.codes).length < 3) return createCode(random, study);
  for (;;) {
    const chosen = tryKind(random, study, { past, future }, weighted(random, sizes), sizes);
    if (chosen) return chosen;
  }
}

export function randomWords(random: Random, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const word = random.pick(words);
    parts.push(word);
    size += word.length;
  }
  return parts.join('');
}

const usual: readonly ChangeKind[] = ['code', 'edit text', 'create code', 'undo'];

function weighted(random: Random, { often = usual }: Sizes): ChangeKind {
  return random.below(3) === 0 ? random.pick(often) : random.pick(changeKinds);
}

function tryKind(
  random: Random,
  study: Study,
  { past, future }: Pick<Ledger, 'past' | 'future'>,
  kind: ChangeKind,
  sizes: Sizes,
): Chosen | null {
  const code = any(random, study.codes);
  const document = any(random, study.documents);
  const coding = any(random, study.codings);
  const small = Object.keys(study.codings).length < 120;
  switch (kind) {
    case 'code':
      return code && document && small
        ? { kind, change: { method: 'codings.create', input: place(random, study, code, document) } }
        : null;
    case 'code several': {
      if (!code || !document || !small) return null;
      const first = place(random, study, code, document);
      const second = { ...first, start: first.start + 1, end: first.end + 1 };
      if (second.end > (study.documents[document]?.text.length ?? 0)) return null;
      return { kind, change: { method: 'codings.createMany', input: { items: [first, second] } } };
    }
    case 'uncode':
      return coding ? { kind, change: { method: 'codings.delete', input: { codingIds: [coding] } } } : null;
    case 'create code':
      return Object.keys(study.codes).length < 40 ? createCode(random, study) : null;
    case 'rename code':
      return code
        ? { kind, change: { method: 'codes.update', input: { codeId: code, name: freshName(random, study, 'K') } } }
        : null;
    case 'recolour code':
      return code ? recolour(random, study, code) : null;
    case 'move code':
      return code ? move(random, study, code) : null;
    case 'merge codes':
      return code ? merge(random, study, code) : null;
    case 'delete code':
      return code && Object.keys(study.codes).length > 5 ? deleteCode(random, study, code) : null;
    case 'write memo':
      return Object.keys(study.memos).length < 40 ? writeMemo(random, { document, code, coding }) : null;
    case 'rewrite memo': {
      const memo = any(random, study.memos);
      const body = `catatan ${random.below(1_000_000)}`;
      return memo && study.memos[memo]?.body !== body
        ? { kind, change: { method: 'memos.update', input: { memoId: memo, body } } }
        : null;
    }
    case 'create document':
      return Object.keys(study.documents).length < sizes.documents ? createDocument(random, sizes) : null;
    case 'edit text':
      return document ? editText(random, study, document) : null;
    case 'create case': {
      if (!document || Object.keys(study.cases).length >= 20) return null;
      return {
        kind,
        change: { method: 'cases.create', input: { name: freshName(random, study, 'C'), documentIds: [document] } },
      };
    }
    case 'assign case': {
      const target = any(random, study.cases);
      if (!document || !target || study.documents[document]?.case === target) return null;
      return { kind, change: { method: 'cases.assign', input: { documentIds: [document], caseId: target } } };
    }
    case 'create variable': {
      if (Object.keys(study.variables).length >= 10) return null;
      const name = freshName(random, study, 'V');
      return { kind, change: { method: 'variables.create', input: { name, type: 'Integer', scope: 'document' } } };
    }
    case 'set value': {
      const variable = any(random, study.variables);
      const value = String(random.below(1000));
      if (!document || !variable || study.values[`${variable} ${document}`] === value) return null;
      return {
        kind,
        change: { method: 'variables.setValue', input: { variableId: variable, targetId: document, value } },
      };
    }
    case 'undo':
      return past.length > 0 ? { kind, change: { method: 'history.undo', input: {} } } : null;
    case 'redo':
      return future.length > 0 ? { kind, change: { method: 'history.redo', input: {} } } : null;
  }
}

function any(random: Random, rows: Readonly<Record<string, unknown>>): string | null {
  const guids = Object.keys(rows);
  return guids.length > 0 ? random.pick(guids) : null;
}

// Names never repeat, so that no renaming changes nothing (HI1).
function freshName(random: Random, study: Study, letter: string): string {
  return `${letter}${random.below(1_000_000_000)}-${Object.keys(study.codes).length}`;
}

function place(random: Random, study: Study, code: string, document: string) {
  const length = study.documents[document]?.text.length ?? 0;
  const start = random.below(length - 1);
  return { documentId: document, codeId: code, start, end: Math.min(length, start + 1 + random.below(60)) };
}

function createCode(random: Random, study: Study): Chosen {
  const parentId = random.below(2) === 0 ? null : any(random, study.codes);
  const input = { name: freshName(random, study, 'K'), color: colorOf(random), parentId };
  return { kind: 'create code', change: { method: 'codes.create', input } };
}

function createDocument(random: Random, sizes: Sizes): Chosen {
  const text = randomWords(random, sizes.text + random.below(sizes.text));
  return {
    kind: 'create document',
    change: { method: 'documents.create', input: { title: `D${random.below(1_000_000)}`, text } },
  };
}

function colorOf(random: Random): string {
  return `#${random.below(0x1000000).toString(16).padStart(6, '0')}`;
}

function recolour(random: Random, study: Study, code: string): Chosen | null {
  const color = colorOf(random);
  if (study.codes[code]?.color === color) return null;
  return { kind: 'recolour code', change: { method: 'codes.update', input: { codeId: code, color } } };
}

function move(random: Random, study: Study, code: string): Chosen | null {
  const parentId = random.below(3) === 0 ? null : any(random, study.codes);
  const own = [code, ...below(study, code)];
  if (parentId === (study.codes[code]?.parent ?? null) || (parentId !== null && own.includes(parentId))) return null;
  return { kind: 'move code', change: { method: 'codes.move', input: { codeIds: [code], parentId, position: 0 } } };
}

function merge(random: Random, study: Study, target: string): Chosen | null {
  const source = any(random, study.codes);
  if (!source || source === target || below(study, source).includes(target)) return null;
  if (wouldStandTwice(study, [source], target)) return null;
  return { kind: 'merge codes', change: { method: 'codes.merge', input: { sourceIds: [source], targetId: target } } };
}

function deleteCode(random: Random, study: Study, code: string): Chosen | null {
  const children: InputOf<'codes.delete'>['children'] = random.pick(['delete', 'lift'] as const);
  const gone = children === 'delete' ? [code, ...below(study, code)] : [code];
  if (Object.keys(study.codes).length - gone.length < 4) return null;
  const parent = study.codes[code]?.parent ?? null;
  const toParent = parent !== null && !wouldStandTwice(study, gone, parent) && random.below(2) === 0;
  const codings = toParent ? 'move-to-parent' : 'delete';
  return { kind: 'delete code', change: { method: 'codes.delete', input: { codeIds: [code], codings, children } } };
}

function wouldStandTwice(study: Study, sources: readonly string[], target: string): boolean {
  const rows = Object.values(study.codings);
  const keyOf = (row: CodingRow): string => `${row.document} ${row.start} ${row.end}`;
  const keys = rows.filter(({ code }) => code === target || sources.includes(code)).map(keyOf);
  return new Set(keys).size < keys.length;
}

type Targets = { readonly document: string | null; readonly code: string | null; readonly coding: string | null };

function writeMemo(random: Random, targets: Targets): Chosen | null {
  const kind = random.pick(['document', 'code', 'coding'] as const);
  const guid = targets[kind];
  if (!guid) return null;
  const body = `catatan ${random.below(1_000_000)}`;
  return { kind: 'write memo', change: { method: 'memos.create', input: { body, targets: [{ kind, guid }] } } };
}

function editText(random: Random, study: Study, document: string): Chosen {
  const length = study.documents[document]?.text.length ?? 0;
  const edges = Object.values(study.codings).flatMap((row) => (row.document === document ? [row.start, row.end] : []));
  const near = edges.length > 0 && random.below(2) === 0 ? random.pick(edges) : random.below(length + 1);
  const at = Math.min(near, length);
  const remove = length > 300 && random.below(2) === 0 ? Math.min(length - at, random.below(30)) : 0;
  const insert = remove > 0 && random.below(3) === 0 ? '' : `sisipan${random.below(1_000_000)} `;
  const splices = [{ at, remove, insert }];
  return {
    kind: 'edit text',
    change: { method: 'documents.editText', input: { documentId: document, revision: 0, splices } },
  };
}
