import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codingColumns } from '../../../src/shared/domain/analysis/codings.ts';
import type { CodingRow } from '../../../src/shared/domain/analysis/codings.ts';
import { cooccurrence } from '../../../src/shared/domain/analysis/cooccurrence.ts';
import type { CooccurrenceSettings } from '../../../src/shared/domain/analysis/cooccurrence.ts';
import { sentenceUnits } from '../../../src/shared/domain/analysis/sentences.ts';
import { paragraphUnits, sectionUnits, windowUnits } from '../../../src/shared/domain/analysis/units.ts';
import type { UnitSource } from '../../../src/shared/domain/analysis/units.ts';
import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { paragraphStartsOf } from '../../../src/shared/domain/text.ts';
import { crowdedRows, smallProject } from './arbitraries.ts';
import {
  bestMatching,
  countsByUnit,
  indices,
  matrixOf,
  meets,
  overlaps,
  productsByUnit,
  rawPairs,
} from './reference.ts';
import type { Place } from './reference.ts';

const touch = { kind: 'touch' } as const;
const row = (start: number, end: number, code: number, document = 0): CodingRow => ({
  document,
  start,
  end,
  code,
  coder: 0,
});

function ask(rows: readonly CodingRow[], settings: CooccurrenceSettings, codes: number, documents: number) {
  return cooccurrence({ codings: codingColumns(rows), codes, documents, settings, frequencies: true });
}

describe('levels of units', () => {
  type Level = readonly [
    level: 'section' | 'paragraph' | 'sentence',
    unitsOf: (text: string) => ReturnType<UnitSource>,
  ];
  const levels: readonly Level[] = [
    ['section', (text) => sectionUnits(Int32Array.of(text.length >> 1), text.length)],
    ['paragraph', (text) => paragraphUnits(paragraphStartsOf(text), text.length)],
    ['sentence', sentenceUnits],
  ];

  test.each(levels)('%s: counts, N and frequencies equal counting unit by unit', (level, unitsOfText) => {
    fc.assert(
      fc.property(smallProject, fc.constantFrom(null, 30, 100), (project, percent) => {
        const { rows, codes, texts } = project;
        const unitsOf: UnitSource = (document) => unitsOfText(texts[document] ?? '');
        const places = placesOf(texts, unitsOf);
        const mode = percent === null ? touch : ({ kind: 'cover', percent } as const);
        const result = ask(rows, { level, mode, unitsOf }, codes, texts.length);
        expect(result.n).toBe(places.length);
        expect(result.basis).toBe('units');
        expect(matrixOf(result.counts, codes)).toEqual(countsByUnit(rows, codes, places, percent));
        expect(Array.from(result.units)).toEqual(indices(codes).map((c) => result.counts[c * codes + c]));
        const products = result.products && matrixOf(result.products, codes);
        expect(products).toEqual(percent === null ? productsByUnit(rows, codes, places) : null);
      }),
    );
  });

  test('windows of n words', () => {
    fc.assert(
      fc.property(smallProject, fc.integer({ min: 1, max: 4 }), ({ rows, codes, texts }, size) => {
        const unitsOf: UnitSource = (document) => wordUnits(texts[document] ?? '');
        const places = placesOf(texts, (document) => windowUnits(unitsOf(document), size));
        const result = ask(rows, { level: 'window', mode: touch, unitsOf, size }, codes, texts.length);
        expect(result.n).toBe(places.length);
        expect(matrixOf(result.counts, codes)).toEqual(countsByUnit(rows, codes, places, null));
        expect(result.products && matrixOf(result.products, codes)).toEqual(productsByUnit(rows, codes, places));
      }),
    );
  });

  test('documents and cases', () => {
    fc.assert(
      fc.property(smallProject, fc.constantFrom(null, 40), ({ rows, codes, texts, caseOf, cases }, percent) => {
        const lengths = Int32Array.from(texts, (text) => text.length);
        const whole = texts.map((text, document) => ({ document, start: 0, end: text.length }));
        const mode = percent === null ? touch : ({ kind: 'cover', percent } as const);
        const byDocument = ask(rows, { level: 'document', mode, lengths }, codes, texts.length);
        const documents = whole.map((piece) => [piece]);
        expect(byDocument.n).toBe(texts.length);
        expect(matrixOf(byDocument.counts, codes)).toEqual(countsByUnit(rows, codes, documents, percent));

        const settings = { level: 'case', mode, lengths, caseOf: Int32Array.from(caseOf), cases } as const;
        const byCase = ask(rows, settings, codes, texts.length);
        const places = indices(cases).map((group) => whole.filter(({ document }) => caseOf[document] === group));
        expect(byCase.n).toBe(cases);
        expect(matrixOf(byCase.counts, codes)).toEqual(countsByUnit(rows, codes, places, percent));
        const products = byCase.products && matrixOf(byCase.products, codes);
        expect(products).toEqual(percent === null ? productsByUnit(rows, codes, places) : null);
      }),
    );
  });

  test('frequencies are computed only where asked for', () => {
    const settings = { level: 'document', mode: touch, lengths: Int32Array.of(9) } as const;
    const question = { codings: codingColumns([row(0, 2, 0)]), codes: 1, documents: 1, settings };
    expect(cooccurrence(question).products).toBeNull();
    expect(cooccurrence({ ...question, frequencies: true }).products).toEqual(Float64Array.of(1));
  });

  test('units are asked for once per document in ascending order, with and without codings', () => {
    const asked: number[] = [];
    const unitsOf: UnitSource = (document) => {
      asked.push(document);
      return { starts: Int32Array.of(0), ends: Int32Array.of(5) };
    };
    const settings = { level: 'paragraph', mode: touch, unitsOf } as const;
    for (const frequencies of [false, true]) {
      asked.length = 0;
      const codings = codingColumns([row(0, 2, 0, 1)]);
      const result = cooccurrence({ codings, codes: 1, documents: 3, settings, frequencies });
      expect(asked).toEqual([0, 1, 2]);
      expect(result.n).toBe(3);
    }
  });
});

describe('level overlap', () => {
  const pairs = { level: 'overlap', matching: 'pairs' } as const;
  const oneToOne = { level: 'overlap', matching: 'one-to-one' } as const;

  test('the counting trap (Methods, co-occurrence): one A over three Bs is three pairs, one match', () => {
    const rows = [row(0, 30, 0), row(0, 5, 1), row(10, 15, 1), row(20, 30, 1)];
    expect(ask(rows, pairs, 2, 1).counts).toEqual(Float64Array.of(1, 3, 3, 3));
    const matched = ask(rows, oneToOne, 2, 1);
    expect(matched.counts).toEqual(Float64Array.of(1, 1, 1, 3));
    expect(matched.pairs).toEqual(Float64Array.of(0, 3, 3, 0));
    expect(matched).toMatchObject({ basis: 'codings', n: 4, products: null });
  });

  test('codings that only meet, or lie in different documents, do not overlap', () => {
    const rows = [row(0, 5, 0), row(5, 9, 1), row(0, 5, 1, 1)];
    expect(ask(rows, pairs, 2, 2).counts).toEqual(Float64Array.of(1, 0, 0, 2));
  });

  test('a matching in order of starts would lose a pair here', () => {
    // A1 [0,10) meets B1 [1,9) and B2 [2,4); A2 [5,6) meets only B1. First come, first served gives A1–B1.
    const rows = [row(0, 10, 0), row(5, 6, 0), row(1, 9, 1), row(2, 4, 1)];
    expect(ask(rows, oneToOne, 2, 1).counts[1]).toBe(2);
  });

  test('raw pairs equal asking every pair', () => {
    fc.assert(
      fc.property(crowdedRows, (rows) => {
        const { counts } = ask(rows, pairs, 3, 2);
        for (const i of indices(3)) {
          for (const j of indices(3)) {
            const expected = i === j ? rows.filter(({ code }) => code === i).length : rawPairs(rows, i, j, overlaps);
            expect(counts[i * 3 + j]).toBe(expected);
          }
        }
      }),
    );
  });

  test('one-to-one equals the best of all matchings', () => {
    fc.assert(
      fc.property(crowdedRows, (rows) => {
        const { counts, units } = ask(rows, oneToOne, 3, 2);
        const of = (code: number) => rows.filter((each) => each.code === code);
        for (const i of indices(3)) {
          for (const j of indices(3).filter((other) => other !== i)) {
            expect(counts[i * 3 + j]).toBe(bestMatching(of(i), of(j), overlaps));
            expect(counts[i * 3 + j]).toBeLessThanOrEqual(Math.min(units[i] ?? 0, units[j] ?? 0));
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('level adjacent', () => {
  const texts = ['Satu dua. Tiga\nempat lima\n\nenam. Tujuh'];
  const units = {
    words: (document: number) => wordUnits(texts[document] ?? ''),
    sentences: (document: number) => sentenceUnits(texts[document] ?? ''),
    paragraphs: (document: number) =>
      paragraphUnits(paragraphStartsOf(texts[document] ?? ''), (texts[document] ?? '').length),
  };
  const gap = (settings: Partial<{ unit: keyof typeof units }>, rows: readonly CodingRow[]) => {
    for (let distance = 0; distance < 99; distance += 1) {
      const base = { level: 'adjacent', matching: 'one-to-one', distance } as const;
      const { unit } = settings;
      const result = ask(rows, unit ? { ...base, unit, unitsOf: units[unit] } : { ...base, unit: 'characters' }, 2, 1);
      if (result.counts[1] === 1) return distance;
    }
    return null;
  };

  test('distance in characters: those between; 0 is overlap or edge to edge', () => {
    expect(gap({}, [row(0, 4, 0), row(5, 8, 1)])).toBe(1);
    expect(gap({}, [row(0, 4, 0), row(4, 8, 1)])).toBe(0);
    expect(gap({}, [row(0, 4, 0), row(2, 3, 1)])).toBe(0);
  });

  test('distance in words, sentences and paragraphs: difference of their numbers; empty lines do not count', () => {
    const first = row(0, 4, 0); // Satu
    expect(gap({ unit: 'words' }, [first, row(5, 8, 1)])).toBe(1); // dua
    expect(gap({ unit: 'words' }, [first, row(10, 14, 1)])).toBe(2); // Tiga
    expect(gap({ unit: 'words' }, [first, row(2, 3, 1)])).toBe(0);
    expect(gap({ unit: 'sentences' }, [first, row(10, 14, 1)])).toBe(1);
    expect(gap({ unit: 'paragraphs' }, [first, row(10, 14, 1)])).toBe(0);
    expect(gap({ unit: 'paragraphs' }, [first, row(15, 20, 1)])).toBe(1); // empat
    expect(gap({ unit: 'paragraphs' }, [first, row(27, 31, 1)])).toBe(2); // enam
  });

  test('a coding that touches no unit takes no part', () => {
    const settings = {
      level: 'adjacent',
      matching: 'pairs',
      distance: 9,
      unit: 'paragraphs',
      unitsOf: units.paragraphs,
    } as const;
    const result = ask([row(0, 4, 0), row(25, 27, 1)], settings, 2, 1); // two line ends
    expect(result).toMatchObject({ n: 1, units: Float64Array.of(1, 0), counts: Float64Array.of(1, 0, 0, 0) });
  });

  test('pairs and one-to-one equal the definition', () => {
    fc.assert(
      fc.property(crowdedRows, fc.nat(5), (rows, distance) => {
        const near = (a: CodingRow, b: CodingRow) =>
          a.document === b.document && Math.max(0, Math.max(a.start, b.start) - Math.min(a.end, b.end)) <= distance;
        const result = ask(rows, { level: 'adjacent', matching: 'one-to-one', distance, unit: 'characters' }, 3, 2);
        const of = (code: number) => rows.filter((each) => each.code === code);
        expect(result.pairs?.[1]).toBe(rawPairs(rows, 0, 1, near));
        expect(result.counts[1]).toBe(bestMatching(of(0), of(1), near));
      }),
    );
  });

  test('in units, pairs equal the definition', () => {
    fc.assert(
      fc.property(smallProject, fc.nat(2), ({ rows, codes, texts: some }, distance) => {
        const unitsOf: UnitSource = (document) => wordUnits(some[document] ?? '');
        const numbers = (each: CodingRow) => {
          const { starts, ends } = unitsOf(each.document);
          return Array.from(starts.keys()).filter((k) =>
            meets(each, { document: each.document, start: starts[k] ?? 0, end: ends[k] ?? 0 }),
          );
        };
        const near = (a: CodingRow, b: CodingRow) =>
          a.document === b.document && numbers(a).some((x) => numbers(b).some((y) => Math.abs(x - y) <= distance));
        const settings = { level: 'adjacent', matching: 'pairs', distance, unit: 'words', unitsOf } as const;
        const result = ask(rows, settings, codes, some.length);
        expect(result.counts[1]).toBe(rawPairs(rows, 0, 1, near));
        expect(result.counts[codes + 2]).toBe(rawPairs(rows, 1, 2, near));
      }),
    );
  });

  test('a distance that is no whole number is refused; the greatest distance does not overflow', () => {
    const settings = (distance: number) =>
      ({ level: 'adjacent', matching: 'pairs', distance, unit: 'characters' }) as const;
    expect(() => ask([], settings(-1), 1, 1)).toThrow(RangeError);
    expect(() => ask([], settings(0.5), 1, 1)).toThrow(RangeError);
    const rows = [row(0, 1, 0), row(9, 2_000_000_000, 1)];
    expect(ask(rows, settings(2_000_000_000), 2, 1).counts[1]).toBe(1);
  });
});

describe('any level', () => {
  const lengths = Int32Array.of(12, 6);
  const everyLevel: readonly CooccurrenceSettings[] = [
    { level: 'document', mode: touch, lengths },
    { level: 'overlap', matching: 'one-to-one' },
    { level: 'overlap', matching: 'pairs' },
    { level: 'adjacent', matching: 'one-to-one', distance: 2, unit: 'characters' },
    {
      level: 'sentence',
      mode: { kind: 'cover', percent: 50 },
      unitsOf: () => windowUnits(wordUnits('aa bb cc dd'), 2),
    },
  ];

  test.each(everyLevel)('$level $matching: symmetric, and renaming codes only renames rows and columns', (settings) => {
    fc.assert(
      fc.property(crowdedRows, fc.constantFrom([0, 2, 1], [1, 2, 0], [2, 1, 0]), (rows, names) => {
        const plain = ask(rows, settings, 3, 2);
        const renamed = ask(
          rows.map((each) => ({ ...each, code: names[each.code] ?? 0 })),
          settings,
          3,
          2,
        );
        for (const i of indices(3)) {
          for (const j of indices(3)) {
            expect(plain.counts[i * 3 + j]).toBe(plain.counts[j * 3 + i]);
            expect(renamed.counts[(names[i] ?? 0) * 3 + (names[j] ?? 0)]).toBe(plain.counts[i * 3 + j]);
          }
        }
      }),
    );
  });

  test('unsorted codings are refused, not counted wrongly', () => {
    const sorted = codingColumns([row(0, 2, 0), row(4, 6, 1)]);
    const codings = { ...sorted, start: Int32Array.of(4, 0), end: Int32Array.of(6, 2) };
    const settings = { level: 'overlap', matching: 'pairs' } as const;
    expect(() => cooccurrence({ codings, codes: 2, documents: 1, settings })).toThrow(RangeError);
  });

  test('a project without codings or codes gives empty results', () => {
    expect(ask([], { level: 'overlap', matching: 'one-to-one' }, 0, 0)).toMatchObject({
      n: 0,
      counts: new Float64Array(0),
    });
    expect(ask([], { level: 'document', mode: touch, lengths: new Int32Array(2) }, 2, 2)).toMatchObject({
      n: 2,
      counts: new Float64Array(4),
    });
  });
});

function placesOf(texts: readonly string[], unitsOf: UnitSource): readonly Place[] {
  return texts.flatMap((_, document) => {
    const { starts, ends } = unitsOf(document);
    return Array.from(starts, (start, k) => [{ document, start, end: ends[k] ?? 0 }]);
  });
}
