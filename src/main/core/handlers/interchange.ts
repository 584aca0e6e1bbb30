import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { z } from 'zod';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { exchangeReport, type ExchangeReport } from '../../../shared/contract/interchange.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { sql, type ReadableDb, type Statement } from '../../db/database.ts';
import { countRows, ownTables } from '../../db/own-rows.ts';
import { insertReport, listReports, type ReportRow } from '../../db/exchange.ts';
import { assertMayLeave } from '../export-gate.ts';
import { fileName, holdExport, holdFile, mediaTypes, said } from '../export-reports.ts';
import { writeInWorker } from '../exporters/write-in-worker.ts';
import { label, type ActionHandlers, type JobContext, type JobHandlers, type QueryHandlers } from '../handler.ts';
import type { ReadStudy } from '../importers/refi/read-refi.ts';
import { ImportRefusal } from '../importers/types.ts';
import { breathe } from '../jobs.ts';
import { applyStudy } from '../merge/apply.ts';
import { loadStudy } from '../merge/load.ts';
import { matchesOf, withMatches, withoutApart, type Match } from '../merge/match.ts';
import { createNotes, type ExchangeNote } from '../merge/notes.ts';
import type { MergeCounts, MergeOptions } from '../merge/rows.ts';
import type { Study } from '../merge/study.ts';
import { refreshCoder, type Session } from '../session.ts';
import { tryInSteps } from '../write-in-steps.ts';
import { favouritesIn } from './favourites.ts';
import { requireProjectRow } from './project.ts';

/** Files that were read and wait for a decision. They belong to the project that was open then, and go when it is closed. */
const waitingBySession = new WeakMap<Session, Map<string, ReadStudy & { readonly name: string }>>();
/** The oldest goes when there are more: each may be large. */
const mostWaiting = 4;

/** A merge asks when it would take away more codings than this, or a tenth of them all. */
const manyRemoved = 10;

export const interchangeJobs = {
  'interchange.read': async ({ db, services, session, signal, progress }, { name, token }) => {
    const file = services.files.take(token);
    await breathe(signal);
    const reading = services.reader.readStudy({ name, bytes: file.bytes }, signal);
    const read = named(await readStudy(reading, services.language()), db);
    progress(0.9);
    await breathe(signal);
    const planId = randomUUID();
    const base = name.split(/[/\\]/).at(-1) ?? name;
    const waiting = waitingIn(session);
    waiting.set(planId, { ...read, name: base });
    const [oldest] = waiting.keys();
    if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
    return {
      planId,
      name: base,
      origin: read.origin,
      counts: { ...read.counts },
      notes: said(services.language(), read.notes),
      byNames: read.byNames === true,
    };
  },
  'interchange.plan': async (context, { planId, match, apart, removeMissing }) => {
    const { db, session, signal, services } = context;
    const read = waitingFor(session, planId);
    await breathe(signal);
    const matches = matchesOf(read.study, loadStudy(db, [], false));
    const byNames = match === 'names' || read.byNames === true;
    const study = byNames ? withMatches(read.study, withoutApart(matches, apart)) : read.study;
    const options = optionsOf(db, removeMissing);
    await breathe(signal);
    const counts = await tryInSteps(session, services.ports.clock, context, (scope) =>
      applyStudy(scope, study, options),
    );
    return { changes: changesOf(counts), matches: [...matches], removesMuch: removesMuch(db, counts) };
  },
  'interchange.merge': async (context, { planId, match, apart, removeMissing, confirm }) => {
    const { db, session, signal } = context;
    const read = waitingFor(session, planId);
    await breathe(signal);
    const byNames = match === 'names' || read.byNames === true;
    const matches: readonly Match[] = byNames ? matchesOf(read.study, loadStudy(db, [], false)) : [];
    const study = withMatches(read.study, withoutApart(matches, apart));
    await breathe(signal);
    const report = await merged(context, { ...read, study }, { removeMissing, confirm });
    waitingIn(session).delete(planId);
    return report;
  },
  'interchange.export': async (context, { format, confirmed }) => {
    const { db, services, signal } = context;
    const { workers, version } = services.ports;
    const isProject = format === 'qdpx';
    if (isProject) assertMayLeave(db, confirmed);
    await breathe(signal);
    const study = loadStudy(db, favouritesIn(db), isProject);
    const task = { kind: format, study, origin: `Simpul ${version}` } as const;
    const written = await writeInWorker(workers.exporter, task, context);
    const name = fileName(requireProjectRow(db).name, format);
    const notes = isProject ? [...written.notes, ...leftBehind(db)] : written.notes;
    const counts = { ...written.counts };
    const file = holdExport(context, { name, counts, notes }, mediaTypes[format], written.bytes);
    return { file, counts, notes: said(services.language(), notes) };
  },
  'interchange.exportReport': async ({ db, services }, { reportId }) => {
    const row = listReports(db).find(({ guid }) => guid === reportId);
    if (!row) throw new SimpulError('not-found', { what: 'report' });
    const bytes = new TextEncoder().encode(reportText(services.language(), reportOf(services.language(), row)));
    return Promise.resolve(holdFile(services, fileName(row.file, 'txt'), 'text/plain', bytes));
  },
} satisfies Partial<JobHandlers>;

/** What stays in the project, because neither the standard nor Simpul's own part of the file carries it. */
function leftBehind(db: ReadableDb): readonly ExchangeNote[] {
  const notes = createNotes();
  notes.add('history-left-out', undefined, countOf(db, sql`SELECT EXISTS (SELECT 1 FROM history_group) AS count`));
  notes.add('names-left-out', undefined, countRows(db, ['pseudonym']));
  notes.add('recordings-left-out', undefined, countRows(db, ['audio']));
  const originals = sql`SELECT count(*) AS count FROM document WHERE original_id IS NOT NULL`;
  notes.add('originals-left-out', undefined, countOf(db, originals));
  return notes.all();
}

function countOf(db: ReadableDb, query: Statement): number {
  return db.get<{ count: number }>(query)?.count ?? 0;
}

export const interchangeQueries = {
  'interchange.reports': ({ db, services }) => listReports(db).map((row) => reportOf(services.language(), row)),
} satisfies Partial<QueryHandlers>;

export const interchangeActions = {
  'interchange.discard': ({ services }, { planId }) => {
    const session = services.projects.current();
    if (session) waitingIn(session).delete(planId);
    return {};
  },
} satisfies Partial<ActionHandlers>;

async function readStudy(reading: Promise<ReadStudy>, language: Language): Promise<ReadStudy> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    const message = sentence(language, `import.refused.${error.code}`, error.params);
    throw new SimpulError('import-refused', { message }, { code: error.code, message }, error);
  }
}

/**
 * Names of variables that are keys of the catalogue are said in the language of the study, which they become part of; one
 * that is there already keeps the name it has.
 */
function named(read: ReadStudy, db: ReadableDb): ReadStudy {
  const { language } = requireProjectRow(db);
  const variables = read.study.variables.map((variable) => {
    if (!variable.name.startsWith('ris.')) return variable;
    const known = db.get<{ name: string }>(sql`SELECT name FROM variable WHERE guid = ${variable.guid}`);
    return { ...variable, name: known?.name ?? sentence(language, variable.name, {}) };
  });
  return { ...read, study: { ...read.study, variables } };
}

function waitingIn(session: Session) {
  const waiting = waitingBySession.get(session) ?? new Map<string, ReadStudy & { readonly name: string }>();
  waitingBySession.set(session, waiting);
  return waiting;
}

function waitingFor(session: Session, planId: string) {
  const read = waitingIn(session).get(planId);
  if (!read) throw new SimpulError('merge-forgotten');
  return read;
}

function optionsOf(db: ReadableDb, removeMissing: boolean): MergeOptions {
  return { adopt: isEmpty(db), removeMissing, notes: createNotes() };
}

/** Nothing was done in the project yet: it becomes that of the file. */
function isEmpty(db: ReadableDb): boolean {
  const row = db.get<{ n: number }>(sql`
    SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM code) + (SELECT count(*) FROM study_case)
      + (SELECT count(*) FROM memo) + (SELECT count(*) FROM variable) + (SELECT count(*) FROM kept_part)
      + (SELECT count(*) FROM speaker) + (SELECT count(*) FROM guide_question)
      + (SELECT max(0, count(*) - 1) FROM coder) AS n`);
  const own = ownTables.filter((table) => table !== 'import_report');
  return row?.n === 0 && countRows(db, ['pseudonym', ...own]) === 0;
}

function removesMuch(db: ReadableDb, { codings }: MergeCounts): boolean {
  const all = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM coding`)?.n ?? 0;
  return codings.removed > manyRemoved || codings.removed * 10 > all;
}

async function merged(
  context: JobContext,
  read: ReadStudy & { readonly name: string },
  { removeMissing, confirm }: { readonly removeMissing: boolean; readonly confirm: boolean },
): Promise<ExchangeReport> {
  const { db, services, session, writeInSteps, progress } = context;
  const options = optionsOf(db, removeMissing);
  const { value } = await writeInSteps(function* (scope) {
    const much = { all: scope.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM coding`)?.n ?? 0 };
    const counts = yield* applyStudy(scope, read.study, options);
    const { removed } = counts.codings;
    if (!confirm && (removed > manyRemoved || removed * 10 > much.all)) {
      throw new SimpulError('merge-removes-much', { count: removed });
    }
    putFavourites(scope.db, read.study);
    const row: ReportRow = {
      guid: services.ports.ids.next(),
      at: scope.now,
      direction: 'import',
      file: read.name,
      format: extname(read.name).slice(1).toLowerCase() || 'qdpx',
      origin: read.origin,
      data: JSON.stringify({
        counts: read.counts,
        changes: changesOf(counts),
        notes: [...read.notes, ...options.notes.all()],
      }),
    };
    insertReport(scope.db, row);
    return {
      value: row,
      label: label('history.interchange.merged', { file: read.name }),
      place: { area: 'collection' as const },
    };
  }, progress);
  refreshCoder(session);
  return reportOf(services.language(), value);
}

function putFavourites(db: Parameters<Parameters<JobContext['write']>[0]>[0]['db'], { favourites }: Study): void {
  if (favourites.length === 0) return;
  const wanted = JSON.stringify([...new Set([...favouritesIn(db), ...favourites])]);
  db.run(sql`
    INSERT INTO project_setting (key, value) VALUES ('favourite-codes', ${wanted})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
}

function changesOf(counts: MergeCounts): ExchangeReport['changes'] {
  return Object.entries(counts).map(([kind, count]) => ({
    kind: kind as ExchangeReport['changes'][number]['kind'],
    ...count,
  }));
}

const stored = z.object({
  counts: exchangeReport.shape.counts,
  changes: exchangeReport.shape.changes,
  notes: z.array(
    exchangeReport.shape.notes.element.omit({ message: true }).extend({ of: z.enum(['import', 'foreign']).optional() }),
  ),
});

function reportOf(language: Language, { data, ...row }: ReportRow): ExchangeReport {
  const { counts, changes, notes } = stored.parse(JSON.parse(data));
  return { ...row, counts, changes, notes: said(language, notes) };
}

function sentence(language: Language, key: string, params: Readonly<Record<string, string | number>>): string {
  return isMessageKey(key) ? translate(language, key, params) : key;
}

/** @returns the report as lines that a person can keep with the study */
function reportText(language: Language, report: ExchangeReport): string {
  const lines = [
    report.file,
    `${report.at}  ${report.origin}`,
    '',
    ...Object.entries(report.counts).map(
      ([kind, count]) => `${count}\t${sentence(language, `interchange.count.${kind}`, {})}`,
    ),
    '',
    ...report.changes.map(({ kind, added, changed, unchanged, removed }) =>
      translate(language, 'interchange.report.change', {
        kind: translate(language, `interchange.kind.${kind}`),
        added,
        changed,
        unchanged,
        removed,
      }),
    ),
    '',
    ...report.notes.flatMap(({ message, details }) => [message, ...details.map((detail) => `    ${detail}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
