// The words of all texts, and in which texts each occurs. Rules TX2, TX3 and TX5 of SPEC.md.

import { foldWord, type WordOptions } from './fold.ts';
import type { WordPattern } from './query.ts';
import { sameStem, stemsOf } from './stem.ts';

/** Texts with a word, ascending, and its number in each of them. */
export type WordTexts = { readonly texts: readonly number[]; readonly numbers: readonly number[] };

export type Vocabulary = {
  /** @param text a number higher than all before */
  readonly add: (text: number, words: readonly string[]) => void;
  readonly size: () => number;
  readonly wordAt: (place: number) => string;
  readonly textsAt: (place: number) => WordTexts;
  /**
   * Makes ready what {@link matching} looks things up in, a few hundred words at a time.
   * @param rest lets others have their turn
   */
  readonly prepare: (options: WordOptions, rest: () => Promise<void>) => Promise<void>;
  /** Places of the words that a pattern finds, by a way that was prepared. */
  readonly matching: (pattern: WordPattern, options: WordOptions) => readonly number[];
};

export function createVocabulary(): Vocabulary {
  const places = new Map<string, number>();
  const all: string[] = [];
  const texts: { readonly texts: number[]; readonly numbers: number[] }[] = [];
  const ways = new Map<string, Way>();
  const wayOf = (options: WordOptions): Way => {
    const key = `${options.matchCase} ${options.ignoreMarks}`;
    const known = ways.get(key) ?? { byForm: new Map(), byStem: new Map(), forms: [], stemmed: 0 };
    ways.set(key, known);
    return known;
  };
  return {
    add: (text, words) => {
      for (const [number, word] of words.entries()) {
        let place = places.get(word);
        if (place === undefined) {
          place = all.length;
          places.set(word, place);
          all.push(word);
          texts.push({ texts: [], numbers: [] });
        }
        texts[place]?.texts.push(text);
        texts[place]?.numbers.push(number);
      }
    },
    size: () => all.length,
    wordAt: (place) => all[place] ?? '',
    textsAt: (place) => texts[place] ?? { texts: [], numbers: [] },
    prepare: async (options, rest) => {
      const way = wayOf(options);
      while (way.forms.length < all.length) {
        if (way.forms.length % 500 === 0) await rest();
        const place = way.forms.length;
        const form = foldWord(all[place] ?? '', options);
        listAt(way.byForm, form).push(place);
        way.forms.push(form);
      }
      while (options.affixes && way.stemmed < all.length) {
        if (way.stemmed % 200 === 0) await rest();
        for (const stem of stemsOf(way.forms[way.stemmed] ?? '')) listAt(way.byStem, stem).push(way.stemmed);
        way.stemmed += 1;
      }
    },
    matching: (pattern, options) => {
      const way = wayOf(options);
      const form = foldWord(pattern.text, options);
      if (pattern.wild) {
        const fits = globTest(form);
        return way.forms.flatMap((word, place) => (fits(word) ? [place] : []));
      }
      if (!options.affixes) return way.byForm.get(form) ?? [];
      const found = stemsOf(form).flatMap((stem) => way.byStem.get(stem) ?? []);
      return [...new Set([...found, ...(way.byForm.get(form) ?? [])])].toSorted((a, b) => a - b);
    },
  };
}

/** Whether a word is what a pattern looks for, without a vocabulary. */
export function fitsPattern(word: string, pattern: WordPattern, options: WordOptions): boolean {
  const form = foldWord(word, options);
  const wanted = foldWord(pattern.text, options);
  if (pattern.wild) return globTest(wanted)(form);
  return form === wanted || (options.affixes && sameStem(stemsOf(form), stemsOf(wanted)));
}

/** TX5: `*` stands for any number of signs, `?` for one. In time of word times pattern, however many `*` there are (H7). */
export function globTest(pattern: string): (word: string) => boolean {
  if (!pattern.includes('?')) return starTest(pattern.split('*'));
  const wanted = Array.from(pattern);
  return (word) => {
    const signs = Array.from(word);
    let at = 0;
    let part = 0;
    let star = -1;
    let resume = 0;
    while (at < signs.length) {
      if (part < wanted.length && wanted[part] !== '*' && (wanted[part] === '?' || wanted[part] === signs[at])) {
        at += 1;
        part += 1;
      } else if (wanted[part] === '*') {
        star = part;
        resume = at;
        part += 1;
      } else if (star >= 0) {
        resume += 1;
        at = resume;
        part = star + 1;
      } else return false;
    }
    while (wanted[part] === '*') part += 1;
    return part === wanted.length;
  };
}

type Way = {
  readonly byForm: Map<string, number[]>;
  readonly byStem: Map<string, number[]>;
  /** Of each word, by place. */
  readonly forms: string[];
  /** How many words have their stems in `byStem`. */
  stemmed: number;
};

function starTest(parts: readonly string[]): (word: string) => boolean {
  const head = parts[0] ?? '';
  const tail = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1).filter((part) => part !== '');
  if (parts.length === 1) return (word) => word === head;
  return (word) => {
    if (word.length < head.length + tail.length || !word.startsWith(head) || !word.endsWith(tail)) return false;
    let at = head.length;
    for (const part of middle) {
      const found = word.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= word.length - tail.length;
  };
}

function listAt(map: Map<string, number[]>, key: string): number[] {
  const known = map.get(key);
  if (known) return known;
  const list: number[] = [];
  map.set(key, list);
  return list;
}
