import { ArrowLeftRight } from 'lucide-react';
import type { Variable } from '../../../../shared/contract/cases.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { RelationFields } from '../parts/RelationFields.tsx';
import { type MatrixAxis, type MatrixChoice, type MatrixInput, type SideKind, sideKinds } from './matrix-settings.ts';

export type MatrixFieldsProps = {
  readonly choice: MatrixChoice;
  /** What follows from the choice. */
  readonly input: MatrixInput;
  readonly variables: readonly Variable[];
  readonly onChange: (to: Partial<MatrixChoice>) => void;
};

/** What stands in rows and columns, and how two codes must meet. */
export function MatrixFields({ choice, input, variables, onChange }: MatrixFieldsProps) {
  const t = useT();
  const { rows, columns } = input;
  return (
    <div className="display-toolbar">
      <AxisFields
        label={t('coding-matrix.rows')}
        axis={rows}
        variables={variables}
        onKind={(kind) => onChange({ rows: kind })}
        onVariable={(rowVariable) => onChange({ rowVariable })}
      />
      <IconButton
        size="small"
        label={t('coding-matrix.swap')}
        icon={<ArrowLeftRight />}
        onPress={() =>
          onChange({
            rows: choice.columns,
            columns: choice.rows,
            rowVariable: choice.columnVariable,
            columnVariable: choice.rowVariable,
          })
        }
      />
      <AxisFields
        label={t('coding-matrix.columns')}
        axis={columns}
        variables={variables}
        onKind={(kind) => onChange({ columns: kind })}
        onVariable={(columnVariable) => onChange({ columnVariable })}
      />
      {rows.kind === 'codes' && columns.kind === 'codes' && (
        <RelationFields relation={choice.relation} onChange={({ relation }) => onChange({ relation })} />
      )}
    </div>
  );
}

type AxisFieldsProps = {
  readonly label: string;
  readonly axis: MatrixAxis;
  readonly variables: readonly Variable[];
  readonly onKind: (kind: SideKind) => void;
  readonly onVariable: (variable: Guid) => void;
};

function AxisFields({ label, axis, variables, onKind, onVariable }: AxisFieldsProps) {
  const t = useT();
  return (
    <>
      <Select
        label={label}
        size="small"
        value={axis.kind}
        onChange={onKind}
        options={sideKinds
          .filter((kind) => kind !== 'values' || variables.length > 0)
          .map((id) => ({ id, label: t(`coding-matrix.side.${id}`) }))}
      />
      {axis.kind === 'values' && (
        <Select<Guid>
          label={t('coding-matrix.variable', { side: label })}
          size="small"
          value={variables.find(({ guid }) => guid === axis.variableId)?.guid ?? null}
          onChange={onVariable}
          options={variables.map(({ guid, name }) => ({ id: guid, label: name }))}
        />
      )}
    </>
  );
}
