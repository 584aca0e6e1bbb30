// Memos hang on things. What happens to them when those things come, merge or go.

import type { MemoKind, MemoTarget } from '../../shared/contract/memos.ts';
import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { requireCase, requireVariable } from '../db/cases.ts';
import { requireCode } from '../db/codes.ts';
import { requireCoder } from '../db/coders.ts';
import { requireCodings } from '../db/codings.ts';
import { sql, type ReadableDb, type WritableDb } from '../db/database.ts';
import { requireDocument } from '../db/documents.ts';
import {
  deleteMemoRow,
  deleteTarget,
  insertMemo,
  insertTarget,
  targetsAbout,
  targetsOf,
  type MemoTargetRow,
} from '../db/memos.ts';
import { textOf } from '../db/texts.ts';
import type { CommandContext } from './handler.ts';
import { quoteAt } from './handlers/ranges.ts';

export type NewMemo = {
  readonly title: string;
  readonly body: string;
  readonly kind: MemoKind;
  readonly targets: readonly MemoTarget[];
};

export function addMemo({ db, now, services, session }: CommandContext, memo: NewMemo): Guid {
  if (memo.targets.length === 0) throw new SimpulError('memo-needs-target');
  const guid = services.ports.ids.next();
  const id = insertMemo(db, {
    guid,
    title: memo.title,
    body: memo.body,
    kind: memo.kind,
    created_by: session.currentCoder?.id ?? null,
    created_at: now,
  });
  for (const target of memo.targets) insertTarget(db, { memo_id: id, ...targetColumns(db, target) });
  return guid;
}

/** The columns of a target, once it is certain that it exists. @throws SimpulError `not-found` and range errors */
export function targetColumns(db: ReadableDb, target: MemoTarget): Omit<MemoTargetRow, 'id' | 'memo_id'> {
  const plain = { kind: target.kind, document_id: null, start_offset: null, end_offset: null, quote: null };
  switch (target.kind) {
    case 'project':
      return { ...plain, target_guid: projectGuid(db) };
    case 'document':
      return { ...plain, target_guid: requireDocument(db, target.guid).guid };
    case 'code':
      return { ...plain, target_guid: requireCode(db, target.guid).guid };
    case 'coding':
      return { ...plain, target_guid: requireCodings(db, [target.guid])[0]?.guid ?? target.guid };
    case 'case':
      return { ...plain, target_guid: requireCase(db, target.guid).guid };
    case 'variable':
      return { ...plain, target_guid: requireVariable(db, target.guid).guid };
    case 'coder':
      return { ...plain, target_guid: requireCoder(db, target.guid).guid };
    case 'passage': {
      const document = requireDocument(db, target.guid);
      return {
        kind: 'passage',
        target_guid: document.guid,
        document_id: document.id,
        start_offset: target.start,
        end_offset: target.end,
        quote: quoteAt(textOf(db, document.id)?.text ?? '', target),
      };
    }
  }
}

/**
 * When an object goes, memos that were only about it go with it; memos about other things too stay.
 * @returns how many memos went
 */
export function removeMemosAbout({ db }: { readonly db: WritableDb }, guid: Guid): number {
  let removed = 0;
  for (const target of targetsAbout(db, guid)) {
    const others = targetsOf(db, target.memo_id).filter(({ target_guid: other }) => other !== guid);
    if (others.length > 0) {
      deleteTarget(db, target.id);
    } else {
      deleteMemoRow(db, target.memo_id);
      removed += 1;
    }
  }
  return removed;
}

function projectGuid(db: ReadableDb): Guid {
  const row = db.get<{ guid: Guid }>(sql`SELECT guid FROM project`);
  if (!row) throw new SimpulError('internal');
  return row.guid;
}
