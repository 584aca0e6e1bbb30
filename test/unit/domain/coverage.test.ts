// Rules CV1–CV5 of SPEC.md: "not asked" is kept apart from "silent".

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, type CoverageEntry, type CoverageInput } from '../../../src/shared/domain/coverage.ts';
import { guidOf } from '../../support/project.ts';

const [head, staff, headTalk, staffTalk, letter] = [1, 2, 3, 4, 5].map(guidOf) as [G, G, G, G, G];
const [service, budget, guideService, guideBudget] = [11, 12, 13, 14].map(guidOf) as [G, G, G, G];
const [online, funds, other] = [21, 22, 23].map(guidOf) as [G, G, G];
type G = ReturnType<typeof guidOf>;

const study: CoverageInput = {
  documents: [
    { guid: headTalk, case: head },
    { guid: staffTalk, case: staff },
    { guid: letter, case: head },
  ],
  cases: [head, staff],
  researchQuestions: [
    { guid: service, codes: [online], guideQuestions: [guideService] },
    { guid: budget, codes: [], guideQuestions: [guideBudget] },
  ],
  guideQuestions: [guideService, guideBudget],
  sections: [
    { document: headTalk, question: guideService, start: 0, end: 100 },
    { document: headTalk, question: guideBudget, start: 100, end: 200 },
    { document: staffTalk, question: guideService, start: 0, end: 100 },
  ],
  codings: [
    { document: headTalk, code: online, start: 90, end: 101 },
    { document: staffTalk, code: other, start: 10, end: 20 },
    { document: letter, code: online, start: 5, end: 9 },
  ],
  entries: [],
};

function entry(source: G, question: G, rest: Partial<CoverageEntry>): CoverageEntry {
  return { source, question, status: 'done', completeness: null, ...rest };
}

describe('coverage', () => {
  const { cell, wasAsked } = coverage(study);

  test('CV1, CV2: asked by the guide, answered by codings in its section, also where they only touch it', () => {
    expect(cell(headTalk, guideService)).toMatchObject({ state: 'covered', asked: 'guide', codings: 1 });
    expect(cell(headTalk, guideBudget)).toMatchObject({ state: 'covered', asked: 'guide', codings: 1 });
  });

  test('CV2: for a research question only the codes that serve it count; without any, what is coded in its sections', () => {
    expect(cell(staffTalk, guideService).state).toBe('covered');
    expect(cell(staffTalk, service)).toMatchObject({ state: 'silent', asked: 'guide', codings: 0 });
    expect(cell(headTalk, budget)).toMatchObject({ state: 'covered', codings: 1 });
  });

  test('CV3: silence needs a question: who was not asked is not silent', () => {
    expect(cell(staffTalk, guideBudget)).toMatchObject({ state: 'not-asked', asked: null });
    expect(cell(staffTalk, budget).state).toBe('not-asked');
    expect(cell(letter, service)).toMatchObject({ state: 'covered', asked: null });
  });

  test('CV1–CV3: the log says what the text cannot', () => {
    const at = (rest: Partial<CoverageEntry>) =>
      coverage({ ...study, entries: [entry(staffTalk, budget, rest)] }).cell(staffTalk, budget);
    expect(at({ status: 'planned' })).toMatchObject({ state: 'planned', asked: null });
    expect(at({ status: 'not-asked' })).toMatchObject({ state: 'not-asked', asked: null });
    expect(at({ status: 'done' })).toMatchObject({ state: 'silent', asked: 'log' });
    expect(at({ status: 'checked', completeness: 'none' })).toMatchObject({ state: 'silent', asked: 'log' });
    expect(at({ status: 'transcribed', completeness: 'partial' }).state).toBe('covered');
  });

  test('CV1: what the log says of a question of the guide counts for the research question it serves', () => {
    const at = (rest: Partial<CoverageEntry>) => coverage({ ...study, entries: [entry(staffTalk, guideBudget, rest)] });
    expect(at({ status: 'done' }).cell(staffTalk, budget)).toMatchObject({
      state: 'silent',
      asked: 'log',
      entry: null,
    });
    expect(at({ status: 'done' }).cell(staff, budget)).toMatchObject({ state: 'silent', asked: 'log' });
    expect(at({ status: 'planned' }).cell(staffTalk, budget)).toMatchObject({ state: 'planned', asked: null });
    expect(at({ status: 'checked', completeness: 'complete' }).cell(staffTalk, budget).state).toBe('covered');
    expect(at({ status: 'done' }).cell(staffTalk, service).asked).toBe('guide');
  });

  test('CV4: a case has what its documents have, and its own entries', () => {
    expect(cell(head, service)).toMatchObject({ state: 'covered', asked: 'guide', codings: 2 });
    expect(cell(staff, service)).toMatchObject({ state: 'silent', asked: 'guide' });
    const noted = coverage({ ...study, entries: [entry(staff, budget, {})] });
    expect(noted.cell(staff, budget)).toMatchObject({ state: 'silent', asked: 'log' });
    expect(noted.cell(staffTalk, budget).state).toBe('not-asked');
  });

  test('CV5: whether those with a code were asked; null where the code serves no question', () => {
    expect(wasAsked(online, [staffTalk])).toBe(true);
    expect(wasAsked(online, [letter])).toBe(false);
    expect(wasAsked(funds, [headTalk])).toBeNull();
  });

  test('CV3, CV4: silent is always asked, planned and not asked never, for any study', () => {
    const some = <T>(items: readonly T[]) => fc.constantFrom(...items);
    const range = { start: fc.nat(50), length: fc.integer({ min: 1, max: 50 }) };
    const placed = fc.record({ document: some([headTalk, staffTalk, letter]), ...range });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(placed, some([guideService, guideBudget]))),
        fc.array(fc.tuple(placed, some([online, funds, other]))),
        fc.array(
          fc.record({
            source: some([head, staff, headTalk, staffTalk, letter]),
            question: some([service, budget, guideService, guideBudget]),
            status: some(['not-asked', 'planned', 'done', 'transcribed', 'checked'] as const),
            completeness: some([null, 'none', 'partial', 'complete'] as const),
          }),
        ),
        (sections, codings, entries) => {
          const ranged = ({ document, start, length }: (typeof sections)[number][0]) => ({
            document,
            start,
            end: start + length,
          });
          const read = coverage({
            ...study,
            sections: sections.map(([at, question]) => ({ ...ranged(at), question })),
            codings: codings.map(([at, code]) => ({ ...ranged(at), code })),
            entries,
          });
          for (const question of [service, budget, guideService, guideBudget]) {
            for (const source of [head, staff, headTalk, staffTalk, letter]) {
              const { state, asked } = read.cell(source, question);
              if (state === 'silent') expect(asked).not.toBeNull();
              if (state === 'planned' || state === 'not-asked') expect(asked).toBeNull();
            }
            const ofHead = [headTalk, letter].map((each) => read.cell(each, question).asked);
            if (ofHead.some((asked) => asked !== null)) expect(read.cell(head, question).asked).not.toBeNull();
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
