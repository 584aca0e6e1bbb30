import type { Variable } from '../../shared/contract/cases.ts';
import { canonicalValue } from '../../shared/domain/variables.ts';
import { useT } from '../services/text.ts';
import { Select } from '../ui/Select.tsx';
import { AutosaveField } from './AutosaveField.tsx';
import { DayField } from './DayField.tsx';

/** Canonical values are trimmed, so that none of them is a space. */
const blank = ' ';

export type ValueFieldProps = {
  readonly variable: Variable;
  /** Canonical text, empty where there is no value. */
  readonly value: string;
  readonly isReadOnly: boolean;
  /** Canonical text, or null to clear. */
  readonly onSave: (value: string | null) => unknown;
};

/** The value of one variable: yes and no and choices are picked, everything else is typed and checked by type. */
export function ValueField({ variable, value, isReadOnly, onSave }: ValueFieldProps) {
  const t = useT();
  const choices =
    variable.type === 'Boolean'
      ? [
          { id: 'true', label: t('cases.value.true') },
          { id: 'false', label: t('cases.value.false') },
        ]
      : [...new Set([...variable.choices, ...(value === '' ? [] : [value])])].map((id) => ({ id, label: id }));
  if (variable.type === 'Boolean' || variable.choices.length > 0) {
    return (
      <Select
        label={variable.name}
        value={value === '' ? blank : value}
        isDisabled={isReadOnly}
        options={[{ id: blank, label: t('content.unknown') }, ...choices]}
        onChange={(chosen) => void onSave(chosen === blank ? null : chosen)}
      />
    );
  }
  if (variable.type === 'Date') {
    return (
      <DayField
        label={variable.name}
        hint={variable.description}
        value={value}
        isReadOnly={isReadOnly}
        onSave={onSave}
      />
    );
  }
  return (
    <AutosaveField
      label={variable.name}
      value={value}
      isReadOnly={isReadOnly}
      maxLength={10_000}
      {...(variable.description === '' ? {} : { hint: variable.description })}
      check={(text) =>
        text.trim() === '' || canonicalValue(variable.type, text) !== null
          ? null
          : t(`cases.invalid.${variable.type}`, { value: text.trim() })
      }
      onSave={(text) => onSave(text.trim() === '' ? null : canonicalValue(variable.type, text))}
    />
  );
}
