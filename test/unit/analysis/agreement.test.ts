// Agreement of coders: the fixtures of Methods, agreement coefficients.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fleissKappa,
  holsti,
  krippendorffAlpha,
  presenceAgreement,
  segmentKappa,
  twoCoderAgreement,
} from '../../../src/shared/domain/analysis/agreement.ts';
import { unitisingAlpha } from '../../../src/shared/domain/analysis/unitising.ts';

describe('1,000 characters: both 50, A only 100, B only 50, neither 800', () => {
  const found = presenceAgreement(50, 100, 50, 800);
  test('every coefficient of the fixture', () => {
    expect(found.observed).toBeCloseTo(0.85, 12);
    expect(found.freeMarginal.value).toBeCloseTo(0.7, 12);
    expect(found.scottPi.value).toBeCloseTo(0.314286, 6);
    expect(found.cohenKappa.value).toBeCloseTo(0.318182, 6);
    expect(found.alpha).toBeCloseTo(0.314629, 6);
    expect(found.ac1.value).toBeCloseTo(0.808, 3);
    expect(found.positiveAgreement).toBeCloseTo(0.4, 12);
  });
  test('κ is not the 0.2131 of a program that multiplies P(yes) by P(no)', () => {
    expect(found.cohenKappa.expected).toBeCloseTo(0.15 * 0.1 + 0.85 * 0.9, 12);
    expect(found.cohenKappa.value).not.toBeCloseTo(0.2131, 2);
  });
});

describe('Krippendorff’s α', () => {
  test('two coders, ten binary ratings', () => {
    const [first, second] = ['0100000010', '1110010000'] as const;
    const values = Int32Array.from({ length: 20 }, (_, k) => Number((k % 2 === 0 ? first : second)[k >> 1]));
    expect(krippendorffAlpha({ values, coders: 2, categories: 2 })).toBeCloseTo(0.095238, 6);
  });
  test('four coders, twelve units, with gaps', () => {
    // Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, C: four observers, nominal.
    const coders = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ];
    const rows = coders.map((row) => row.split(' ').map((value) => (value === '.' ? -1 : Number(value) - 1)));
    const values = Int32Array.from({ length: 48 }, (_, k) => rows[k % 4]?.[Math.floor(k / 4)] ?? -1);
    expect(krippendorffAlpha({ values, coders: 4, categories: 5 })).toBeCloseTo(0.743421, 6);
  });
  test('undefined where all ratings are of one category, or none can be compared', () => {
    expect(krippendorffAlpha({ values: Int32Array.of(0, 0, 0, 0), coders: 2, categories: 2 })).toBeNull();
    expect(krippendorffAlpha({ values: Int32Array.of(0, -1, -1, 1), coders: 2, categories: 2 })).toBeNull();
  });
});

describe('undefined is null', () => {
  test('without units, and where both coders chose one category always', () => {
    expect(presenceAgreement(0, 0, 0, 0)).toMatchObject({ observed: null, alpha: null, positiveAgreement: null });
    const neither = presenceAgreement(0, 0, 0, 7);
    expect(neither).toMatchObject({ observed: 1, alpha: null, positiveAgreement: null });
    expect([neither.cohenKappa.value, neither.scottPi.value]).toEqual([null, null]);
    expect(neither.freeMarginal.value).toBe(1);
    expect([holsti(0, 0, 0), segmentKappa(0, 0, 4).value, segmentKappa(3, 1, 1).value]).toEqual([null, null, null]);
  });
  test('a table that is none is refused', () => {
    expect(() => twoCoderAgreement({ counts: new Float64Array(3), categories: 2 })).toThrow('two or more');
    expect(() => fleissKappa({ values: Int32Array.of(0, -1), coders: 2, categories: 2 })).toThrow('not rated by all');
  });
});

test('Holsti 2M/(N₁+N₂), and κ of segments with chance 1/codes', () => {
  expect(holsti(8, 10, 14)).toBeCloseTo(16 / 24, 12);
  expect(segmentKappa(15, 5, 4).value).toBeCloseTo((0.75 - 0.25) / 0.75, 12);
});

test('Fleiss’ κ of fourteen raters: 0.210 in Fleiss (1971), as reprinted with his table', () => {
  const rows = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
  ];
  const values = Int32Array.from(
    rows.flatMap((row) => row.flatMap((times, category) => Array.from({ length: times }, () => category))),
  );
  expect(fleissKappa({ values, coders: 14, categories: 5 }).value).toBeCloseTo(0.21, 3);
});

const ratings = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 })).chain(([coders, categories]) =>
  fc.record({
    coders: fc.constant(coders),
    categories: fc.constant(categories),
    units: fc.array(fc.array(fc.integer({ min: -1, max: categories - 1 }), { minLength: coders, maxLength: coders }), {
      maxLength: 8,
    }),
  }),
);

test('α is 1 − D_o/D_e by asking every pair of ratings', () => {
  fc.assert(
    fc.property(ratings, ({ coders, categories, units }) => {
      const usable = units.map((unit) => unit.filter((value) => value >= 0)).filter(({ length }) => length > 1);
      const all = usable.flat();
      const n = all.length;
      let [observed, expected] = [0, 0];
      for (const unit of usable) {
        unit.forEach((value, i) =>
          unit.forEach((other, j) => (observed += Number(i !== j && value !== other) / (unit.length - 1) / n)),
        );
      }
      all.forEach((value, i) =>
        all.forEach((other, j) => (expected += Number(i !== j && value !== other) / (n * (n - 1)))),
      );
      const alpha = krippendorffAlpha({ values: Int32Array.from(units.flat()), coders, categories });
      if (expected === 0) expect(alpha).toBeNull();
      else expect(alpha).toBeCloseTo(1 - observed / expected, 9);
    }),
  );
});

test('two coders: symmetric, at most 1, and α of the table is α of the ratings', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), (a, b, c, d) => {
      const found = presenceAgreement(a, b, c, d);
      expect(presenceAgreement(a, c, b, d).cohenKappa.value).toBe(found.cohenKappa.value);
      for (const { value } of [found.cohenKappa, found.scottPi, found.ac1, found.freeMarginal]) {
        if (value !== null) expect(value).toBeLessThanOrEqual(1);
      }
      const pairs = (
        [
          [a, 0, 0],
          [b, 0, 1],
          [c, 1, 0],
          [d, 1, 1],
        ] as const
      ).flatMap(([times, x, y]) => Array.from({ length: times }, () => [x, y]));
      const alpha = krippendorffAlpha({ values: Int32Array.from(pairs.flat()), coders: 2, categories: 2 });
      if (alpha === null) expect(found.alpha).toBeNull();
      else expect(found.alpha).toBeCloseTo(alpha, 10);
    }),
  );
});

describe('α for unitising', () => {
  const first = [
    { start: 10, end: 30, value: 0 },
    { start: 50, end: 70, value: 1 },
  ];
  test('the fixture: other places', () => {
    const second = [
      { start: 15, end: 30, value: 0 },
      { start: 50, end: 80, value: 1 },
    ];
    const found = unitisingAlpha({ length: 100, coders: [first, second], values: 2 });
    expect(found.value).toBeCloseTo(0.752972, 6);
    expect(found.binary).toBeCloseTo(0.708747, 6);
  });
  test('the fixture: the same places, other values', () => {
    const second = first.map((segment) => ({ ...segment, value: 0 }));
    const found = unitisingAlpha({ length: 100, coders: [first, second], values: 2 });
    expect(found.value).toBeCloseTo(0.645556, 6);
    expect(found.binary).toBeCloseTo(1, 12);
  });
  test('undefined where nobody marked anything; refused where segments overlap', () => {
    expect(unitisingAlpha({ length: 10, coders: [[], []], values: 1 })).toEqual({ value: null, binary: null });
    const crossing = [...first, { start: 60, end: 80, value: 0 }];
    expect(() => unitisingAlpha({ length: 100, coders: [first, crossing], values: 2 })).toThrow('overlaps');
  });
});
