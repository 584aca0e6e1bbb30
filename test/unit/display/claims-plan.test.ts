// The graph of claims: a proposition stands left of everything it rests on, every end is drawn once, and what is broken
// is said (R-02, the chain of evidence of Methods 3.4).

import { describe, expect, test } from 'vitest';
import type { Evidence, Proposition } from '../../../src/shared/contract/propositions.ts';
import type { Guid } from '../../../src/shared/domain/ids.ts';
import { belowClaim, claimsPlan } from '../../../src/renderer/features/display/claims/claims-plan.ts';
import { paperInks } from '../../../src/renderer/features/display/charts/inks.ts';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { guidOf } from '../../support/project.ts';

const at = '2026-01-01T00:00:00.000Z';
const rest = (target: Guid, kind: Evidence['kind'], mark: Evidence['mark'] = 'sound'): Evidence => ({
  guid: guidOf(500),
  side: 'supports',
  kind,
  target,
  strength: null,
  note: '',
  mark,
  title: 'Wawancara',
  words: 'Kutipan',
  judgedWords: null,
  document: null,
  start: null,
  end: null,
  code: null,
  case: null,
  cell: null,
  createdAt: at,
});
const claim = (place: number, evidence: readonly Evidence[]): Proposition => ({
  guid: guidOf(place),
  statement: `Simpulan ${place}`,
  argument: '',
  scope: '',
  limits: '',
  status: 'supported',
  confidence: null,
  overrideReason: '',
  question: null,
  dimension: null,
  memo: null,
  author: null,
  createdAt: at,
  modifiedAt: at,
  evidence: [...evidence],
  checks: [],
  verdicts: [],
  verdictCount: 0,
  mark: null,
  missing: [],
});

const top = claim(1, [rest(guidOf(2), 'proposition'), rest(guidOf(100), 'coding')]);
const middle = claim(2, [rest(guidOf(3), 'proposition'), rest(guidOf(101), 'coding', 'gone')]);
const low = claim(3, [rest(guidOf(100), 'coding'), rest(guidOf(102), 'cell')]);
const alone = claim(4, []);
const words = {
  claim: () => '',
  evidence: ({ mark }: Evidence) => mark,
  describe: (item: Proposition | Evidence) => ('statement' in item ? item.statement : `${item.target} ${item.mark}`),
  open: () => () => undefined,
};
const planOf = (claims: readonly Proposition[]) => claimsPlan(claims, words, paperInks, estimatedWidth);

describe('the graph of claims', () => {
  const { drawing, targets } = planOf([top, middle, low, alone]);
  const boxOf = (id: Guid) => targets.find((each) => each.id === id)?.box ?? { left: 0, top: 0, right: 0, bottom: 0 };

  test('every proposition and every thing evidence points at is there once', () => {
    expect(targets.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 4, 100, 101, 102].map(guidOf).toSorted());
  });

  test('what it rests on is to the right of it', () => {
    for (const { guid, evidence } of [top, middle, low]) {
      for (const { target } of evidence) expect(boxOf(target).left).toBeGreaterThan(boxOf(guid).right);
    }
  });

  test('no two boxes lie on each other, and all are inside', () => {
    for (const [place, { box }] of targets.entries()) {
      expect(box.right <= drawing.width && box.bottom <= drawing.height).toBe(true);
      for (const { box: other } of targets.slice(place + 1)) {
        const apart =
          box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
        expect(apart).toBe(true);
      }
    }
  });

  test('a line for each piece of evidence; a broken one has its own colour', () => {
    const lines = drawing.marks.flatMap((mark) => (mark.kind === 'path' ? [mark.stroke] : []));
    expect(lines).toHaveLength(6);
    expect(new Set(lines).size).toBe(2);
  });

  test('of one proposition, all that is below it is shown and nothing else', () => {
    expect(belowClaim([top, middle, low, alone], guidOf(2)).map(({ guid }) => guid)).toEqual([guidOf(2), guidOf(3)]);
    expect(belowClaim([top, middle, low, alone], guidOf(4)).map(({ guid }) => guid)).toEqual([guidOf(4)]);
  });
});
