// Loaded before the program by the negative controls alone: the same program, but its database promises less after a
// commit than Simpul asks for, and says that it does not.

import Database from 'better-sqlite3';

type Pragma = (this: unknown, source: string, options?: unknown) => unknown;

const original = Reflect.get(Database.prototype, 'pragma') as Pragma;
/**
 * With a write-ahead log, and with a rollback journal: a file that is locked for good has its journal emptied and
 * synced at each commit, so that there only OFF is less.
 */
const weaker: Readonly<Record<string, string>> = { FULL: 'NORMAL', EXTRA: 'OFF' };
const names = ['OFF', 'NORMAL', 'FULL', 'EXTRA'];
let claimed: number | null = null;

const weakened: Pragma = function weakened(source, options) {
  const [, asked = ''] = /^synchronous = (\w+)$/.exec(source) ?? [];
  if (asked !== '') {
    claimed = names.indexOf(asked);
    return original.call(this, `synchronous = ${weaker[asked] ?? asked}`, options);
  }
  return source === 'synchronous' && claimed !== null ? claimed : original.call(this, source, options);
};

Reflect.set(Database.prototype, 'pragma', weakened);
