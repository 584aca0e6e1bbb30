import './field.css';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';

export type CheckboxProps = {
  readonly children?: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
  /** Where there are no words beside it. */
  readonly 'aria-label'?: string;
};

export function Checkbox({ children, isIndeterminate = false, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} isIndeterminate={isIndeterminate} className="checkbox">
      <span className="checkbox-box" aria-hidden="true">
        {isIndeterminate ? <Minus /> : <Check />}
      </span>
      {children}
    </AriaCheckbox>
  );
}
