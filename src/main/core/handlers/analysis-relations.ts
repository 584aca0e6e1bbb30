// Crosstabs and sequences: from what was asked to a worker's question, and from its answer to what is shown.

import type { Caution, CrosstabResult, SequenceResult } from '../../../shared/contract/analysis-relations.ts';
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import type { ContingencyTests } from '../../../shared/domain/analysis/contingency.ts';
import type { Correspondence, CorrespondencePoint } from '../../../shared/domain/analysis/correspondence.ts';
import type { CrosstabTests } from '../../../shared/domain/analysis/crosstab.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import type { Loaded } from '../../analysis/cache.ts';
import type { SequenceInput } from '../../analysis/relation-tasks.ts';
import { placeOfCode, select, type Selection } from '../../analysis/selection.ts';
import { rowsInScope } from '../../analysis/scope.ts';
import type { UnitKind } from '../../db/analysis.ts';
import { requireVariable } from '../../db/cases.ts';
import type { JobHandlers } from '../handler.ts';
import { assertFresh, guidsOf, missing, nullableRows, provenanceOf, remembered } from './analysis-context.ts';
import { unitsOfVariable } from './analysis-variable.ts';

type SequenceSettings = CheckedInputOf<'analysis.sequence'>;

export const relationJobs = {
  'analysis.crosstab': (context, settings) => {
    const { measure, draws, seed } = settings;
    const counted = measure === 'words' || measure === 'words-share' || measure === 'rate' ? 'words' : null;
    return remembered(context, ['analysis.crosstab', settings], counted, async ({ study, texts }) => {
      const variable = requireVariable(context.db, settings.variableId);
      const { selection, groupOf, valueOf, values, order, withoutValue } = unitsOfVariable(
        context.db,
        study,
        settings,
        variable,
      );
      assertFresh(context, study);
      const output = await context.services.pool.run(
        'crosstab',
        {
          scope: selection.scope,
          texts,
          groupOf,
          valueOf,
          values: values.length,
          order,
          measure,
          tests: settings.tests,
          correspondence: settings.correspondence,
          draws,
          seed,
        },
        context,
      );
      const { table, tests } = output;
      const totals = table.counts;
      const shares = (ofRow: boolean) => nullableRows(sharesOf(totals, values.length, ofRow), values.length);
      const { guid, name, type, scope } = variable;
      return {
        variable: { guid, name, type, scope },
        measure,
        rows: namedCodes(selection),
        columns: values.map((value, place) => ({ value, units: table.columnUnits[place] ?? 0 })),
        counts: nullableRows(table.cells, values.length),
        rowShare: shares(true),
        columnShare: shares(false),
        residuals: nullableRows(table.residuals, values.length),
        n: valueOf.length,
        withoutValue,
        order: { rows: [...output.order.rows], columns: [...output.order.columns] },
        correspondence: output.correspondence && correspondenceOf(output.correspondence),
        tests: tests && testsOf(tests, selection),
        cautions: tests ? cautionsOf(tests, measure) : [],
        provenance: provenanceOf(
          context,
          `analysis.crosstab variable=${name} unit=${scope} measure=${measure} n=${valueOf.length}` +
            (withoutValue > 0 ? ` without-value=${withoutValue}` : '') +
            (tests ? ` draws=${draws} seed=${seed}` : ''),
          study,
          selection,
          output,
        ),
      } satisfies CrosstabResult;
    });
  },

  'analysis.crosstabCell': (context, { value, codeId, ...settings }) =>
    remembered(context, ['analysis.crosstabCell', value, codeId, settings], null, async ({ study }) => {
      if (codeId !== undefined) placeOfCode(study, codeId);
      const variable = requireVariable(context.db, settings.variableId);
      const { selection, groupOf, valueOf, values } = unitsOfVariable(context.db, study, settings, variable);
      const place = values.indexOf(value);
      const having = selection.documents.filter((_, k) => valueOf[groupOf[k] ?? -1] === place);
      const documentIds = having.toSorted((a, b) => a.position - b.position).map(({ guid }): Guid => guid);
      const cell = { ...settings, documentIds, ...(codeId === undefined ? {} : { codeIds: [codeId] }) };
      const codings = await guidsOf(context, study, rowsInScope(select(study, cell).scope));
      return { documents: documentIds, codings: [...codings] };
    }),

  'analysis.sequence': (context, settings) =>
    remembered(context, ['analysis.sequence', settings], unitsFor(settings), async ({ study, texts }) => {
      assertDistance(settings);
      const selection = select(study, settings);
      const output = await context.services.pool.run('sequence', sequenceInput(settings, selection, texts), context);
      const { result } = output;
      const size = selection.codes.length;
      const rows = (values: Float64Array) => nullableRows(values, size);
      const flagged: [number, number][] = [];
      result.z.forEach((z, cell) => {
        if (Math.abs(z) > 1.96) flagged.push([Math.floor(cell / size), cell % size]);
      });
      const distance = distanceOf(settings);
      return {
        lag: distance ? null : settings.lag,
        distance: distance && { ...distance, unit: settings.distanceUnit },
        n: result.n,
        codes: namedCodes(selection),
        counts: rows(result.counts).map((row) => row.map((count) => count ?? 0)),
        expected: rows(result.expected),
        z: rows(result.z),
        p: rows(result.p),
        permutationP: result.permutationP && rows(result.permutationP),
        conditional: rows(result.conditional),
        yuleQ: rows(result.yuleQ),
        flagged,
        // Below thirty transitions the normal distribution is a poor likeness; permutation stays right.
        cautions: [
          ...(result.n < 30 && settings.permutations === 0 ? (['small-n'] as const) : []),
          ...(size > 1 ? (['many-tests'] as const) : []),
        ],
        provenance: provenanceOf(context, describe(settings), study, selection, output),
      } satisfies SequenceResult;
    }),

  'analysis.sequenceCell': (context, settings) =>
    remembered(context, ['analysis.sequenceCell', settings], unitsFor(settings), async ({ study, texts }) => {
      assertDistance(settings);
      const places = [settings.fromId, settings.toId].map((guid) => placeOfCode(study, guid));
      const selection = select(study, settings);
      const [from = -1, to = -1] = places.map((place) => selection.scope.codeAt[place] ?? -1);
      const sequence = sequenceInput(settings, selection, texts);
      const { first, second } = await context.services.pool.run('sequenceCell', { sequence, from, to }, context);
      const rows = new Int32Array(first.length * 2);
      rows.set(first);
      rows.set(second, first.length);
      const guids = await guidsOf(context, study, rows);
      const pairs = Array.from(first, (row, k) => ({
        document: study.documents[study.codings.document[row] ?? 0] ?? missing(),
        first: guids[k] ?? missing(),
        second: guids[first.length + k] ?? missing(),
      }));
      // As the project lists its documents; pairs of one document keep their order.
      pairs.sort((a, b) => a.document.position - b.document.position);
      return { pairs: pairs.map((pair) => ({ ...pair, document: pair.document.guid })) };
    }),
} satisfies Partial<JobHandlers>;

function namedCodes({ codes }: Selection) {
  return codes.map(({ guid, path, color }) => ({ guid, path: [...path], color }));
}

/** Shares of the row's or the column's sum; NaN where that is 0. */
function sharesOf(counts: Float64Array, columns: number, ofRow: boolean): Float64Array {
  const sums = new Map<number, number>();
  const lineOf = (cell: number) => (ofRow ? Math.floor(cell / columns) : cell % columns);
  counts.forEach((count, cell) => sums.set(lineOf(cell), (sums.get(lineOf(cell)) ?? 0) + count));
  return counts.map((count, cell) => count / (sums.get(lineOf(cell)) ?? 0));
}

function testsOf({ table, perCode, adjusted }: CrosstabTests, { codes }: Selection): CrosstabResult['tests'] {
  const both = ({ holm, benjaminiHochberg }: CrosstabTests['adjusted']['chiSquare']) => ({
    holm: [...holm],
    benjaminiHochberg: [...benjaminiHochberg],
  });
  const { chiSquare, fisher, anova, kruskalWallis, pearson, spearman } = adjusted;
  return {
    ...(table ?? nothingTested),
    perCode: perCode.map(({ presence, groups, ordinal }, place) => ({
      code: (codes[place] ?? missing()).guid,
      presence,
      anova: groups.anova,
      kruskalWallis: groups.kruskalWallis,
      means: groups.groups.map(({ mean }) => mean),
      ordinal,
    })),
    adjusted: {
      chiSquare: both(chiSquare),
      fisher: both(fisher),
      anova: both(anova),
      kruskalWallis: both(kruskalWallis),
      pearson: both(pearson),
      spearman: both(spearman),
    },
  };
}

/** Words are no observations of their own: nothing is tested over the whole table. */
const nothingTested: ContingencyTests = {
  n: 0,
  df: 0,
  chiSquare: null,
  likelihoodRatio: null,
  yates: null,
  cramersV: null,
  fisher: null,
  smallestExpected: null,
};

function cautionsOf({ table, perCode }: CrosstabTests, measure: CrosstabResult['measure']): Caution[] {
  const isSmall = (tests: ContingencyTests | null) => (tests?.smallestExpected ?? 5) < 5;
  return [
    'purposive-sample',
    ...(isSmall(table) || perCode.some(({ presence }) => isSmall(presence)) ? (['small-expected'] as const) : []),
    ...(measure === 'codings' || measure === 'codings-share' ? (['not-independent'] as const) : []),
    ...(perCode.length > 1 ? (['many-tests'] as const) : []),
  ];
}

function correspondenceOf(result: Correspondence): NonNullable<CrosstabResult['correspondence']> {
  const points = (found: readonly CorrespondencePoint[], places: readonly number[]) =>
    found.map(({ mass, inertia, coordinates, contributions, cosines }, k) => ({
      place: places[k] ?? 0,
      mass,
      inertia,
      coordinates: [...coordinates],
      contributions: [...contributions],
      cosines: [...cosines],
    }));
  const { totalInertia, chiSquare, axes, rows, columns, rowPlaces, columnPlaces } = result;
  return {
    totalInertia,
    chiSquare,
    axes: axes.map(({ inertia, share }) => ({ inertia, share })),
    rows: points(rows, rowPlaces),
    columns: points(columns, columnPlaces),
  };
}

function distanceOf({ minimum, maximum }: SequenceSettings) {
  return maximum === undefined ? null : { minimum, maximum };
}

function assertDistance({ minimum, maximum }: SequenceSettings): void {
  if (maximum !== undefined && minimum > maximum) throw new SimpulError('invalid-input', { field: 'minimum' });
}

function unitsFor({ maximum, distanceUnit }: SequenceSettings): UnitKind | null {
  return maximum === undefined || distanceUnit === 'characters' ? null : distanceUnit;
}

function sequenceInput(settings: SequenceSettings, { scope }: Selection, texts: Loaded['texts']): SequenceInput {
  const { lag, selfFollows, permutations, seed } = settings;
  return { scope, texts, lag, distance: distanceOf(settings), selfFollows, permutations, seed };
}

/** Everything that was asked, so that a printed number can be computed again. */
function describe(settings: SequenceSettings): string {
  const { lag, distanceUnit, selfFollows, permutations, seed } = settings;
  const distance = distanceOf(settings);
  return [
    'analysis.sequence',
    distance ? `distance=${distance.minimum}–${distance.maximum} ${distanceUnit}` : `lag=${lag}`,
    ...(selfFollows ? [] : ['without-self']),
    ...(permutations > 0 ? [`permutations=${permutations} seed=${seed}`] : []),
  ].join(' ');
}
