// The words and signs of a query's text, each with its place.

import { keywordPhrases, type Keyword } from './query-words.ts';

export type Token =
  | {
      /** *name*: in quotation marks, without them; *open-quote*: one that is never closed. */
      readonly kind: 'name' | 'word' | 'sign' | 'open-quote' | 'end';
      readonly position: number;
      readonly text: string;
      readonly keyword?: undefined;
    }
  | { readonly kind: 'keyword'; readonly position: number; readonly text: string; readonly keyword: Keyword };

const signs = /(?:[(),]|!=|<=|>=|[=<>≠≤≥])/y;
const quote = /["“”]((?:[^"“”]|"")*)(["“”]?)/y;
const blank = /\s+/y;
const word = /(?:[^\s(),"“”=<>≠≤≥!]|!(?!=))+/y;
const phrases = keywordPhrases.map(
  ([phrase, keyword]) => [new RegExp(`${phrase.replace(' ', '\\s+')}(?![^\\s(),"“”=<>≠≤≥!])`, 'y'), keyword] as const,
);

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position;
    return pattern.exec(text);
  };
  while (position < text.length) {
    const space = match(blank);
    if (space) {
      position += space[0].length;
      continue;
    }
    const token = tokenAt(position, match);
    tokens.push(token.token);
    position += token.length;
  }
  return tokens;
}

function tokenAt(
  position: number,
  match: (pattern: RegExp) => RegExpExecArray | null,
): { readonly token: Token; readonly length: number } {
  const name = match(quote);
  if (name) {
    const [whole, inside = '', close] = name;
    const kind = close === '' ? 'open-quote' : 'name';
    const text = kind === 'open-quote' ? whole : inside.replaceAll('""', '"');
    // An empty name would look like the end.
    return { token: { kind, position, text: text === '' ? '""' : text }, length: whole.length };
  }
  const sign = match(signs);
  if (sign) return { token: { kind: 'sign', position, text: sign[0] }, length: sign[0].length };
  for (const [pattern, keyword] of phrases) {
    const found = match(pattern);
    if (found) return { token: { kind: 'keyword', position, text: found[0], keyword }, length: found[0].length };
  }
  const plain = match(word);
  const text = plain?.[0] ?? '!';
  return { token: { kind: 'word', position, text }, length: text.length };
}
