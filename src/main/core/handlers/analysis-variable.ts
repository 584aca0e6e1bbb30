// Which case or document has which value of a variable.

import type { Guid } from '../../../shared/domain/ids.ts';
import { select, type Filter, type Selection } from '../../analysis/selection.ts';
import type { Study } from '../../analysis/study.ts';
import { valuesOf, type VariableRow } from '../../db/cases.ts';
import type { ReadableDb } from '../../db/database.ts';

export type UnitsOfVariable = {
  /** Documents whose case, or that themselves, have a value. */
  readonly selection: Selection;
  /** Unit of each document in scope. */
  readonly groupOf: Int32Array;
  /** Place of each unit's value. */
  readonly valueOf: Int32Array;
  /** In the order of the variable. */
  readonly values: readonly string[];
  /** The number that stands for each value; null where the values have no order. */
  readonly order: Float64Array | null;
  /** Cases or documents in scope without a value. */
  readonly withoutValue: number;
};

export function unitsOfVariable(db: ReadableDb, study: Study, filter: Filter, variable: VariableRow): UnitsOfVariable {
  const ofCases = variable.scope === 'case';
  const known = new Map<number, string>();
  for (const { case_id, document_id, value } of valuesOf(db, variable.id)) {
    const unit = ofCases ? case_id : document_id;
    if (unit !== null) known.set(unit, value);
  }
  const unitOf = ({ id, case_id }: Study['documents'][number]) => (ofCases ? (case_id ?? -1) : id);
  const all = select(study, filter, ofCases).documents;
  const withValue = all.filter((document) => known.has(unitOf(document)));
  const selection = select(study, { ...filter, documentIds: withValue.map(({ guid }): Guid => guid) });
  const units = [...new Set(withValue.map(unitOf))];
  const unitPlace = new Map(units.map((unit, place) => [unit, place]));
  const { values, order } = orderedValues(variable, new Set(units.map((unit) => known.get(unit) ?? '')));
  const valuePlace = new Map(values.map((value, place) => [value, place]));
  return {
    selection,
    groupOf: Int32Array.from(selection.documents, (document) => unitPlace.get(unitOf(document)) ?? -1),
    valueOf: Int32Array.from(units, (unit) => valuePlace.get(known.get(unit) ?? '') ?? 0),
    values,
    order,
    withoutValue: new Set(all.map(unitOf)).size - units.length,
  };
}

/** Numbers and dates by size, no before yes, words in the order of the variable's choices, then by code point. */
function orderedValues({ type, choices }: VariableRow, found: ReadonlySet<string>) {
  if (type === 'Text') {
    const given = JSON.parse(choices) as readonly string[];
    const rank = (value: string) => (given.includes(value) ? given.indexOf(value) : given.length);
    const values = [...found].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const isScale = given.length > 0 && values.every((value) => given.includes(value));
    return { values, order: isScale ? Float64Array.from(values, rank) : null };
  }
  const size = (value: string) =>
    type === 'Boolean'
      ? Number(value === 'true')
      : type === 'Integer' || type === 'Float'
        ? Number(value)
        : Date.parse(value);
  const values = [...found].toSorted((a, b) => size(a) - size(b) || (a < b ? -1 : 1));
  return { values, order: Float64Array.from(values, size) };
}
