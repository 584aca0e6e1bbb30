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

const placeId = 'tooltips';

/** Where tooltips are drawn: within a landmark, as all that is on a page; and in reach while a dialog is open. */
export function TooltipPlace() {
  return <div id={placeId} data-react-aria-top-layer="true" />;
}

export function Tooltip({ text, shortcut = null, children, placement = 'bottom' }: TooltipProps) {
  const place = document.getElementById(placeId);
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <AriaTooltip
        className="tooltip"
        placement={placement}
        offset={6}
        {...(place ? { UNSTABLE_portalContainer: place } : {})}
      >
        <span>{text}</span>
        {shortcut !== null && <Kbd shortcut={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
