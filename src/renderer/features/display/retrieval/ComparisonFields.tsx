import { documentKind } from '../../../../shared/contract/documents.ts';
import { comparisons, type Condition, type QueryField } from '../../../../shared/domain/analysis/query.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useT } from '../../../services/text.ts';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import type { Option } from '../../../ui/option.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import type { Study } from '../scope/use-scope.ts';
import { hasOrder } from './edit-query.ts';

type Comparing = Extract<Condition, { readonly op: 'compare' }>;

export type ComparisonFieldsProps = {
  readonly condition: Comparing;
  readonly study: Study;
  readonly onChange: (condition: Condition) => void;
};

/** Of what, how and with what a condition compares. */
export function ComparisonFields({ condition, study, onChange }: ComparisonFieldsProps) {
  const t = useT();
  const { data: variables = [] } = useAnswer('variables.list', {});
  const { field, comparison, value, variable } = condition;
  const signs = hasOrder(field) ? comparisons : (['=', '!='] as const);
  const choices = choicesOf(field, study, variables.find(({ name }) => name === variable)?.choices ?? [], t);
  const isDay = field === 'coded' || field === 'date';
  return (
    <>
      {field === 'variable' && (
        <Select<string>
          label={t('retrieval.field.variable')}
          isLabelHidden
          size="small"
          value={variable}
          placeholder={t('retrieval.variable.choose')}
          onChange={(name) => onChange({ ...condition, variable: name })}
          options={variables.map(({ name }) => ({ id: name, label: name }))}
        />
      )}
      <Select
        label={t('retrieval.comparison')}
        isLabelHidden
        size="small"
        value={comparison}
        onChange={(sign) => onChange({ ...condition, comparison: sign })}
        options={signs.map((id) => ({ id, label: t(`retrieval.comparison.${id}`) }))}
      />
      {choices.length > 0 ? (
        <ComboBox<string>
          key={`${field} ${variable} ${value}`}
          label={t('retrieval.value')}
          isLabelHidden
          options={choices}
          value={choices.some(({ id }) => id === value) ? value : null}
          placeholder={value === '' ? t('retrieval.value') : value}
          onChange={(chosen) => {
            if (chosen !== null) onChange({ ...condition, value: chosen });
          }}
        />
      ) : (
        <TextField
          label={t('retrieval.value')}
          isLabelHidden
          value={value}
          placeholder={isDay ? t('content.day.form') : t('retrieval.value')}
          onChange={(text) => onChange({ ...condition, value: text })}
        />
      )}
    </>
  );
}

/** What there is to choose from; nothing where a value is written. */
function choicesOf(
  field: QueryField,
  { coders, cases, documents }: Study,
  ofVariable: readonly string[],
  t: ReturnType<typeof useT>,
): readonly Option[] {
  const names = (all: readonly string[]) => [...new Set(all)].map((name) => ({ id: name, label: name }));
  switch (field) {
    case 'coder':
      return names(coders.map(({ name }) => name));
    case 'case':
      return names(cases.map(({ name }) => name));
    case 'document':
      return names(documents.map(({ title }) => title));
    case 'kind':
      return documentKind.options.map((id) => ({ id, label: t(`collect.kind.${id}`) }));
    case 'variable':
      return names(ofVariable);
    case 'weight':
    case 'coded':
    case 'date':
      return [];
  }
}
