import type { Memo, MemoTarget } from '../../../shared/contract/memos.ts';
import type { Place } from '../../../shared/contract/values.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { requireDocument } from '../../db/documents.ts';
import {
  deleteMemoRow,
  deleteTarget,
  insertTarget,
  listMemos,
  requireMemo,
  targetOf,
  targetsOf,
  updateMemo,
} from '../../db/memos.ts';
import { label, type CommandHandlers, type QueryHandlers } from '../handler.ts';
import { addMemo, targetColumns } from '../memo-rules.ts';

export const memoQueries = {
  'memos.list': ({ db }, { target, documentId }): Memo[] => [
    ...listMemos(db, {
      target,
      documentId: documentId === undefined ? undefined : requireDocument(db, documentId).id,
    }),
  ],
} satisfies Partial<QueryHandlers>;

export const memoCommands = {
  'memos.create': (context, input) => {
    const guid = addMemo(context, input);
    return {
      value: { guid },
      label: label('history.memo.created', { title: titleOf(input) }),
      place: placeOfTarget(input.targets[0], guid),
    };
  },
  'memos.update': ({ db, now }, { memoId, title, body, kind }) => {
    const row = requireMemo(db, memoId);
    updateMemo(db, row, { title: title ?? row.title, body: body ?? row.body, kind: kind ?? row.kind }, now);
    return {
      value: {},
      label: label('history.memo.changed', { title: titleOf(row) }),
      ...placeOfMemo(db, row.id, memoId),
    };
  },
  'memos.attach': ({ db }, { memoId, target }) => {
    const row = requireMemo(db, memoId);
    const columns = targetColumns(db, target);
    const stands = targetsOf(db, row.id).some((other) => sameTarget(targetOf(other), target));
    if (!stands) insertTarget(db, { memo_id: row.id, ...columns });
    return {
      value: {},
      label: label('history.memo.changed', { title: titleOf(row) }),
      ...placeOfMemo(db, row.id, memoId),
    };
  },
  'memos.detach': ({ db }, { memoId, target }) => {
    const row = requireMemo(db, memoId);
    const targets = targetsOf(db, row.id);
    const found = targets.find((other) => sameTarget(targetOf(other), target));
    if (found && targets.length === 1) throw new SimpulError('memo-needs-target');
    if (found) deleteTarget(db, found.id);
    return {
      value: {},
      label: label('history.memo.changed', { title: titleOf(row) }),
      ...placeOfMemo(db, row.id, memoId),
    };
  },
  'memos.delete': ({ db }, { memoIds }) => {
    const rows = [...new Set(memoIds)].map((guid) => requireMemo(db, guid));
    const place = rows[0] ? placeOfMemo(db, rows[0].id, rows[0].guid) : {};
    for (const row of rows) deleteMemoRow(db, row.id);
    return {
      value: {},
      label: label('history.memo.deleted', { title: rows[0] ? titleOf(rows[0]) : '', count: rows.length }),
      ...place,
    };
  },
} satisfies Partial<CommandHandlers>;

/** A memo without a title goes by its first words. */
function titleOf({ title, body }: { readonly title: string; readonly body: string }): string {
  const words = title.trim() || body.trim().split('\n', 1)[0] || '–';
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

function sameTarget(a: MemoTarget, b: MemoTarget): boolean {
  if (a.kind === 'project' || b.kind === 'project') return a.kind === b.kind;
  if (a.kind !== b.kind || a.guid !== b.guid) return false;
  return a.kind !== 'passage' || b.kind !== 'passage' || (a.start === b.start && a.end === b.end);
}

function placeOfMemo(db: Parameters<typeof targetsOf>[0], id: number, memoId: Memo['guid']): { readonly place: Place } {
  const first = targetsOf(db, id)[0];
  return { place: placeOfTarget(first ? targetOf(first) : undefined, memoId) };
}

function placeOfTarget(target: MemoTarget | undefined, memoId: Memo['guid']): Place {
  const reduction: Place = { area: 'reduction', memoId };
  if (!target) return reduction;
  switch (target.kind) {
    case 'passage':
      return { area: 'reduction', memoId, documentId: target.guid, start: target.start, end: target.end };
    case 'document':
      return { area: 'reduction', memoId, documentId: target.guid };
    case 'code':
      return { area: 'reduction', memoId, codeId: target.guid };
    case 'case':
      return { area: 'collection', memoId, caseId: target.guid };
    case 'project':
    case 'coding':
    case 'variable':
    case 'coder':
      return reduction;
  }
}
