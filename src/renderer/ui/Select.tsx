import { ChevronDown } from 'lucide-react';
import { Button, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './field-types.ts';
import { OptionList } from './OptionList.tsx';
import type { Option } from './option.ts';
import { Popover } from './Popover.tsx';

export type SelectProps<Id extends string> = FieldProps & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id) => void;
  /** Shown where nothing is chosen. */
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  readonly autoFocus?: boolean;
};

export function Select<Id extends string>(props: SelectProps<Id>) {
  const {
    options,
    value,
    onChange,
    placeholder = '',
    size = 'medium',
    error = null,
    isDisabled = false,
    autoFocus = false,
  } = props;
  return (
    <AriaSelect
      className={`field select-${size}`}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldFrame {...props} error={error}>
        <Button className="field-input select-button">
          <SelectValue className="ellipsis">
            {({ selectedText, defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <ChevronDown aria-hidden="true" />
        </Button>
      </FieldFrame>
      <Popover>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}
