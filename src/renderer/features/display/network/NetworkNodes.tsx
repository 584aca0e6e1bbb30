import { useMemo } from 'react';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Point } from './force-layout.ts';
import { labelRequests, placeLabels } from './label-placement.ts';
import { labelSize, widestLabel } from './network-drawing.ts';
import type { Network } from './network-model.ts';
import { reachOf, shapePath } from './shapes.ts';
import type { Viewport } from './use-viewport.ts';

export type NetworkNodesProps = {
  readonly network: Network;
  readonly points: readonly Point[];
  readonly viewport: Viewport;
  readonly ground: Rgb;
  readonly measure: Measure;
  readonly focused: number;
  readonly describe: (node: number) => string;
  readonly onFocus: (node: number) => void;
};

/** Codes with as many labels as find room; labels keep their size on screen at every zoom. */
export function NetworkNodes(props: NetworkNodesProps) {
  const { network, points, viewport, ground, measure, focused, describe, onFocus } = props;
  const size = labelSize / viewport.scale;
  const names = useMemo(
    () => network.nodes.map(({ name }) => ellipsised(name, widestLabel, labelSize, measure)),
    [network, measure],
  );
  const labels = useMemo(() => {
    const widths = names.map((name) => measure(name, labelSize) / viewport.scale);
    const requests = labelRequests(network, points, widths);
    return new Map(placeLabels(requests, (labelSize + 3) / viewport.scale).map((label) => [label.index, label]));
  }, [network, points, names, measure, viewport.scale]);

  return network.nodes.map((node, index) => {
    const point = points[index] ?? { x: 0, y: 0 };
    const label = labels.get(index);
    return (
      <g
        key={node.guid}
        role="button"
        data-node={index}
        tabIndex={index === focused ? 0 : -1}
        aria-label={describe(index)}
        className={label ? 'network-node' : 'network-node network-node-crowded'}
        onFocus={() => onFocus(index)}
      >
        <path
          d={shapePath(node.shape, node.radius)}
          transform={`translate(${point.x} ${point.y})`}
          className="network-shape"
          fill={hexOf(legible(node.color, ground, 3))}
        >
          <title>{node.path.join(' / ')}</title>
        </path>
        <text
          x={label?.x ?? point.x + reachOf(node.shape, node.radius) + 3}
          y={label?.y ?? point.y}
          fontSize={size}
          strokeWidth={3 / viewport.scale}
          textAnchor={label?.anchor ?? 'start'}
          className="network-label"
        >
          {names[index]}
        </text>
      </g>
    );
  });
}
