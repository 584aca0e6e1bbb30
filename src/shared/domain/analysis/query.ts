// A retrieval query as a tree, and its text. Both say the same: `parseQuery(printQuery(query))` is the query.

import {
  fieldWords,
  keywordIn,
  placeWords,
  unitWords,
  wordIn,
  type Keyword,
  type QueryLanguage,
} from './query-words.ts';

/** Units in which two segments can be near each other. */
export const distanceUnits = ['characters', 'words', 'sentences', 'paragraphs'] as const;
export type DistanceUnit = (typeof distanceUnits)[number];

export const sharedPlaces = ['paragraph', 'sentence', 'section', 'document', 'case'] as const;
export type SharedPlace = (typeof sharedPlaces)[number];

/** How two segments of one text stand to each other (Methods, coding retrieval operators). */
export const plainRelations = [
  'includes',
  'within',
  'overlaps',
  'crosses',
  'crossed-by',
  'exactly',
  'co-occurs',
] as const;
export type PlainRelation = (typeof plainRelations)[number];

export type Relation =
  | { readonly kind: PlainRelation }
  | { readonly kind: 'near' | 'before' | 'after'; readonly distance: number; readonly unit: DistanceUnit }
  | { readonly kind: 'same'; readonly place: SharedPlace };

export const queryFields = ['coder', 'weight', 'coded', 'date', 'kind', 'document', 'case', 'variable'] as const;
export type QueryField = (typeof queryFields)[number];

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * What a coding must fulfil. A comparison with what has no value is false, whichever it is. *coded* is the day of
 * the coding, *date* that of the document.
 */
export type Condition =
  | { readonly op: 'all' | 'some'; readonly of: readonly Condition[] }
  | { readonly op: 'none'; readonly of: Condition }
  | {
      readonly op: 'compare';
      readonly field: QueryField;
      /** Only of field variable. */
      readonly variable: string | null;
      readonly comparison: Comparison;
      readonly value: string;
    };

/**
 * A query gives segments: places of a text that are coded, each once however many codes and coders it has. A name is
 * a code's path, parts joined by ` / `, or its guid.
 *
 * - *and*, *or*, *not*, *one-of*, *at-least*: of the sets of segments; *not* within all segments.
 * - *relation*: segments of the left that stand so to one of the right at least; negated, to none.
 * - *alone*: segments of the code that share no character with a coding of another.
 * - *where*: only codings that fulfil the condition, everywhere inside.
 */
export type Query =
  | { readonly op: 'any' }
  | { readonly op: 'code' | 'under' | 'alone'; readonly name: string }
  | { readonly op: 'and' | 'or' | 'one-of'; readonly of: readonly Query[] }
  | { readonly op: 'at-least'; readonly count: number; readonly of: readonly Query[] }
  | { readonly op: 'not'; readonly of: Query }
  | {
      readonly op: 'relation';
      readonly relation: Relation;
      readonly negated: boolean;
      readonly left: Query;
      readonly right: Query;
    }
  | { readonly op: 'where'; readonly of: Query; readonly condition: Condition };

/** The text of a query, in the words of a language. */
export function printQuery(query: Query, language: QueryLanguage = 'en'): string {
  const word = (keyword: Keyword): string => keywordIn(language, keyword);
  const print = (part: Query): string => printQuery(part, language);
  /** In parentheses, where it is more than one word or list. */
  const printed = (part: Query): string => (isOne(part) ? print(part) : `(${print(part)})`);
  const list = (parts: readonly Query[]): string => `(${parts.map(print).join(', ')})`;
  switch (query.op) {
    case 'any':
      return word('any');
    case 'code':
      return quoted(query.name);
    case 'under':
    case 'alone':
      return `${word(query.op)} ${quoted(query.name)}`;
    case 'and':
    case 'or':
      // A list of one is the one itself.
      return query.of.map(printed).join(` ${word(query.op)} `);
    case 'one-of':
      return `${word('one-of')} ${list(query.of)}`;
    case 'at-least':
      return `${word('at-least')} ${query.count} ${word('of')} ${list(query.of)}`;
    case 'not':
      return `${word('not')} ${printed(query.of)}`;
    case 'relation': {
      const relation = printRelation(query.relation, language);
      return `${printed(query.left)} ${query.negated ? `${word('not')} ` : ''}${relation} ${printed(query.right)}`;
    }
    case 'where':
      return `${printed(query.of)} ${word('where')} ${nestedCondition(query.condition, language)}`;
  }
}

export function printCondition(condition: Condition, language: QueryLanguage = 'en'): string {
  const parts = (of: readonly Condition[], keyword: Keyword): string =>
    of.map((part) => nestedCondition(part, language)).join(` ${keywordIn(language, keyword)} `);
  switch (condition.op) {
    case 'all':
      return parts(condition.of, 'and');
    case 'some':
      return parts(condition.of, 'or');
    case 'none':
      return `${keywordIn(language, 'not')} ${nestedCondition(condition.of, language)}`;
    case 'compare': {
      const { field, variable, comparison, value } = condition;
      const named = variable === null ? '' : ` ${quoted(variable)}`;
      return `${wordIn(language, fieldWords, field)}${named} ${comparison} ${quoted(value)}`;
    }
  }
}

/** Queries inside a query, from the left. */
export function partsOf(query: Query): readonly Query[] {
  switch (query.op) {
    case 'any':
    case 'code':
    case 'under':
    case 'alone':
      return [];
    case 'not':
    case 'where':
      return [query.of];
    case 'relation':
      return [query.left, query.right];
    case 'and':
    case 'or':
    case 'one-of':
    case 'at-least':
      return query.of;
  }
}

/** What a name of a query can belong to. */
export type NamedKind = 'code' | 'coder' | 'document' | 'case' | 'variable';

/** The same query with other names, such as guids instead of paths. */
export function namesReplaced(query: Query, replace: (kind: NamedKind, name: string) => string): Query {
  const visit = (part: Query): Query => {
    switch (part.op) {
      case 'any':
        return part;
      case 'code':
      case 'under':
      case 'alone':
        return { ...part, name: replace('code', part.name) };
      case 'not':
        return { ...part, of: visit(part.of) };
      case 'where':
        return { ...part, of: visit(part.of), condition: visitCondition(part.condition) };
      case 'relation':
        return { ...part, left: visit(part.left), right: visit(part.right) };
      case 'and':
      case 'or':
      case 'one-of':
      case 'at-least':
        return { ...part, of: part.of.map(visit) };
    }
  };
  const visitCondition = (condition: Condition): Condition => {
    switch (condition.op) {
      case 'all':
      case 'some':
        return { ...condition, of: condition.of.map(visitCondition) };
      case 'none':
        return { ...condition, of: visitCondition(condition.of) };
      case 'compare': {
        const { field, value, variable } = condition;
        if (field === 'coder' || field === 'document' || field === 'case') {
          return { ...condition, value: replace(field, value) };
        }
        return variable === null ? condition : { ...condition, variable: replace('variable', variable) };
      }
    }
  };
  return visit(query);
}

/** As a query says it between two parts. */
export function printRelation(relation: Relation, language: QueryLanguage = 'en'): string {
  const word = keywordIn(language, relation.kind);
  switch (relation.kind) {
    case 'near':
    case 'before':
    case 'after':
      return `${word} ${relation.distance} ${wordIn(language, unitWords, relation.unit)}`;
    case 'same':
      return `${word} ${wordIn(language, placeWords, relation.place)}`;
    case 'includes':
    case 'within':
    case 'overlaps':
    case 'crosses':
    case 'crossed-by':
    case 'exactly':
    case 'co-occurs':
      return word;
  }
}

function isOne({ op }: Query): boolean {
  return op === 'any' || op === 'code' || op === 'under' || op === 'alone' || op === 'one-of' || op === 'at-least';
}

function nestedCondition(condition: Condition, language: QueryLanguage): string {
  const text = printCondition(condition, language);
  return condition.op === 'compare' ? text : `(${text})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
