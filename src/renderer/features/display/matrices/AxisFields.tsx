import type { DisplayAxis } from '../../../../shared/contract/displays.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Picker } from '../../../parts/Picker.tsx';
import { axisKinds, axisOf, type AxisKind } from './axis-choices.ts';
import { ItemFields } from './ItemFields.tsx';

export type AxisFieldsProps = {
  readonly label: string;
  readonly axis: DisplayAxis;
  readonly onChange: (axis: DisplayAxis) => void;
};

/** What stands in the rows, or in the columns. */
export function AxisFields({ label, axis, onChange }: AxisFieldsProps) {
  const t = useT();
  const codes = useAnswer('codes.list', {}).data ?? [];
  const variables = useAnswer('variables.list', {}).data ?? [];
  return (
    <fieldset className="matrices-axis">
      <legend>{label}</legend>
      <Select<AxisKind>
        label={t('matrices.by')}
        options={axisKinds
          .filter((by) => by !== 'values' || variables.length > 0)
          .map((by) => ({ id: by, label: t(`matrices.by.${by}`) }))}
        value={axis.by}
        onChange={(by) => onChange(axisOf(by, codes, variables))}
      />
      <AxisDetails axis={axis} onChange={onChange} />
    </fieldset>
  );
}

function AxisDetails({ axis, onChange }: Omit<AxisFieldsProps, 'label'>) {
  const t = useT();
  const codes = useAnswer('codes.list', {}).data ?? [];
  const cases = useAnswer('cases.list', {}).data ?? [];
  const documents = useAnswer('documents.list', {}).data ?? [];
  const variables = useAnswer('variables.list', {}).data ?? [];
  switch (axis.by) {
    case 'codes':
      return (
        <>
          <Picker
            label={t('display.scope.codes')}
            items={codes.map(({ guid, name, path }) => ({
              guid,
              name,
              fullName: path.join(pathSeparator),
              depth: path.length - 1,
            }))}
            chosen={axis.ids}
            onChange={(ids) => onChange({ ...axis, ids })}
          />
          <Checkbox isSelected={axis.below} onChange={(below) => onChange({ ...axis, below })}>
            {t('display.scope.branches')}
          </Checkbox>
        </>
      );
    case 'cases':
      return (
        <>
          <Picker
            label={t('display.scope.cases')}
            items={cases.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 }))}
            chosen={axis.ids ?? []}
            onChange={(ids) => onChange({ ...axis, ids: ids.length === 0 ? null : ids })}
          />
          <Select<string>
            label={t('matrices.order-by')}
            options={[
              { id: 'list', label: t('matrices.order.list') },
              ...variables.filter(({ scope }) => scope === 'case').map(({ guid, name }) => ({ id: guid, label: name })),
            ]}
            value={axis.orderBy ?? 'list'}
            onChange={(id) => onChange({ ...axis, orderBy: variables.find(({ guid }) => guid === id)?.guid ?? null })}
          />
        </>
      );
    case 'documents':
      return (
        <>
          <Picker
            label={t('display.scope.documents')}
            items={documents.map(({ guid, title }) => ({ guid, name: title, fullName: title, depth: 0 }))}
            chosen={axis.ids ?? []}
            onChange={(ids) => onChange({ ...axis, ids: ids.length === 0 ? null : ids })}
          />
          <Checkbox
            isSelected={axis.order === 'date'}
            onChange={(byDate) => onChange({ ...axis, order: byDate ? 'date' : 'list' })}
          >
            {t('matrices.order.date')}
          </Checkbox>
        </>
      );
    case 'values':
      return (
        <Select<string>
          label={t('matrices.variable')}
          options={variables.map(({ guid, name }) => ({ id: guid, label: name }))}
          value={axis.variableId}
          onChange={(id) => {
            const variable = variables.find(({ guid }) => guid === id);
            if (variable) onChange({ by: 'values', variableId: variable.guid });
          }}
        />
      );
    case 'kinds':
      return <p className="display-note">{t('matrices.by.kinds.help')}</p>;
    case 'periods':
      return (
        <Select
          label={t('matrices.unit')}
          options={(['day', 'month', 'year'] as const).map((unit) => ({ id: unit, label: t(`matrices.unit.${unit}`) }))}
          value={axis.unit}
          onChange={(unit) => onChange({ by: 'periods', unit })}
        />
      );
    case 'items':
      return <ItemFields items={axis.items} codes={codes} onChange={(items) => onChange({ by: 'items', items })} />;
  }
}
