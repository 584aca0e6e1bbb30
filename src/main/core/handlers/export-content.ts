// Reads what goes out of the open project, as plain values. A large project is read in pages, and others are answered
// between them; where it changes meanwhile, reading starts over, so that a file shows one revision.

import type { ExportChoice } from '../../../shared/contract/exports.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { pagesOfRange } from '../../../shared/domain/pages.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { turnsOf } from '../../../shared/domain/turns.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { slicer } from '../../analysis/slices.ts';
import { analysedCodes, revisionOf } from '../../db/analysis.ts';
import { listCases, listVariables } from '../../db/cases.ts';
import { countCodings, quotationsOf, typicalCodings, type CodingFilter } from '../../db/codings.ts';
import { listCodes } from '../../db/codes.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listDocuments, requireDocument } from '../../db/documents.ts';
import { memosOfCodings } from '../../db/memos.ts';
import { pageStartsOf } from '../../db/pages.ts';
import { textOf } from '../../db/texts.ts';
import { pauseOf } from './analysis-context.ts';
import { codePaths, speakerAt } from './codings.ts';
import { requireProjectRow } from './project.ts';
import type { JobContext } from '../handler.ts';
import { breathe } from '../jobs.ts';
import type { TypicalQuotation } from '../exporters/codebook-content.ts';
import type { CodedDocument } from '../exporters/coded-documents.ts';
import type { Origin, Segment } from '../exporters/segments-content.ts';

export type Gathered = {
  readonly segments: readonly Segment[];
  /** Names of the variables of cases. */
  readonly variables: readonly string[];
  /** Chosen codings that have no words left. */
  readonly orphans: number;
};

/** Codings read at once, as far as documents allow. */
const pageSize = 2_000;

export async function gatherSegments(context: JobContext, choice: ExportChoice): Promise<Gathered> {
  return ofOneRevision(context, () => readSegments(context, choice));
}

/** The documents chosen, whole, each with its chosen codings. Without a choice of documents or cases: all. */
export async function gatherDocuments(
  context: JobContext,
  choice: ExportChoice,
): Promise<Gathered & { readonly documents: readonly CodedDocument[] }> {
  return ofOneRevision(context, async () => {
    const { db, signal } = context;
    const gathered = await readSegments(context, choice);
    const byDocument = Map.groupBy(gathered.segments, ({ document }) => document);
    const cases = new Map(listCases(db).map(({ guid, name }) => [guid, name]));
    const wanted = listDocuments(db).filter(
      ({ guid, case: owner }) =>
        (choice.documentIds?.includes(guid) ?? true) &&
        (choice.caseIds === undefined || (owner !== null && choice.caseIds.includes(owner))),
    );
    const documents: CodedDocument[] = [];
    for (const { guid, title, date, case: owner } of wanted) {
      const text = textOf(db, requireDocument(db, guid).id)?.text ?? '';
      const caseName = owner === null ? null : (cases.get(owner) ?? null);
      documents.push({ title, date, caseName, text, segments: byDocument.get(guid) ?? [] });
      await breathe(signal);
    }
    return { ...gathered, documents };
  });
}

export function originOf({ db, services }: JobContext, choice: ExportChoice): Origin {
  const row = requireProjectRow(db);
  return {
    language: services.language(),
    project: row.name,
    fictional: row.fictional === 1,
    madeAt: services.ports.clock.now().toISOString(),
    revision: revisionOf(db),
    choices: choicesOf(services.language(), choice),
  };
}

export function gatherQuotations(
  context: JobContext,
  most: number,
): Promise<ReadonlyMap<Guid, readonly TypicalQuotation[]>> {
  const { db, progress } = context;
  return ofOneRevision(context, async () => {
    const found = new Map<Guid, readonly TypicalQuotation[]>();
    if (most === 0) return found;
    const slice = slicer(pauseOf(context));
    const codes = analysedCodes(db);
    for (const [place, { id, guid }] of codes.entries()) {
      await slice.rest();
      progress((0.5 * place) / codes.length);
      const rows = typicalCodings(db, id, most).map(({ quote, documentTitle, caseName }) => ({
        quote,
        source: caseName === null ? documentTitle : `${documentTitle}, ${caseName}`,
      }));
      if (rows.length > 0) found.set(guid, rows);
    }
    return found;
  });
}

async function ofOneRevision<Result>({ db }: JobContext, read: () => Promise<Result>): Promise<Result> {
  for (;;) {
    const revision = revisionOf(db);
    const result = await read();
    if (revisionOf(db) === revision) return result;
  }
}

async function readSegments({ db, signal, progress }: JobContext, choice: ExportChoice): Promise<Gathered> {
  const filter = filterOf(db, choice);
  const paths = codePaths(db);
  const memos = memosOfCodings(db);
  const variables = listVariables(db).filter(({ scope }) => scope === 'case');
  const valuesOf = new Map(
    listCases(db).map(({ guid, values }) => {
      const own = new Map(values.map(({ variable, value }) => [variable, value]));
      return [guid, variables.map(({ guid: variable }) => own.get(variable) ?? '')] as const;
    }),
  );
  const documents = listDocuments(db);
  const caseOf = new Map(documents.map(({ guid, case: owner }) => [guid, owner]));
  const none = variables.map(() => '');
  const segments: Segment[] = [];
  let places: Places = { id: -1, speaker: () => null, pages: () => null };
  const total = countCodings(db, filter);
  for (const documentIds of pagesOf(documents, filter.documentIds)) {
    await breathe(signal);
    for (const row of quotationsOf(db, { ...filter, documentIds })) {
      if (places.id !== row.documentId) {
        await breathe(signal);
        places = placesIn(db, row.documentId);
      }
      const owner = caseOf.get(row.document) ?? null;
      segments.push({
        guid: row.guid,
        document: row.document,
        documentTitle: row.documentTitle,
        documentDate: row.documentDate,
        caseName: row.caseName,
        values: (owner === null ? undefined : valuesOf.get(owner)) ?? none,
        code: row.code,
        path: paths.get(row.code) ?? [],
        color: row.codeColor,
        coder: row.coderName,
        weight: row.weight,
        memos: memos.get(row.guid) ?? [],
        speaker: places.speaker(row.start),
        pages: places.pages(row),
        codedAt: row.createdAt,
        start: row.start,
        end: row.end,
        quote: row.quote,
      });
    }
    // Reading is about as long as writing.
    progress(0.5 * Math.min(1, segments.length / Math.max(1, total)));
  }
  const orphans = countCodings(db, { ...filter, states: ['orphaned'] });
  return { segments, variables: variables.map(({ name }) => name), orphans };
}

/** Documents whose codings are read at once, in their order: to skip what was read takes longer the further it is. */
function* pagesOf(
  documents: readonly { readonly guid: Guid; readonly codings: number }[],
  chosen: readonly Guid[] | undefined,
): Generator<readonly Guid[]> {
  let page: Guid[] = [];
  let codings = 0;
  for (const document of documents) {
    if (chosen && !chosen.includes(document.guid)) continue;
    page.push(document.guid);
    codings += document.codings;
    if (codings < pageSize) continue;
    yield page;
    page = [];
    codings = 0;
  }
  if (page.length > 0) yield page;
}

/** What a document tells of places in it. */
type Places = {
  readonly id: number;
  readonly speaker: (offset: number) => string | null;
  readonly pages: (range: Range) => string | null;
};

function placesIn(db: ReadableDb, documentId: number): Places {
  const turns = turnsOf(textOf(db, documentId)?.text ?? '');
  const starts = pageStartsOf(db, documentId);
  return {
    id: documentId,
    speaker: (offset) => speakerAt(turns, offset),
    pages: (range) => {
      const span = pagesOfRange(starts, range);
      if (!span) return null;
      return span.from === span.to ? String(span.from) : `${span.from}–${span.to}`;
    },
  };
}

function filterOf(db: ReadableDb, { subcodes, codeIds, ...rest }: ExportChoice): CodingFilter {
  const filter: CodingFilter = { ...rest, states: ['kept', 'changed'] };
  if (!codeIds) return filter;
  if (!subcodes) return { ...filter, codeIds };
  const rows = listCodes(db).map(({ guid, parent_guid: parent, name }) => ({ guid, parent, name }));
  return { ...filter, codeIds: [...new Set(codeIds.flatMap((guid) => [guid, ...descendantsOf(rows, guid)]))] };
}

function choicesOf(language: Origin['language'], choice: ExportChoice): readonly string[] {
  const { codeIds, documentIds, caseIds, coderIds, codingIds, from, to, weightFrom, weightTo } = choice;
  const counted = (
    [
      ['exports.choice.codes', codeIds],
      ['exports.choice.documents', documentIds],
      ['exports.choice.cases', caseIds],
      ['exports.choice.coders', coderIds],
      ['exports.choice.codings', codingIds],
    ] as const
  ).flatMap(([key, guids]) => (guids ? [translate(language, key, { count: guids.length })] : []));
  const dates =
    from === undefined && to === undefined
      ? []
      : [translate(language, 'exports.choice.dates', { from: from ?? '…', to: to ?? '…' })];
  const weights =
    weightFrom === undefined && weightTo === undefined
      ? []
      : [translate(language, 'exports.choice.weights', { from: weightFrom ?? 0, to: weightTo ?? 100 })];
  return [...counted, ...dates, ...weights];
}
