// What takes long, by the same one way as `write()`, but in slices.

import { createHash } from 'node:crypto';
import type { Connection } from '../db/database.ts';
import {
  changesInPages,
  finishGroup,
  groupOfRequest,
  insertGroup,
  lastLink,
  startRecording,
  stopRecording,
  type Link,
} from '../db/history.ts';
import { committedCopy } from '../db/shared-connection.ts';
import type { JobControl } from './jobs.ts';
import type { Clock } from './ports.ts';
import { assertWritable, prepareJournal, type Session } from './session.ts';
import { allAtOnce, inSlices, type Steps } from './steps.ts';
import {
  endOf,
  endTransaction,
  openGroup,
  partsOfSeal,
  revisionAfter,
  takenBack,
  type OpenGroup,
  type WriteOutcome,
  type WriteRequest,
  type WriteScope,
  type Written,
} from './write.ts';

/**
 * Carries out one long command durably: one transaction and one step of the history, with progress, and cancelling takes
 * all of it back. Meanwhile everybody reads what was committed before, commands wait, and other changes are refused
 * (`project-busy`). A project too large for a copy in memory is changed in one go.
 */
export function writeInSteps<Value>(
  session: Session,
  clock: Clock,
  request: WriteRequest,
  control: JobControl,
  body: (scope: WriteScope) => Steps<Written<Value>>,
): Promise<WriteOutcome<Value>> {
  return inLongTransaction(session, control, function* (db, unchanged) {
    const repeated = request.requestId ? groupOfRequest(db, request.requestId) : undefined;
    if (repeated) {
      unchanged();
      return { value: JSON.parse(repeated.answer ?? 'null') as Value, revision: null, texts: [] };
    }
    const now = clock.now().toISOString();
    const group = openGroup(session, request, now, 'do', null);
    const former = lastLink(db);
    const sequence = insertGroup(db, former, group);
    startRecording(db, sequence);
    const written = yield* body({ db, sequence, now });
    stopRecording(db);
    if (changesInPages(db, sequence).next().done === true) {
      unchanged(); // HI1
      return { value: written.value, revision: null, texts: [] };
    }
    const end = endOf(request, written);
    const chain = yield* sealing(db, former, { ...group, ...end });
    finishGroup(db, sequence, { ...end, chain });
    return { value: written.value, revision: revisionAfter(sequence), texts: written.texts ?? [] };
  });
}

/** What a long change would do: it is carried out in slices, and all of it rolled back. */
export function tryInSteps<Value>(
  session: Session,
  clock: Clock,
  control: JobControl,
  body: (scope: WriteScope) => Steps<Value>,
): Promise<Value> {
  return inLongTransaction(session, control, (db, unchanged) => {
    unchanged();
    return body({ db, sequence: 0, now: clock.now().toISOString() });
  });
}

/** HI5, as the other way of writing seals a group. */
function* sealing(db: Connection, former: Link, group: OpenGroup): Steps<string> {
  const sequence = former.sequence + 1;
  const hash = createHash('sha256');
  for (const part of partsOfSeal(former.chain, sequence, group, changesInPages(db, sequence))) {
    hash.update(part);
    yield 1;
  }
  return hash.digest('hex');
}

async function inLongTransaction<Result>(
  session: Session,
  { signal, progress }: JobControl,
  body: (db: Connection, unchanged: () => void) => Steps<Result>,
): Promise<Result> {
  assertWritable(session);
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const stop = new AbortController();
  session.longWrite = { ended, cancel: () => stop.abort() };
  const control = { signal: AbortSignal.any([signal, stop.signal]), progress };
  const shared = session.connection;
  let db: Connection = session.file.connection;
  let changed = true;
  try {
    await shared.untilCopied();
    prepareJournal(session);
    const copy = await committedCopy(shared);
    if (copy) db = shared.lend(copy);
    db.execute('BEGIN IMMEDIATE');
    const steps = body(db, () => {
      changed = false;
    });
    const result = copy ? await inSlices(steps, control) : allAtOnce(steps);
    endTransaction(session, db, changed);
    return result;
  } catch (error) {
    throw takenBack(session, db, error);
  } finally {
    shared.giveBack();
    session.longWrite = null;
    // Who waits comes after all that follows from this change: its event, and who codes now.
    setImmediate(end);
  }
}
