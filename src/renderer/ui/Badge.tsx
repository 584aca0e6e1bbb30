import './small.css';
import type { ReactNode } from 'react';

export type BadgeProps = {
  readonly children: ReactNode;
  readonly tone?: 'neutral' | 'accent' | 'warning' | 'danger' | 'success';
  readonly title?: string;
};

/** A word or count about the thing it stands beside. */
export function Badge({ children, tone = 'neutral', title }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}
