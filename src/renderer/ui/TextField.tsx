import type { Ref } from 'react';
import { Input, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldProps } from './field-types.ts';

export type TextFieldProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Enter pressed in the field. */
  readonly onSubmit?: () => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly type?: 'text' | 'date' | 'number';
};

export function TextField(props: TextFieldProps) {
  const {
    value,
    onChange,
    onBlur,
    onSubmit,
    placeholder,
    inputRef,
    maxLength,
    error = null,
    type = 'text',
    ...rest
  } = props;
  return (
    <AriaTextField
      {...behaviour(rest)}
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      type={type}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
    >
      <FieldFrame {...rest} error={error}>
        <Input
          {...(inputRef ? { ref: inputRef } : {})}
          className="field-input"
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(onSubmit
            ? {
                onKeyDown: (event) => {
                  // Enter that ends the composing of a character is no submission.
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) onSubmit();
                },
              }
            : {})}
        />
      </FieldFrame>
    </AriaTextField>
  );
}

export type TextAreaProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isReadOnly?: boolean;
  readonly rows?: number;
};

export function TextArea(props: TextAreaProps) {
  const { value, onChange, onBlur, placeholder, rows = 4, error = null, ...rest } = props;
  return (
    <AriaTextField
      {...behaviour(rest)}
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      {...(onBlur ? { onBlur: () => onBlur() } : {})}
    >
      <FieldFrame {...rest} error={error}>
        <AriaTextArea className="field-input" rows={rows} {...(placeholder === undefined ? {} : { placeholder })} />
      </FieldFrame>
    </AriaTextField>
  );
}

type Behaviour = {
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
};

function behaviour({ isDisabled = false, isRequired = false, isReadOnly = false, autoFocus = false }: Behaviour) {
  // Our own sentences say what is missing; the browser's bubble would say it in another language.
  return { isDisabled, isRequired, isReadOnly, autoFocus, validationBehavior: 'aria' as const };
}
