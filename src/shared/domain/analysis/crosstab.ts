// Coding by variables: codes in the rows, values of a variable in the columns. Formulas: Methods, coding by variables.

import { averageLinkage } from './clustering.ts';
import { adjustedResiduals, contingencyTests, type ContingencyTests, type CountTable } from './contingency.ts';
import { groupTests, type GroupTests } from './group-tests.ts';
import { adjustedTests, type AdjustedTests } from './multiple-tests.ts';
import { ordinalAssociation, type OrdinalAssociation } from './ordinal.ts';
import type { CodeProfiles } from './profiles.ts';

export const crosstabMeasures = [
  'cases',
  'codings',
  'words',
  'cases-share',
  'codings-share',
  'words-share',
  'rate',
] as const;

/**
 * What a cell shows. *cases*: units (cases, or documents where the variable is of documents) with the code;
 * *codings*; *words*, each once per code. *-share*: of all units, codings, words of the column. *rate*: codings per
 * 10,000 words of the column.
 */
export type CrosstabMeasure = (typeof crosstabMeasures)[number];

export type CrosstabQuestion = {
  readonly profiles: CodeProfiles;
  /** Column of each group. */
  readonly valueOf: Int32Array;
  readonly values: number;
  readonly measure: CrosstabMeasure;
};

export type Crosstab = {
  readonly codes: number;
  readonly values: number;
  /** Row-major codes × values; NaN where a share has nothing to be a share of. */
  readonly cells: Float64Array;
  /** The counts behind the cells: units, codings or words. */
  readonly counts: Float64Array;
  readonly columnUnits: Float64Array;
  /** Of the counts; NaN where undefined. */
  readonly residuals: Float64Array;
};

/** @throws RangeError where words are asked for and the profiles have none */
export function crosstab({ profiles, valueOf, values, measure }: CrosstabQuestion): Crosstab {
  const { codes, groups, codings, allWords } = profiles;
  const base = baseOf(profiles, measure);
  const counts = new Float64Array(codes * values);
  const columnUnits = new Float64Array(values);
  const columnCodings = new Float64Array(values);
  const columnWords = new Float64Array(values);
  for (let group = 0; group < groups; group += 1) {
    const value = valueOf[group] ?? 0;
    columnUnits[value] = (columnUnits[value] ?? 0) + 1;
    columnWords[value] = (columnWords[value] ?? 0) + (allWords?.[group] ?? 0);
    for (let code = 0; code < codes; code += 1) {
      const number = base[group * codes + code] ?? 0;
      columnCodings[value] = (columnCodings[value] ?? 0) + (codings[group * codes + code] ?? 0);
      counts[code * values + value] = (counts[code * values + value] ?? 0) + number;
    }
  }
  const per = (totals: Float64Array, factor = 1) =>
    counts.map((count, cell) => {
      const total = totals[cell % values] ?? 0;
      return total === 0 ? Number.NaN : (factor * count) / total;
    });
  const cellsOf = {
    cases: () => counts,
    codings: () => counts,
    words: () => counts,
    'cases-share': () => per(columnUnits),
    'codings-share': () => per(columnCodings),
    'words-share': () => per(columnWords),
    rate: () => per(columnWords, 10_000),
  } satisfies Readonly<Record<CrosstabMeasure, () => Float64Array>>;
  return {
    codes,
    values,
    cells: cellsOf[measure](),
    counts,
    columnUnits,
    residuals: adjustedResiduals({ counts, rows: codes, columns: values }),
  };
}

/** Tests of one code. */
export type CodeTests = {
  /** With the code and without it, by value. */
  readonly presence: ContingencyTests;
  /** The unit's number (codings, words or rate) between the values. */
  readonly groups: GroupTests;
  /** The unit's number and the order of the values; null where the values have no order. */
  readonly ordinal: OrdinalAssociation | null;
};

export const testNames = ['chiSquare', 'fisher', 'anova', 'kruskalWallis', 'pearson', 'spearman'] as const;
export type TestName = (typeof testNames)[number];

export type CrosstabTests = {
  /** Of the whole table; null for words, which are no observations of their own. */
  readonly table: ContingencyTests | null;
  readonly perCode: readonly CodeTests[];
  /** p of each test over the codes, corrected for there being several. */
  readonly adjusted: Readonly<Record<TestName, AdjustedTests>>;
};

/**
 * @param order the number that stands for each value, or null where the values have no order
 */
export function crosstabTests(
  { profiles, valueOf, values, measure }: CrosstabQuestion,
  result: Crosstab,
  order: Float64Array | null,
  options: { readonly draws: number; readonly seed: number },
): CrosstabTests {
  const { groups, codes, codings } = profiles;
  const numbers = unitNumbers(profiles, measure);
  const x = order && Float64Array.from(valueOf, (value) => order[value] ?? 0);
  const perCode = Array.from({ length: codes }, (_, code): CodeTests => {
    const present = new Float64Array(2 * values);
    for (let group = 0; group < groups; group += 1) {
      const cell = ((codings[group * codes + code] ?? 0) > 0 ? 0 : values) + (valueOf[group] ?? 0);
      present[cell] = (present[cell] ?? 0) + 1;
    }
    const y = Float64Array.from({ length: groups }, (__, group) => numbers[group * codes + code] ?? 0);
    return {
      presence: contingencyTests({ counts: present, rows: 2, columns: values }, options),
      groups: groupTests(y, valueOf, values),
      ordinal: x && ordinalAssociation(x, y),
    };
  });
  const over = (p: (tests: CodeTests) => number | null | undefined) =>
    adjustedTests(perCode.map((each) => p(each) ?? null));
  const counts: CountTable = { counts: result.counts, rows: codes, columns: values };
  return {
    table: isOfWords(measure) ? null : contingencyTests(counts, options),
    perCode,
    adjusted: {
      chiSquare: over(({ presence }) => presence.chiSquare?.p),
      fisher: over(({ presence }) => presence.fisher?.p),
      anova: over(({ groups: tests }) => tests.anova?.p),
      kruskalWallis: over(({ groups: tests }) => tests.kruskalWallis?.p),
      pearson: over(({ ordinal }) => ordinal?.pearson?.p),
      spearman: over(({ ordinal }) => ordinal?.spearman?.p),
    },
  };
}

/** Rows and columns so that likes stand together: average linkage of the χ² distances of their profiles. */
export type DualOrder = { readonly rows: readonly number[]; readonly columns: readonly number[] };

/**
 * χ² distance of two rows: √Σ (p − q)²/c over the columns, p and q their shares and c the mass of the column; scaled by
 * the greatest. A row that holds nothing is as far from all others as can be.
 */
export function dualOrder({ counts, rows, columns }: CountTable): DualOrder {
  const turned = counts.slice();
  counts.forEach((count, cell) => (turned[(cell % columns) * rows + Math.floor(cell / columns)] = count));
  return { rows: orderOf(counts, rows, columns), columns: orderOf(turned, columns, rows) };
}

function orderOf(counts: Float64Array, rows: number, columns: number): readonly number[] {
  const totals = Float64Array.from({ length: rows }, (_, row) =>
    counts.subarray(row * columns, (row + 1) * columns).reduce((sum, count) => sum + count, 0),
  );
  const masses = new Float64Array(columns);
  counts.forEach((count, cell) => (masses[cell % columns] = (masses[cell % columns] ?? 0) + count));
  const all = totals.reduce((sum, total) => sum + total, 0);
  const distances = new Float64Array(rows * rows);
  let greatest = 0;
  for (let i = 0; i < rows; i += 1) {
    for (let j = i + 1; j < rows; j += 1) {
      let sum = totals[i] === 0 || totals[j] === 0 ? Number.NaN : 0;
      for (let column = 0; column < columns && !Number.isNaN(sum); column += 1) {
        const mass = (masses[column] ?? 0) / all;
        const [p, q] = [i, j].map((row) => (counts[row * columns + column] ?? 0) / (totals[row] ?? 1));
        if (mass > 0) sum += ((p ?? 0) - (q ?? 0)) ** 2 / mass;
      }
      const distance = Math.sqrt(sum);
      if (distance > greatest) greatest = distance;
      distances[i * rows + j] = distance;
      distances[j * rows + i] = distance;
    }
  }
  const scaled = distances.map((distance) => (Number.isNaN(distance) ? 1 : greatest > 0 ? distance / greatest : 0));
  return averageLinkage(scaled, rows).order;
}

function isOfWords(measure: CrosstabMeasure): boolean {
  return measure === 'words' || measure === 'words-share';
}

function baseOf({ codings, words }: CodeProfiles, measure: CrosstabMeasure): Float64Array {
  if (measure === 'cases' || measure === 'cases-share') return codings.map((count) => Number(count > 0));
  if (!isOfWords(measure)) return codings;
  if (words === null) throw new RangeError('words were not counted');
  return words;
}

/** What F and the rank measures compare between units. */
function unitNumbers(profiles: CodeProfiles, measure: CrosstabMeasure): Float64Array {
  const { codings, codes, words, allWords } = profiles;
  switch (measure) {
    case 'cases':
    case 'cases-share':
    case 'codings':
      return codings;
    case 'codings-share': {
      const totals = Float64Array.from({ length: profiles.groups }, (_, group) =>
        codings.subarray(group * codes, (group + 1) * codes).reduce((sum, count) => sum + count, 0),
      );
      return codings.map((count, cell) => ratio(count, totals[Math.floor(cell / codes)] ?? 0));
    }
    case 'words':
      return words ?? codings;
    case 'words-share':
      return (words ?? codings).map((count, cell) => ratio(count, allWords?.[Math.floor(cell / codes)] ?? 0));
    case 'rate':
      return codings.map((count, cell) => ratio(10_000 * count, allWords?.[Math.floor(cell / codes)] ?? 0));
  }
}

/** A unit without words or codings has none of the code. */
function ratio(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}
