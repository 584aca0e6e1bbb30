// The language in which one says what to look for. Rules TX4–TX7 of SPEC.md.

import { patternFault, plainSearch } from '../search.ts';

/** One word to be found: as it is, or with `*` and `?` for letters. */
export type WordPattern = { readonly text: string; readonly wild: boolean };

export type Leaf =
  /** Words one after the other, with signs before, between and behind them that must stand there too. */
  | {
      readonly kind: 'words';
      readonly words: readonly WordPattern[];
      /** One more than there are words: before the first, between each two, behind the last. */
      readonly between: readonly string[];
    }
  /** Signs without a letter. */
  | { readonly kind: 'signs'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string };

export type Query =
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'near'; readonly first: Query; readonly second: Query; readonly words: number };

/** What keeps a query from being read. */
export type QueryFault =
  | 'empty'
  | 'bracket'
  | 'quote'
  | 'expression'
  /** An operator has nothing to join. */
  | 'operand'
  /** Nothing is to be found, only something not to be there. */
  | 'only-not'
  /** A `*` by itself would find every word. */
  | 'star'
  | 'too-long';

export type ReadQuery =
  | { readonly ok: true; readonly query: Query }
  /** `at`: where reading stopped. */
  | { readonly ok: false; readonly fault: QueryFault; readonly at: number };

/** Words between two places that are still near each other, where a query does not say. */
export const usualDistance = 10;
const mostLeaves = 100;
const deepest = 30;

/**
 * TX4: reads a query. Words that stand beside each other must all occur in a unit; `AND`, `OR`, `NOT`, `NEAR/5` (also
 * `DAN`, `ATAU`, `BUKAN`, `DEKAT/5`) in capitals, brackets, "phrases", /regular expressions/; `*` stands for any
 * letters and `?` for one. OR binds least, then AND, then NEAR, then NOT.
 */
export function readQuery(text: string): ReadQuery {
  const source = text.normalize('NFC');
  try {
    const tokens = tokensOf(source);
    const reader = { tokens, at: 0, leaves: 0, depth: 0, length: source.length };
    if (tokens.length === 0) throw new Unreadable('empty', 0);
    const query = readOr(reader);
    const rest = tokens[reader.at];
    if (rest) throw new Unreadable(rest.kind === 'close' ? 'bracket' : 'operand', rest.at);
    if (!findsSomething(query)) throw new Unreadable('only-not', 0);
    return { ok: true, query };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, fault: error.fault, at: error.at };
    throw error;
  }
}

/** All that a query looks for, in order. Their places in this list are their numbers. */
export function leavesOf(query: Query): readonly Leaf[] {
  switch (query.kind) {
    case 'leaf':
      return [query.leaf];
    case 'and':
    case 'or':
      return query.parts.flatMap(leavesOf);
    case 'not':
      return leavesOf(query.part);
    case 'near':
      return [...leavesOf(query.first), ...leavesOf(query.second)];
  }
}

/** TX7: every way in which a query can come true has something that is found. */
function findsSomething(query: Query): boolean {
  switch (query.kind) {
    case 'leaf':
      return true;
    case 'and':
      return query.parts.some(findsSomething);
    case 'or':
      return query.parts.every(findsSomething);
    case 'not':
      return false;
    case 'near':
      return findsSomething(query.first) && findsSomething(query.second);
  }
}

type Token = { readonly at: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly kind: 'near'; readonly words: number }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
);

class Unreadable extends Error {
  readonly fault: QueryFault;
  readonly at: number;

  constructor(fault: QueryFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['DAN', 'and'],
  ['&', 'and'],
  ['OR', 'or'],
  ['ATAU', 'or'],
  ['|', 'or'],
  ['NOT', 'not'],
  ['BUKAN', 'not'],
  ['!', 'not'],
]);

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // Sticky, so that each begins where the one before ended.
  const pattern =
    /\s*(?:([()])|["“”]((?:[^"“”\\]|\\.)*)(["“”]?)|\/((?:[^/\\\n]|\\.)+)\/(?=[\s)]|$)|((?:[^\s()"“”\\]|\\.)+)|(\\))/suy;
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new Unreadable('operand', from);
    const [all, bracket, phrase, closing, expression, word, slash] = match;
    const at = from + all.length - all.trimStart().length;
    if (bracket) tokens.push({ at, kind: bracket === '(' ? 'open' : 'close' });
    else if (phrase !== undefined) {
      if (closing === '') throw new Unreadable('quote', at);
      tokens.push({ at, kind: 'leaf', leaf: wordsLeaf(phrase, false, at) });
    } else if (expression !== undefined) tokens.push({ at, kind: 'leaf', leaf: expressionLeaf(expression, at) });
    else tokens.push(wordToken(word ?? slash ?? '', at));
  }
  return tokens;
}

function wordToken(word: string, at: number): Token {
  const operator = operators.get(word);
  if (operator) return { at, kind: operator };
  const near = /^(?:NEAR|DEKAT)(?:\/(\d{1,4}))?$/.exec(word);
  if (near) return { at, kind: 'near', words: near[1] === undefined ? usualDistance : Number(near[1]) };
  return { at, kind: 'leaf', leaf: wordsLeaf(word, true, at) };
}

function expressionLeaf(source: string, at: number): Leaf {
  const unescaped = source.replaceAll(String.raw`\/`, '/');
  if (patternFault({ ...plainSearch, regex: true, query: unescaped }) !== null) throw new Unreadable('expression', at);
  return { kind: 'expression', source: unescaped };
}

/** A sign with a backslash before it stands for itself. */
type Piece = { readonly kind: 'word' | 'wild' | 'sign'; readonly text: string };

// TX5: in quotation marks `?` is a question mark, since sentences are quoted.
function wordsLeaf(raw: string, single: boolean, at: number): Leaf {
  const pieces: Piece[] = [];
  for (const [piece] of raw.trim().matchAll(/\\.|[\p{L}\p{M}\p{N}_]+|./gsu)) {
    if (/^[\p{L}\p{M}\p{N}_]/u.test(piece)) pieces.push({ kind: 'word', text: piece });
    else if (piece === '*' || (piece === '?' && single)) pieces.push({ kind: 'wild', text: piece });
    else pieces.push({ kind: 'sign', text: piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece });
  }
  const words: WordPattern[] = [];
  const between = [''];
  let inWord = false;
  for (const piece of pieces) {
    if (piece.kind === 'sign' && !/^[\p{L}\p{M}\p{N}_]/u.test(piece.text)) {
      between[between.length - 1] += piece.text;
      inWord = false;
      continue;
    }
    const former = inWord ? words.pop() : undefined;
    if (former === undefined) between.push('');
    words.push({ text: (former?.text ?? '') + piece.text, wild: former?.wild === true || piece.kind === 'wild' });
    inWord = true;
  }
  if (words.some(({ text }) => /^[*?]+$/.test(text))) throw new Unreadable('star', at);
  const signs = between.join('');
  if (words.length > 0) return { kind: 'words', words, between };
  if (signs.trim() === '') throw new Unreadable('empty', at);
  return { kind: 'signs', text: signs };
}

type Reader = { readonly tokens: readonly Token[]; readonly length: number; at: number; leaves: number; depth: number };

function readOr(reader: Reader): Query {
  const parts = [readAnd(reader)];
  while (reader.tokens[reader.at]?.kind === 'or') {
    reader.at += 1;
    parts.push(readAnd(reader));
  }
  return joined('or', parts);
}

function readAnd(reader: Reader): Query {
  const parts = [readNear(reader)];
  for (let token = reader.tokens[reader.at]; token; token = reader.tokens[reader.at]) {
    if (token.kind === 'or' || token.kind === 'close') break;
    if (token.kind === 'and') reader.at += 1;
    parts.push(readNear(reader));
  }
  return joined('and', parts);
}

function readNear(reader: Reader): Query {
  let query = readNot(reader);
  for (let token = reader.tokens[reader.at]; token?.kind === 'near'; token = reader.tokens[reader.at]) {
    reader.at += 1;
    const second = readNot(reader);
    if (!findsSomething(query) || !findsSomething(second)) throw new Unreadable('only-not', token.at);
    query = { kind: 'near', first: query, second, words: token.words };
  }
  return query;
}

function readNot(reader: Reader): Query {
  const token = reader.tokens[reader.at];
  if (!token) throw new Unreadable('operand', reader.length);
  if (reader.depth > deepest || reader.leaves > mostLeaves) throw new Unreadable('too-long', token.at);
  reader.at += 1;
  switch (token.kind) {
    case 'leaf':
      reader.leaves += 1;
      return { kind: 'leaf', leaf: token.leaf };
    case 'not': {
      reader.depth += 1;
      const part = readNot(reader);
      reader.depth -= 1;
      return { kind: 'not', part };
    }
    case 'open': {
      reader.depth += 1;
      const inner = readOr(reader);
      reader.depth -= 1;
      if (reader.tokens[reader.at]?.kind !== 'close') throw new Unreadable('bracket', token.at);
      reader.at += 1;
      return inner;
    }
    case 'and':
    case 'or':
    case 'near':
    case 'close':
      throw new Unreadable('operand', token.at);
  }
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const [only] = parts;
  return parts.length === 1 && only ? only : { kind, parts };
}
