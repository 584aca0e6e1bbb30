import './button.css';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton as AriaToggleButton,
} from 'react-aria-components';
import { Tooltip } from './Tooltip.tsx';

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly variant?: ButtonVariant;
  readonly size?: 'medium' | 'small';
  /** Shown before the words. */
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly slot?: string | null;
  readonly 'aria-label'?: string;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: NonNullable<AriaButtonProps['aria-haspopup']>;
  readonly 'aria-describedby'?: string;
};

export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  children,
  className = '',
  onPress,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(onPress ? { onPress: () => onPress() } : {})}
      className={`button button-${variant} button-${size} ${className}`}
    >
      {icon}
      <span className="button-label">{children}</span>
    </AriaButton>
  );
}

export type IconButtonProps = {
  /** What it does: read out, and shown in a tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: () => void;
  readonly shortcut?: string | null;
  readonly isDisabled?: boolean;
  readonly size?: 'medium' | 'small';
  readonly className?: string;
  readonly slot?: string | null;
  readonly excludeFromTabOrder?: boolean;
};

export function IconButton({
  label,
  icon,
  onPress,
  shortcut = null,
  size = 'medium',
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaButton
        {...rest}
        {...(onPress ? { onPress: () => onPress() } : {})}
        aria-label={label}
        className={`button button-quiet button-icon button-${size} ${className}`}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}

export type ToggleButtonProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  /** With an icon alone it is read out and shown in a tooltip; else it is the text of the button. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string | null;
  readonly isDisabled?: boolean;
  readonly size?: 'medium' | 'small';
};

export function ToggleButton({ label, icon, shortcut = null, size = 'medium', ...rest }: ToggleButtonProps) {
  if (icon === undefined) {
    return (
      <AriaToggleButton {...rest} className={`button button-plain button-toggle button-${size}`}>
        <span className="button-label">{label}</span>
      </AriaToggleButton>
    );
  }
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <AriaToggleButton
        {...rest}
        aria-label={label}
        className={`button button-quiet button-icon button-toggle button-${size}`}
      >
        {icon}
      </AriaToggleButton>
    </Tooltip>
  );
}
