// Finding words in texts: what the find bar and find-and-replace over all documents look for, and what they put in
// its place. Rules FR1–FR6 of SPEC.md.

import type { Range } from './segments.ts';

export type SearchOptions = {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** The query is a regular expression; `^` and `$` stand for the edges of a paragraph. */
  readonly regex: boolean;
  /** Letters count alike with and without their marks: `e` finds `é`. */
  readonly ignoreMarks: boolean;
};

export type Search = SearchOptions & { readonly query: string };

export const plainSearch: SearchOptions = { matchCase: false, wholeWord: false, regex: false, ignoreMarks: false };

export type Hit = Range & {
  /** What takes its place; null where nothing is to be replaced. */
  readonly insert: string | null;
};

/** More hits than this in one text are counted no further: nobody steps through them, and painting stays bounded. */
export const mostHits = 50_000;

/** What is wrong with a regular expression, as far as it can be said. */
export type PatternFault = 'group' | 'class' | 'repeat' | 'escape' | 'other';

/** What keeps a search from being carried out; null where nothing does. An empty query is a search that finds nothing. */
export function patternFault(search: Search): PatternFault | null {
  try {
    patternOf(search, false);
    return null;
  } catch (error) {
    return faultOf(error instanceof Error ? error.message : '');
  }
}

/**
 * The places a search finds in a text, in order, without overlaps and never empty (FR1).
 * @param replacement what to put in their place (FR4); null to find only
 * @throws SyntaxError where the query is no regular expression; ask {@link patternFault} first
 */
export function hitsIn(text: string, search: Search, replacement: string | null = null, most = mostHits): Hit[] {
  const expands = search.regex && replacement !== null && /[$\\]/.test(replacement);
  const pattern = patternOf(search, expands);
  if (!pattern) return [];
  const { text: searched, places } = search.ignoreMarks ? folded(text) : { text, places: null };
  const place = (offset: number): number => places?.[offset] ?? offset;
  const hits: Hit[] = [];
  for (const match of searched.matchAll(pattern)) {
    if (match[0] === '') continue;
    const start = place(match.index);
    const end = place(match.index + match[0].length);
    const insert =
      replacement === null || !expands
        ? replacement
        : expanded(replacement, match, (from, to) => text.slice(place(from), place(to)));
    hits.push({ start, end, insert });
    if (hits.length >= most) break;
  }
  return hits;
}

/** FR3: a text without the marks on its letters, and where each unit of it stands in the text; null where all stand alike. */
export function folded(text: string): { readonly text: string; readonly places: Int32Array | null } {
  if (text === lastFolded?.from) return lastFolded.to;
  const to = foldedAnew(text);
  if (text.length > 10_000) lastFolded = { from: text, to };
  return to;
}

// The find bar asks for the same long text at every key.
let lastFolded: { readonly from: string; readonly to: ReturnType<typeof folded> } | null = null;

function foldedAnew(text: string): ReturnType<typeof folded> {
  const parts: string[] = [];
  const removed: number[] = [];
  let copied = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0xc0) continue;
    const base = baseOf(unit);
    if (base === unit) continue;
    parts.push(text.slice(copied, at));
    copied = at + 1;
    if (base === dropped) removed.push(at);
    else parts.push(String.fromCharCode(base));
  }
  if (copied === 0) return { text, places: null };
  parts.push(text.slice(copied));
  const result = parts.join('');
  return { text: result, places: removed.length === 0 ? null : placesWithout(text.length, removed) };
}

function placesWithout(length: number, removed: readonly number[]): Int32Array {
  const places = new Int32Array(length - removed.length + 1);
  let next = 0;
  let to = 0;
  for (let at = 0; at < length; at += 1) {
    if (at === removed[next]) next += 1;
    else {
      places[to] = at;
      to += 1;
    }
  }
  places[to] = length;
  return places;
}

const dropped = 0;
/** 0: not looked up yet. Else the unit that stands for it, plus one. */
const bases = new Int32Array(0x10000);
// Vowel signs of Indic scripts, Thai or Javanese are marks to Unicode and letters to readers: they stay.
const accent = new RegExp(
  String.raw`^[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+$`,
);

function baseOf(unit: number): number {
  const known = bases[unit] ?? 0;
  if (known > 0) return known - 1;
  const [first = '', ...marks] = String.fromCharCode(unit).normalize('NFD');
  const isMark = accent.test(first);
  const base = isMark ? dropped : marks.length > 0 && accent.test(marks.join('')) ? first.charCodeAt(0) : unit;
  bases[unit] = base + 1;
  return base;
}

const word = String.raw`[\p{L}\p{M}\p{N}_]`;

function patternOf({ query, matchCase, wholeWord, regex, ignoreMarks }: Search, indices: boolean): RegExp | null {
  // A line end cannot be typed into the field, but it may be pasted.
  const composed = query.normalize('NFC').replaceAll('\r', '');
  const wanted = ignoreMarks ? folded(composed).text : composed;
  if (wanted === '') return null;
  const source = regex ? wanted : escaped(wanted);
  // Tried by itself first: brackets around a faulty one could make it a sound one.
  if (regex) void new RegExp(source, 'u');
  const flags = `g${indices ? 'd' : ''}${matchCase ? '' : 'i'}${regex ? 'm' : ''}u`;
  if (!wholeWord) return new RegExp(source, flags);
  if (regex) return new RegExp(`(?<!${word})(?:${source})(?!${word})`, flags);
  // \b knows ASCII only: letters, marks and digits of any script make a word here.
  const before = new RegExp(`^${word}`, 'u').test(wanted) ? `(?<!${word})` : '';
  const after = new RegExp(`${word}$`, 'u').test(wanted) ? `(?!${word})` : '';
  return new RegExp(before + source + after, flags);
}

// FR2: a blank in the query stands for any run of blanks, a no-break space and a soft break among them.
function escaped(query: string): string {
  return query.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

// FR4: `$1`, `$<name>`, `$&`, `$$`, `\n`, `\t` and `\\`; anything else stands for itself.
function expanded(template: string, match: RegExpExecArray, words: (from: number, to: number) => string): string {
  const wordsAt = (range: readonly [number, number] | undefined): string => (range ? words(...range) : '');
  return template.replace(
    /\$(?:(\$)|(&)|([1-9]\d?)|<([^>]*)>)|\\([nt\\])/g,
    (whole: string, dollar?: string, all?: string, number?: string, name?: string, escape?: string) => {
      if (dollar) return '$';
      if (escape) return escape === 'n' ? '\n' : escape === 't' ? '\t' : '\\';
      if (all) return wordsAt(match.indices?.[0]);
      if (name !== undefined)
        return match.groups && name in match.groups ? wordsAt(match.indices?.groups?.[name]) : whole;
      return numbered(match, number ?? '', wordsAt) ?? whole;
    },
  );
}

// `$12` is the twelfth group where there is one, else the first with a 2 behind it.
function numbered(
  match: RegExpExecArray,
  digits: string,
  wordsAt: (range: readonly [number, number] | undefined) => string,
): string | null {
  if (Number(digits) < match.length) return wordsAt(match.indices?.[Number(digits)]);
  const first = Number(digits[0]);
  return digits.length === 2 && first < match.length ? wordsAt(match.indices?.[first]) + (digits[1] ?? '') : null;
}

function faultOf(message: string): PatternFault {
  if (/group|unmatched '\)'|capture/i.test(message)) return 'group';
  if (/character class|range out of order/i.test(message)) return 'class';
  if (/repeat|quantifier|numbers out of order/i.test(message)) return 'repeat';
  if (/escape|property name|unicode|at end of pattern/i.test(message)) return 'escape';
  return 'other';
}
