// Hits in a list: by document, each in its words. Only what is in view is drawn.

import './hit-rows.css';
import type { ReactNode } from 'react';
import { useVisibleRows } from './use-visible-rows.ts';

type AnyRow = { readonly id: string; readonly kind: 'document' | 'hit' };

export type HitRowsProps<Row extends AnyRow> = {
  readonly label: string;
  readonly className: string;
  readonly rows: readonly Row[];
  readonly children: (row: Row) => ReactNode;
};

const rowHeight = 34;
const nothingKept: readonly number[] = [];

export function HitRows<Row extends AnyRow>({ label, className, rows, children }: HitRowsProps<Row>) {
  const { scroller, indexes, height, topOf } = useVisibleRows({ count: rows.length, rowHeight, kept: nothingKept });
  return (
    <div className={className} ref={scroller} role="list" aria-label={label}>
      <div className="hit-rows" style={{ blockSize: height }} role="presentation">
        {indexes.map((index) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              className={`hit-row hit-row-${row.kind}`}
              style={{ transform: `translateY(${topOf(index)}px)` }}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

// The end of a line stands in the middle of one here; a sign shows where.
export const inOneLine = (text: string): string => text.replace(/[\n\u2028]/g, ' ¶ ');

export type HitWordsProps = {
  readonly before: string;
  readonly after: string;
  /** Marks changes of words. */
  readonly isChange?: boolean;
  readonly children: ReactNode;
};

/** A hit with the words before and after it. */
export function HitWords({ before, after, isChange = false, children }: HitWordsProps) {
  return (
    <>
      <span className="hit-before">
        <bdi>{inOneLine(before)}</bdi>
      </span>
      <span className={isChange ? 'hit-words word-diff' : 'hit-words'}>{children}</span>
      <span className="hit-after">
        <bdi>{inOneLine(after)}</bdi>
      </span>
    </>
  );
}
