// Crosstab, correspondence map and sequence matrix as they are shown.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { svgOf } from '../../../src/renderer/features/display/charts/svg-writer.ts';
import { sequentialScale } from '../../../src/renderer/features/display/charts/color-scale.ts';
import { paperInks } from '../../../src/renderer/features/display/charts/inks.ts';
import { mapLayout } from '../../../src/renderer/features/display/crosstab/correspondence-layout.ts';
import { correspondencePlan } from '../../../src/renderer/features/display/crosstab/correspondence-plan.ts';
import { crosstabView, smallColumns } from '../../../src/renderer/features/display/crosstab/crosstab-model.ts';
import { gridDrawing } from '../../../src/renderer/features/display/grid/grid-drawing.ts';
import { gridPlaceAfter } from '../../../src/renderer/features/display/grid/grid-model.ts';
import { sequenceView, transitionsOf } from '../../../src/renderer/features/display/sequence/sequence-model.ts';
import {
  defaultChoice,
  parseChoice,
  sequenceInput,
} from '../../../src/renderer/features/display/sequence/sequence-settings.ts';
import type { CrosstabResult, SequenceResult } from '../../../src/shared/contract/analysis-relations.ts';
import { correspondence } from '../../../src/shared/domain/analysis/correspondence.ts';
import { isGuid } from '../../../src/shared/domain/ids.ts';

function guidOf(place: number) {
  const guid = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
  if (!isGuid(guid)) throw new Error('no guid');
  return guid;
}

const provenance = {
  method: '',
  revision: 1,
  computedAt: '2026-01-01T00:00:00.000Z',
  documents: 1,
  codings: 1,
  coders: 1,
  codes: 1,
};
const codes = (names: readonly string[]) =>
  names.map((name, place) => ({ guid: guidOf(place), path: [name], color: '#336699' }));

function crosstabOf(counts: readonly (readonly number[])[], units: readonly number[]): CrosstabResult {
  const rows = counts.map((row) => [...row]);
  return {
    variable: { guid: guidOf(99), name: 'Jenjang', type: 'Text', scope: 'case' },
    measure: 'codings',
    rows: codes(counts.map((_, row) => `Kode ${row}`)),
    columns: units.map((unit, column) => ({ value: `nilai ${column}`, units: unit })),
    counts: rows,
    rowShare: rows,
    columnShare: rows,
    residuals: rows.map((row) => row.map((value) => (value > 5 ? 2.5 : -3.5))),
    n: 10,
    withoutValue: 0,
    order: { rows: counts.map((_, row) => row).reverse(), columns: units.map((_, column) => column).reverse() },
    correspondence: null,
    tests: null,
    cautions: [],
    provenance,
  };
}

describe('crosstab', () => {
  const result = crosstabOf(
    [
      [1, 2],
      [0, 0],
      [9, 4],
    ],
    [5, 2],
  );
  test('codes below the least count are left out, likes can stand together', () => {
    const view = crosstabView(result, 'measure', 'codebook', 1);
    expect([view.rows, view.columns, view.greatest, view.leftOut]).toEqual([[0, 2], [0, 1], 9, 1]);
    expect(crosstabView(result, 'measure', 'cluster', 4).rows).toEqual([2]);
    expect(crosstabView(result, 'measure', 'cluster', 0)).toMatchObject({ rows: [2, 1, 0], columns: [1, 0] });
  });
  test('residuals have a middle, shares are shares, undefined stays undefined', () => {
    expect(crosstabView(result, 'residuals', 'codebook', 0)).toMatchObject({ signed: true, greatest: 3.5 });
    expect(crosstabView(result, 'rowShare', 'codebook', 0).isShare).toBe(true);
    const undefinedCells = { ...result, counts: [[null, 1]] };
    expect(crosstabView(undefinedCells, 'measure', 'codebook', 0).valueAt(0, 0)).toBeNull();
  });
  test('columns of few units are named', () => {
    expect(smallColumns(result)).toEqual(['nilai 1']);
  });
  test('keys reach every cell and head but the corner, and nothing outside', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
    const key = fc.tuple(fc.constantFrom(...keys), fc.boolean());
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (pressed, rows, columns) => {
          let at = { row: 1, column: 1 };
          for (const [name, withControl] of pressed) {
            at = gridPlaceAfter(name, withControl, at, rows, columns) ?? at;
            expect(at.row >= 0 && at.column >= 0 && at.row <= rows && at.column <= columns).toBe(true);
            expect(at.row === 0 && at.column === 0).toBe(false);
          }
        },
      ),
    );
  });
  test('the picture has every name, value and number', () => {
    const view = crosstabView(result, 'measure', 'codebook', 1);
    const scale = sequentialScale('light', view.greatest);
    const names = result.rows.map(({ path }) => path.join());
    const values = result.columns.map(({ value }) => value);
    const drawing = gridDrawing({ view, rows: names, columns: values, scale, format: String }, estimatedWidth);
    const words = drawing.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(words.toSorted()).toEqual(['1', '2', '4', '9', 'Kode 0', 'Kode 2', 'nilai 0', 'nilai 1']);
  });
});

describe('correspondence map (Greenacre’s smokers, Methods, coding by variables)', () => {
  const counts = Float64Array.of(4, 2, 3, 2, 4, 3, 7, 4, 25, 10, 12, 4, 18, 24, 33, 13, 10, 6, 7, 2);
  const found = correspondence({ counts, rows: 5, columns: 4 });
  const points = (side: 'rows' | 'columns') =>
    (found?.[side] ?? []).map((point, place) => ({
      place,
      mass: point.mass,
      inertia: point.inertia,
      coordinates: [...point.coordinates],
      contributions: [...point.contributions],
      cosines: [...point.cosines],
    }));
  const shown = {
    totalInertia: found?.totalInertia ?? 0,
    chiSquare: found?.chiSquare ?? 0,
    axes: (found?.axes ?? []).map((axis) => ({ ...axis })),
    rows: points('rows'),
    columns: points('columns'),
  };
  const names = { codes: ['SM', 'JM', 'SE', 'JE', 'SC'], values: ['none', 'light', 'medium', 'heavy'] };
  const size = { width: 860, height: 600 };
  test('distances keep their proportions in both directions, all inside', () => {
    const { points: placed, center } = mapLayout(shown, names, size, estimatedWidth);
    expect(placed).toHaveLength(9);
    const scales = placed.flatMap(({ kind, place, x, y }) => {
      const [first = 0, second = 0] = (kind === 'code' ? shown.rows : shown.columns)[place]?.coordinates ?? [];
      return [(x - center.x) / first, (center.y - y) / second];
    });
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 6);
    for (const { x, y } of placed) expect(x > 0 && x < size.width && y > 0 && y < size.height).toBe(true);
  });
  test('as a file it holds the names', () => {
    const chart = {
      found: shown,
      names,
      colorOf: () => '#336699',
      axes: ['axis 1', 'axis 2'],
      describe: () => '',
      open: () => undefined,
    } as const;
    const { drawing, targets } = correspondencePlan(chart, size, paperInks, estimatedWidth);
    expect(targets).toHaveLength(9);
    const svg = svgOf(drawing, { title: 'x', lines: [] });
    for (const name of [...names.codes, ...names.values]) expect(svg).toContain(`>${name}<`);
  });
  test('of two values there is one axis: all points lie on it', () => {
    const one = {
      ...shown,
      rows: shown.rows.map((point) => ({ ...point, coordinates: point.coordinates.slice(0, 1) })),
      columns: shown.columns.map((point) => ({ ...point, coordinates: point.coordinates.slice(0, 1) })),
    };
    const { points: placed } = mapLayout(one, names, size, estimatedWidth);
    expect(new Set(placed.map(({ y }) => y)).size).toBe(1);
  });
});

describe('sequence', () => {
  const matrix = [
    [0, 4, 0],
    [3, 1, 0],
    [0, 0, 0],
  ];
  const nothing = matrix.map((row) => row.map(() => null));
  const result: SequenceResult = {
    lag: 1,
    distance: null,
    n: 8,
    codes: codes(['A', 'B', 'C']),
    counts: matrix,
    expected: matrix,
    z: [
      [-2.958, 1.83, null],
      [1.118, -0.775, null],
      [null, null, null],
    ],
    p: nothing,
    permutationP: null,
    conditional: nothing,
    yuleQ: nothing,
    flagged: [[0, 0]],
    cautions: [],
    provenance,
  };
  test('codes without a transition are left out, undefined cells stay undefined', () => {
    const view = sequenceView(result, 'z', 1);
    expect(view.codes.map(({ name, units }) => [name, units])).toEqual([
      ['A', 7],
      ['B', 8],
    ]);
    expect([view.signed, view.greatest, view.leftOut]).toEqual([true, 2.958, 1]);
    expect([...sequenceView(result, 'yuleQ', 1).values].every(Number.isNaN)).toBe(true);
  });
  test('transitions that occur, furthest from chance first', () => {
    const rows = transitionsOf(result, sequenceView(result, 'z', 1));
    expect(rows.map(({ row, column, count, z }) => [row, column, count, z])).toEqual([
      [0, 1, 4, 1.83],
      [1, 0, 3, 1.118],
      [1, 1, 1, -0.775],
    ]);
  });
  test('a lag and a distance exclude each other; what was remembered wrongly falls back', () => {
    expect(sequenceInput(defaultChoice, {})).toEqual({ lag: 1, selfFollows: true });
    const distance = parseChoice({ by: 'distance', minimum: 5, maximum: 2, lag: 'x', permutations: true });
    expect(sequenceInput(distance, {})).toEqual({
      minimum: 2,
      maximum: 2,
      distanceUnit: 'paragraphs',
      selfFollows: true,
      permutations: 999,
    });
  });
});
