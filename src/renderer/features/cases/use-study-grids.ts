// The two grids of the page, made of what the project holds, and the commands an edit of a cell asks for.

import { useCallback, useMemo } from 'react';
import type { CaseSummary, Variable, VariableScope } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import type { Grid, GridChange, GridColumn } from './grid-model.ts';

export type StudyGrids = {
  readonly cases: readonly CaseSummary[];
  readonly documents: readonly DocumentSummary[];
  readonly caseGrid: Grid;
  readonly documentGrid: Grid;
  readonly isPending: boolean;
};

const none: never[] = [];

export function useStudyGrids(): StudyGrids {
  const casesAnswer = useAnswer('cases.list', {});
  const { data: documents = none } = useAnswer('documents.list', {});
  const { data: variables = none } = useAnswer('variables.list', {});
  const { data: values = none } = useAnswer('variables.documentValues', {});
  const cases = casesAnswer.data ?? none;
  const caseGrid = useMemo((): Grid => {
    const known = new Map(
      cases.flatMap((each) => each.values.map((value) => [`${each.guid} ${value.variable}`, value.value])),
    );
    const counts = new Map(cases.map((each) => [each.guid, each.documents.length]));
    return {
      rows: cases.map(({ guid, name }) => ({ guid, name })),
      columns: [{ kind: 'name' }, { kind: 'documents' }, ...columnsOf(variables, 'case')],
      textOf: (row, column) =>
        column.kind === 'documents' ? String(counts.get(row.guid) ?? 0) : textOf(known, row, column),
    };
  }, [cases, variables]);
  const documentGrid = useMemo((): Grid => {
    const known = new Map(values.map(({ document, variable, value }) => [`${document} ${variable}`, value]));
    const names = new Map(cases.map(({ guid, name }) => [guid, name]));
    const caseOf = new Map(
      documents.map((each) => [each.guid, each.case === null ? '' : (names.get(each.case) ?? '')]),
    );
    return {
      rows: documents.map(({ guid, title }) => ({ guid, name: title })),
      columns: [
        { kind: 'name' },
        { kind: 'case', cases: cases.map(({ guid, name }) => ({ guid, name })) },
        ...columnsOf(variables, 'document'),
      ],
      textOf: (row, column) => (column.kind === 'case' ? (caseOf.get(row.guid) ?? '') : textOf(known, row, column)),
    };
  }, [documents, cases, variables, values]);
  return { cases, documents, caseGrid, documentGrid, isPending: casesAnswer.isPending };
}

/** Carries out what edits of cells ask for. A block that was pasted is one step for its values. */
export function useGridChanges(scope: 'case' | 'document'): (changes: readonly GridChange[]) => Promise<void> {
  const perform = usePerform();
  return useCallback(
    async (changes) => {
      const values = changes.flatMap((change) => (change.kind === 'value' ? [valueOf(change)] : []));
      const [only] = values;
      if (values.length === 1 && only) await perform('variables.setValue', only);
      if (values.length > 1) await perform('variables.setValues', { values });
      for (const change of changes) {
        if (change.kind === 'case') {
          await perform('cases.assign', { documentIds: [change.documentId], caseId: change.caseId });
        } else if (change.kind === 'name') {
          await (scope === 'case'
            ? perform('cases.update', { caseId: change.guid, name: change.name })
            : perform('documents.update', { documentId: change.guid, title: change.name }));
        }
      }
    },
    [perform, scope],
  );
}

function textOf(
  known: ReadonlyMap<string, string>,
  row: { readonly guid: Guid; readonly name: string },
  column: GridColumn,
): string {
  if (column.kind === 'name') return row.name;
  return column.kind === 'variable' ? (known.get(`${row.guid} ${column.variable.guid}`) ?? '') : '';
}

function columnsOf(variables: readonly Variable[], scope: VariableScope): readonly GridColumn[] {
  return variables.filter((each) => each.scope === scope).map((variable) => ({ kind: 'variable', variable }));
}

function valueOf({ targetId, variableId, value }: Extract<GridChange, { readonly kind: 'value' }>) {
  return { targetId, variableId, value };
}
