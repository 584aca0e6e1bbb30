import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type {
  CaseSimilarityResult,
  PairResult,
  CooccurrenceResult,
  FrequencyRow,
  PackedCooccurrenceResult,
} from '../../../shared/contract/analysis.ts';
import { indexDescriptions, similarityIndices } from '../../../shared/domain/analysis/similarity.ts';
import { codingState } from '../../../shared/contract/codings.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Loaded } from '../../analysis/cache.ts';
import { packed, triangleOf } from '../../analysis/packed.ts';
import { narrowed, placeOfCode, select, type Selection } from '../../analysis/selection.ts';
import { slicer } from '../../analysis/slices.ts';
import type { LevelInput } from '../../analysis/tasks.ts';
import { csvOf } from '../exporters/csv.ts';
import { workbookOf } from '../exporters/table-sheet.ts';
import type { JobContext, JobHandlers, QueryHandlers } from '../handler.ts';
import {
  definedOrNull,
  matrix,
  missing,
  pauseOf,
  provenanceOf,
  remembered,
  trace,
  unitsOfLevel,
} from './analysis-context.ts';

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

  'analysis.cooccurrencePair': (context, settings) => {
    assertWindow(settings);
    const question = ['analysis.cooccurrencePair', settings];
    return remembered(
      context,
      question,
      unitsOfLevel(settings.level, settings.distanceUnit),
      async ({ study, texts }) => {
        const [first, second] = [placeOfCode(study, settings.rowId), placeOfCode(study, settings.columnId)];
        if (first === second) throw new SimpulError('invalid-input', { field: 'columnId' });
        const selection = select(study, { ...settings, codeIds: undefined }, settings.level === 'case');
        const input = {
          scope: narrowed(selection, first, second),
          level: levelInput(settings, selection, texts),
        };
        const output = await context.services.pool.run('pair', input, context);
        return {
          level: settings.level,
          mode: modeOf(settings),
          matching: settings.matching,
          n: output.n,
          table: output.table,
          pairs: output.pairs,
          indices: similarityIndices.map((index, k) => ({
            index,
            formula: indexDescriptions[index].formula,
            value: definedOrNull(output.values[k] ?? Number.NaN),
          })),
          warnings: [...output.warnings],
          provenance: provenanceOf(
            context,
            describe(settings, selection),
            study,
            { ...selection, scope: input.scope },
            output,
          ),
        } satisfies PairResult;
      },
    );
  },

  'analysis.caseSimilarity': (context, filter) =>
    remembered(context, ['analysis.caseSimilarity', filter], null, async ({ study }) => {
      const selection = select(study, filter, true);
      const { scope, caseOf, cases, documents } = selection;
      const input = { scope, groupOf: caseOf, groups: cases };
      const output = await context.services.pool.run('caseSimilarity', input, context);
      const { merges, order, cophenetic } = output.clustering;
      const size = cases;
      const guids = new Map(study.cases.map(({ id, guid }) => [id, guid]));
      const named = new Map(documents.map(({ case_id }, place) => [caseOf[place] ?? -1, guids.get(case_id ?? -1)]));
      return {
        cases: Array.from({ length: size }, (_, place) => ({
          guid: named.get(place) ?? missing(),
          codings: output.codingsOf[place] ?? 0,
        })),
        similarity: await matrix(output.similarity, size, slicer(pauseOf(context)), definedOrNull),
        clustering: {
          merges: merges.map(([a, b, height]): [number, number, number] => [a, b, height]),
          order: [...order],
          cophenetic,
        },
        map: { points: pairs(output.points), stress: output.stress, r2: output.r2 },
        provenance: provenanceOf(
          context,
          'analysis.caseSimilarity cosine of relative frequencies',
          study,
          selection,
          output,
        ),
      } satisfies CaseSimilarityResult;
    }),

  'analysis.cooccurrenceCell': (context, settings) => {
    assertWindow(settings);
    const question = ['analysis.cooccurrenceCell', settings];
    return remembered(
      context,
      question,
      unitsOfLevel(settings.level, settings.distanceUnit),
      async ({ study, texts }) => {
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
      },
    );
  },
} satisfies Partial<JobHandlers>;

export const analysisQueries = {
  'analysis.exportTable': (_, { rows }) => ({ csv: csvOf(rows) }),
  'analysis.exportSheet': (_, table) => ({ xlsx: workbookOf(table) }),
} satisfies Partial<QueryHandlers>;

/** The result with its matrices still as the worker gave them: 500 codes take four megabytes and not thirty. */
function counted(context: JobContext, settings: CooccurrenceSettings) {
  assertWindow(settings);
  return remembered(
    context,
    ['analysis.cooccurrence', settings],
    unitsOfLevel(settings.level, settings.distanceUnit),
    async ({ study, texts }) => {
      const selection = select(study, settings, settings.level === 'case');
      const { scope } = selection;
      const level = levelInput(settings, selection, texts);
      const { index, layout, secondOrder, mapMethod, targetIds } = settings;
      const targets = (targetIds ?? []).map((guid) => scope.codeAt[placeOfCode(study, guid)] ?? -1);
      const output = await context.services.pool.run(
        'cooccurrence',
        { scope, level, index, secondOrder, mapMethod, targets, layout },
        context,
      );
      return {
        head: {
          level: settings.level,
          index,
          secondOrder,
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
          ...(targetIds && {
            proximity: output.proximity.map(({ code, values, mean }) => ({
              code,
              values: Array.from(values, definedOrNull),
              mean: definedOrNull(mean),
            })),
          }),
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
    },
  );
}

/** Which units of the texts a level needs. */
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
  if (settings.secondOrder) parts.push('second-order');
  if (settings.mapMethod !== 'smacof') parts.push(`map=${settings.mapMethod}`);
  return [...parts, `index=${index}`].join(' ');
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
