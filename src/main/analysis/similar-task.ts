// Query by example over whole texts: every unit is held against what is wanted. Features are made twice rather than
// kept, because those of a large study would not fit.

import { unpackUnits } from '../db/packed-units.ts';
import {
  cosine,
  featuresOf,
  wantedOf,
  weightsOf,
  type Features,
  type Weights,
} from '../../shared/domain/search/similar.ts';
import { stopWordTest, type StopWords } from '../../shared/domain/search/stop-words.ts';
import type { PackedTexts } from './texts.ts';

export type SimilarInput = {
  /** Texts as UTF-8, and the packed units of each. */
  readonly texts: PackedTexts;
  readonly units: PackedTexts;
  readonly stopWords: StopWords;
  readonly examples: readonly string[];
  readonly hits: readonly string[];
  readonly misses: readonly string[];
  /** Of each text: where units begin that were judged, and starts and ends in turn of what is coded already. */
  readonly judged: readonly (readonly number[])[];
  readonly coded: readonly (readonly number[])[];
  readonly least: number;
  readonly limit: number;
};

/** The best first; equals in the order of the texts. */
export type SimilarOutput = {
  readonly found: readonly {
    readonly text: number;
    readonly start: number;
    readonly end: number;
    readonly score: number;
  }[];
  /** How many units there are. */
  readonly units: number;
};

export const similarTasks = {
  similar: (input: SimilarInput, progress: (share: number) => void): SimilarOutput => {
    const { texts, hits, misses, examples, least, limit } = input;
    const count = texts.offsets.length - 1;
    const isStopWord = stopWordTest(input.stopWords);
    const having = new Map<string, number>();
    let units = 0;
    for (let text = 0; text < count; text += 1) {
      progress((text / count) * 0.5);
      for (const { words } of unitsOf(input, text)) {
        units += 1;
        for (const feature of featuresOf(words, isStopWord).keys()) having.set(feature, (having.get(feature) ?? 0) + 1);
      }
    }
    const weigh = (features: Features): Weights => weightsOf(features, { units, having });
    const weighAll = (all: readonly string[]): readonly Weights[] =>
      all.map((words) => weigh(featuresOf(words, isStopWord)));
    const wanted = wantedOf(weighAll(examples), weighAll(hits), weighAll(misses));
    const found: SimilarOutput['found'][number][] = [];
    for (let text = 0; text < count; text += 1) {
      progress(0.5 + (text / count) * 0.5);
      const judged = new Set(input.judged[text]);
      const coded = input.coded[text] ?? [];
      for (const { start, end, words } of unitsOf(input, text)) {
        if (judged.has(start) || touches(coded, start, end)) continue;
        const score = cosine(wanted, weigh(featuresOf(words, isStopWord)));
        if (score >= least && score > 0) found.push({ text, start, end, score });
      }
      if (found.length > limit * 4) trim(found, limit);
    }
    trim(found, limit);
    return { found, units };
  },
};

function* unitsOf({ texts, units }: SimilarInput, text: number) {
  const bytes = partOf(texts, text);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const { starts, ends } = unpackUnits(partOf(units, text));
  for (let place = 0; place < starts.length; place += 1) {
    const [start, end] = [starts[place] ?? 0, ends[place] ?? 0];
    yield { start, end, words: whole.slice(start, end) };
  }
}

function partOf({ bytes, offsets }: PackedTexts, text: number): Uint8Array {
  return bytes.subarray(offsets[text] ?? 0, offsets[text + 1] ?? 0);
}

/** @param ranges starts and ends in turn */
function touches(ranges: readonly number[], start: number, end: number): boolean {
  for (let at = 0; at < ranges.length; at += 2) {
    if ((ranges[at] ?? 0) < end && (ranges[at + 1] ?? 0) > start) return true;
  }
  return false;
}

/** Sorting is stable: equals stay in the order of the texts. */
function trim(found: SimilarOutput['found'][number][], limit: number): void {
  found.sort((a, b) => b.score - a.score);
  found.length = Math.min(found.length, limit);
}
