// Which rows and columns of a heatmap are in view: of hundreds of names only those are drawn.

import { type RefCallback, useCallback, useRef, useState } from 'react';
import type { HeatmapLayout } from './heatmap-layout.ts';

/** Ranks from the first to the one before the end. */
export type Span = { readonly first: number; readonly end: number };

export type SeenCells = {
  /** For the element that scrolls. */
  readonly scroller: RefCallback<HTMLElement>;
  readonly element: { readonly current: HTMLElement | null };
  readonly rows: Span;
  readonly columns: Span;
};

/** Pixels drawn around the view, so that scrolling shows no gap; the view is looked at in steps of as many. */
const margin = 200;

export function useSeenCells({ cell, size }: Pick<HeatmapLayout, 'cell' | 'size'>): SeenCells {
  const element = useRef<HTMLElement | null>(null);
  // Before it is known, a screenful: asking for the size would make the browser lay out everything twice.
  const [view, setView] = useState({ left: 0, top: 0, width: 1_200, height: 800 });
  const scroller = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const look = (): void => {
      const left = Math.floor(node.scrollLeft / margin) * margin;
      const top = Math.floor(node.scrollTop / margin) * margin;
      const [width, height] = [node.clientWidth, node.clientHeight];
      setView((former) =>
        former.left === left && former.top === top && former.width === width && former.height === height
          ? former
          : { left, top, width, height },
      );
    };
    element.current = node;
    const observer = new ResizeObserver(look);
    observer.observe(node);
    node.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      node.removeEventListener('scroll', look);
      element.current = null;
    };
  }, []);
  // Headers cover a part of the view: what is drawn reaches that much farther than needed.
  const span = (from: number, length: number): Span => ({
    first: Math.max(0, Math.floor((from - margin) / cell)),
    end: Math.min(size, Math.ceil((from + length + 2 * margin) / cell)),
  });
  return { scroller, element, rows: span(view.top, view.height), columns: span(view.left, view.width) };
}
