// A query as one builds it: a tree whose names may still be empty. Its text says the same.

import {
  type Condition,
  namesReplaced,
  partsOf,
  type Query,
  type QueryField,
  type Relation,
} from '../../../../shared/domain/analysis/query.ts';

export const partKinds = [
  'code',
  'under',
  'alone',
  'any',
  'and',
  'or',
  'one-of',
  'at-least',
  'not',
  'relation',
  'where',
] as const satisfies readonly Query['op'][];
export type PartKind = (typeof partKinds)[number];

export const emptyPart: Query = { op: 'code', name: '' };

/** What a relation is at first. */
export const firstRelation: Relation = { kind: 'overlaps' };

/** The part as another kind, with as much of what was said as that kind can hold. */
export function withKind(part: Query, kind: PartKind): Query {
  if (part.op === kind) return part;
  const inside = insideOf(part);
  const [first = emptyPart, second = emptyPart] = inside;
  switch (kind) {
    case 'any':
      return { op: 'any' };
    case 'code':
    case 'under':
    case 'alone':
      return { op: kind, name: firstName(part) };
    case 'and':
    case 'or':
    case 'one-of':
      return { op: kind, of: inside.length > 1 ? inside : [first, second] };
    case 'at-least':
      return { op: kind, count: 2, of: inside.length > 1 ? inside : [first, second] };
    case 'not':
      return { op: 'not', of: part.op === 'where' ? part.of : part };
    case 'relation':
      return { op: 'relation', relation: firstRelation, negated: false, left: first, right: second };
    case 'where':
      return { op: 'where', of: part.op === 'not' ? part.of : part, condition: emptyCondition('coder') };
  }
}

/** Whether nothing is left to be filled in, so that it can be asked. */
export function isComplete(query: Query): boolean {
  let complete = true;
  namesReplaced(query, (_, name) => {
    if (name === '') complete = false;
    return name;
  });
  return complete && hasValues(query);
}

/** A name without letters stands in the text as two quotation marks; the reader takes them for its letters. */
export function withEmptyNames(query: Query): Query {
  return namesReplaced(query, (_, name) => (name === '""' ? '' : name));
}

export type ConditionKind = QueryField | 'all' | 'some' | 'none';

export function conditionKind(condition: Condition): ConditionKind {
  return condition.op === 'compare' ? condition.field : condition.op;
}

export function emptyCondition(field: QueryField): Condition {
  const comparison = field === 'weight' || field === 'coded' || field === 'date' ? '>=' : '=';
  const value = field === 'kind' ? 'interview' : '';
  return { op: 'compare', field, variable: field === 'variable' ? '' : null, comparison, value };
}

/** The condition as another kind; one of several keeps those it has. */
export function withConditionKind(condition: Condition, kind: ConditionKind): Condition {
  if (conditionKind(condition) === kind) return condition;
  switch (kind) {
    case 'all':
    case 'some':
      return {
        op: kind,
        of: condition.op === 'all' || condition.op === 'some' ? condition.of : [condition, emptyCondition('coder')],
      };
    case 'none':
      return { op: 'none', of: condition };
    case 'coder':
    case 'weight':
    case 'coded':
    case 'date':
    case 'kind':
    case 'document':
    case 'case':
    case 'variable':
      return condition.op === 'none' && conditionKind(condition.of) === kind ? condition.of : emptyCondition(kind);
  }
}

/** Whether the field has an order, so that more than being the same can be asked. */
export function hasOrder(field: QueryField): boolean {
  return field === 'weight' || field === 'coded' || field === 'date' || field === 'variable';
}

/** The parts of one that holds several; the part itself of others. */
function insideOf(part: Query): readonly Query[] {
  switch (part.op) {
    case 'and':
    case 'or':
    case 'one-of':
    case 'at-least':
    case 'relation':
      return partsOf(part);
    case 'any':
    case 'code':
    case 'under':
    case 'alone':
    case 'not':
    case 'where':
      return [part];
  }
}

function firstName(part: Query): string {
  if (part.op === 'code' || part.op === 'under' || part.op === 'alone') return part.name;
  const [first] = partsOf(part);
  return first ? firstName(first) : '';
}

function hasValues(query: Query): boolean {
  const ofCondition = (condition: Condition): boolean => {
    switch (condition.op) {
      case 'all':
      case 'some':
        return condition.of.every(ofCondition);
      case 'none':
        return ofCondition(condition.of);
      case 'compare':
        return condition.value !== '' && condition.value !== '""';
    }
  };
  if (query.op === 'where' && !ofCondition(query.condition)) return false;
  return partsOf(query).every(hasValues);
}
