import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './field-types.ts';
import type { Option } from './option.ts';

export type RadioGroupProps<Id extends string> = FieldProps & {
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly orientation?: 'vertical' | 'horizontal';
};

/** A choice whose alternatives are all in sight. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { options, value, onChange, orientation = 'vertical', isDisabled = false, error = null } = props;
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) onChange(chosen.id);
      }}
      orientation={orientation}
      isDisabled={isDisabled}
      isInvalid={error !== null}
    >
      <FieldFrame {...props} error={error}>
        <div className={orientation === 'horizontal' ? 'radio-group-options radio-row' : 'radio-group-options'}>
          {options.map(({ id, label, description, icon }) => (
            <Radio key={id} value={id} className="radio">
              <span className="radio-dot" aria-hidden="true" />
              {icon}
              <span className="radio-words">
                <span>{label}</span>
                {description !== undefined && <span className="field-hint">{description}</span>}
              </span>
            </Radio>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  );
}
