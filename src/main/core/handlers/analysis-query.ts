// From the names of a query to places in the study, and from its conditions to what fulfils them.

import { SimpulError } from '../../../shared/contract/errors.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { printQuery, type Comparison, type Condition, type Query } from '../../../shared/domain/analysis/query.ts';
import { compares, type ResolvedCondition } from '../../../shared/domain/analysis/conditions.ts';
import type { ResolvedQuery } from '../../../shared/domain/analysis/retrieval.ts';
import { parseGuid, type Guid } from '../../../shared/domain/ids.ts';
import { canonicalValue } from '../../../shared/domain/variables.ts';
import type { Selection } from '../../analysis/selection.ts';
import type { Study } from '../../analysis/study.ts';
import { documentFacts, namedCases, namedCoders, type DocumentFacts } from '../../db/analysis.ts';
import { listVariables, requireVariable, valuesOf } from '../../db/cases.ts';
import type { ReadableDb } from '../../db/database.ts';

/** Reads the weights, or the days (YYYYMMDD), of all codings of the study; NaN where there is none. */
export type NumbersOf = (field: 'weight' | 'coded') => Promise<Float64Array>;

/**
 * @throws SimpulError `retrieval-name` where a name is not there, `ambiguous-name`, `retrieval-order` where what has
 *   no order is asked for one, `value-not-of-type`
 */
export async function resolveQuery(
  db: ReadableDb,
  study: Study,
  selection: Selection,
  query: Query,
  numbersOf: NumbersOf,
): Promise<ResolvedQuery> {
  const resolve = async (part: Query): Promise<ResolvedQuery> => {
    switch (part.op) {
      case 'any':
        return { op: 'any' };
      case 'code':
        return { op: 'codes', codes: codesNamed(study, selection, part.name, false) };
      case 'under':
        return { op: 'codes', codes: codesNamed(study, selection, part.name, true) };
      case 'alone':
        return { op: 'alone', codes: codesNamed(study, selection, part.name, false) };
      case 'not':
        return { op: 'not', of: await resolve(part.of) };
      case 'where': {
        const condition = await conditionOf(db, study, selection, part.condition, numbersOf);
        return { op: 'where', of: await resolve(part.of), condition };
      }
      case 'relation': {
        const { relation, negated } = part;
        const [left, right] = [await resolve(part.left), await resolve(part.right)];
        const reflexive = printQuery(part.left) === printQuery(part.right);
        return { op: 'relation', relation, negated, left, right, reflexive };
      }
      case 'and':
      case 'or':
      case 'one-of':
        return { op: part.op, of: await all(part.of) };
      case 'at-least':
        return { op: 'at-least', count: part.count, of: await all(part.of) };
    }
  };
  const all = async (parts: readonly Query[]): Promise<readonly ResolvedQuery[]> => {
    const resolved: ResolvedQuery[] = [];
    for (const part of parts) resolved.push(await resolve(part));
    return resolved;
  };
  return resolve(query);
}

/** Places in the scope: a code that takes no part is found nowhere. */
function codesNamed(study: Study, { scope }: Selection, name: string, withBelow: boolean): readonly number[] {
  const { path, guid } = oneNamed(
    study.codes.map((code) => ({ ...code, name: code.path.join(pathSeparator), shortName: code.path.at(-1) })),
    name,
  );
  const isMeant = (code: Study['codes'][number]) =>
    code.guid === guid || (withBelow && path.length < code.path.length && isBelow(study, code, guid));
  return study.codes.flatMap((code, place) => {
    const inScope = scope.codeAt[place] ?? -1;
    return inScope >= 0 && isMeant(code) ? [inScope] : [];
  });
}

/** In the order of the codebook the codes below another follow it, deeper than it. */
function isBelow(study: Study, code: Study['codes'][number], parent: Guid): boolean {
  const from = study.codes.findIndex(({ guid }) => guid === parent);
  const depth = study.codes[from]?.path.length ?? 0;
  for (let place = from + 1; (study.codes[place]?.path.length ?? 0) > depth; place += 1) {
    if (study.codes[place] === code) return true;
  }
  return false;
}

async function conditionOf(
  db: ReadableDb,
  study: Study,
  selection: Selection,
  condition: Condition,
  numbersOf: NumbersOf,
): Promise<ResolvedCondition> {
  if (condition.op === 'none') {
    return { op: 'none', of: await conditionOf(db, study, selection, condition.of, numbersOf) };
  }
  if (condition.op !== 'compare') {
    const of: ResolvedCondition[] = [];
    for (const each of condition.of) of.push(await conditionOf(db, study, selection, each, numbersOf));
    return { op: condition.op, of };
  }
  const { field, comparison, value } = condition;
  const facts = new Map(documentFacts(db).map((document) => [document.id, document]));
  const documents = (fulfil: (document: DocumentFacts) => boolean): ResolvedCondition => ({
    op: 'documents',
    fulfil: Uint8Array.from(selection.documents, ({ id }) => {
      const document = facts.get(id);
      return Number(document !== undefined && fulfil(document));
    }),
  });
  switch (field) {
    case 'weight':
      return { op: 'numbers', of: await numbersOf('weight'), comparison, value: typed('Float', value, 'weight') };
    case 'coded':
      return { op: 'numbers', of: await numbersOf('coded'), comparison, value: dayNumber(value, 'coded') };
    case 'date': {
      const day = dayNumber(value, 'date');
      return documents(({ date }) => date !== null && compares(dayOf(date), comparison, day));
    }
    case 'coder': {
      const isSame = sameness(comparison, 'coder');
      const { guid } = oneNamed(namedCoders(db), value);
      const fulfil = study.coders.map((coder) => Number((coder.guid === guid) === isSame));
      // Codings of nobody have no coder.
      return { op: 'coders', fulfil: Uint8Array.of(...fulfil, 0) };
    }
    case 'kind': {
      const isSame = sameness(comparison, 'kind');
      return documents(({ kind }) => (kind === value.toLowerCase()) === isSame);
    }
    case 'document': {
      const isSame = sameness(comparison, 'document');
      const { guid } = oneNamed(
        [...facts.values()].map((document) => ({ ...document, name: document.title })),
        value,
      );
      return documents((document) => (document.guid === guid) === isSame);
    }
    case 'case': {
      const isSame = sameness(comparison, 'case');
      const { id } = oneNamed(namedCases(db), value);
      return documents(({ case_id }) => case_id !== null && (case_id === id) === isSame);
    }
    case 'variable':
      return documents(variableTest(db, condition.variable ?? '', comparison, value));
  }
}

/** Whether a document, or its case, has such a value. */
function variableTest(
  db: ReadableDb,
  name: string,
  comparison: Comparison,
  value: string,
): (document: DocumentFacts) => boolean {
  const variable = requireVariable(db, oneNamed(listVariables(db), name).guid);
  const { type, scope } = variable;
  const wanted = canonicalValue(type, value);
  if (wanted === null) throw new SimpulError('value-not-of-type', { value, type, name: variable.name });
  const known = new Map(
    valuesOf(db, variable.id).map((row) => [scope === 'case' ? row.case_id : row.document_id, row.value]),
  );
  const choices = JSON.parse(variable.choices) as readonly string[];
  const number = (text: string): number => {
    if (type === 'Integer' || type === 'Float') return Number(text);
    if (type === 'Date' || type === 'DateTime') return Date.parse(text);
    const rank = choices.indexOf(text);
    return rank === -1 ? Number.NaN : rank;
  };
  if (comparison !== '=' && comparison !== '!=' && Number.isNaN(number(wanted))) {
    throw new SimpulError('retrieval-order', { name: variable.name });
  }
  return ({ id, case_id }) => {
    const has = known.get(scope === 'case' ? case_id : id);
    if (has === undefined) return false;
    if (comparison === '=' || comparison === '!=') return (has === wanted) === (comparison === '=');
    return compares(number(has), comparison, number(wanted));
  };
}

export type NamedItem = { readonly guid: Guid; readonly name: string; readonly shortName?: string | undefined };

/**
 * The item that a query names, by its name or guid, or by a short name that no other has.
 * @throws SimpulError `retrieval-name`, `ambiguous-name`
 */
export function oneNamed<Item extends NamedItem>(items: readonly Item[], name: string): Item {
  const guid = parseGuid(name);
  const whole = items.filter((item) => item.guid === guid || item.name === name);
  const found = whole.length > 0 ? whole : items.filter(({ shortName }) => shortName === name);
  const [first] = found;
  if (!first) throw new SimpulError('retrieval-name', { name });
  if (found.length === 1) return first;
  throw new SimpulError('ambiguous-name', { name, candidates: found.map((item) => item.guid).join(', ') });
}

/** @throws SimpulError `retrieval-order` */
function sameness(comparison: Comparison, name: string): boolean {
  if (comparison !== '=' && comparison !== '!=') throw new SimpulError('retrieval-order', { name });
  return comparison === '=';
}

/** @throws SimpulError `value-not-of-type` */
function typed(type: 'Float' | 'Date', value: string, name: string): number {
  const canonical = canonicalValue(type, value);
  if (canonical === null) throw new SimpulError('value-not-of-type', { value, type, name });
  return type === 'Float' ? Number(canonical) : dayOf(canonical);
}

function dayNumber(value: string, name: string): number {
  return typed('Date', value, name);
}

/** YYYYMMDD. */
function dayOf(date: string): number {
  return Number(date.slice(0, 10).replaceAll('-', ''));
}
