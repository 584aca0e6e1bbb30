import './panel.css';
import { type ReactNode, useId } from 'react';

export type PanelProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Controls at the end of the title row. */
  readonly actions?: ReactNode;
  /** A row below the title, such as a search field. */
  readonly toolbar?: ReactNode;
  readonly footer?: ReactNode;
  /** How many things are in it. */
  readonly count?: string;
  readonly headingLevel?: 2 | 3;
  readonly className?: string;
};

/** A titled part of the window. Its body scrolls; title, toolbar and footer stay. */
export function Panel({
  title,
  children,
  actions,
  toolbar,
  footer,
  count,
  headingLevel = 2,
  className = '',
}: PanelProps) {
  const id = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header className="panel-header">
        <Heading id={id} className="panel-title ellipsis">
          {title}
        </Heading>
        {count !== undefined && <span className="panel-count">{count}</span>}
        {actions !== undefined && <div className="panel-actions">{actions}</div>}
      </header>
      {toolbar !== undefined && <div className="panel-toolbar">{toolbar}</div>}
      <div className="panel-body">{children}</div>
      {footer !== undefined && <footer className="panel-footer">{footer}</footer>}
    </section>
  );
}
