import './tooltip.css';
import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

export type TooltipProps = {
  readonly text: string;
  readonly shortcut?: string | null;
  /** One control of `ui`; for a name that may be cut off, use `Ellipsis`. */
  readonly children: ReactElement;
  readonly placement?: 'top' | 'bottom' | 'right' | 'left';
};

export function Tooltip({ text, shortcut = null, children, placement = 'bottom' }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        <span>{text}</span>
        {shortcut !== null && <Kbd shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
