import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutLabels, type MarginBar, type MarginLabel } from '../../../src/renderer/editor/margin-layout.ts';

const measures = { labelHeight: 20, least: 60, most: 160, height: 2000 };
const row = fc.record({
  top: fc.nat(1900),
  height: fc.oneof(fc.nat(60), fc.nat(600)),
  lane: fc.nat(11),
  opens: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
});
type Row = { readonly top: number; readonly height: number; readonly lane: number; readonly opens: boolean };

const barsOf = (rows: readonly Row[]): readonly MarginBar[] =>
  rows
    .toSorted((a, b) => a.top - b.top)
    .map(({ top, height, lane, opens }, index) => ({
      id: `i${index}`,
      code: 'c',
      lane,
      top,
      bottom: top + height,
      opens,
      closes: true,
      changed: false,
    }));

describe('names in the margin', () => {
  test('two names never meet, each stands in the margin, at or below the head of its bracket and not far from it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 220, size: 'max' }), (rows) => {
        const bars = barsOf(rows);
        expectReadable(bars, layOutLabels(bars, measures));
      }),
      { numRuns: 500 },
    );
  });

  test('no coding that begins here is lost, none comes twice, and those that began above have no name', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 220, size: 'max' }), (rows) => {
        const bars = barsOf(rows);
        expect(idsIn(layOutLabels(bars, measures)).toSorted()).toEqual(
          bars
            .filter(({ opens }) => opens)
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('what is in two windows stays where it was when one scrolls, by however many steps', () => {
    const steps = fc.array(fc.integer({ min: -500, max: 500 }), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 220, size: 'max' }), steps, (rows, moves) => {
        const bars = barsOf(rows);
        let from = 600;
        let former: readonly MarginLabel[] = [];
        for (const move of [0, ...moves]) {
          from = Math.max(0, Math.min(1200, from + move));
          const window = bars
            .filter(({ top, bottom }) => top < from + 800 && bottom > from)
            .map((bar) => (bar.top < from ? { ...bar, top: from, opens: false } : bar));
          const labels = layOutLabels(window, measures, former);
          expectReadable(window, labels);
          const now = new Map(labels.map(({ bar, top }) => [bar.id, top]));
          for (const { bar, more, top } of former) {
            const isHere = [bar, ...more].every(({ id }) => window.some((one) => one.id === id && one.opens));
            if (isHere) expect(now.get(bar.id)).toBe(top);
          }
          former = labels;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a dozen at one place: a column of names, and a count for the rest', () => {
    const bars = barsOf(Array.from({ length: 12 }, () => ({ top: 100, height: 400, lane: 0, opens: true })));
    const labels = layOutLabels(bars, measures);
    expect(labels.map(({ top }) => top)).toEqual([100, 120, 140, 160, 180, 200, 220, 240, 260]);
    expect(labels.map(({ more }) => more.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 3]);
  });
});

function expectReadable(bars: readonly MarginBar[], labels: readonly MarginLabel[]): void {
  const order = new Map(bars.map(({ id }, index) => [id, index]));
  for (const [index, { top, bar, more }] of labels.entries()) {
    const next = labels[index + 1];
    if (next) expect(next.top - top).toBeGreaterThanOrEqual(measures.labelHeight);
    if (next) expect(next.bar.top).toBeGreaterThanOrEqual(bar.top);
    expect(top - bar.top).toBeGreaterThanOrEqual(0);
    expect(top - bar.top).toBeLessThanOrEqual(measures.most);
    expect(top + measures.labelHeight).toBeLessThanOrEqual(measures.height);
    for (const one of more) expect(top).toBeGreaterThanOrEqual(one.top);
    expect(order.has(bar.id)).toBe(true);
  }
}

function idsIn(labels: readonly MarginLabel[]): string[] {
  return labels.flatMap(({ bar, more }) => [bar.id, ...more.map(({ id }) => id)]);
}
