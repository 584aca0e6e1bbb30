import './field.css';
import { type ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useT } from '../services/text.ts';
import type { FieldProps } from './field-types.ts';

export type FieldFrameProps = Pick<FieldProps, 'label' | 'isLabelHidden' | 'hint' | 'error' | 'isRequired'> & {
  readonly children: ReactNode;
};

/** Label, control, help and error, tied together for screen readers by the field around them. */
export function FieldFrame({
  label,
  isLabelHidden = false,
  hint,
  error = null,
  isRequired = false,
  children,
}: FieldFrameProps) {
  const t = useT();
  return (
    <>
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>
        {label}
        {isRequired && <span className="field-required"> {t('ui.required')}</span>}
      </Label>
      {children}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {error !== null && <FieldError className="field-error">{error}</FieldError>}
    </>
  );
}
