// Writes a project of another program into the open one, in one undoable step. What the project has by the same name (codes by
// their path, coders, cases, variables) is used; documents are always added.

import { canonicalValue, type ValueType } from '../../../shared/domain/variables.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import {
  insertCase,
  insertVariable,
  listCases,
  listVariables,
  putValue,
  requireCase,
  requireVariable,
} from '../../db/cases.ts';
import { childrenOf, codeById, insertCode } from '../../db/codes.ts';
import { listCoders, requireCoder } from '../../db/coders.ts';
import { insertCoding } from '../../db/codings.ts';
import { insertDocument } from '../../db/documents.ts';
import { insertMemo, insertTarget } from '../../db/memos.ts';
import { insertText } from '../../db/texts.ts';
import { nextColor } from '../code-colors.ts';
import type { CommandContext } from '../handler.ts';
import { addCoder } from '../handlers/coders.ts';
import { canonicalPiece } from '../importers/canonical.ts';
import {
  createForeignTally,
  type ForeignCode,
  type ForeignNote,
  type ForeignProject,
  type ForeignVariable,
} from './model.ts';
import { placedCodings, type PlacedText } from './placed.ts';

export type ForeignCounts = Readonly<
  Record<'documents' | 'codes' | 'codings' | 'cases' | 'variables' | 'memos' | 'coders', number>
>;

/** @returns how much came in, and what did not */
export function storeForeign(
  context: CommandContext,
  project: ForeignProject,
): { readonly counts: ForeignCounts; readonly notes: readonly ForeignNote[]; readonly first: Guid | null } {
  const { db, now, services, session } = context;
  const newGuid = (): Guid => services.ports.ids.next();
  const tally = createForeignTally();
  const coders = createCoders(context);
  const codes = storeCodes(context, project.codes, tally.add);
  const cases = storeCases(context, project);
  const texts = placedCodings(project, tally.add);
  const documents = new Map<string, { readonly id: number; readonly guid: Guid; readonly placed: PlacedText }>();
  let codings = 0;
  let memos = 0;

  const addMemo = (
    memo: { title: string; body: string; coder: string; createdAt: string | null },
    target: MemoTargetColumns,
  ): void => {
    const body = plain(memo.body);
    if (body.trim() === '') return;
    const id = insertMemo(db, {
      guid: newGuid(),
      title: oneLine(memo.title),
      body,
      kind: 'other',
      created_by: coders.idOf(memo.coder),
      created_at: memo.createdAt ?? now,
    });
    insertTarget(db, { memo_id: id, ...target });
    memos += 1;
  };
  for (const placed of texts) {
    const { document } = placed;
    const guid = newGuid();
    const id = insertDocument(db, {
      guid,
      title: oneLine(document.title) || '–',
      kind: 'interview',
      description: plain(document.description),
      language: '',
      date: null,
      place: '',
      case_id: cases.of(document.key, tally.add),
      original_id: null,
      original_name: '',
      created_by: session.currentCoder?.id ?? null,
      created_at: document.createdAt ?? now,
    });
    insertText(db, id, placed.text);
    documents.set(document.key, { id, guid, placed });
    const seen = new Set<string>();
    for (const { coding, start, end } of placed.codings) {
      const code = codes.get(coding.code);
      if (code === undefined) {
        tally.add('codings-of-nothing');
        continue;
      }
      const coder = coders.idOf(coding.coder);
      const key = `${code} ${coder} ${start} ${end}`;
      if (seen.has(key)) {
        tally.add('codings-double');
        continue;
      }
      seen.add(key);
      const codingGuid = newGuid();
      insertCoding(db, {
        guid: codingGuid,
        document_id: id,
        start_offset: start,
        end_offset: end,
        code_id: code,
        coder_id: coder,
        quote: placed.text.slice(start, end),
        weight: null,
        created_at: coding.createdAt ?? now,
      });
      codings += 1;
      addMemo({ ...coding, title: '', body: coding.memo }, { ...noPassage, kind: 'coding', target_guid: codingGuid });
    }
    for (const { memo, start, end } of placed.memos) {
      const isPassage = end > start;
      const passage = { document_id: id, start_offset: start, end_offset: end, quote: placed.text.slice(start, end) };
      addMemo(
        memo,
        isPassage
          ? { kind: 'passage', target_guid: guid, ...passage }
          : { ...noPassage, kind: 'document', target_guid: guid },
      );
    }
  }
  const projectGuid = db.get<{ guid: Guid }>({ text: 'SELECT guid FROM project', params: [] })?.guid;
  if (projectGuid !== undefined) {
    for (const memo of project.memos) {
      if (memo.about === null || !documents.has(memo.about.document)) {
        addMemo(memo, { ...noPassage, kind: 'project', target_guid: projectGuid });
      }
    }
  }
  const ownerOf = (variable: ForeignVariable, owner: string): number | undefined =>
    variable.scope === 'case' ? cases.ids.get(owner) : documents.get(owner)?.id;
  const variables = storeVariables(context, project.variables, ownerOf, tally.add);
  return {
    counts: {
      documents: documents.size,
      codes: new Set(codes.values()).size,
      codings,
      cases: project.cases.length,
      variables,
      memos,
      coders: coders.count(),
    },
    notes: tally.notes(),
    first: documents.values().next().value?.guid ?? null,
  };
}

type Add = (code: Parameters<ReturnType<typeof createForeignTally>['add']>[0], count?: number) => void;
type MemoTargetColumns = Omit<Parameters<typeof insertTarget>[1], 'memo_id'>;
const noPassage = { document_id: null, start_offset: null, end_offset: null, quote: null };

/** Names and titles stand in one line, at most 500 characters. */
function oneLine(text: string): string {
  return canonicalPiece(text, false).replace(/\s+/g, ' ').trim().slice(0, 500).toWellFormed().trim();
}

function plain(text: string): string {
  return canonicalPiece(text, false).slice(0, 1_000_000).toWellFormed();
}

type Coders = { readonly idOf: (name: string) => number | null; readonly count: () => number };

function createCoders(context: CommandContext): Coders {
  const known = new Map(listCoders(context.db).map(({ name, id }) => [name, id]));
  const used = new Set<number>();
  return {
    idOf: (raw) => {
      const name = oneLine(raw);
      if (name === '') return null;
      const id = known.get(name) ?? requireCoder(context.db, addCoder(context, { name })).id;
      known.set(name, id);
      used.add(id);
      return id;
    },
    count: () => used.size,
  };
}

/** Codes below their parents, whatever order they come in; a circle among them ends at the root. */
function storeCodes(context: CommandContext, codes: readonly ForeignCode[], add: Add): ReadonlyMap<string, number> {
  const { db, now, services, session } = context;
  const byKey = new Map(codes.map((code) => [code.key, code]));
  const ids = new Map<string, number>();
  const made = new Set<number>();
  const store = (code: ForeignCode, above: readonly string[]): number => {
    const known = ids.get(code.key);
    if (known !== undefined) return known;
    const parent = code.parent === null || above.includes(code.parent) ? undefined : byKey.get(code.parent);
    const parentId = parent === undefined || above.length > 200 ? null : store(parent, [...above, code.key]);
    const siblings = childrenOf(db, parentId);
    const name = oneLine(code.name) || '–';
    const same = siblings.find((row) => row.name === name && (row.codable === 1) === code.codable);
    if (same !== undefined) {
      if (made.has(same.id)) add('codes-joined');
      ids.set(code.key, same.id);
      return same.id;
    }
    const color = code.color !== null && /^#[0-9a-f]{6}$/i.test(code.color) ? code.color.toLowerCase() : null;
    const id = insertCode(db, {
      guid: services.ports.ids.next(),
      parent_id: parentId,
      position: siblings.length,
      name,
      color: color ?? nextColor(db, parentId === null ? null : (codeById(db, parentId) ?? null)),
      description: plain(code.description),
      include_rule: '',
      exclude_rule: '',
      typical_example: '',
      counter_example: '',
      kind: null,
      codable: code.codable ? 1 : 0,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    made.add(id);
    ids.set(code.key, id);
    return id;
  };
  for (const code of codes) store(code, [code.key]);
  return ids;
}

type Cases = {
  readonly ids: ReadonlyMap<string, number>;
  /** The case of a document; a document has one, so further ones are counted. */
  readonly of: (document: string, add: Add) => number | null;
};

function storeCases({ db, services }: CommandContext, project: ForeignProject): Cases {
  const known = new Map(listCases(db).map(({ name, guid }) => [name, requireCase(db, guid).id]));
  const ids = new Map<string, number>();
  const documents = new Map<string, number[]>();
  for (const { key, name, description, documents: own } of project.cases) {
    const title = oneLine(name) || '–';
    const id =
      known.get(title) ??
      insertCase(db, { guid: services.ports.ids.next(), name: title, description: plain(description) });
    known.set(title, id);
    ids.set(key, id);
    for (const document of own) documents.set(document, [...(documents.get(document) ?? []), id]);
  }
  return {
    ids,
    of: (document, add) => {
      const [first, ...further] = documents.get(document) ?? [];
      if (further.length > 0) add('further-cases-left-out', further.length);
      return first ?? null;
    },
  };
}

function storeVariables(
  { db, services }: CommandContext,
  variables: readonly ForeignVariable[],
  ownerOf: (variable: ForeignVariable, owner: string) => number | undefined,
  add: Add,
): number {
  for (const variable of variables) {
    const name = oneLine(variable.name) || '–';
    const known = listVariables(db).find((row) => row.name === name && row.scope === variable.scope);
    const type = known?.type ?? typeOf(variable.values.map(({ value }) => value));
    const id =
      known !== undefined
        ? requireVariable(db, known.guid).id
        : insertVariable(db, {
            guid: services.ports.ids.next(),
            name,
            description: plain(variable.description),
            type,
            scope: variable.scope,
            choices: '[]',
          });
    for (const { owner, value } of variable.values) {
      const row = ownerOf(variable, owner);
      const written = canonicalValue(type, plain(value));
      if (row === undefined || written === null) add('values-left-out');
      else {
        const isCase = variable.scope === 'case';
        putValue(db, id, { case_id: isCase ? row : null, document_id: isCase ? null : row }, written);
      }
    }
  }
  return variables.length;
}

/** The narrowest type that every value is of. */
export function typeOf(values: readonly string[]): ValueType {
  if (values.length === 0) return 'Text';
  return (
    (['Integer', 'Float'] as const).find((type) => values.every((value) => canonicalValue(type, value) !== null)) ??
    'Text'
  );
}
