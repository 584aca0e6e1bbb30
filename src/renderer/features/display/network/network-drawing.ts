// The network as a picture for export: as it is arranged on screen, on white, with a legend of the shapes.

import { hexOf, legible } from '../charts/color-scale.ts';
import { type Drawing, ink, type Mark, paper, softInk } from '../charts/drawing.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Point } from './force-layout.ts';
import { boundsOf, labelRequests, placeLabels } from './label-placement.ts';
import type { Network } from './network-model.ts';
import { shapePath } from './shapes.ts';

export const widestLabel = 190;
export const labelSize = 12;
const margin = 130;

/** @param points of the nodes, as arranged */
export function networkDrawing(network: Network, points: readonly Point[], measure: Measure): Drawing {
  const bounds = boundsOf(points, margin);
  const at = (index: number): Point => {
    const point = points[index] ?? { x: 0, y: 0 };
    return { x: point.x - bounds.left, y: point.y - bounds.top };
  };
  const names = network.nodes.map(({ name }) => ellipsised(name, widestLabel, labelSize, measure));
  const labels = placeLabels(
    labelRequests(
      network,
      network.nodes.map((_, index) => at(index)),
      names.map((name) => measure(name, labelSize)),
    ),
    labelSize + 3,
  );
  const height = bounds.bottom - bounds.top;
  const columns = Math.max(1, Math.floor((bounds.right - bounds.left) / 220));
  return {
    width: bounds.right - bounds.left,
    height: height + Math.ceil(network.branches.length / columns) * 18,
    background: paper,
    marks: [
      ...network.edges.map((edge): Mark => {
        const from = at(edge.source);
        const to = at(edge.target);
        return {
          kind: 'path',
          x: 0,
          y: 0,
          d: `M${fixed(from.x)} ${fixed(from.y)}L${fixed(to.x)} ${fixed(to.y)}`,
          stroke: '#8b8e94',
          width: edge.width,
          opacity: 0.55,
        };
      }),
      ...network.nodes.map((node, index): Mark => ({
        kind: 'path',
        ...at(index),
        d: shapePath(node.shape, node.radius),
        fill: hexOf(legible(node.color, [255, 255, 255], 3)),
        stroke: paper,
        width: 1.5,
      })),
      ...labels.map((label): Mark => ({
        kind: 'text',
        x: label.x,
        y: label.y,
        text: names[label.index] ?? '',
        size: labelSize,
        fill: ink,
        anchor: label.anchor,
        halo: paper,
      })),
      ...network.branches.flatMap(({ name, shape }, index): readonly Mark[] => {
        const place = { x: 10 + (index % columns) * 220, y: height + 9 + Math.floor(index / columns) * 18 };
        return [
          { kind: 'path', ...place, d: shapePath(shape, 5), fill: softInk },
          {
            kind: 'text',
            x: place.x + 12,
            y: place.y,
            text: ellipsised(name, 190, 11, measure),
            size: 11,
            fill: softInk,
            anchor: 'start',
          },
        ];
      }),
    ],
  };
}

function fixed(value: number): string {
  return value.toFixed(2);
}
