// From the text of a query to its tree. Every fault names the place in the text where reading stopped.
//
//   query     = both { OR both }             both  = part { AND part }          part = NOT part | related
//   related   = filtered { [NOT] relation filtered }                            filtered = primary { WHERE condition }
//   primary   = "(" query ")" | ANY | UNDER name | ALONE name | ONE OF list | AT LEAST n OF list | name
//   list      = "(" query { "," query } ")"  name  = quoted text | words that are no words of the language
//   relation  = INCLUDES | WITHIN | OVERLAPS | CROSSES | CROSSED BY | EXACTLY | CO-OCCURS
//             | (NEAR | BEFORE | AFTER) n unit | SAME place
//   condition = comparison | "(" comparisons joined by AND or OR, NOT, parentheses ")"
//   comparison = field [name] sign value

import type { Condition, Query, Relation } from './query.ts';
import { plainRelations } from './query.ts';
import { comparisonSigns, fieldWords, placeWords, unitWords, type Keyword } from './query-words.ts';
import { tokensOf, type Token } from './query-tokens.ts';

/**
 * What stands in the way of reading. `found` is the word at the place, empty at the end. *unexpected*: nothing can
 * stand there that this word begins; *unfinished*: the text ends too early; *quote-open*; *number*, *unit*, *field*,
 * *comparison*: one of these was needed; *too-deep*: more than a hundred parentheses inside each other.
 */
export type QueryFault = {
  readonly kind: 'unexpected' | 'unfinished' | 'quote-open' | 'number' | 'unit' | 'field' | 'comparison' | 'too-deep';
  /** UTF-16 code units from the start of the text. */
  readonly position: number;
  readonly found: string;
};

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly fault: QueryFault };

export function parseQuery(text: string): ParsedQuery {
  try {
    const reader = createReader(text);
    const query = reader.query();
    reader.end();
    return { ok: true, query };
  } catch (error) {
    if (error instanceof Faulty) return { ok: false, fault: error.fault };
    throw error;
  }
}

class Faulty extends Error {
  readonly fault: QueryFault;
  constructor(fault: QueryFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

const deepest = 100;
const largestDistance = 1_000_000;

function createReader(text: string) {
  const tokens = tokensOf(text);
  let next = 0;
  let depth = 0;

  const peek = (): Token => tokens[next] ?? { kind: 'end', position: text.length, text: '' };
  const fault = (kind: QueryFault['kind'], { position, text: found }: Token = peek()): never => {
    throw new Faulty({ kind: found === '' && kind !== 'too-deep' ? 'unfinished' : kind, position, found });
  };
  const isKeyword = (keyword: Keyword) => peek().kind === 'keyword' && peek().keyword === keyword;
  const isSign = (sign: string) => peek().kind === 'sign' && peek().text === sign;
  const take = (): Token => {
    const token = peek();
    if (token.kind === 'open-quote')
      throw new Faulty({ kind: 'quote-open', position: token.position, found: token.text });
    next += 1;
    return token;
  };
  const takeIf = (isIt: boolean): boolean => {
    if (isIt) take();
    return isIt;
  };
  const need = (sign: string): void => {
    if (!takeIf(isSign(sign))) fault('unexpected');
  };
  /** What opens a parenthesis or a NOT is read by calling again. */
  const deeper = <Result>(read: () => Result): Result => {
    depth += 1;
    if (depth > deepest) fault('too-deep');
    const result = read();
    depth -= 1;
    return result;
  };
  const number = (): number => {
    const token = peek();
    if (token.kind !== 'word' || !/^\d{1,7}$/.test(token.text) || Number(token.text) > largestDistance) fault('number');
    return Number(take().text);
  };
  const wordOf = <Value>(words: Readonly<Record<string, Value>>, kind: QueryFault['kind']): Value => {
    const token = peek();
    const word = token.text.toLowerCase();
    const value = token.kind === 'name' || !Object.hasOwn(words, word) ? undefined : words[word];
    if (value === undefined) return fault(kind);
    take();
    return value;
  };

  /** Quoted, or words up to the next word of the language. */
  const name = (): string => {
    if (peek().kind === 'name') return take().text;
    const words: string[] = [];
    while (peek().kind === 'word') words.push(take().text);
    if (words.length === 0) {
      take();
      next -= 1;
      fault('unexpected');
    }
    return words.join(' ');
  };
  const list = (): readonly Query[] =>
    deeper(() => {
      need('(');
      const queries = [query()];
      while (takeIf(isSign(','))) queries.push(query());
      need(')');
      return queries;
    });

  const primary = (): Query => {
    if (isSign('(')) {
      return deeper(() => {
        take();
        const inner = query();
        need(')');
        return inner;
      });
    }
    if (takeIf(isKeyword('any'))) return { op: 'any' };
    if (takeIf(isKeyword('under'))) return { op: 'under', name: name() };
    if (takeIf(isKeyword('alone'))) return { op: 'alone', name: name() };
    if (takeIf(isKeyword('one-of'))) return { op: 'one-of', of: list() };
    if (takeIf(isKeyword('at-least'))) {
      const count = number();
      if (!takeIf(isKeyword('of'))) fault('unexpected');
      return { op: 'at-least', count, of: list() };
    }
    return { op: 'code', name: name() };
  };

  const comparison = (): Condition => {
    const field = wordOf(fieldWords, 'field');
    const variable = field === 'variable' ? name() : null;
    const sign = peek().text;
    const known = peek().kind === 'sign' && Object.hasOwn(comparisonSigns, sign) ? comparisonSigns[sign] : undefined;
    if (known === undefined) return fault('comparison');
    take();
    return { op: 'compare', field, variable, comparison: known, value: name() };
  };
  const conditionPart = (): Condition => {
    if (isKeyword('not')) return deeper(() => (take(), { op: 'none', of: conditionPart() }));
    if (!isSign('(')) return comparison();
    return deeper(() => {
      take();
      const inner = conditions();
      need(')');
      return inner;
    });
  };
  const conditionsAll = (): Condition => {
    const of = [conditionPart()];
    while (takeIf(isKeyword('and'))) of.push(conditionPart());
    return of.length === 1 && of[0] ? of[0] : { op: 'all', of };
  };
  const conditions = (): Condition => {
    const of = [conditionsAll()];
    while (takeIf(isKeyword('or'))) of.push(conditionsAll());
    return of.length === 1 && of[0] ? of[0] : { op: 'some', of };
  };

  const filtered = (): Query => {
    let of = primary();
    while (takeIf(isKeyword('where'))) of = { op: 'where', of, condition: conditionPart() };
    return of;
  };
  const relation = (): Relation | null => {
    for (const kind of plainRelations) if (takeIf(isKeyword(kind))) return { kind };
    for (const kind of ['near', 'before', 'after'] as const) {
      if (takeIf(isKeyword(kind))) return { kind, distance: number(), unit: wordOf(unitWords, 'unit') };
    }
    return takeIf(isKeyword('same')) ? { kind: 'same', place: wordOf(placeWords, 'unit') } : null;
  };
  const related = (): Query => {
    let left = filtered();
    for (;;) {
      const before = next;
      const negated = takeIf(isKeyword('not'));
      const found = relation();
      if (found === null) {
        next = before;
        return left;
      }
      left = { op: 'relation', relation: found, negated, left, right: filtered() };
    }
  };
  const part = (): Query => (isKeyword('not') ? deeper(() => (take(), { op: 'not', of: part() })) : related());
  const both = (): Query => {
    const of = [part()];
    while (takeIf(isKeyword('and'))) of.push(part());
    return of.length === 1 && of[0] ? of[0] : { op: 'and', of };
  };
  const query = (): Query => {
    const of = [both()];
    while (takeIf(isKeyword('or'))) of.push(both());
    return of.length === 1 && of[0] ? of[0] : { op: 'or', of };
  };

  return {
    query,
    end: () => {
      if (peek().kind !== 'end') {
        take();
        next -= 1;
        fault('unexpected');
      }
    },
  };
}
