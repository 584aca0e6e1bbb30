import './panel.css';
import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';

export type ToolbarProps = { readonly label: string; readonly children: ReactNode; readonly className?: string };

/** A row of controls that is one stop for Tab; arrows move within it. */
export function Toolbar({ label, children, className = '' }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className={`toolbar ${className}`}>
      {children}
    </AriaToolbar>
  );
}
