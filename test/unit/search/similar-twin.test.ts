// Issue 5: query by example equals a slow, obviously right implementation: every weight counted anew over all units
// (METHODS 2.7: TF·IDF over words and 3-grams, cosine, Rocchio).

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { similarTasks, type SimilarInput } from '../../../src/main/analysis/similar-task.ts';
import { packUnits } from '../../../src/main/db/packed-units.ts';

const runs = { numRuns: Number(process.env['SIMPUL_CASES'] ?? 60) };
const stopWords = ['dan', 'di'];

const word = fc.constantFrom('desa', 'Desa', 'dana', 'mendanai', 'dan', 'di', 'ibu', '😀');
const unit = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const texts = fc.array(fc.array(unit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

type Unit = { readonly text: number; readonly start: number; readonly end: number; readonly words: string };

/** Units of a text are its lines. */
function unitsOf(lines: readonly string[], text: number): readonly Unit[] {
  let at = 0;
  return lines.map((words) => {
    const start = at;
    at += words.length + 1;
    return { text, start, end: start + words.length, words };
  });
}

function packed(parts: readonly Uint8Array[]): SimilarInput['texts'] {
  let at = 0;
  const offsets = Int32Array.from([0, ...parts.map(({ length }) => (at += length))]);
  return { bytes: Uint8Array.from(parts.flatMap((part) => [...part])), offsets };
}

/** Words in small letters that are no stop words, and three letters in a row of each with its ends. */
function slowFeatures(words: string): readonly string[] {
  return words
    .toLowerCase()
    .split(' ')
    .filter((each) => /\p{L}/u.test(each) && !stopWords.includes(each))
    .flatMap((each) => {
      const closed = ` ${each} `;
      return [`w:${each}`, ...[...closed].map((_, at) => closed.slice(at, at + 3)).filter((g) => g.length === 3)];
    });
}

test('every unit has the score that its weights, counted one by one, give it', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(unit, { minLength: 1, maxLength: 2 }),
      fc.array(unit, { maxLength: 2 }),
      fc.array(unit, { maxLength: 2 }),
      (lines, examples, hits, misses) => {
        const units = lines.flatMap(unitsOf);
        const input: SimilarInput = {
          texts: packed(lines.map((each) => Buffer.from(each.join('\n'), 'utf8'))),
          units: packed(
            lines.map((each, text) => {
              const own = unitsOf(each, text);
              return packUnits({
                starts: Int32Array.from(own, ({ start }) => start),
                ends: Int32Array.from(own, ({ end }) => end),
              });
            }),
          ),
          stopWords: { lists: 'none', own: stopWords },
          examples,
          hits,
          misses,
          judged: lines.map(() => []),
          coded: lines.map(() => []),
          least: 0,
          limit: 1000,
        };
        const found = similarTasks.similar(input, () => undefined);
        expect(found.units).toBe(units.length);

        const all = [...new Set(units.flatMap(({ words }) => slowFeatures(words)))];
        const vector = (words: string): readonly number[] =>
          all.map((feature) => {
            const count = slowFeatures(words).filter((each) => each === feature).length;
            const having = units.filter((each) => slowFeatures(each.words).includes(feature)).length;
            return count * Math.log(units.length / having);
          });
        const length = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
        const mean = (samples: readonly string[]) =>
          all.map((_, k) =>
            samples.reduce((sum, words) => {
              const values = vector(words);
              return length(values) === 0 ? sum : sum + (values[k] ?? 0) / length(values) / samples.length;
            }, 0),
          );
        const [q, right, wrong] = [mean(examples), mean(hits), mean(misses)];
        const wanted = all.map((_, k) => Math.max(0, (q[k] ?? 0) + 0.75 * (right[k] ?? 0) - 0.25 * (wrong[k] ?? 0)));
        const scoreOf = (words: string): number => {
          const values = vector(words);
          const lengths = length(wanted) * length(values);
          return lengths === 0 ? 0 : wanted.reduce((sum, value, k) => sum + value * (values[k] ?? 0), 0) / lengths;
        };
        for (const { text, start, end, words } of units) {
          const score = found.found.find(
            (each) => each.text === text && each.start === start && each.end === end,
          )?.score;
          const slow = scoreOf(words);
          // What is nearly nothing may round to nothing.
          if (score === undefined) expect(slow).toBeLessThan(1e-12);
          else expect(score).toBeCloseTo(slow, 9);
        }
        const scores = found.found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      },
    ),
    runs,
  );
});
