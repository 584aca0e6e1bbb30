import { describe, expect, it } from 'vitest';
import { bracketsOf, greatestHeight } from '../../../src/renderer/features/display/dendrogram/dendrogram-layout.ts';
import { cellAfter, cellAt, heatmapLayout } from '../../../src/renderer/features/display/heatmap/heatmap-layout.ts';
import { distinctNames, ellipsised, estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { wrapped } from '../../../src/renderer/features/display/charts/wrap.ts';
import { averageLinkage } from '../../../src/shared/domain/analysis/clustering.ts';

const long = 'Koordinasi terstruktur antarperangkat daerah yang berorientasi pada pengguna layanan';

describe('names in charts', () => {
  it('cuts a long name to its place, never through a character', () => {
    for (const width of [20, 60, 200, 400]) {
      const cut = ellipsised(long, width, 13, estimatedWidth);
      expect(estimatedWidth(cut, 13)).toBeLessThanOrEqual(width);
      expect(cut).toMatch(/^Ko?.*…/);
    }
    // What begins alike is told apart by its end.
    const [first, second] = ['pertama', 'kedua'].map((end) => ellipsised(`${long} ${end}`, 200, 13, estimatedWidth));
    expect(first).not.toBe(second);
    expect(ellipsised('pendek', 200, 13, estimatedWidth)).toBe('pendek');
    // A family emoji is one character of several code points.
    expect(ellipsised('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 60, 10, estimatedWidth)).toBe('👩‍👩‍👧‍👦…');
  });

  it('tells codes of the same name apart by what stands above them', () => {
    expect(
      distinctNames([['Inovasi', 'Hambatan'], ['Manajer', 'Hambatan'], ['Inovasi'], ['A', 'x', 'y'], ['B', 'x', 'y']]),
    ).toEqual(['Inovasi / Hambatan', 'Manajer / Hambatan', 'Inovasi', 'A / x / y', 'B / x / y']);
  });

  it('breaks lines at spaces within a width', () => {
    const lines = wrapped(long, 150, 12, estimatedWidth);
    expect(lines.join(' ')).toBe(long);
    expect(Math.max(...lines.map((line) => estimatedWidth(line, 12)))).toBeLessThanOrEqual(150);
    expect(wrapped('', 150, 12, estimatedWidth)).toEqual([]);
  });
});

describe('the heatmap', () => {
  it.each([3, 30, 200, 500])('has room for every name of %i codes: no label is wider than its place', (size) => {
    const layout = heatmapLayout(
      Array.from({ length: size }, (_, code) => `${code} ${long}`),
      estimatedWidth,
    );
    // Two lines of text beside each other need their height.
    expect(layout.cell).toBeGreaterThanOrEqual(layout.fontSize + 2);
    for (let rank = 0; rank < size; rank += 1) {
      expect(estimatedWidth(layout.rowLabel(rank), layout.fontSize)).toBeLessThanOrEqual(layout.rowHeader);
    }
    for (let rank = 0; rank < size; rank += 1) {
      expect(estimatedWidth(layout.columnLabel(rank), layout.fontSize)).toBeLessThanOrEqual(layout.columnHeader);
    }
    expect(layout.fontSize).toBeGreaterThanOrEqual(10);
  });

  it('finds the cell under the pointer', () => {
    const layout = heatmapLayout(['a', 'b', 'c'], estimatedWidth);
    expect(cellAt(layout, layout.cell * 2.5, 1)).toEqual({ row: 0, column: 2 });
    expect(cellAt(layout, layout.cell * 3.01, 1)).toBeNull();
    expect(cellAt(layout, -1, 1)).toBeNull();
  });

  it('is walked by the keys of a grid (ARIA grid pattern), and has edges', () => {
    const from = { row: 3, column: 3 };
    expect(cellAfter('ArrowRight', false, from, 30)).toEqual({ row: 3, column: 4 });
    expect(cellAfter('ArrowUp', false, from, 30)).toEqual({ row: 2, column: 3 });
    expect(cellAfter('Home', false, from, 30)).toEqual({ row: 3, column: 0 });
    expect(cellAfter('End', true, from, 30)).toEqual({ row: 29, column: 29 });
    expect(cellAfter('PageDown', false, from, 8)).toEqual({ row: 7, column: 3 });
    expect(cellAfter('ArrowDown', false, { row: 29, column: 0 }, 30)).toBeNull();
    expect(cellAfter('constructor', false, from, 30)).toBeNull();
  });
});

describe('the dendrogram', () => {
  it('joins the fixture of METHODS.md §2.1 at 0.2, 0.4 and 0.75', () => {
    const distances = Float64Array.from([0, 0.2, 0.7, 0.8, 0.2, 0, 0.6, 0.9, 0.7, 0.6, 0, 0.4, 0.8, 0.9, 0.4, 0]);
    const { merges } = averageLinkage(distances, 4);
    const brackets = bracketsOf(merges, [0, 10, 20, 30]);
    expect(brackets.map(({ first, second, height, leaves }) => [first, second, height, leaves])).toEqual([
      [0, 10, 0.2, 2],
      [20, 30, 0.4, 2],
      [5, 25, 0.75, 4],
    ]);
    expect(brackets[2]).toMatchObject({ firstHeight: 0.2, secondHeight: 0.4 });
    expect(greatestHeight(merges)).toBe(0.75);
  });

  it('of a single code has no brackets', () => {
    expect(bracketsOf([], [0])).toEqual([]);
    expect(greatestHeight([])).toBeGreaterThan(0);
  });
});
