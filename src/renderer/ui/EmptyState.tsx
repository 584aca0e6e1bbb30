import './small.css';
import type { ReactNode } from 'react';

export type EmptyStateProps = {
  readonly title: string;
  /** What to do next, in a sentence or two. */
  readonly text?: string;
  readonly icon?: ReactNode;
  /** Buttons that do it. */
  readonly actions?: ReactNode;
};

/** Where nothing is yet: says so, and teaches the next step. */
export function EmptyState({ title, text, icon, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon !== undefined && (
        <div className="empty-state-icon" aria-hidden="true">
          {icon}
        </div>
      )}
      <p className="empty-state-title">{title}</p>
      {text !== undefined && <p className="empty-state-text">{text}</p>}
      {actions !== undefined && <div className="empty-state-actions">{actions}</div>}
    </div>
  );
}
