// The only module that knows the SQLite driver, so that an encrypting one can take its place.
// A reader cannot write by type; only `write()` of the core hands out a writer.

import type BetterSqlite3 from 'better-sqlite3';

export type Value = string | number | bigint | null | Uint8Array;
export type Statement = { readonly text: string; readonly params: readonly Value[] };

/** Reads. Rows come back as plain objects whose shape the caller names. */
export type ReadableDb = {
  readonly all: <Row>(statement: Statement) => readonly Row[];
  readonly get: <Row>(statement: Statement) => Row | undefined;
  readonly iterate: <Row>(statement: Statement) => IterableIterator<Row>;
  /** Rows as arrays, for large reads into typed arrays. */
  readonly rows: (statement: Statement) => readonly (readonly Value[])[];
  /** The only cell of every row, a number: no object and no array per row, for hundreds of thousands of them. */
  readonly column: (statement: Statement) => readonly number[];
};

export type WritableDb = ReadableDb & {
  readonly run: (statement: Statement) => { readonly changes: number; readonly id: number };
};

/** What only `open`, `migrate` and `backup` may use. */
export type Connection = WritableDb & {
  /** Runs a PRAGMA; answers its first value, if it has one. */
  readonly pragma: (source: string) => string | number | undefined;
  readonly execute: (script: string) => void;
  readonly inTransaction: () => boolean;
  /** The whole database as the bytes of a file. */
  readonly bytes: () => Uint8Array;
  /**
   * Copies the whole database into an empty file, a few megabytes at a time. A change that this connection makes
   * meanwhile is in the copy, too.
   * @param step told between two pieces how much is done, 0..1; what it throws ends the copying
   */
  readonly copyInto: (path: string, step: (share: number) => void) => Promise<void>;
  readonly close: () => void;
};

const texts = new WeakMap<TemplateStringsArray, string>();

/** Parameters are always bound, never written into the text: `sql\`… WHERE id = ${id}\``. */
export function sql(strings: TemplateStringsArray, ...params: readonly Value[]): Statement {
  let text = texts.get(strings);
  if (text === undefined) {
    text = strings.join('?');
    texts.set(strings, text);
  }
  return { text, params };
}

/** A statement put together from fixed parts, for filters. Only constants of our own may become text. */
export function joinSql(parts: readonly Statement[], separator: string): Statement {
  return {
    text: parts.map((part) => part.text).join(separator),
    params: parts.flatMap((part) => part.params),
  };
}

/** `?, ?, ?` for `IN (…)`. Long lists should go through json_each instead. */
export function listOf(values: readonly Value[]): Statement {
  return { text: values.map(() => '?').join(', '), params: values };
}

type Prepared = BetterSqlite3.Statement;

/** Four megabytes: copied in a few hundredths of a second. */
const pagesAtOnce = 1000;

/** Wraps an open driver connection. Statements are prepared once per text. */
export function connectionOver(driver: BetterSqlite3.Database): Connection {
  const cache = new Map<string, Prepared>();
  const columns = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const known = cache.get(text);
    if (known) return known;
    const made = driver.prepare(text);
    if (cache.size > 500) cache.clear();
    cache.set(text, made);
    return made;
  };
  return {
    all: <Row>({ text, params }: Statement) => prepare(text).all(...params) as Row[],
    get: <Row>({ text, params }: Statement) => prepare(text).get(...params) as Row | undefined,
    iterate: <Row>({ text, params }: Statement) => driver.prepare(text).iterate(...params) as IterableIterator<Row>,
    rows: ({ text, params }) =>
      driver
        .prepare(text)
        .raw(true)
        .all(...params) as Value[][],
    column: ({ text, params }) => {
      let statement = columns.get(text);
      if (!statement) {
        statement = driver.prepare(text).pluck(true);
        if (columns.size > 50) columns.clear();
        columns.set(text, statement);
      }
      return statement.all(...params) as number[];
    },
    run: ({ text, params }) => {
      const { changes, lastInsertRowid } = prepare(text).run(...params);
      return { changes, id: Number(lastInsertRowid) };
    },
    pragma: (source) => driver.pragma(source, { simple: true }) as string | number | undefined,
    execute: (script) => void driver.exec(script),
    inTransaction: () => driver.inTransaction,
    bytes: () => driver.serialize(),
    copyInto: async (path, step) => {
      await driver.backup(path, {
        progress: ({ totalPages, remainingPages }) => {
          step(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
          return pagesAtOnce;
        },
      });
    },
    close: () => {
      cache.clear();
      columns.clear();
      driver.close();
    },
  };
}

export type DriverOptions = { readonly readOnly: boolean; readonly mustExist: boolean; readonly busyMs: number };

/** Opens the bytes of a database in memory, to be read only. */
export async function openBytes(bytes: Uint8Array): Promise<Connection> {
  const { default: Database } = await import('better-sqlite3');
  return connectionOver(new Database(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { readonly: true }));
}

/**
 * Opens the driver on a file. The driver crashes the process without a word on Node before 22, so the
 * version is looked at before it is loaded.
 */
export async function openDriver(path: string, options: DriverOptions): Promise<Connection> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 22) throw new Error(`Simpul needs Node 22 or newer to open a project; this is ${process.version}.`);
  const { default: Database } = await import('better-sqlite3');
  return connectionOver(
    new Database(path, {
      readonly: options.readOnly,
      fileMustExist: options.mustExist,
      timeout: options.busyMs,
    }),
  );
}
