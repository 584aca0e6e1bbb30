import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { inTreeOrder, pathsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { handOverCode, handOverCoding } from '../../db/attached.ts';
import {
  ancestorsOf,
  childrenOf,
  codeById,
  deleteCodeRow,
  insertCode,
  listCodes,
  orderCodes,
  requireCode,
  updateCode,
  type CodeRow,
} from '../../db/codes.ts';
import { codingsOfCode, deleteCodingRow, updateCoding } from '../../db/codings.ts';
import type { ReadableDb } from '../../db/database.ts';
import { moveTargets } from '../../db/memos.ts';
import { recordCardChange, recordCodeChange } from '../code-changes.ts';
import { nextColor } from '../code-colors.ts';
import { label, type CommandContext, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { removeMemosAbout } from '../memo-rules.ts';
import { requireCodableCode } from './codings.ts';

export const codeQueries = {
  'codes.list': ({ db }) => [...codebook(db)],
} satisfies Partial<QueryHandlers>;

/** The codebook in its order, with paths and counts. */
export function codebook(db: ReadableDb): readonly CodeSummary[] {
  const rows = listCodes(db).map((row) => ({ ...row, parent: row.parent_guid }));
  const paths = pathsOf(rows);
  return inTreeOrder(rows).map((row) => ({
    guid: row.guid,
    path: [...(paths.get(row.guid) ?? [row.name])],
    parent: row.parent,
    name: row.name,
    color: row.color,
    description: row.description,
    include: row.include_rule,
    exclude: row.exclude_rule,
    typicalExample: row.typical_example,
    counterExample: row.counter_example,
    kind: row.kind,
    codable: row.codable === 1,
    position: row.position,
    codings: row.codings,
    documents: row.documents,
    memos: row.memos,
  }));
}

export const codeCommands = {
  'codes.create': (context, input) => {
    const { db, now, services, session } = context;
    const parent = input.parentId ? requireCode(db, input.parentId) : null;
    const siblings = childrenOf(db, parent?.id ?? null).map(({ id }) => id);
    const guid = services.ports.ids.next();
    const id = insertCode(db, {
      guid,
      parent_id: parent?.id ?? null,
      position: siblings.length,
      name: input.name,
      color: input.color ?? nextColor(db, parent),
      description: input.description ?? '',
      include_rule: input.include ?? '',
      exclude_rule: input.exclude ?? '',
      typical_example: input.typicalExample ?? '',
      counter_example: input.counterExample ?? '',
      kind: input.kind ?? null,
      codable: input.codable === false ? 0 : 1,
      created_by: session.currentCoder?.id ?? null,
      created_at: now,
    });
    if (input.position !== undefined) orderCodes(db, parent?.id ?? null, inserted(siblings, [id], input.position));
    return {
      value: { guid },
      label: label('history.code.created', { code: input.name }),
      place: { area: 'reduction', codeId: guid },
    };
  },
  'codes.update': (context, { codeId, reason, ...change }) => {
    const { db, now } = context;
    const row = requireCode(db, codeId);
    updateCode(
      db,
      row,
      defined({
        name: change.name,
        color: change.color,
        description: change.description,
        include_rule: change.include,
        exclude_rule: change.exclude,
        typical_example: change.typicalExample,
        counter_example: change.counterExample,
        kind: change.kind,
        codable: change.codable === undefined ? undefined : Number(change.codable),
      }),
      now,
    );
    if (reason !== undefined) recordCardChange(context, row, requireCode(db, codeId), reason);
    return {
      value: {},
      label: label('history.code.changed', { code: row.name }),
      place: { area: 'reduction', codeId },
    };
  },
  'codes.move': ({ db }, { codeIds, parentId, position }) => {
    const rows = codeIds.map((guid) => requireCode(db, guid));
    const parent = parentId ? requireCode(db, parentId) : null;
    for (const row of rows) assertNoCycle(db, row, parent); // CT1
    const moving = new Set(rows.map(({ id }) => id));
    const siblings = childrenOf(db, parent?.id ?? null)
      .map(({ id }) => id)
      .filter((id) => !moving.has(id));
    const former = new Set(rows.map((row) => row.parent_id));
    orderCodes(db, parent?.id ?? null, inserted(siblings, [...moving], position ?? siblings.length));
    for (const id of former) closeGaps(db, id);
    return {
      value: {},
      label: label('history.code.moved', { code: rows[0]?.name ?? '', count: rows.length }),
      ...(codeIds[0] ? { place: { area: 'reduction', codeId: codeIds[0] } } : {}),
    };
  },
  'codes.merge': (context, { sourceIds, targetId, reason = '' }) => {
    const { db } = context;
    const target = requireCode(db, targetId);
    const sources = [...new Set(sourceIds)].map((guid) => requireCode(db, guid));
    let moved = 0;
    let joined = 0;
    for (const source of sources) {
      if (source.id === target.id || ancestorsOf(db, target.id).includes(source.id)) {
        throw new SimpulError('code-into-itself', { name: source.name });
      }
      const counts = moveCodings(context, source, target);
      moved += counts.moved;
      joined += counts.joined;
      moveTargets(db, source.guid, target.guid);
      handOverCode(db, source.guid, target.guid);
      recordCodeChange(context, target, {
        kind: 'merge',
        other_guid: source.guid,
        other_name: source.name,
        reason,
      });
      const children = childrenOf(db, target.id).map(({ id }) => id);
      orderCodes(db, target.id, [...children, ...childrenOf(db, source.id).map(({ id }) => id)]);
      deleteCodeRow(db, source.id);
      closeGaps(db, source.parent_id);
    }
    return {
      value: { moved, joined },
      label: label('history.code.merged', { code: target.name, count: sources.length }),
      place: { area: 'reduction', codeId: target.guid },
    };
  },
  'codes.delete': (context, input) => deleteCodes(context, input),
} satisfies Partial<CommandHandlers>;

function deleteCodes(
  context: CommandContext,
  input: Parameters<CommandHandlers['codes.delete']>[1],
): ReturnType<CommandHandlers['codes.delete']> {
  const { db } = context;
  const chosen = [...new Set(input.codeIds)].map((guid) => requireCode(db, guid));
  const doomed = input.children === 'delete' ? withDescendants(db, chosen) : chosen;
  const ids = new Set(doomed.map(({ id }) => id));
  const target = input.codings === 'move' ? requireTarget(db, input.targetId, ids) : null;
  let deleted = 0;
  let moved = 0;
  // Children first, so that no code is removed while another still hangs below it.
  for (const row of doomed.toReversed()) {
    const goal = input.codings === 'delete' ? null : (target ?? survivingParent(db, row, ids));
    if (goal) {
      const counts = moveCodings(context, row, goal);
      moved += counts.moved;
      deleted += counts.joined;
    } else {
      for (const coding of codingsOfCode(db, row.id)) {
        removeMemosAbout(context, coding.guid);
        deleteCodingRow(db, coding.id);
        deleted += 1;
      }
    }
    lift(db, row);
    removeMemosAbout(context, row.guid);
    deleteCodeRow(db, row.id);
    closeGaps(db, row.parent_id);
  }
  const first = chosen[0];
  return {
    value: { codes: doomed.length, deleted, moved },
    label: label('history.code.deleted', { code: first?.name ?? '', count: doomed.length }),
    place: { area: 'reduction', ...(first ? { codeId: first.guid } : {}) },
  };
}

/** CT4: codings that would stand twice become one; their memos go to the one that stays. */
function moveCodings(
  { db, now }: CommandContext,
  source: CodeRow,
  target: CodeRow,
): { readonly moved: number; readonly joined: number } {
  if (target.codable === 0 && codingsOfCode(db, source.id).length > 0) {
    throw new SimpulError('code-not-codable', { name: target.name });
  }
  const standing = new Map(codingsOfCode(db, target.id).map((row) => [placeKey(row), row]));
  let moved = 0;
  let joined = 0;
  for (const row of codingsOfCode(db, source.id)) {
    const twin = standing.get(placeKey(row));
    if (twin === undefined) {
      updateCoding(db, row, { code_id: target.id }, now);
      moved += 1;
    } else {
      moveTargets(db, row.guid, twin.guid);
      handOverCoding(db, row.id, twin.id);
      deleteCodingRow(db, row.id);
      joined += 1;
    }
  }
  return { moved, joined };
}

type Placed = {
  readonly document_id: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly coder_id: number | null;
};

function placeKey(row: Placed): string {
  return `${row.document_id} ${row.start_offset} ${row.end_offset} ${row.coder_id ?? ''}`;
}

function requireTarget(db: ReadableDb, guid: Guid | undefined, doomed: ReadonlySet<number>): CodeRow {
  if (!guid) throw new SimpulError('target-missing');
  const target = requireCodableCode(db, guid);
  if (doomed.has(target.id)) throw new SimpulError('code-into-itself', { name: target.name });
  return target;
}

/** `move-to-parent`: the nearest code above that stays and takes codings. */
function survivingParent(db: ReadableDb, row: CodeRow, doomed: ReadonlySet<number>): CodeRow {
  const goal = ancestorsOf(db, row.id)
    .filter((id) => !doomed.has(id))
    .map((id) => codeById(db, id))
    .find((code) => code?.codable === 1);
  if (!goal) throw new SimpulError('target-missing');
  return goal;
}

function lift(db: CommandContext['db'], row: CodeRow): void {
  const children = childrenOf(db, row.id).map(({ id }) => id);
  if (children.length === 0) return;
  const siblings = childrenOf(db, row.parent_id).map(({ id }) => id);
  orderCodes(db, row.parent_id, inserted(siblings, children, siblings.indexOf(row.id) + 1));
}

function withDescendants(db: ReadableDb, roots: readonly CodeRow[]): readonly CodeRow[] {
  const found = new Map<number, CodeRow>();
  const visit = (row: CodeRow): void => {
    if (found.has(row.id)) return;
    found.set(row.id, row);
    for (const child of childrenOf(db, row.id)) visit(child);
  };
  for (const root of roots) visit(root);
  // A root chosen beside its own parent was met below it: parents must come before their children.
  return [...found.values()].sort((a, b) => ancestorsOf(db, a.id).length - ancestorsOf(db, b.id).length);
}

function assertNoCycle(db: ReadableDb, row: CodeRow, parent: CodeRow | null): void {
  if (parent && (parent.id === row.id || ancestorsOf(db, parent.id).includes(row.id))) {
    throw new SimpulError('code-cycle', { name: row.name });
  }
}

function closeGaps(db: CommandContext['db'], parent: number | null): void {
  orderCodes(
    db,
    parent,
    childrenOf(db, parent).map(({ id }) => id),
  ); // CT2
}

function inserted(list: readonly number[], added: readonly number[], position: number): readonly number[] {
  return [...list.slice(0, position), ...added, ...list.slice(position)];
}

function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}
