// Which texts may hold what a query looks for, and where it stands in them.

import { plainSearch } from '../../shared/domain/search.ts';
import type { WordOptions } from '../../shared/domain/search/fold.ts';
import {
  createPlacesReader,
  phrasePlaces,
  signPlaces,
  withoutDoubling,
  type PlacesReader,
  type WordPlaces,
} from '../../shared/domain/search/places.ts';
import { leavesOf, type Leaf, type Query } from '../../shared/domain/search/query.ts';
import type { Range } from '../../shared/domain/segments.ts';
import type { Slicer } from '../analysis/slices.ts';
import type { IndexedText, IndexedTexts } from './search-index.ts';

/** For each word of a phrase: by text, the numbers of the words it finds there, and their lengths. */
type PartTexts = ReadonlyMap<number, { readonly numbers: number[]; readonly lengths: number[] }>;

type PreparedLeaf =
  | {
      readonly kind: 'words';
      readonly leaf: Extract<Leaf, { readonly kind: 'words' }>;
      readonly parts: readonly PartTexts[];
      /** One for each word: the places of all words of a phrase are looked at together. */
      readonly readers: readonly PlacesReader[];
    }
  | Exclude<Leaf, { readonly kind: 'words' }>;

export type PreparedQuery = {
  /** Numbers of the texts that may fit, or null where any may. */
  readonly candidates: ReadonlySet<number> | null;
  /** Places of each leaf in one text. */
  readonly placesIn: (
    text: IndexedText,
    words: () => string,
    expression: ExpressionSearch,
  ) => Promise<readonly (readonly Range[])[]>;
};

/** Looks for a regular expression where it can be stopped. */
export type ExpressionSearch = (source: string) => Promise<readonly Range[]>;

/** Looks the words of a query up, a few at a time. */
export async function prepareQuery(
  query: Query,
  indexed: IndexedTexts,
  options: WordOptions,
  slice: Slicer,
): Promise<PreparedQuery> {
  await indexed.vocabulary.prepare(options, slice.rest);
  const leaves: PreparedLeaf[] = [];
  for (const leaf of leavesOf(query)) leaves.push(await prepareLeaf(leaf, indexed, options, slice));
  let next = 0;
  const candidates = candidatesOf(query, () => leafCandidates(leaves[next++]));
  return {
    candidates,
    placesIn: async (text, words, expression) => {
      const places: (readonly Range[])[] = [];
      for (const leaf of leaves) {
        if (leaf.kind === 'expression') places.push(await expression(leaf.source));
        else if (leaf.kind === 'signs') places.push(signPlaces(words(), leaf.text));
        else places.push(wordPlaces(leaf, text, indexed, words, options));
      }
      return places;
    },
  };
}

/** What the find bar's search needs to look for a regular expression. */
export function expressionSearch(source: string, options: Pick<WordOptions, 'matchCase' | 'ignoreMarks'>) {
  const { matchCase, ignoreMarks } = options;
  return { ...plainSearch, matchCase, ignoreMarks, regex: true, query: source };
}

async function prepareLeaf(
  leaf: Leaf,
  { vocabulary, textAt }: IndexedTexts,
  options: WordOptions,
  slice: Slicer,
): Promise<PreparedLeaf> {
  if (leaf.kind !== 'words') return leaf;
  const single = withoutDoubling(leaf, options);
  const parts: PartTexts[] = [];
  for (const pattern of single.words) {
    const part = new Map<number, { readonly numbers: number[]; readonly lengths: number[] }>();
    let seen = 0;
    for (const place of vocabulary.matching(pattern, options)) {
      const { texts, numbers } = vocabulary.textsAt(place);
      const { length } = vocabulary.wordAt(place);
      for (const [k, text] of texts.entries()) {
        seen += 1;
        if (seen % 1000 === 0) await slice.rest();
        if (!textAt(text)) continue;
        const known = part.get(text);
        if (known) {
          known.numbers.push(numbers[k] ?? 0);
          known.lengths.push(length);
        } else part.set(text, { numbers: [numbers[k] ?? 0], lengths: [length] });
      }
    }
    parts.push(part);
  }
  return { kind: 'words', leaf: single, parts, readers: parts.map(createPlacesReader) };
}

function wordPlaces(
  { leaf, parts, readers }: Extract<PreparedLeaf, { readonly kind: 'words' }>,
  text: IndexedText,
  indexed: IndexedTexts,
  words: () => string,
  options: WordOptions,
): readonly Range[] {
  const postings = indexed.postings(text);
  const places: WordPlaces[] = [];
  for (const [k, part] of parts.entries()) {
    const wanted = part.get(text.number);
    const read = readers[k];
    if (!postings || !wanted || !read) return [];
    places.push(read(postings, wanted.numbers, wanted.lengths));
  }
  return phrasePlaces(leaf, places, words, options);
}

function leafCandidates(leaf: PreparedLeaf | undefined): ReadonlySet<number> | null {
  if (leaf?.kind !== 'words') return null;
  return leaf.parts
    .map((part) => new Set(part.keys()))
    .reduce((all, part) => new Set([...all].filter((text) => part.has(text))));
}

/** @param leaf asked once for each leaf, in order */
function candidatesOf(query: Query, leaf: () => ReadonlySet<number> | null): ReadonlySet<number> | null {
  switch (query.kind) {
    case 'leaf':
      return leaf();
    case 'not':
      // Where a text has the word in one unit it may lack it in another.
      candidatesOf(query.part, leaf);
      return null;
    case 'near':
      return both(candidatesOf(query.first, leaf), candidatesOf(query.second, leaf));
    case 'and':
      return query.parts.map((part) => candidatesOf(part, leaf)).reduce(both);
    case 'or':
      return query.parts
        .map((part) => candidatesOf(part, leaf))
        .reduce((all, part) => (all === null || part === null ? null : new Set([...all, ...part])));
  }
}

function both(first: ReadonlySet<number> | null, second: ReadonlySet<number> | null): ReadonlySet<number> | null {
  if (first === null || second === null) return first ?? second;
  return new Set([...first].filter((text) => second.has(text)));
}
