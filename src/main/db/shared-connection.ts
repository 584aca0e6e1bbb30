// One connection is all there is: the lock that keeps a second process out keeps a second connection out too. While a
// long transaction has it, everybody else reads a copy in memory of what was committed last, and nobody else writes.

import { SimpulError } from '../../shared/contract/errors.ts';
import { openBytes, type Connection } from './database.ts';

export type SharedConnection = Connection & {
  /** The connection itself, for one long transaction; until it is given back, all others read `copy`. */
  readonly lend: (copy: Connection) => Connection;
  readonly giveBack: () => void;
  /** Waits until nobody copies the file any more: a copy would take half of a transaction with it. */
  readonly untilCopied: () => Promise<void>;
};

export function sharedConnection(real: Connection): SharedConnection {
  let copy: Connection | null = null;
  const copying = new Set<Promise<void>>();
  const reading = (): Connection => copy ?? real;
  /** @throws SimpulError `project-busy` */
  const writing = (): Connection => {
    if (copy) throw new SimpulError('project-busy');
    return real;
  };
  return {
    all: (statement) => reading().all(statement),
    get: (statement) => reading().get(statement),
    iterate: (statement) => reading().iterate(statement),
    rows: (statement) => reading().rows(statement),
    column: (statement) => reading().column(statement),
    bytes: () => reading().bytes(),
    run: (statement) => writing().run(statement),
    pragma: (source) => writing().pragma(source),
    execute: (script) => writing().execute(script),
    copyInto: async (path, step) => {
      const work = writing().copyInto(path, step);
      copying.add(work);
      try {
        await work;
      } finally {
        copying.delete(work);
      }
    },
    inTransaction: () => copy === null && real.inTransaction(),
    close: () => real.close(),
    lend: (instead) => {
      const lent = writing();
      if (copying.size > 0) throw new SimpulError('project-busy');
      copy = instead;
      return lent;
    },
    giveBack: () => {
      copy?.close();
      copy = null;
    },
    untilCopied: async () => {
      while (copying.size > 0) await Promise.allSettled(copying);
    },
  };
}

/** Bytes of a project that is copied; copying this much takes about a tenth of a second. */
const largestCopy = 256 * 1024 * 1024;

/** What was committed last, in memory: a file would be a second readable copy of the study. Null for a larger one. */
export async function committedCopy(connection: Connection): Promise<Connection | null> {
  const size = Number(connection.pragma('page_count')) * Number(connection.pragma('page_size'));
  if (size > largestCopy) return null;
  const bytes = connection.bytes();
  bytes.fill(1, 18, 20); // an ordinary file, even where the original has its log open
  const copy = await openBytes(bytes);
  copy.pragma('trusted_schema = OFF');
  return copy;
}
