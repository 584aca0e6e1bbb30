// What a project must hold after the changes that were acknowledged: a second, much simpler account of them, kept
// by the test alone. It never asks the program; it is compared with the file by SQL of its own (kill-reader.ts).

import type { InputOf, MethodName } from '../../src/shared/contract/contract.ts';

type Rows<Row> = Readonly<Record<string, Row>>;

export type CodingRow = {
  readonly document: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly state: 'kept' | 'changed' | 'orphaned';
  readonly former: string | null;
};

export type Study = {
  readonly documents: Rows<{ readonly title: string; readonly text: string; readonly case: string | null }>;
  readonly codes: Rows<{ readonly name: string; readonly color: string; readonly parent: string | null }>;
  readonly codings: Rows<CodingRow>;
  /** Each memo of a session is about exactly one thing. */
  readonly memos: Rows<{ readonly body: string; readonly target: string }>;
  readonly cases: Rows<{ readonly name: string }>;
  readonly variables: Rows<{ readonly name: string }>;
  /** By variable and document. */
  readonly values: Rows<string>;
};

/** The study after a number of steps, and what undo and redo would bring back. */
export type Ledger = {
  readonly study: Study;
  readonly past: readonly Study[];
  readonly future: readonly Study[];
  /** Groups the history must have: one for each change, undo and redo (HI1). */
  readonly steps: number;
};

type ChangeOf<Name extends MethodName> = { readonly method: Name; readonly input: InputOf<Name> };

export type Change =
  | ChangeOf<'codings.create'>
  | ChangeOf<'codings.createMany'>
  | ChangeOf<'codings.delete'>
  | ChangeOf<'codes.create'>
  | ChangeOf<'codes.update'>
  | ChangeOf<'codes.move'>
  | ChangeOf<'codes.merge'>
  | ChangeOf<'codes.delete'>
  | ChangeOf<'memos.create'>
  | ChangeOf<'memos.update'>
  | ChangeOf<'documents.create'>
  | ChangeOf<'documents.editText'>
  | ChangeOf<'cases.create'>
  | ChangeOf<'cases.assign'>
  | ChangeOf<'variables.create'>
  | ChangeOf<'variables.setValue'>
  | ChangeOf<'history.undo'>
  | ChangeOf<'history.redo'>;

const empty: Study = { documents: {}, codes: {}, codings: {}, memos: {}, cases: {}, variables: {}, values: {} };

/** A project just made without a template. */
export const newLedger: Ledger = { study: empty, past: [], future: [], steps: 0 };

/** Undo goes back no further than this in a session; older studies need not be kept. */
const longestPast = 40;

/**
 * The ledger after a change was carried out.
 * @param made identifiers of what the change made, in the order in which it names them
 */
export function follow(ledger: Ledger, change: Change, made: readonly string[]): Ledger {
  const { study, past, future, steps } = ledger;
  if (change.method === 'history.undo') {
    const before = past.at(-1);
    if (!before) return ledger;
    return { study: before, past: past.slice(0, -1), future: [study, ...future], steps: steps + 1 };
  }
  if (change.method === 'history.redo') {
    const [after, ...rest] = future;
    if (!after) return ledger;
    return { study: after, past: [...past, study], future: rest, steps: steps + 1 };
  }
  const next = carryOut(study, change, made);
  return { study: next, past: [...past, study].slice(-longestPast), future: [], steps: steps + 1 };
}

type Made = Exclude<Change, { readonly method: 'history.undo' | 'history.redo' }>;

function carryOut(study: Study, change: Made, made: readonly string[]): Study {
  const [guid = ''] = made;
  switch (change.method) {
    case 'codings.create':
      return { ...study, codings: { ...study.codings, [guid]: newCoding(study, change.input) } };
    case 'codings.createMany': {
      const added = change.input.items.map((item, index) => [made[index] ?? '', newCoding(study, item)] as const);
      return { ...study, codings: { ...study.codings, ...Object.fromEntries(added) } };
    }
    case 'codings.delete':
      return without(study, change.input.codingIds);
    case 'codes.create': {
      const { name, color = '', parentId = null } = change.input;
      return { ...study, codes: { ...study.codes, [guid]: { name, color, parent: parentId } } };
    }
    case 'codes.update': {
      const { codeId, name, color } = change.input;
      return changeCode(study, codeId, { ...(name ? { name } : {}), ...(color ? { color } : {}) });
    }
    case 'codes.move':
      return changeCode(study, change.input.codeIds[0] ?? '', { parent: change.input.parentId });
    case 'codes.merge':
      return merge(study, change.input.sourceIds[0] ?? '', change.input.targetId);
    case 'codes.delete':
      return deleteCode(study, change.input);
    case 'memos.create': {
      const [target] = change.input.targets;
      const about = target && 'guid' in target ? target.guid : '';
      return { ...study, memos: { ...study.memos, [guid]: { body: change.input.body, target: about } } };
    }
    case 'memos.update': {
      const { memoId, body = '' } = change.input;
      return { ...study, memos: patch(study.memos, memoId, { body }) };
    }
    case 'documents.create': {
      const { title, text } = change.input;
      return { ...study, documents: { ...study.documents, [guid]: { title, text, case: null } } };
    }
    case 'documents.editText':
      return edit(study, change.input);
    case 'cases.create': {
      const cases = { ...study.cases, [guid]: { name: change.input.name } };
      return assign({ ...study, cases }, change.input.documentIds ?? [], guid);
    }
    case 'cases.assign':
      return assign(study, change.input.documentIds, change.input.caseId);
    case 'variables.create':
      return { ...study, variables: { ...study.variables, [guid]: { name: change.input.name } } };
    case 'variables.setValue': {
      const { variableId, targetId, value } = change.input;
      return { ...study, values: { ...study.values, [`${variableId} ${targetId}`]: value ?? '' } };
    }
  }
}

function newCoding(study: Study, item: InputOf<'codings.create'>): CodingRow {
  const { documentId: document, codeId: code, start, end } = item;
  const quote = study.documents[document]?.text.slice(start, end) ?? '';
  return { document, code, start, end, quote, state: 'kept', former: null };
}

function changeCode(study: Study, guid: string, change: Partial<Study['codes'][string]>): Study {
  return { ...study, codes: patch(study.codes, guid, change) };
}

/** Codings, and memos that were about them alone, are gone. */
function without(study: Study, gone: readonly string[]): Study {
  return {
    ...study,
    codings: filter(study.codings, (_, guid) => !gone.includes(guid)),
    memos: filter(study.memos, ({ target }) => !gone.includes(target)),
  };
}

// CT4; sessions never merge codes whose codings would stand twice.
function merge(study: Study, source: string, target: string): Study {
  return {
    ...study,
    codings: map(study.codings, (row) => (row.code === source ? { ...row, code: target } : row)),
    memos: map(study.memos, (row) => (row.target === source ? { ...row, target } : row)),
    codes: map(
      filter(study.codes, (_, guid) => guid !== source),
      (row) => (row.parent === source ? { ...row, parent: target } : row),
    ),
  };
}

// CT5
function deleteCode(study: Study, input: InputOf<'codes.delete'>): Study {
  const [code = ''] = input.codeIds;
  const gone = input.children === 'delete' ? [code, ...below(study, code)] : [code];
  const parent = study.codes[code]?.parent ?? null;
  const kept =
    input.codings === 'move-to-parent' && parent !== null
      ? map(study.codings, (row) => (gone.includes(row.code) ? { ...row, code: parent } : row))
      : study.codings;
  const codings = Object.keys(filter(kept, (row) => gone.includes(row.code)));
  return {
    ...without({ ...study, codings: kept }, [...codings, ...gone]),
    codes: map(
      filter(study.codes, (_, guid) => !gone.includes(guid)),
      (row) => (row.parent === code ? { ...row, parent } : row),
    ),
  };
}

/** Codes anywhere below a code. */
export function below(study: Study, code: string): readonly string[] {
  const children = Object.keys(filter(study.codes, ({ parent }) => parent === code));
  return children.flatMap((child) => [child, ...below(study, child)]);
}

function assign(study: Study, documents: readonly string[], to: string | null): Study {
  return {
    ...study,
    documents: map(study.documents, (row, guid) => (documents.includes(guid) ? { ...row, case: to } : row)),
  };
}

// ED1–ED7 for a single splice.
function edit(study: Study, { documentId, splices }: InputOf<'documents.editText'>): Study {
  const [splice] = splices;
  const document = study.documents[documentId];
  if (!splice || !document) throw new Error('a session edits one place of a document it knows');
  const { at, remove, insert } = splice;
  const text = document.text.slice(0, at) + insert + document.text.slice(at + remove);
  return {
    ...study,
    documents: patch(study.documents, documentId, { text }),
    codings: map(study.codings, (row) => (row.document === documentId ? moved(row, splice, text) : row)),
  };
}

function moved(
  row: CodingRow,
  splice: { readonly at: number; readonly remove: number; readonly insert: string },
  text: string,
) {
  const { at, remove, insert } = splice;
  const removedEnd = at + remove;
  const shift = insert.length - remove;
  if (row.end <= at) return row;
  if (row.start >= removedEnd) return { ...row, start: row.start + shift, end: row.end + shift };
  const former = row.former ?? row.quote;
  const swallowed = remove > 0 && row.start >= at && row.end <= removedEnd;
  const replaced = row.start === at && row.end === removedEnd && insert.length > 0;
  if (row.state === 'orphaned') return { ...row, start: at, end: at };
  if (swallowed && !replaced) {
    return { ...row, start: at, end: at, quote: '', state: 'orphaned' as const, former };
  }
  const start = row.start <= at ? row.start : at + insert.length;
  const end = replaced ? at + insert.length : row.end >= removedEnd ? row.end + shift : at;
  const quote = text.slice(start, end);
  const same = quote === former;
  return {
    ...row,
    start,
    end,
    quote,
    state: same ? ('kept' as const) : ('changed' as const),
    former: same ? null : former,
  };
}

function patch<Row>(rows: Rows<Row>, guid: string, change: Partial<Row>): Rows<Row> {
  const row = rows[guid];
  if (row === undefined) throw new Error(`no row ${guid}`);
  return { ...rows, [guid]: { ...row, ...change } };
}

function filter<Row>(rows: Rows<Row>, keep: (row: Row, guid: string) => boolean): Rows<Row> {
  return Object.fromEntries(Object.entries(rows).filter(([guid, row]) => keep(row, guid)));
}

function map<Row>(rows: Rows<Row>, change: (row: Row, guid: string) => Row): Rows<Row> {
  return Object.fromEntries(Object.entries(rows).map(([guid, row]) => [guid, change(row, guid)]));
}
