import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type {
  CooccurrenceResult,
  FrequencyRow,
  PackedCooccurrenceResult,
  Provenance,
} from '../../../shared/contract/analysis.ts';
import { codingState, type CodingState } from '../../../shared/contract/codings.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { createAnalysisCache, type AnalysisCache, type Loaded } from '../../analysis/cache.ts';
import { packed, triangleOf } from '../../analysis/packed.ts';
import type { ScopeCounts } from '../../analysis/scope.ts';
import { narrowed, placeOfCode, select, type Selection } from '../../analysis/selection.ts';
import { slicer, type Slicer } from '../../analysis/slices.ts';
import type { Study } from '../../analysis/study.ts';
import type { LevelInput } from '../../analysis/tasks.ts';
import { revisionOf, tracedCodings, type AnalysedDocument, type UnitKind } from '../../db/analysis.ts';
import { csvOf } from '../exporters/csv.ts';
import type { JobContext, JobHandlers, QueryHandlers } from '../handler.ts';
import { breathe } from '../jobs.ts';
import type { Session } from '../session.ts';

type CooccurrenceSettings = CheckedInputOf<'analysis.cooccurrence'>;
type CellSettings = CheckedInputOf<'analysis.cooccurrenceCell'>;

export const analysisJobs = {
  'analysis.frequency': (context, filter) =>
    remembered(context, ['analysis.frequency', filter], 'words', async ({ study, texts }) => {
      const selection = select(study, filter);
      const { scope, caseOf, cases, codes } = selection;
      if (texts === null) throw new SimpulError('internal');
      const output = await context.services.pool.run('frequency', { scope, texts, caseOf, cases }, context);
      const rows = output.table.rows.map((row, index): FrequencyRow => {
        const { guid, path, color } = codes[index] ?? missing();
        return {
          code: guid,
          path: [...path],
          color,
          codings: row.codings,
          codingsShare: row.codingsShare,
          documents: row.documents,
          documentsShare: row.documentsShare,
          cases: row.cases,
          casesShare: row.casesShare,
          words: row.words,
          wordsShare: row.wordsShare,
        };
      });
      return { rows, provenance: provenanceOf(context, 'analysis.frequency', study, selection, output) };
    }),

  'analysis.cooccurrence': async (context, settings) => {
    const { head, tail, output } = await counted(context, settings);
    const size = head.codes.length;
    const slice = slicer(pauseOf(context));
    return {
      ...head,
      counts: await matrix(output.counts, size, slice, (value) => value),
      similarity: await matrix(output.similarity, size, slice, definedOrNull),
      ...tail,
      warnings: [
        ...pairs(output.unbalanced).map(([row, column]) => ({ kind: 'unbalanced', row, column })),
        ...pairs(output.outOfRange).map(([row, column]) => ({ kind: 'out-of-range', row, column })),
      ],
    } satisfies CooccurrenceResult;
  },

  'analysis.cooccurrencePacked': async (context, settings) => {
    const { head, tail, output } = await counted(context, settings);
    const size = head.codes.length;
    return {
      ...head,
      counts: packed(triangleOf(output.counts, size)),
      similarity: packed(triangleOf(output.similarity, size)),
      ...tail,
      warnings: { unbalanced: packed(output.unbalanced), outOfRange: packed(output.outOfRange) },
    } satisfies PackedCooccurrenceResult;
  },

  'analysis.cooccurrenceCell': (context, settings) => {
    assertWindow(settings);
    const question = ['analysis.cooccurrenceCell', settings];
    return remembered(context, question, unitsFor(settings), async ({ study, texts }) => {
      const first = placeOfCode(study, settings.rowId);
      const second = placeOfCode(study, settings.columnId);
      const selection = select(study, { ...settings, codeIds: undefined }, settings.level === 'case');
      const codings = await trace(context, study, selection, first, second);
      const input = {
        scope: narrowed(selection, first, second),
        level: levelInput(settings, selection, texts),
        diagonal: first === second,
      };
      const { rows, from } = await context.services.pool.run('cell', input, context);
      const groups = Array.from({ length: from.length - 1 }, (_, group) => {
        const members = Array.from(rows.subarray(from[group], from[group + 1]), (row) => codings[row] ?? missing());
        return { document: (members[0] ?? missing()).document, codings: members.map(({ guid }) => guid) };
      });
      // As the project lists its documents; groups of one document keep their order.
      groups.sort((a, b) => a.document.position - b.document.position);
      const seen = new Set(Array.from(rows, (row) => codings[row]?.state));
      return {
        groups: groups.map(({ document, codings: guids }) => ({ document: document.guid, codings: guids })),
        states: codingState.options.filter((state) => seen.has(state)),
      };
    });
  },
} satisfies Partial<JobHandlers>;

export const analysisQueries = {
  'analysis.exportTable': (_, { rows }) => ({ csv: csvOf(rows) }),
} satisfies Partial<QueryHandlers>;

const caches = new WeakMap<Session, AnalysisCache>();

function cacheOf(session: Session): AnalysisCache {
  const known = caches.get(session);
  if (known) return known;
  const made = createAnalysisCache(session.connection);
  caches.set(session, made);
  return made;
}

/** The result with its matrices still as the worker gave them: 500 codes take four megabytes and not thirty. */
function counted(context: JobContext, settings: CooccurrenceSettings) {
  assertWindow(settings);
  return remembered(context, ['analysis.cooccurrence', settings], unitsFor(settings), async ({ study, texts }) => {
    const selection = select(study, settings, settings.level === 'case');
    const { scope } = selection;
    const level = levelInput(settings, selection, texts);
    const { index, layout } = settings;
    const output = await context.services.pool.run('cooccurrence', { scope, level, index, layout }, context);
    return {
      head: {
        level: settings.level,
        index,
        mode: modeOf(settings),
        matching: settings.matching,
        n: output.n,
        codes: selection.codes.map(({ guid, path, color }, place) => ({
          guid,
          path: [...path],
          color,
          units: output.units[place] ?? 0,
        })),
      },
      tail: {
        clustering: {
          merges: triples(output.merges),
          order: Array.from(output.order),
          cophenetic: output.cophenetic,
        },
        map: { points: pairs(output.points), stress: output.stress, r2: output.r2 },
        provenance: provenanceOf(context, describe(settings, selection), study, selection, output),
      },
      output: {
        counts: output.counts,
        similarity: output.similarity,
        // ATLAS.ti's two marks: a pair in which one code is more than five times as frequent, on its coefficient,
        // and counts that exceed a code's codings, on any index.
        unbalanced: index === 'c-coefficient' ? output.unbalanced : new Int32Array(),
        outOfRange: output.outOfRange,
      },
    };
  });
}

/** Answers from the last results, where nothing has changed since. */
async function remembered<Result>(
  context: JobContext,
  question: unknown,
  kind: UnitKind | null,
  compute: (loaded: Loaded) => Promise<Result>,
): Promise<Result> {
  const { db, session } = context;
  const cache = cacheOf(session);
  const key = JSON.stringify(question);
  const known = cache.find<Result>(revisionOf(db), key);
  if (known !== undefined) return known;
  for (;;) {
    const loaded = await cache.load(kind, pauseOf(context));
    try {
      const result = await compute(loaded);
      cache.keep(loaded.study.revision, key, result);
      return result;
    } catch (error) {
      if (!(error instanceof StaleStudy)) throw error;
    }
  }
}

/** What was read belongs to an older revision than what was read next. */
class StaleStudy extends Error {}

/** Lets others run; stops where the job was cancelled or its project closed. */
function pauseOf({ services, session, signal }: JobContext): () => Promise<void> {
  return async () => {
    await breathe(signal);
    if (services.projects.current() !== session) throw new SimpulError('cancelled');
  };
}

type Traced = { readonly guid: Guid; readonly document: AnalysedDocument; readonly state: CodingState };

/** The codings of two codes in the order of the scope, with their guids. */
async function trace(
  context: JobContext,
  study: Study,
  { scope, documents }: Selection,
  first: number,
  second: number,
): Promise<readonly Traced[]> {
  const holds = new Uint8Array(scope.documents);
  study.codings.code.forEach((code, row) => {
    const place = scope.documentAt[study.codings.document[row] ?? 0] ?? -1;
    if (place >= 0 && (code === first || code === second)) holds[place] = 1;
  });
  const [firstId, secondId] = [study.codes[first]?.id ?? 0, study.codes[second]?.id ?? 0];
  const coderPlace = new Map(study.coders.map(({ id }, place) => [id, place]));
  const takesPart = (coder: number | null) =>
    scope.coderIn[coder === null ? study.coders.length : (coderPlace.get(coder) ?? study.coders.length)] === 1;
  const slice = slicer(pauseOf(context));
  const found: Traced[] = [];
  for (const [place, document] of documents.entries()) {
    if (holds[place] !== 1) continue;
    await slice.rest();
    for (const { guid, state, coderId } of tracedCodings(context.db, document.id, firstId, secondId)) {
      if (takesPart(coderId)) found.push({ guid, document, state });
    }
  }
  if (revisionOf(context.db) !== study.revision) throw new StaleStudy();
  return found;
}

/** Which units of the texts a level needs. */
function unitsFor({ level, distanceUnit }: CooccurrenceSettings): UnitKind | null {
  switch (level) {
    case 'paragraph':
      return 'paragraphs';
    case 'sentence':
      return 'sentences';
    case 'window':
      return 'words';
    case 'adjacent':
      return distanceUnit === 'characters' ? null : distanceUnit;
    case 'case':
    case 'document':
    case 'overlap':
      return null;
  }
}

function levelInput(settings: CooccurrenceSettings, selection: Selection, texts: Loaded['texts']): LevelInput {
  const { level, mode, cover, matching, distance, distanceUnit } = settings;
  const { lengths, caseOf, cases } = selection;
  return { level, mode, percent: cover, matching, distance, distanceUnit, texts, lengths, caseOf, cases };
}

function assertWindow({ level, distance }: CooccurrenceSettings | CellSettings): void {
  if (level === 'window' && distance === 0) throw new SimpulError('invalid-input', { field: 'distance' });
}

function modeOf({ mode, cover }: CooccurrenceSettings): string {
  return mode === 'cover' ? `cover ${cover}%` : mode;
}

/** Everything that was asked, so that a printed number can be computed again. */
function describe(settings: CooccurrenceSettings, { withoutCase }: Selection): string {
  const { level, index, matching, distance, distanceUnit } = settings;
  const parts = ['analysis.cooccurrence', `level=${level}`];
  if (level === 'adjacent') parts.push(`distance=${distance} ${distanceUnit}`);
  if (level === 'window') parts.push(`words=${distance}`);
  if (level === 'overlap' || level === 'adjacent') parts.push(`matching=${matching}`);
  else parts.push(`mode=${modeOf(settings)}`);
  if (withoutCase > 0) parts.push(`documents-of-no-case=${withoutCase}`);
  return [...parts, `index=${index}`].join(' ');
}

function provenanceOf(
  { services }: JobContext,
  method: string,
  { revision }: Study,
  { scope }: Selection,
  { codings, coders }: ScopeCounts,
): Provenance {
  const computedAt = services.ports.clock.now().toISOString();
  return { method, revision, computedAt, documents: scope.documents, codings, coders, codes: scope.codes };
}

/** Rows of a matrix, a few at a time: that of a thousand codes has a million cells. */
async function matrix<Cell>(values: Float64Array, size: number, slice: Slicer, cell: (value: number) => Cell) {
  const rows: Cell[][] = [];
  for (let row = 0; row < size; row += 1) {
    await slice.rest();
    rows.push(Array.from(values.subarray(row * size, (row + 1) * size), cell));
  }
  return rows;
}

function definedOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function pairs(values: Float64Array | Int32Array): [number, number][] {
  return Array.from({ length: values.length / 2 }, (_, k) => [values[2 * k] ?? 0, values[2 * k + 1] ?? 0]);
}

function triples(values: Float64Array): [number, number, number][] {
  return Array.from({ length: values.length / 3 }, (_, k) => [
    values[3 * k] ?? 0,
    values[3 * k + 1] ?? 0,
    values[3 * k + 2] ?? 0,
  ]);
}

function missing(): never {
  throw new SimpulError('internal');
}
