// what rests on a change is marked, all of it and nothing else; and the conditions of "verified".

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf, fingerprintOf, judgedOf, markOf } from '../../../src/shared/domain/evidence/fingerprints.ts';
import { mayBeVerified, missingConditions } from '../../../src/shared/domain/evidence/gate.ts';
import { marksOf, restingOn, type Claim } from '../../../src/shared/domain/evidence/marks.ts';
import { meaningTactics, tactics, testingTactics } from '../../../src/shared/domain/evidence/tactics.ts';

describe('a fingerprint', () => {
  test('is the same for the same content, whatever the order of its fields, and reads back', () => {
    const one = fingerprintOf({ quote: 'dua "kata"', code: 'A', lost: false });
    expect(fingerprintOf({ lost: false, code: 'A', quote: 'dua "kata"' })).toBe(one);
    expect(judgedOf(one)).toEqual({ quote: 'dua "kata"', code: 'A', lost: false });
    expect(judgedOf('no JSON')).toBeNull();
    expect(judgedOf('[1]')).toBeNull();
  });

  test('held against the present tells sound, changed and gone', () => {
    const judged = fingerprintOf({ quote: 'dua', code: 'A' });
    expect(markOf(judged, fingerprintOf({ code: 'A', quote: 'dua' }))).toBe('sound');
    expect(markOf('{"quote":"dua","code":"A"}', judged)).toBe('sound');
    expect(markOf(judged, fingerprintOf({ code: 'B', quote: 'dua' }))).toBe('changed');
    expect(markOf(null, judged)).toBe('changed');
    expect(markOf(judged, null)).toBe('gone');
  });

  test('of many parts does not depend on their order, and keeps parts apart', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        expect(digestOf(one.toReversed())).toBe(digestOf(one));
        const same = JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
        expect(digestOf(one) === digestOf(other)).toBe(same);
      }),
    );
    expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']));
    expect(digestOf([])).toMatch(/^[0-9a-f]{16}$/);
  });
});

/** Claims 0…n−1 that rest on things (t0 …) and on each other, in circles too. */
const claims = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc
    .array(
      fc.array(
        fc.record({
          target: fc.oneof(
            fc.integer({ min: 0, max: size - 1 }).map((k) => `claim ${k}`),
            fc.integer({ min: 0, max: 5 }).map((k) => `thing ${k}`),
          ),
          mark: fc.constantFrom('sound' as const, 'sound' as const, 'changed' as const, 'gone' as const),
        }),
        { maxLength: 4 },
      ),
      { minLength: size, maxLength: size },
    )
    .map((lists): readonly Claim[] =>
      lists.map((restsOn, k) => ({
        guid: `claim ${k}`,
        restsOn: restsOn.map((each, n) => ({ ...each, guid: `evidence ${k} ${n}` })),
      })),
    ),
);

describe('marks', () => {
  test('are on exactly the claims from which a changed piece of evidence can be reached', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const reaches = (guid: string, seen: ReadonlySet<string> = new Set()): boolean => {
          const claim = list.find((each) => each.guid === guid);
          if (!claim || seen.has(guid)) return false;
          return (
            claim.restsOn.some(({ mark }) => mark !== 'sound') ||
            claim.restsOn.some(({ target }) => reaches(target, new Set([...seen, guid])))
          );
        };
        const marks = marksOf(list);
        expect([...marks.keys()]).toEqual(list.map(({ guid }) => guid).filter((guid) => reaches(guid)));
        for (const [guid, { own, below }] of marks) {
          const claim = list.find((each) => each.guid === guid);
          expect(own).toEqual(claim?.restsOn.filter(({ mark }) => mark !== 'sound').map((each) => each.guid));
          const targets = new Set(claim?.restsOn.map(({ target }) => target).filter((target) => target !== guid));
          expect(below.toSorted()).toEqual([...targets].filter((target) => marks.has(target)).toSorted());
        }
      }),
    );
  });

  test('are on nothing where everything is sound', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const sound = list.map(({ guid, restsOn }) => ({
          guid,
          restsOn: restsOn.map((each) => ({ ...each, mark: 'sound' as const })),
        }));
        expect(marksOf(sound).size).toBe(0);
      }),
    );
  });

  test('what rests on a thing is found through every claim between', () => {
    const on = (guid: string, ...targets: readonly string[]): Claim => ({
      guid,
      restsOn: targets.map((target) => ({ guid: `${guid} ${target}`, target, mark: 'sound' as const })),
    });
    const list = [on('A', 'quote'), on('B', 'A'), on('C', 'B', 'A'), on('D', 'other')];
    expect(restingOn(list, new Set(['quote']))).toEqual(['A', 'B', 'C']);
    expect(restingOn(list, new Set(['B']))).toEqual(['C']);
    expect(restingOn([on('A', 'B'), on('B', 'A')], new Set(['A']))).toEqual(['B', 'A']);
  });
});

describe('R-19', () => {
  const quotation = { side: 'supports', kind: 'coding', isGone: false };
  const searched = { tactic: 'negative-evidence', outcome: 'none-found' };
  const whole = { evidence: [quotation], checks: [searched], verdicts: 1, overrideReason: '' };

  test('verified needs a supporting quotation, a verdict and a search for negative evidence', () => {
    expect(missingConditions(whole)).toEqual([]);
    expect(mayBeVerified(whole)).toBe(true);
    expect(missingConditions({ evidence: [], checks: [], verdicts: 0 })).toEqual([
      'quotation',
      'verdict',
      'negative-evidence',
    ]);
    expect(missingConditions({ ...whole, evidence: [{ ...quotation, side: 'opposes' }] })).toEqual(['quotation']);
    expect(missingConditions({ ...whole, evidence: [{ ...quotation, isGone: true }] })).toEqual(['quotation']);
    expect(missingConditions({ ...whole, evidence: [{ ...quotation, kind: 'memo' }] })).toEqual(['quotation']);
    expect(missingConditions({ ...whole, checks: [{ ...searched, outcome: 'open' }] })).toEqual(['negative-evidence']);
  });

  test('or a written reason; blanks are none', () => {
    const bare = { evidence: [], checks: [], verdicts: 0 };
    expect(mayBeVerified({ ...bare, overrideReason: 'Hanya satu sumber ada.' })).toBe(true);
    expect(mayBeVerified({ ...bare, overrideReason: '  \n' })).toBe(false);
  });
});

test('there are thirteen tactics of each kind, each once', () => {
  expect([meaningTactics.length, testingTactics.length, new Set(tactics).size]).toEqual([13, 13, 26]);
});
