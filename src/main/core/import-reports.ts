// What an import leaves in the project: per kind how much came in, what was changed and what was left out, so that what went in
// and what came out can be counted against each other. Part of the import's own step: undo takes it back with the rest.

import { extname } from 'node:path';
import type { ExchangeReport } from '../../shared/contract/interchange.ts';
import { insertReport } from '../db/exchange.ts';
import type { CommandContext } from './handler.ts';

/** `of` says whose sentence a note has: that of a reader of documents or of foreign projects, else that of an exchange. */
export type ReportNote = {
  readonly code: string;
  readonly count: number;
  readonly details: readonly string[];
  readonly of?: 'import' | 'foreign' | undefined;
};

type ChangeKind = ExchangeReport['changes'][number]['kind'];

export type ImportReport = {
  readonly files: readonly string[];
  /** The program the file is of, where it is one of another program. */
  readonly origin: string;
  /** What the files hold, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly added: Readonly<Partial<Record<ChangeKind, number>>>;
  /** What was in the project already and is used. */
  readonly unchanged?: Readonly<Partial<Record<ChangeKind, number>>>;
  readonly notes: readonly ReportNote[];
};

/** Names kept of one kind of note, as in the reports of exchanges. */
const mostDetails = 50;

export function keepImportReport(
  { db, now, services }: Pick<CommandContext, 'db' | 'now' | 'services'>,
  { files, origin, counts, added, unchanged = {}, notes }: ImportReport,
): void {
  const [first = '', ...others] = files.map((name) => name.split(/[/\\]/).at(-1) ?? name);
  const kinds = [...new Set([...Object.keys(added), ...Object.keys(unchanged)])] as readonly ChangeKind[];
  const changes = kinds.map((kind) => ({
    kind,
    added: added[kind] ?? 0,
    changed: 0,
    unchanged: unchanged[kind] ?? 0,
    removed: 0,
  }));
  const formats = new Set(files.map((name) => extname(name).slice(1).toLowerCase()));
  insertReport(db, {
    guid: services.ports.ids.next(),
    at: now,
    direction: 'import',
    file: others.length === 0 ? first : `${first} + ${others.length}`,
    format: [...formats].join(', '),
    origin,
    data: JSON.stringify({
      counts,
      changes,
      notes: joined(notes).map((note) => ({ ...note, details: note.details.slice(0, mostDetails) })),
    }),
  });
}

/** One note of a kind, with all its counts and names. */
function joined(notes: readonly ReportNote[]): readonly ReportNote[] {
  return [...Map.groupBy(notes, ({ of, code }) => `${of ?? ''} ${code}`).values()].map((own) => ({
    code: own[0]?.code ?? '',
    ...(own[0]?.of === undefined ? {} : { of: own[0].of }),
    count: own.reduce((sum, { count }) => sum + count, 0),
    details: [...new Set(own.flatMap(({ details }) => details))],
  }));
}
