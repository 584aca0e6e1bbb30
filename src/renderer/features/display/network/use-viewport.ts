// Zoom and pan of the network: what part of the plane is seen.

import { useCallback, useEffect, useState } from 'react';
import type { Point } from './force-layout.ts';
import type { Box } from './label-placement.ts';

/** Plane to screen: `screen = plane × scale + offset`. */
export type Viewport = { readonly scale: number; readonly x: number; readonly y: number };

/** Pixels of the screen. */
export type ScreenSize = { readonly width: number; readonly height: number };

export type ViewportState = {
  readonly viewport: Viewport;
  readonly zoom: (factor: number) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly fit: () => void;
  readonly size: ScreenSize;
};

const smallest = 0.15;
const greatest = 6;

/** The viewport in which a box fills the screen. */
export function fitted(box: Box, width: number, height: number): Viewport {
  const scale = Math.min(
    1.4,
    Math.max(smallest, Math.min(width / (box.right - box.left), height / (box.bottom - box.top))),
  );
  return {
    scale,
    x: width / 2 - ((box.left + box.right) / 2) * scale,
    y: height / 2 - ((box.top + box.bottom) / 2) * scale,
  };
}

/** The viewport after a zoom that keeps one point of the screen where it is. */
export function zoomedAt(viewport: Viewport, factor: number, at: Point): Viewport {
  const scale = Math.min(greatest, Math.max(smallest, viewport.scale * factor));
  const share = scale / viewport.scale;
  return { scale, x: at.x - (at.x - viewport.x) * share, y: at.y - (at.y - viewport.y) * share };
}

/**
 * @param svg the picture, once it is there
 * @param bounds of the nodes with room for labels
 * @param fitKey another key fits the picture anew
 */
export function useViewport(svg: SVGSVGElement | null, bounds: Box, fitKey: string): ViewportState {
  const [size, setSize] = useState({ width: 800, height: 600 });
  const [chosen, setChosen] = useState<{ readonly key: string; readonly viewport: Viewport } | null>(null);
  const key = `${fitKey} ${size.width} ${size.height}`;
  const viewport = chosen?.key === key ? chosen.viewport : fitted(bounds, size.width, size.height);
  const change = useCallback(
    (next: (former: Viewport) => Viewport) => setChosen({ key, viewport: next(viewport) }),
    [key, viewport],
  );

  useEffect(() => {
    if (!svg) return undefined;
    const observer = new ResizeObserver(() => {
      const { width, height } = svg.getBoundingClientRect();
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(svg);
    return () => observer.disconnect();
  }, [svg]);

  useEffect(() => {
    if (!svg) return undefined;
    // React listens to wheels passively; only a listener of our own can keep the page from scrolling.
    const turn = (event: WheelEvent): void => {
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      change((former) => zoomedAt(former, Math.exp(-event.deltaY * 0.0016), at));
    };
    svg.addEventListener('wheel', turn, { passive: false });
    return () => svg.removeEventListener('wheel', turn);
  }, [svg, change]);

  return {
    viewport,
    size,
    zoom: (factor) => change((former) => zoomedAt(former, factor, { x: size.width / 2, y: size.height / 2 })),
    pan: (dx, dy) => change((former) => ({ ...former, x: former.x + dx, y: former.y + dy })),
    fit: () => setChosen(null),
  };
}
