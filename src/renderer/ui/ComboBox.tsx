import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox as AriaComboBox, Input } from 'react-aria-components';
import { useT } from '../services/text.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './field-types.ts';
import { OptionList } from './OptionList.tsx';
import type { Option } from './option.ts';
import { Popover } from './Popover.tsx';

export type ComboBoxProps<Id extends string> = FieldProps & {
  /** Already filtered where `onInputChange` is given; otherwise filtered by what is typed. */
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
  readonly inputValue?: string;
  readonly onInputChange?: (text: string) => void;
  /** Text that fits no option may stay. */
  readonly allowsOther?: boolean;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
};

export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { options, value, onChange, inputValue, onInputChange, allowsOther = false, placeholder } = props;
  const { error = null, isDisabled = false, autoFocus = false } = props;
  const t = useT();
  // A box that adds what is chosen stays empty itself. But only where its value changes, if for a moment, does it close
  // its list and forget the words typed.
  const [chosen, setChosen] = useState<Id | null>(null);
  return (
    <AriaComboBox
      className="field"
      value={chosen ?? value}
      onChange={(key) => {
        const id = options.find((option) => option.id === key)?.id ?? null;
        setChosen(id);
        onChange(id);
        queueMicrotask(() => setChosen(null));
      }}
      {...(inputValue === undefined ? {} : { inputValue })}
      {...(onInputChange ? { items: options, onInputChange } : { defaultItems: options })}
      allowsCustomValue={allowsOther}
      allowsEmptyCollection
      menuTrigger="focus"
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <FieldFrame {...props} error={error}>
        <div className="combo-box">
          <Input className="field-input" {...(placeholder === undefined ? {} : { placeholder })} />
          <Button className="combo-button" aria-label={t('ui.expand')}>
            <ChevronDown aria-hidden="true" />
          </Button>
        </div>
      </FieldFrame>
      <Popover>
        <OptionList options={options} />
      </Popover>
    </AriaComboBox>
  );
}
