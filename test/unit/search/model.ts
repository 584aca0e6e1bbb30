// A search over one text by the index, as the core does it, and the slow and obvious one it is held against.

import { wordUnits } from '../../../src/shared/domain/analysis/words.ts';
import { sentenceUnits } from '../../../src/shared/domain/analysis/sentences.ts';
import { paragraphUnits, type UnitBoundaries } from '../../../src/shared/domain/analysis/units.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { hitsIn, plainSearch } from '../../../src/shared/domain/search.ts';
import { paragraphStartsOf } from '../../../src/shared/domain/text.ts';
import { evaluate } from '../../../src/shared/domain/search/evaluate.ts';
import { plainWords, type WordOptions } from '../../../src/shared/domain/search/fold.ts';
import {
  createPlacesReader,
  phrasePlaces,
  signPlaces,
  withoutDoubling,
} from '../../../src/shared/domain/search/places.ts';
import { leavesOf, readQuery, type Leaf } from '../../../src/shared/domain/search/query.ts';
import { createVocabulary, fitsPattern } from '../../../src/shared/domain/search/vocabulary.ts';
import { postingsOf, wordIndexOf } from '../../../src/shared/domain/search/word-index.ts';

export type Unit = 'document' | 'paragraph' | 'sentence';

export function unitsOf(text: string, unit: Unit): UnitBoundaries {
  if (unit === 'document') return { starts: Int32Array.of(0), ends: Int32Array.of(text.length) };
  return unit === 'paragraph' ? paragraphUnits(paragraphStartsOf(text), text.length) : sentenceUnits(text);
}

export async function search(
  text: string,
  queryText: string,
  unit: Unit = 'paragraph',
  options: WordOptions = plainWords,
): Promise<readonly Range[]> {
  const read = readQuery(queryText);
  if (!read.ok) throw new Error(read.fault);
  const index = wordIndexOf(text);
  const vocabulary = createVocabulary();
  vocabulary.add(0, index.words);
  await vocabulary.prepare(options, () => Promise.resolve());
  const places = leavesOf(read.query).map((leaf) =>
    leafPlaces(text, leaf, options, (raw) => {
      const parts = raw.words.map((pattern) => {
        const numbers = vocabulary.matching(pattern, options);
        const lengths = numbers.map((number) => index.words[number]?.length ?? 0);
        return createPlacesReader()(postingsOf(index.postings, index.words.length), numbers, lengths);
      });
      return phrasePlaces(raw, parts, () => text, options);
    }),
  );
  const { hits } = evaluate({ query: read.query, places, units: unitsOf(text, unit), words: () => wordUnits(text) });
  return hits;
}

/** Places of one leaf by looking at every word of the text. */
export function slowWordPlaces(text: string, queryText: string, options: WordOptions = plainWords): readonly Range[] {
  const read = readQuery(queryText);
  const [leaf] = read.ok ? leavesOf(read.query) : [];
  const [pattern] = leaf?.kind === 'words' ? leaf.words : [];
  if (!pattern) return [];
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].flatMap(({ 0: word, index }) =>
    fitsPattern(word, pattern, options) ? [{ start: index, end: index + word.length }] : [],
  );
}

export function foundWords(text: string, ranges: readonly Range[]): readonly string[] {
  return ranges.map(({ start, end }) => text.slice(start, end));
}

function leafPlaces(
  text: string,
  leaf: Leaf,
  options: WordOptions,
  words: (leaf: Extract<Leaf, { readonly kind: 'words' }>) => readonly Range[],
): readonly Range[] {
  switch (leaf.kind) {
    case 'words':
      return words(withoutDoubling(leaf, options));
    case 'signs':
      return signPlaces(text, leaf.text);
    case 'expression':
      return hitsIn(text, { ...plainSearch, regex: true, query: leaf.source }).map(({ start, end }) => ({
        start,
        end,
      }));
  }
}
