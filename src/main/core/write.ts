// The only way anything in a project changes: one transaction, one history group, one revision, one event.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { TextEdit } from '../../shared/contract/events.ts';
import type { Place } from '../../shared/contract/values.ts';
import { sha256OfParts } from '../db/checksums.ts';
import { sql, type Connection, type WritableDb } from '../db/database.ts';
import { diskError } from '../db/disk-errors.ts';
import {
  changesOf,
  finishGroup,
  groupOfRequest,
  insertGroup,
  lastLink,
  startRecording,
  stopRecording,
  type ChangeRow,
  type GroupRow,
  type Link,
} from '../db/history.ts';
import type { Clock } from './ports.ts';
import { assertFileInPlace, assertWritable, noteCommit, prepareJournal, type Session } from './session.ts';

export type Label = { readonly key: string; readonly params?: Readonly<Record<string, string | number>> };

/** What a command hands back to `write()`. */
export type Written<Value> = {
  readonly value: Value;
  /** How the step is called in the history; its key is in the message catalogue. */
  readonly label: Label;
  /** Where undo leads the user. */
  readonly place?: Place;
  readonly texts?: readonly TextEdit[];
};

export type WriteRequest = {
  readonly method: string;
  readonly requestId?: string | undefined;
};

export type WriteOutcome<Value> = {
  readonly value: Value;
  /** Null where nothing changed, or where the request had been carried out before (HI6). */
  readonly revision: number | null;
  readonly texts: readonly TextEdit[];
};

export type WriteScope = {
  readonly db: WritableDb;
  /** Sequence of the history group being written. */
  readonly sequence: number;
  readonly now: string;
};

/** Carries out one command durably. On any error nothing has changed. */
export function write<Value>(
  session: Session,
  clock: Clock,
  request: WriteRequest,
  body: (scope: WriteScope) => Written<Value>,
): WriteOutcome<Value> {
  assertWritable(session);
  return inTransaction(session, (unchanged) => {
    const repeated = request.requestId ? groupOfRequest(session.connection, request.requestId) : undefined;
    if (repeated) {
      unchanged();
      return { value: JSON.parse(repeated.answer ?? 'null') as Value, revision: null, texts: [] };
    }
    const now = clock.now().toISOString();
    const group = openGroup(session, request, now, 'do', null);
    const former = lastLink(session.connection);
    const sequence = insertGroup(session.connection, former, group);
    startRecording(session.connection, sequence);
    const written = body({ db: session.connection, sequence, now });
    stopRecording(session.connection);
    const changes = changesOf(session.connection, sequence);
    if (changes.length === 0) {
      unchanged(); // HI1
      return { value: written.value, revision: null, texts: [] };
    }
    closeGroup(session, former, group, changes, endOf(request, written));
    return { value: written.value, revision: revisionAfter(sequence), texts: written.texts ?? [] };
  });
}

/** A group as it was begun. */
export type OpenGroup = Omit<GroupRow, 'sequence' | 'undone_by'>;
export type GroupEnd = Pick<GroupRow, 'label_key' | 'label_params' | 'place' | 'answer'>;

/** What a group is called and answers, once it is known what was done. */
export function endOf<Value>({ requestId }: WriteRequest, { value, label, place }: Written<Value>): GroupEnd {
  return {
    label_key: label.key,
    label_params: JSON.stringify(label.params ?? {}),
    place: place ? JSON.stringify(place) : null,
    answer: requestId ? JSON.stringify(value) : null,
  };
}

export function openGroup(
  session: Session,
  request: WriteRequest,
  now: string,
  kind: GroupRow['kind'],
  target: number | null,
): OpenGroup {
  return {
    at: now,
    coder_guid: session.currentCoder?.guid ?? null,
    coder_name: session.currentCoder?.name ?? null,
    method: request.method,
    label_key: '',
    label_params: '{}',
    place: null,
    kind,
    target_sequence: target,
    request_id: request.requestId ?? null,
    answer: null,
    chain: '',
  };
}

/** Writes label and place and seals the group with its hash (HI5). */
export function closeGroup(
  { connection }: Session,
  former: Link,
  group: OpenGroup,
  changes: readonly ChangeRow[],
  end: GroupEnd,
): void {
  const sequence = former.sequence + 1;
  const chain = sealOf(former.chain, sequence, { ...group, ...end }, changes);
  finishGroup(connection, sequence, { ...end, chain });
}

/** The hash that the group in the file should bear. */
export function chainOf(db: WritableDb, sequence: number): string {
  const group = db.get<GroupRow>(sql`SELECT * FROM history_group WHERE sequence = ${sequence}`);
  if (!group) throw new SimpulError('internal');
  const former = db.get<{ chain: string }>(sql`
    SELECT chain FROM history_group WHERE sequence < ${sequence} ORDER BY sequence DESC LIMIT 1`);
  return sealOf(former?.chain ?? '', sequence, group, changesOf(db, sequence));
}

/**
 * HI5: SHA-256 over the predecessor's hash, the group, and the rows it changed. What undo later writes to
 * a group (`undone_by`, kept images) stays outside, so that a sealed group verifies for ever.
 */
function sealOf(former: string, sequence: number, group: OpenGroup, changes: readonly ChangeRow[]): string {
  return sha256OfParts(partsOfSeal(former, sequence, group, changes));
}

/** What the hash is taken of, piece by piece. */
export function* partsOfSeal(
  former: string,
  sequence: number,
  group: OpenGroup,
  changes: Iterable<ChangeRow>,
): Generator<string> {
  yield former;
  yield [
    sequence,
    group.at,
    group.coder_guid,
    group.coder_name,
    group.method,
    group.label_key,
    group.label_params,
    group.place,
    group.kind,
    group.target_sequence,
    group.request_id,
  ].join('\n');
  for (const change of changes) {
    const after = change.table_name === 'document_text' ? '' : change.after_row;
    yield `\n${change.table_name}\n${change.row_id}\n${change.operation}\n${change.before_row}\n${after}`;
  }
}

/** What the file's `revision` says after a step: a project is at 1 before its first. */
export function revisionAfter(sequence: number): number {
  return sequence + 1;
}

/**
 * Runs in one immediate transaction; looks once more at the file before the commit is acknowledged.
 * @param body answers `unchanged` where nothing was changed: the transaction is rolled back then, and not a
 *   byte of the file differs
 */
export function inTransaction<Result>(session: Session, body: (unchanged: Unchanged) => Result): Result {
  const { connection } = session;
  let changed = true;
  try {
    prepareJournal(session);
    connection.execute('BEGIN IMMEDIATE');
    const result = body(() => {
      changed = false;
    });
    endTransaction(session, connection, changed);
    return result;
  } catch (error) {
    throw takenBack(session, connection, error);
  }
}

/** Commits, or rolls back where nothing was changed, and looks once more at the file before anybody is told. */
export function endTransaction(session: Session, db: Connection, changed: boolean): void {
  db.execute(changed ? 'COMMIT' : 'ROLLBACK');
  if (changed) noteCommit(session);
  assertFileInPlace(session);
}

/** Takes back what was begun. @returns what went wrong, as the user is told */
export function takenBack(session: Session, db: Connection, error: unknown): unknown {
  if (db.inTransaction()) db.execute('ROLLBACK');
  return diskError(error, session.path);
}

type Unchanged = () => void;
