// Values of cases and documents.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { canonicalValue } from '../../../../shared/domain/variables.ts';
import { valueText } from '../../importers/refi/people-codes-cases.ts';
import { childOf, childrenWith, refiNode, textNode, type RefiNode } from '../../importers/refi/schema.ts';
import type { Study, ValuePart, VariablePart } from '../../merge/study.ts';
import type { StudyIndex } from './index-study.ts';

/** The values that came with something, as they came or as they were changed; those removed are left out. */
export function valueNodes(
  { study }: StudyIndex,
  node: RefiNode | undefined,
  kind: 'case' | 'document',
  guid: Guid,
): readonly RefiNode[] {
  const own = valuesOf(study, kind, guid);
  const seen = new Set<Guid>();
  return childrenWith(node, 'VariableValue').flatMap((element) => {
    const variable = study.variables.find((each) => each.guid === variableOf(element));
    if (!variable) return [];
    const raw = valueText(element);
    const came = raw === null ? null : canonicalValue(variable.type, raw);
    const value = own.get(variable.guid);
    const isFirst = came !== null && !seen.has(variable.guid);
    if (came !== null) seen.add(variable.guid);
    // What Simpul could not take as a value of its own goes out as it came.
    if (!isFirst) return raw === null && value ? [] : [element];
    if (!value) return [];
    return [value.value === came ? element : valueNode(variable, value.value)];
  });
}

/** Values that did not come with something. */
export function ownValues(
  { study }: StudyIndex,
  kind: 'case' | 'document',
  guid: Guid,
  node: RefiNode | undefined,
): readonly RefiNode[] {
  const own = valuesOf(study, kind, guid);
  const listed = new Set(
    childrenWith(node, 'VariableValue')
      .filter((element) => valueText(element) !== null)
      .map(variableOf),
  );
  return study.variables.flatMap((variable) => {
    const value = own.get(variable.guid);
    return value && !listed.has(variable.guid) ? [valueNode(variable, value.value)] : [];
  });
}

function valuesOf(study: Study, kind: 'case' | 'document', guid: Guid): ReadonlyMap<Guid, ValuePart> {
  return new Map(
    study.values
      .filter(({ owner }) => owner.kind === kind && owner.guid === guid)
      .map((value) => [value.variable, value]),
  );
}

function variableOf(element: RefiNode): Guid {
  return childOf(element, 'VariableRef')?.attrs['targetGUID'] as Guid;
}

function valueNode({ guid, type }: VariablePart, value: string): RefiNode {
  return refiNode('VariableValue', {}, [
    refiNode('VariableRef', { targetGUID: guid }),
    textNode(`${type}Value`, value),
  ]);
}
