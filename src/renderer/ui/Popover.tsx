import './overlay.css';
import type { ReactNode, RefObject } from 'react';
import { Dialog, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';

export type PopoverProps = {
  readonly children: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly triggerRef?: RefObject<Element | null>;
  readonly placement?: AriaPopoverProps['placement'];
  /** Name of what it holds, where that is no menu or list with a name of its own. */
  readonly label?: string;
  /** Names the layer itself around a menu that no button opens; a button's own name is taken otherwise. */
  readonly 'aria-label'?: string;
  readonly isNonModal?: boolean;
  readonly className?: string;
};

/** Something small beside the control that opened it. Escape and a press outside close it. */
export function Popover({ children, label, placement = 'bottom start', className = '', ...rest }: PopoverProps) {
  return (
    <AriaPopover {...rest} placement={placement} offset={4} containerPadding={8} className={`popover ${className}`}>
      {label === undefined ? (
        children
      ) : (
        <Dialog aria-label={label} className="popover-dialog">
          {children}
        </Dialog>
      )}
    </AriaPopover>
  );
}
