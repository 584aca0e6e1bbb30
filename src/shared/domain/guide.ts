// The questions of an interview guide and where a transcript asks them. Rules GU1–GU4 of SPEC.md.

import type { Range } from './segments.ts';

export type GuideQuestion<Id extends string = string> = {
  readonly id: Id;
  /** Its words, short name and full wording together. */
  readonly text: string;
};

/** Where a question seems to be asked; a person decides whether it is. */
export type AskedQuestion<Id extends string = string> = Range & {
  readonly questionId: Id;
  /** 0 to 1; 1 where the words are the same. */
  readonly score: number;
};

/** Below this, two sentences have little more in common than the words every question has. */
export const leastScore = 0.42;
/** From here on a question counts as asked once more in another turn. */
const askedAgain = 0.8;

/**
 * GU3: likens every question to the sentences, and pairs of sentences, of the passages in which questions are asked.
 * Rare words weigh more than common ones, prefixes and suffixes less; letters in threes forgive what was misheard.
 * Each passage is given at most one question, the best first.
 * @param passages turns of those who ask, in order
 * @returns in order of places
 */
export function suggestQuestions<Id extends string>(
  text: string,
  passages: readonly Range[],
  questions: readonly GuideQuestion<Id>[],
): readonly AskedQuestion<Id>[] {
  const spoken = passages.flatMap((passage, index) =>
    sentencesIn(text, passage).map((range) => ({ index, range, words: stemsOf(text.slice(range.start, range.end)) })),
  );
  const asked = questions.map(({ id, text: words }) => ({ id, words: stemsOf(words), threes: trigramsOf(words) }));
  const threesOf = remembered(trigramsOf);
  const weights = weightsOf([...spoken.map(({ words }) => words), ...asked.map(({ words }) => words)]);
  const bearing = indexOf(spoken.map(({ words }) => words));
  const pairs: (AskedQuestion<Id> & { readonly passage: number })[] = [];
  for (const question of asked) {
    const best = new Map<number, AskedQuestion<Id>>();
    for (const at of sentencesWith(question.words, bearing)) {
      const one = spoken[at];
      if (!one) continue;
      const next = spoken[at + 1];
      const joined = next?.index === one.index ? next : null;
      for (const until of joined ? [one, joined] : [one]) {
        const range = { start: one.range.start, end: until.range.end };
        const words = until === one ? one.words : new Set([...one.words, ...until.words]);
        const score = likeness(question, words, () => threesOf(text.slice(range.start, range.end)), weights);
        if (score >= leastScore && score > (best.get(one.index)?.score ?? 0)) {
          best.set(one.index, { ...range, questionId: question.id, score });
        }
      }
    }
    for (const [passage, candidate] of best) pairs.push({ ...candidate, passage });
  }
  return chosen(pairs);
}

/** A section of a transcript: from where a question is asked to where the next one is (GU2). */
export type Section<Place extends Range = Range> = { readonly asked: Place; readonly end: number };

/** GU2. Questions asked at one place share their section. @param length of the text */
export function sectionsOf<Place extends Range>(places: readonly Place[], length: number): readonly Section<Place>[] {
  const ordered = places.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ordered.map((asked, index) => {
    const next = ordered.slice(index + 1).find(({ start }) => start > asked.start);
    return { asked, end: next?.start ?? length };
  });
}

/** A line of a pasted guide as a question: bullets and numbers before it are taken off (GU1). */
export function questionsIn(pasted: string): readonly string[] {
  return pasted
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/^[\s\u00A0]*(?:[-–—•*·▪◦‣]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z])[.)])[\s\u00A0]+/, ''))
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim())
    .filter((line) => line !== '');
}

type Weights = (stem: string) => number;

function likeness(
  question: { readonly words: ReadonlySet<string>; readonly threes: ReadonlySet<string> },
  words: ReadonlySet<string>,
  threes: () => ReadonlySet<string>,
  weights: Weights,
): number {
  let shared = 0;
  let wanted = 0;
  for (const word of question.words) {
    const weight = weights(word);
    wanted += weight;
    if (words.has(word)) shared += weight;
  }
  let said = 0;
  for (const word of words) said += weights(word);
  const contained = wanted === 0 ? 0 : shared / wanted;
  if (contained < 0.25) return 0;
  const common = wanted + said === 0 ? 0 : (2 * shared) / (wanted + said);
  return 0.4 * contained + 0.3 * common + 0.3 * sharedPart(question.threes, threes());
}

function chosen<Id extends string>(
  pairs: readonly (AskedQuestion<Id> & { readonly passage: number })[],
): readonly AskedQuestion<Id>[] {
  const taken = new Set<number>();
  const placed = new Set<Id>();
  const found: AskedQuestion<Id>[] = [];
  const bestFirst = pairs.toSorted((a, b) => b.score - a.score || a.start - b.start);
  for (const { passage, ...candidate } of bestFirst) {
    if (taken.has(passage)) continue;
    if (placed.has(candidate.questionId) && candidate.score < askedAgain) continue;
    taken.add(passage);
    placed.add(candidate.questionId);
    found.push(candidate);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

function sentencesIn(text: string, { start, end }: Range): readonly Range[] {
  const ranges: Range[] = [];
  for (const match of text.slice(start, end).matchAll(/[^\s][^.!?…？！\n]*[.!?…？！]*["”’)\]]*/gu)) {
    const words = match[0].trimEnd();
    ranges.push({ start: start + match.index, end: start + match.index + words.length });
  }
  return ranges;
}

/** Words without case, accents and the commonest Indonesian prefixes and suffixes; equal on both sides of the comparison. */
function stemsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map(stemOf));
}

function stemOf(word: string): string {
  const bare = word.replace(/(?<=.{4})(?:nya|lah|kah|kan|an|i|s)$/u, '');
  return bare.replace(/^(?:meng|meny|mem|men|me|peng|peny|pem|pen|per|ber|ter|di|ke|se)(?=.{4})/u, '');
}

function weightsOf(texts: readonly ReadonlySet<string>[]): Weights {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (counts.get(word) ?? 1));
}

function indexOf(texts: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  texts.forEach((words, at) => {
    for (const word of words) {
      const known = index.get(word);
      if (known) known.push(at);
      else index.set(word, [at]);
    }
  });
  return index;
}

function sentencesWith(words: ReadonlySet<string>, index: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of words) {
    for (const at of index.get(word) ?? []) {
      found.add(at);
      // The word may stand in the second sentence of a pair.
      if (at > 0) found.add(at - 1);
    }
  }
  return found;
}

/** Dice coefficient of two sets. */
function sharedPart(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  if (first.size + second.size === 0) return 0;
  let shared = 0;
  for (const three of first) if (second.has(three)) shared += 1;
  return (2 * shared) / (first.size + second.size);
}

/** Every sentence is likened to many questions. */
function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text) ?? make(text);
    known.set(text, found);
    return found;
  };
}

/** Three letters in a row. */
function trigramsOf(text: string): ReadonlySet<string> {
  const plain = ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const threes = new Set<string>();
  for (let at = 0; at + 3 <= plain.length; at += 1) threes.add(plain.slice(at, at + 3));
  return threes;
}
