// Issue 5: further reference values, computed with independent programs (numpy, scipy, scikit-learn) by
// reference_values.py; reference-values.json names their versions. What they have no function for has its twin.

import { describe, expect, test } from 'vitest';
import { presenceAgreement, twoCoderAgreement } from '../../../src/shared/domain/analysis/agreement.ts';
import { averageLinkage } from '../../../src/shared/domain/analysis/clustering.ts';
import { adjustedResiduals, contingencyTests } from '../../../src/shared/domain/analysis/contingency.ts';
import { correspondence } from '../../../src/shared/domain/analysis/correspondence.ts';
import { groupTests } from '../../../src/shared/domain/analysis/group-tests.ts';
import { classicalScaling } from '../../../src/shared/domain/analysis/mds.ts';
import { ordinalAssociation } from '../../../src/shared/domain/analysis/ordinal.ts';
import { similarity } from '../../../src/shared/domain/analysis/similarity.ts';
import { wordMeasures, type WordCounts } from '../../../src/shared/domain/search/measures.ts';
import { cosine } from '../../../src/shared/domain/search/similar.ts';
import { flat } from './reference.ts';
import reference from './reference-values.json' with { type: 'json' };

const near = (found: number | null | undefined, wanted: number) => expect(found).toBeCloseTo(wanted, 9);
const eachNear = (found: ArrayLike<number>, wanted: readonly number[]) =>
  wanted.forEach((value, k) => near(found[k], value));

test('the programs are named with their versions', () => {
  const versions = Object.values(reference.madeWith);
  expect(Object.keys(reference.madeWith)).toEqual(['python', 'numpy', 'scipy', 'scikit-learn']);
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+/);
});

describe('METHODS 2.1 and 2.9: a fourfold table', () => {
  const indices = ['jaccard', 'sorensen-dice', 'ochiai', 'simple-matching', 'russell-rao', 'phi', 'yule-q'] as const;
  test.each(reference.presence)('$table', ({ table: [a = 0, b = 0, c = 0, d = 0], cohenKappa, ...wanted }) => {
    for (const index of indices) near(similarity(index, { a, b, c, d }), wanted[index]);
    near(presenceAgreement(a, b, c, d).cohenKappa.value, cohenKappa);
  });
});

describe('METHODS 2.1: clustering and scaling', () => {
  test('heights and cophenetic r of scipy’s average linkage', () => {
    const { distances, heights, cophenetic } = reference.clustering;
    const found = averageLinkage(flat(distances), distances.length);
    eachNear(
      found.merges.map(([, , height]) => height),
      heights,
    );
    near(found.cophenetic, cophenetic);
  });
  test('eigenvalues of the centred squares (numpy)', () => {
    const { distances, eigenvalues } = reference.scaling;
    eachNear(classicalScaling(flat(distances), distances.length, 4).eigenvalues, eigenvalues.slice(0, 4));
  });
});

describe('METHODS 2.6', () => {
  test.each(reference.tables)(
    '$table',
    ({ table, chiSquare, likelihoodRatio, cramersV, residuals, inertias, fisher }) => {
      const asked = { counts: flat(table), rows: table.length, columns: table[0]?.length ?? 0 };
      const found = contingencyTests(asked, { draws: 0, seed: 1 });
      eachNear([found.chiSquare?.value ?? 0, found.chiSquare?.p ?? 0], chiSquare);
      eachNear([found.likelihoodRatio?.value ?? 0, found.likelihoodRatio?.p ?? 0], likelihoodRatio);
      near(found.cramersV, cramersV);
      eachNear(adjustedResiduals(asked), residuals.flat());
      eachNear(correspondence(asked, 3)?.axes.map(({ inertia }) => inertia) ?? [], inertias.slice(0, 3));
      if (fisher !== null) near(found.fisher?.p, fisher);
    },
  );
  test.each(reference.groups)('$groups', ({ groups, anova, kruskalWallis }) => {
    const groupOf = Int32Array.from(groups.flatMap((group, k) => group.map(() => k)));
    const found = groupTests(Float64Array.from(groups.flat()), groupOf, groups.length);
    eachNear([found.anova?.f ?? 0, found.anova?.p ?? 0], anova);
    eachNear([found.kruskalWallis?.h ?? 0, found.kruskalWallis?.p ?? 0], kruskalWallis);
  });
  test.each(reference.ordinal)('$x, $y', ({ x, y, tauB, tauC, somersYX, spearman, pearson }) => {
    const found = ordinalAssociation(Float64Array.from(x), Float64Array.from(y));
    eachNear([found.tauB ?? 0, found.tauC ?? 0, found.somersYX ?? 0], [tauB, tauC, somersYX]);
    eachNear([found.spearman?.value ?? 0, found.pearson?.value ?? 0], [spearman, pearson]);
  });
});

describe('METHODS 2.7', () => {
  const countsOf = (text: string): WordCounts => {
    const counts = new Map<string, number>();
    for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const { texts, tfidf, keyness, cosine: cosines, weights } = reference.words;
  test('Σ count·ln(N/df) of each word', () => {
    const found = wordMeasures(texts.map(countsOf), null);
    expect(new Set(found.map(({ word }) => word))).toEqual(new Set(Object.keys(tfidf)));
    for (const each of found) near(each.tfidf, tfidf[each.word as keyof typeof tfidf]);
  });
  test('keyness of the first two texts against the others', () => {
    const rest = countsOf(texts.slice(2).join(' '));
    const others = { counts: rest, words: rest.values().reduce((sum, count) => sum + count, 0) };
    for (const each of wordMeasures(texts.slice(0, 2).map(countsOf), others)) {
      near(each.keyness, keyness[each.word as keyof typeof keyness]);
    }
  });
  test('cosine of the weights of each two texts', () => {
    const vectors = weights.map((row) => new Map(Object.entries(row)));
    cosines.forEach((row, i) => {
      row.forEach((wanted, j) => near(cosine(vectors[i] ?? new Map(), vectors[j] ?? new Map()), wanted));
    });
  });
});

describe('METHODS 2.9: two judges', () => {
  test.each(reference.verdicts)('κ of $table', ({ table, kappa }) => {
    near(twoCoderAgreement({ counts: flat(table), categories: table.length }).cohenKappa.value, kappa);
  });
});
