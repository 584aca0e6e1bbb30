// A retrieval query as a tree, and its text. Both say the same: `parseQuery(printQuery(query))` is the query.

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

/** The text of a query, with English words. */
export function printQuery(query: Query): string {
  switch (query.op) {
    case 'any':
      return 'ANY';
    case 'code':
      return quoted(query.name);
    case 'under':
      return `UNDER ${quoted(query.name)}`;
    case 'alone':
      return `ALONE ${quoted(query.name)}`;
    case 'and':
      return query.of.map(printed).join(' AND ');
    case 'or':
      return query.of.map(printed).join(' OR ');
    case 'one-of':
      return `ONE OF (${query.of.map(printQuery).join(', ')})`;
    case 'at-least':
      return `AT LEAST ${query.count} OF (${query.of.map(printQuery).join(', ')})`;
    case 'not':
      return `NOT ${printed(query.of)}`;
    case 'relation':
      return `${printed(query.left)} ${query.negated ? 'NOT ' : ''}${printRelation(query.relation)} ${printed(query.right)}`;
    case 'where':
      return `${printed(query.of)} WHERE ${printedCondition(query.condition)}`;
  }
}

export function printCondition(condition: Condition): string {
  switch (condition.op) {
    case 'all':
      return condition.of.map(printedCondition).join(' AND ');
    case 'some':
      return condition.of.map(printedCondition).join(' OR ');
    case 'none':
      return `NOT ${printedCondition(condition.of)}`;
    case 'compare': {
      const { field, variable, comparison, value } = condition;
      return `${field}${variable === null ? '' : ` ${quoted(variable)}`} ${comparison} ${quoted(value)}`;
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

function printRelation(relation: Relation): string {
  switch (relation.kind) {
    case 'near':
    case 'before':
    case 'after':
      return `${relation.kind.toUpperCase()} ${relation.distance} ${relation.unit}`;
    case 'same':
      return `SAME ${relation.place}`;
    case 'crossed-by':
      return 'CROSSED BY';
    case 'co-occurs':
      return 'CO-OCCURS';
    case 'includes':
    case 'within':
    case 'overlaps':
    case 'crosses':
    case 'exactly':
      return relation.kind.toUpperCase();
  }
}

/** In parentheses, where it is more than one word or list. */
function printed(query: Query): string {
  const isOne = ['any', 'code', 'under', 'alone', 'one-of', 'at-least'].includes(query.op);
  return isOne ? printQuery(query) : `(${printQuery(query)})`;
}

function printedCondition(condition: Condition): string {
  return condition.op === 'compare' ? printCondition(condition) : `(${printCondition(condition)})`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
