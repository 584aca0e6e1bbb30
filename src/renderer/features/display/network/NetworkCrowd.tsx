import { memo } from 'react';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import type { Point } from './force-layout.ts';
import type { PlacedLabel } from './label-placement.ts';
import { labelSize, widestLabel } from './network-drawing.ts';
import type { NetworkNode } from './network-model.ts';
import { movedPath, shapePath } from './shapes.ts';
import type { ScreenSize, Viewport } from './use-viewport.ts';

export type NetworkCrowdProps = {
  readonly nodes: readonly NetworkNode[];
  readonly points: readonly Point[];
  readonly viewport: Viewport;
  readonly size: ScreenSize;
  readonly ground: Rgb;
  /** By place of the node. */
  readonly labels: ReadonlyMap<number, PlacedLabel>;
  readonly nameOf: (index: number) => string;
  /** Nodes that are drawn as elements of their own. */
  readonly without: readonly number[];
};

/** Hundreds of codes as a few elements: one path per colour, and the labels in view. */
export function NetworkCrowd({ nodes, points, viewport, size, ground, labels, nameOf, without }: NetworkCrowdProps) {
  const { scale } = viewport;
  const margin = widestLabel / scale;
  const [left, top] = [-viewport.x / scale - margin, -viewport.y / scale - margin];
  const [right, bottom] = [(size.width - viewport.x) / scale + margin, (size.height - viewport.y) / scale + margin];
  const seen = [...labels.values()].filter(
    ({ index, x, y }) => x > left && x < right && y > top && y < bottom && !without.includes(index),
  );
  return (
    <g aria-hidden="true">
      <Shapes nodes={nodes} points={points} ground={ground} />
      {seen.map(({ index, x, y, anchor }) => (
        <text
          key={index}
          x={x}
          y={y}
          fontSize={labelSize / scale}
          strokeWidth={3 / scale}
          textAnchor={anchor}
          className="network-label"
        >
          {nameOf(index)}
        </text>
      ))}
    </g>
  );
}

const Shapes = memo(function Shapes({ nodes, points, ground }: Pick<NetworkCrowdProps, 'nodes' | 'points' | 'ground'>) {
  const colors = new Map<string, string[]>();
  for (const [index, node] of nodes.entries()) {
    const d = movedPath(shapePath(node.shape, node.radius), points[index] ?? { x: 0, y: 0 });
    const shapes = colors.get(node.color);
    if (shapes) shapes.push(d);
    else colors.set(node.color, [d]);
  }
  return [...colors].map(([color, shapes]) => (
    <path key={color} d={shapes.join('')} className="network-shape" fill={hexOf(legible(color, ground, 3))} />
  ));
});
