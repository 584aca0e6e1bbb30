// Whose quotations stand behind a value of a variable.

import type { CaseSummary, Variable } from '../../../../shared/contract/cases.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { ScopeFilter } from '../scope/scope.ts';

type DocumentValue = { readonly document: Guid; readonly variable: Guid; readonly value: string };

/** The cases, or documents, that have the value, as far as the scope holds them. */
export function membersOf(
  variable: Pick<Variable, 'guid' | 'scope'>,
  value: string,
  cases: readonly Pick<CaseSummary, 'guid' | 'values'>[],
  documentValues: readonly DocumentValue[],
  filter: ScopeFilter,
): Pick<ScopeFilter, 'caseIds' | 'documentIds'> {
  if (variable.scope === 'case') {
    const all = cases.filter(({ values }) =>
      values.some((each) => each.variable === variable.guid && each.value === value),
    );
    return {
      caseIds: within(
        all.map(({ guid }) => guid),
        filter.caseIds,
      ),
    };
  }
  const all = documentValues.filter((each) => each.variable === variable.guid && each.value === value);
  return {
    documentIds: within(
      all.map(({ document }) => document),
      filter.documentIds,
    ),
  };
}

function within(all: readonly Guid[], chosen: readonly Guid[] | undefined): Guid[] {
  return all.filter((guid) => chosen?.includes(guid) ?? true);
}
