// Query by example: units of the texts that read like some samples, and what a person's judgement of them changes.
// Methods, text measures: cosine of TF·IDF over words and character 3-grams, the update of Rocchio (1971).

import { wordUnits } from '../analysis/words.ts';
import { foldCase } from './fold.ts';

/** How often a text has each feature: `w:` a word, `g:` three letters in a row of one. */
export type Features = ReadonlyMap<string, number>;
export type Weights = ReadonlyMap<string, number>;

/** Rocchio’s weights of the samples, of what was found right, and of what was found wrong. */
export const rocchio = { alpha: 1, beta: 0.75, gamma: 0.25 } as const;

/**
 * Words, case folded, without stop words, and the 3-grams of each with its ends marked: so that `mengoordinasikan` is
 * near to `koordinasi` and a typing error costs little.
 */
export function featuresOf(text: string, isStopWord: (word: string) => boolean): Features {
  const { starts, ends } = wordUnits(text);
  const counts = new Map<string, number>();
  const add = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (let place = 0; place < starts.length; place += 1) {
    const word = foldCase(text.slice(starts[place], ends[place]));
    if (isStopWord(word)) continue;
    add(`w:${word}`);
    const letters = [' ', ...word, ' '];
    for (let at = 0; at + 3 <= letters.length; at += 1) add(`g:${letters.slice(at, at + 3).join('')}`);
  }
  return counts;
}

/** In how many units each feature is. */
export type UnitCounts = { readonly units: number; readonly having: ReadonlyMap<string, number> };

/** Count × ln(N/df), without smoothing; a feature that no unit has, or every one, weighs nothing. */
export function weightsOf(features: Features, { units, having }: UnitCounts): Weights {
  const weights = new Map<string, number>();
  for (const [feature, count] of features) {
    const weight = count * Math.log(units / (having.get(feature) ?? units));
    if (weight > 0) weights.set(feature, weight);
  }
  return weights;
}

/** 0 to 1; 0 where one of them has no feature that weighs anything. */
export function cosine(first: Weights, second: Weights): number {
  const [few, many] = first.size <= second.size ? [first, second] : [second, first];
  let product = 0;
  for (const [feature, weight] of few) product += weight * (many.get(feature) ?? 0);
  const lengths = lengthOf(first) * lengthOf(second);
  return lengths === 0 ? 0 : Math.min(1, product / lengths);
}

/**
 * q′ = α·q + β·mean(hits) − γ·mean(misses), where q is the mean of the samples. All vectors are taken at length 1, so
 * that a long passage does not outvote a short one; what falls below 0 is left out, as is usual.
 */
export function wantedOf(samples: readonly Weights[], hits: readonly Weights[], misses: readonly Weights[]): Weights {
  const sum = new Map<string, number>();
  const addMean = (all: readonly Weights[], factor: number): void => {
    for (const weights of all) {
      const length = lengthOf(weights);
      if (length === 0) continue;
      for (const [feature, weight] of weights) {
        sum.set(feature, (sum.get(feature) ?? 0) + (factor * weight) / length / all.length);
      }
    }
  };
  addMean(samples, rocchio.alpha);
  addMean(hits, rocchio.beta);
  addMean(misses, -rocchio.gamma);
  return new Map([...sum].filter(([, weight]) => weight > 0));
}

function lengthOf(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
