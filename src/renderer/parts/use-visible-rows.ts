// Rows of one height: only those in view are drawn, so that 500 codes or 5,000 documents scroll like ten.

import { type RefCallback, useCallback, useRef, useState } from 'react';

export type VisibleRows = {
  /** For the element that scrolls. */
  readonly scroller: RefCallback<HTMLElement>;
  /** Indexes to draw, ascending. */
  readonly indexes: readonly number[];
  /** Height of all rows together, in pixels. */
  readonly height: number;
  readonly topOf: (index: number) => number;
  /** Scrolls no further than needed. */
  readonly bringIntoView: (index: number) => void;
};

export type VisibleRowsInput = {
  readonly count: number;
  /** Pixels, the same for every row. */
  readonly rowHeight: number;
  /** Rows drawn wherever the view is: the one with the keyboard, which screen readers follow by its identifier. */
  readonly kept: readonly number[];
  /** Pixels at the top that a header covers. */
  readonly covered?: number;
  /**
   * Pixels to draw for until the first layout tells. Without, the browser is asked at once and lays out everything
   * twice.
   */
  readonly expected?: number;
  /** Columns of one width are seen the same way, from side to side. */
  readonly axis?: 'block' | 'inline';
};

/** Rows drawn above and below the view, so that scrolling shows no gap. */
const margin = 10;
/** The view is looked at in steps of this many rows: between them, scrolling draws nothing anew. */
const step = 5;

export function useVisibleRows({
  count,
  rowHeight,
  kept,
  covered = 0,
  expected,
  axis = 'block',
}: VisibleRowsInput): VisibleRows {
  const element = useRef<HTMLElement | null>(null);
  const [view, setView] = useState({ top: 0, height: expected ?? 0 });
  const isExpected = expected !== undefined;
  const scroller = useCallback(
    (node: HTMLElement | null) => {
      if (!node) return undefined;
      const measure = (): void => {
        const chunk = rowHeight * step;
        const [at, size] = axis === 'block' ? [node.scrollTop, node.clientHeight] : [node.scrollLeft, node.clientWidth];
        const next = { top: Math.floor(at / chunk) * chunk, height: size };
        setView((former) => (former.top === next.top && former.height === next.height ? former : next));
      };
      element.current = node;
      if (!isExpected) measure();
      const observer = new ResizeObserver(measure);
      observer.observe(node);
      node.addEventListener('scroll', measure, { passive: true });
      return () => {
        observer.disconnect();
        node.removeEventListener('scroll', measure);
        element.current = null;
      };
    },
    [rowHeight, isExpected, axis],
  );
  const bringIntoView = useCallback(
    (index: number) => {
      const box = element.current;
      if (!box || index < 0) return;
      const top = index * rowHeight;
      const side = axis === 'block' ? 'scrollTop' : 'scrollLeft';
      const height = (axis === 'block' ? box.clientHeight : box.clientWidth) - covered;
      if (top < box[side]) box[side] = top;
      else if (top + rowHeight > box[side] + height) box[side] = top + rowHeight - height;
    },
    [rowHeight, covered, axis],
  );
  const first = Math.max(0, Math.floor(view.top / rowHeight) - margin);
  const last = Math.min(count - 1, Math.ceil((view.top + view.height) / rowHeight) + step + margin);
  const inView = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
  const outside = kept.filter((index) => index >= 0 && index < count && (index < first || index > last));
  return {
    scroller,
    indexes: outside.length === 0 ? inView : [...new Set([...outside, ...inView])].toSorted((a, b) => a - b),
    height: count * rowHeight,
    topOf: (index) => index * rowHeight,
    bringIntoView,
  };
}
