import { describe, expect, it } from 'vitest';
import { analysis } from '../../../src/shared/contract/analysis.ts';
import { similarityIndices } from '../../../src/shared/domain/analysis/similarity.ts';
import {
  cooccurrenceInput,
  defaultScope,
  filterOf,
  isUsable,
  parseScope,
} from '../../../src/renderer/features/display/scope/scope.ts';
import { guidOf } from './result.ts';

const [root, child, grandchild, other] = [1, 2, 3, 4].map(guidOf) as [
  ReturnType<typeof guidOf>,
  ReturnType<typeof guidOf>,
  ReturnType<typeof guidOf>,
  ReturnType<typeof guidOf>,
];
const known = {
  codes: [
    { guid: root, parent: null },
    { guid: child, parent: root },
    { guid: grandchild, parent: child },
    { guid: other, parent: null },
  ],
  documents: new Set([guidOf(10)]),
  cases: new Set([guidOf(20)]),
  coders: new Set([guidOf(30)]),
};

describe('the scope of the displays', () => {
  it('takes along what hangs below a chosen code, and only where asked', () => {
    expect(filterOf({ ...defaultScope, codeIds: [root] }, known).codeIds).toEqual([root, child, grandchild]);
    expect(filterOf({ ...defaultScope, codeIds: [root], branches: false }, known).codeIds).toEqual([root]);
  });

  it('asks for everything where nothing is chosen', () => {
    expect(filterOf(defaultScope, known)).toEqual({});
  });

  it('forgets what was deleted since it was remembered', () => {
    const scope = {
      ...defaultScope,
      documentIds: [guidOf(10), guidOf(11)],
      caseIds: [guidOf(21)],
      coderIds: [guidOf(30)],
    };
    expect(filterOf(scope, known)).toEqual({ documentIds: [guidOf(10)], coderIds: [guidOf(30)] });
  });

  it('reads what an older or hand-edited preference holds, part by part', () => {
    expect(parseScope({ level: 'overlap', index: 'no-such', codeIds: 'x', minimum: -4, more: 1 })).toEqual({
      ...defaultScope,
      level: 'overlap',
    });
    expect(parseScope(null)).toEqual(defaultScope);
    expect(parseScope([1])).toEqual(defaultScope);
  });

  it('asks the host only what the contract takes, at every level', () => {
    for (const level of ['case', 'document', 'paragraph', 'sentence', 'overlap', 'adjacent', 'window'] as const) {
      const input = cooccurrenceInput({ ...defaultScope, level, mode: 'cover' }, {});
      expect(analysis.cooccurrence.input.parse(input).level).toBe(level);
    }
  });

  it('sends a number of words for windows and a distance for neighbours, and neither elsewhere', () => {
    expect(cooccurrenceInput({ ...defaultScope, level: 'window' }, {})).toMatchObject({
      distance: 50,
      distanceUnit: 'words',
    });
    expect(cooccurrenceInput({ ...defaultScope, level: 'adjacent' }, {})).toMatchObject({
      distance: 1,
      distanceUnit: 'paragraphs',
      matching: 'one-to-one',
    });
    expect(Object.keys(cooccurrenceInput(defaultScope, {})).toSorted()).toEqual(['index', 'level', 'mode']);
  });

  it('offers no index that is undefined at a level (CO3)', () => {
    const usable = (level: 'overlap' | 'paragraph', mode: 'touch' | 'cover') =>
      similarityIndices.filter((index) => isUsable(index, { level, mode }));
    expect(usable('overlap', 'touch')).toEqual([
      'jaccard',
      'sorensen-dice',
      'ochiai',
      'inclusion',
      'kulczynski2',
      'c-coefficient',
    ]);
    expect(usable('paragraph', 'touch')).toEqual([...similarityIndices]);
    expect(usable('paragraph', 'cover')).not.toContain('cosine');
    expect(cooccurrenceInput({ ...defaultScope, level: 'overlap', index: 'phi' }, {}).index).toBe('jaccard');
  });
});

describe('second order', () => {
  it('stands in the place of an index, and is asked for only where chosen', () => {
    expect(cooccurrenceInput(defaultScope, {})).not.toHaveProperty('secondOrder');
    expect(cooccurrenceInput({ ...defaultScope, secondOrder: true }, {})).toMatchObject({ secondOrder: true });
    expect(parseScope({ secondOrder: 'yes' }).secondOrder).toBe(false);
  });
});
