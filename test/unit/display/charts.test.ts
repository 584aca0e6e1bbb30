// Where the marks of the charts lie (issue 5, charts): every mark inside the picture, every number where it belongs,
// with 3, 30 and 200 codes and names of 80 characters.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barsPlan } from '../../../src/renderer/features/display/bars/bars-plan.ts';
import { membersOf } from '../../../src/renderer/features/display/bars/members.ts';
import type { ChartPlan } from '../../../src/renderer/features/display/charts/DrawnChart.tsx';
import { paperInks, screenColors } from '../../../src/renderer/features/display/charts/inks.ts';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { type Target, targetAfter, targetAt } from '../../../src/renderer/features/display/charts/targets.ts';
import { codeLinePlan } from '../../../src/renderer/features/display/code-line/code-line-plan.ts';
import { bandAt, flowLayout } from '../../../src/renderer/features/display/flow/flow-layout.ts';
import { flowModel } from '../../../src/renderer/features/display/flow/flow-model.ts';
import { flowPlan } from '../../../src/renderer/features/display/flow/flow-plan.ts';
import { clustersOf, mapPlan } from '../../../src/renderer/features/display/map/map-plan.ts';
import { boxesMeet } from '../../../src/renderer/features/display/network/label-placement.ts';
import { proximityPlan } from '../../../src/renderer/features/display/proximity/proximity-plan.ts';
import { saturationPlan } from '../../../src/renderer/features/display/saturation/saturation-plan.ts';
import { cloudLayout } from '../../../src/renderer/features/display/words/cloud-layout.ts';
import { anyOf } from '../../../src/renderer/parts/asked-search.ts';
import type { SpreadResult } from '../../../src/shared/contract/analysis-spread.ts';
import { readQuery } from '../../../src/shared/domain/search/query.ts';
import { root } from '../../support/project.ts';
import { guidOf } from './result.ts';

const room = { width: 840, height: 520 };
const nothing = (): void => undefined;
const longName = 'Komunikasi terbuka antara kepala dinas, kepala bidang, staf dan warga desa setempat'.slice(0, 80);
const sizes = [3, 30, 200] as const;

/** Nothing that can be opened lies outside the picture, and words do not begin left of it. */
function expectInside({ drawing, targets }: ChartPlan): void {
  for (const { box } of targets) {
    expect(box.left).toBeGreaterThanOrEqual(-0.01);
    expect(box.top).toBeGreaterThanOrEqual(-0.01);
    expect(box.right).toBeLessThanOrEqual(drawing.width + 0.01);
    expect(box.bottom).toBeLessThanOrEqual(drawing.height + 0.01);
  }
  for (const mark of drawing.marks) {
    if (mark.kind !== 'text' || mark.rotate !== undefined) continue;
    const width = estimatedWidth(mark.text, mark.size);
    const left = mark.anchor === 'start' ? mark.x : mark.anchor === 'end' ? mark.x - width : mark.x - width / 2;
    expect(left).toBeGreaterThanOrEqual(-0.5);
  }
}

describe.each(sizes)('with %i codes of long names', (n) => {
  const codes = Array.from({ length: n }, (_, place) => place);

  test('bars, grouped by four values, are as long as their counts', () => {
    const rows = codes.map((place) => ({
      id: String(place),
      name: longName,
      color: '#a02020',
      bars: [1, 2, 3, null].map((value) => ({ value: value && value * place, label: '', open: nothing })),
    }));
    const chart = { rows, groups: ['a', 'b', 'c', longName], axis: 'Koding', format: String, isCount: true };
    const plan = barsPlan(chart, room, paperInks, estimatedWidth);
    expectInside(plan);
    expect(plan.targets).toHaveLength(n * 4);
    const bars = plan.drawing.marks.filter((mark) => mark.kind === 'rect' && mark.height > 0 && mark.width !== 10);
    const [once, twice, thrice] = bars.slice(-4).map((mark) => (mark.kind === 'rect' ? mark.width : 0));
    expect(twice).toBeCloseTo((once ?? 0) * 2, 6);
    expect(thrice).toBeCloseTo((once ?? 0) * 3, 6);
  });

  test('the map keeps proportions and all bubbles inside', () => {
    const bubbles = codes.map((place) => ({
      name: longName,
      units: place + 1,
      point: [Math.cos(place), Math.sin(place) * 3] as const,
      cluster: place % 4,
      color: '#a02020',
    }));
    expectInside(mapPlan({ bubbles, describe: String, open: nothing }, room, paperInks, estimatedWidth));
  });

  test('proximity, code line and saturation stay inside', () => {
    const rows = codes.map((place) => ({ name: longName, values: [place / n, null] }));
    const words = { targets: ['a', longName], axis: 'Jaccard', format: String, describe: String, open: nothing };
    expectInside(proximityPlan({ ...words, rows }, room, paperInks, estimatedWidth));
    const lines = codes.map((place) => ({
      code: guidOf(place),
      name: longName,
      color: '#a02020',
      codings: [{ guid: guidOf(place), start: place, end: place + 1, coder: null }],
    }));
    const line = { rows: lines, characters: n, axis: '', percent: String, describe: () => '', open: nothing };
    // The last coding may be a hair wider than the text, so that it is seen.
    expectInside(codeLinePlan(line, room, paperInks, estimatedWidth));
    const documents = codes.map((place) => ({ guid: guidOf(place), title: longName, day: null, case: null }));
    const saturation = codes.map((place) => ({ fresh: [place], met: place + 1 }));
    const legend = { fresh: 'Kode baru', met: 'Kode sejauh ini' };
    const steps = { documents, saturation, axis: '', legend, format: String, describe: String, open: nothing };
    expectInside(saturationPlan(steps, room, paperInks, estimatedWidth));
  });

  test('bands of the flow hold all codings on both sides', () => {
    const links = codes.flatMap((from) => [0, 1, 2].map((to) => ({ from, to, value: 1 + ((from + to) % 5) })));
    const ends = codes.map(() => ({ name: longName, color: '#a02020' }));
    const words = { describeBand: () => '', describeFrom: () => '', describeTo: () => '' };
    const opens = { openBand: nothing, openFrom: nothing, openTo: nothing };
    const plan = flowPlan({ links, from: ends, to: ends, ...words, ...opens }, room, paperInks, estimatedWidth);
    expectInside(plan);
    expect(plan.targets).toHaveLength(n * 3 + n + 3);
  });
});

describe('flow', () => {
  test('bands are as wide as their codings on both sides, and nodes as high as theirs', () => {
    const link = fc.record({ from: fc.nat(6), to: fc.nat(4), value: fc.integer({ min: 1, max: 50 }) });
    const links = fc.uniqueArray(link, { selector: ({ from, to }) => `${from} ${to}`, minLength: 1 });
    fc.assert(
      fc.property(links, (all) => {
        const { left, right, bands } = flowLayout(all, 2_000, 10);
        const total = (nodes: typeof left): number => nodes.reduce((sum, { value }) => sum + value, 0);
        expect(total(left)).toBe(total(right));
        for (const node of left) {
          const own = bands.filter(({ from }) => from === node.place);
          const width = own.reduce((sum, band) => sum + band.width, 0);
          expect(node.bottom - node.top).toBeGreaterThanOrEqual(width - 1e-6);
          for (const { start, width: one } of own) {
            expect(start - one / 2).toBeGreaterThanOrEqual(node.top - 1e-6);
            expect(start + one / 2).toBeLessThanOrEqual(node.bottom + 1e-6);
          }
        }
        for (const [place, node] of right.entries()) {
          const before = right[place - 1];
          if (before) expect(node.top).toBeGreaterThan(before.bottom);
        }
      }),
    );
  });

  test('a point is on a band where the drawn curve is', () => {
    expect(bandAt({ start: 10, end: 90 }, 0)).toBeCloseTo(10, 3);
    expect(bandAt({ start: 10, end: 90 }, 0.5)).toBeCloseTo(50, 3);
    expect(bandAt({ start: 10, end: 90 }, 1)).toBeCloseTo(90, 3);
  });

  test('takes the most frequent codes in the order of the codebook, and documents of no case together', () => {
    const named = (place: number) => ({ guid: guidOf(place), path: [`Kode ${place}`], color: '#000000' });
    const result = {
      codes: [named(0), named(1), named(2)],
      documents: [
        { guid: guidOf(10), title: 'A', day: null, case: guidOf(20) },
        { guid: guidOf(11), title: 'B', day: null, case: null },
      ],
      cells: [
        [0, 0, 1],
        [1, 0, 5],
        [2, 0, 2],
        [2, 1, 4],
      ],
    } as unknown as SpreadResult;
    const model = flowModel(result, 'cases', [{ guid: guidOf(20), name: 'Kepala Dinas' }], 2, 'Tanpa kasus');
    expect(model.from.map(({ name }) => name)).toEqual(['Kode 1', 'Kode 2']);
    expect(model.to.map(({ name }) => name)).toEqual(['Kepala Dinas', 'Tanpa kasus']);
    expect(model.links).toEqual([
      { from: 0, to: 0, value: 5 },
      { from: 1, to: 0, value: 2 },
      { from: 1, to: 1, value: 4 },
    ]);
    expect(model.leftOut).toBe(1);
  });
});

test('clusters are what is left before the last merges, numbered by their first code', () => {
  const merges = [
    [1, 3, 0.1],
    [0, 2, 0.2],
    [4, 5, 0.9],
  ] as const;
  expect(clustersOf(merges, 4, 4)).toEqual([0, 1, 2, 3]);
  expect(clustersOf(merges, 4, 3)).toEqual([0, 1, 2, 1]);
  expect(clustersOf(merges, 4, 2)).toEqual([0, 1, 0, 1]);
  expect(clustersOf(merges, 4, 1)).toEqual([0, 0, 0, 0]);
});

describe('the word cloud', () => {
  const words = Array.from({ length: 150 }, (_, place) => ({ word: `kata${place}`, weight: 300 - place }));

  test('places every word, none over another, the heaviest in the middle and largest', () => {
    const placed = cloudLayout(words, 1.6, estimatedWidth);
    expect(placed).toHaveLength(150);
    expect(placed[0]).toMatchObject({ index: 0, x: 0, y: 0 });
    for (const [place, one] of placed.entries()) {
      expect(one.size).toBeLessThanOrEqual(placed[0]?.size ?? 0);
      for (const other of placed.slice(place + 1)) expect(boxesMeet(one.box, other.box)).toBe(false);
    }
  });

  test('is the same each time', () => {
    expect(cloudLayout(words, 1.6, estimatedWidth)).toEqual(cloudLayout(words, 1.6, estimatedWidth));
  });
});

describe('marks', () => {
  const at = (left: number, top: number, size = 10): Target => ({
    id: `${left} ${top}`,
    label: '',
    box: { left, top, right: left + size, bottom: top + size },
  });

  test('the smallest under the pointer is meant', () => {
    expect(targetAt([at(0, 0, 100), at(40, 40)], 45, 45)).toBe(1);
    expect(targetAt([at(0, 0, 100), at(40, 40)], 5, 5)).toBe(0);
    expect(targetAt([at(0, 0)], 50, 50)).toBe(-1);
    expect(targetAt([{ ...at(0, 0), holds: () => false }], 5, 5)).toBe(-1);
  });

  test('every mark can be reached by keys', () => {
    const targets = [at(0, 0), at(50, 0), at(0, 50), at(50, 50)];
    expect(targetAfter('ArrowRight', targets, 0)).toBe(1);
    expect(targetAfter('ArrowDown', targets, 0)).toBe(2);
    expect(targetAfter('ArrowRight', targets, 1)).toBe(2);
    expect(targetAfter('End', targets, 0)).toBe(3);
    expect(targetAfter('PageUp', targets, 3)).toBe(0);
    expect(targetAfter('ArrowLeft', targets, 0)).toBeNull();
    expect(targetAfter('a', targets, 0)).toBeNull();
  });
});

test('colours of charts on screen are those of the tokens', () => {
  const tokens = readFileSync(join(root, 'src/renderer/styles/tokens.css'), 'utf8');
  for (const { ink, soft, hairline } of Object.values(screenColors)) {
    expect(tokens).toContain(`--color-text: ${ink};`);
    expect(tokens).toContain(`--color-text-muted: ${soft};`);
    expect(tokens).toContain(`--color-border: ${hairline};`);
  }
});

test('a search for any of some words can be read, whatever signs they have', () => {
  expect(anyOf(['desa', "jum'at", 'program-program'])).toBe('desa OR "jum\'at" OR "program-program"');
  expect(readQuery(anyOf(['desa', 'AND', "jum'at", 'S.IP'])).ok).toBe(true);
});

test('whose quotations stand behind a value: those of the cases that have it, within the scope', () => {
  const [sex, a, b] = [guidOf(1), guidOf(2), guidOf(3)];
  const cases = [
    { guid: a, values: [{ variable: sex, value: 'P' }] },
    { guid: b, values: [{ variable: sex, value: 'P' }] },
  ];
  expect(membersOf({ guid: sex, scope: 'case' }, 'P', cases, [], {})).toEqual({ caseIds: [a, b] });
  expect(membersOf({ guid: sex, scope: 'case' }, 'P', cases, [], { caseIds: [b] })).toEqual({ caseIds: [b] });
  const values = [{ document: a, variable: sex, value: 'P' }];
  expect(membersOf({ guid: sex, scope: 'document' }, 'P', cases, values, {})).toEqual({ documentIds: [a] });
});
