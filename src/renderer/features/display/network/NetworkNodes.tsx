import { useMemo } from 'react';
import { hexOf, legible, type Rgb } from '../charts/color-scale.ts';
import { ellipsised, type Measure } from '../charts/labels.ts';
import type { Point } from './force-layout.ts';
import { labelRequests, type PlacedLabel, placeLabels } from './label-placement.ts';
import { labelSize, widestLabel } from './network-drawing.ts';
import type { Network, NetworkNode } from './network-model.ts';
import { NetworkCrowd } from './NetworkCrowd.tsx';
import { reachOf, shapePath } from './shapes.ts';
import type { ScreenSize, Viewport } from './use-viewport.ts';

export type NetworkNodesProps = {
  readonly network: Network;
  readonly points: readonly Point[];
  readonly viewport: Viewport;
  readonly size: ScreenSize;
  readonly ground: Rgb;
  readonly measure: Measure;
  readonly focused: number;
  readonly hovered: number | null;
  readonly describe: (node: number) => string;
  readonly onFocus: (node: number) => void;
};

/** More codes than this are drawn together, and only the active one and the one pointed at are elements. */
export const mostElements = 100;

/** Codes with as many labels as find room; labels keep their size on screen at every zoom. */
export function NetworkNodes(props: NetworkNodesProps) {
  const { network, points, viewport, size, ground, measure, focused, hovered, describe, onFocus } = props;
  const { nodes } = network;
  const isCrowd = nodes.length > mostElements;
  const nameOf = useMemo(() => shortNames(nodes, measure), [nodes, measure]);
  const labels = useMemo(() => {
    const widths = nodes.map(({ name }) => Math.min(widestLabel, measure(name, labelSize)) / viewport.scale);
    const requests = labelRequests(network, points, widths);
    return new Map(placeLabels(requests, (labelSize + 3) / viewport.scale).map((label) => [label.index, label]));
  }, [network, nodes, points, measure, viewport.scale]);
  const shown = isCrowd ? [...new Set([focused, hovered ?? focused])] : nodes.map((_, index) => index);

  return (
    <>
      {isCrowd && (
        <NetworkCrowd
          nodes={nodes}
          points={points}
          viewport={viewport}
          size={size}
          ground={ground}
          labels={labels}
          nameOf={nameOf}
          without={shown}
        />
      )}
      {shown.map((index) => {
        const node = nodes[index];
        return (
          node && (
            <NodeElement
              key={node.guid}
              node={node}
              index={index}
              point={points[index] ?? { x: 0, y: 0 }}
              label={labels.get(index)}
              name={nameOf(index)}
              words={describe(index)}
              scale={viewport.scale}
              ground={ground}
              isFocused={index === focused}
              onFocus={() => onFocus(index)}
            />
          )
        );
      })}
    </>
  );
}

/** Names cut to the widest label, each when it is first asked for. */
function shortNames(nodes: readonly NetworkNode[], measure: Measure): (index: number) => string {
  const names = new Map<number, string>();
  return (index) => {
    const name = names.get(index) ?? ellipsised(nodes[index]?.name ?? '', widestLabel, labelSize, measure);
    names.set(index, name);
    return name;
  };
}

type NodeElementProps = {
  readonly node: NetworkNode;
  readonly index: number;
  readonly point: Point;
  readonly label: PlacedLabel | undefined;
  readonly name: string;
  readonly words: string;
  readonly scale: number;
  readonly ground: Rgb;
  readonly isFocused: boolean;
  readonly onFocus: () => void;
};

function NodeElement({ node, index, point, label, name, words, scale, ground, isFocused, onFocus }: NodeElementProps) {
  return (
    <g
      role="button"
      data-node={index}
      tabIndex={isFocused ? 0 : -1}
      aria-label={words}
      className={label ? 'network-node' : 'network-node network-node-crowded'}
      onFocus={onFocus}
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
        fontSize={labelSize / scale}
        strokeWidth={3 / scale}
        textAnchor={label?.anchor ?? 'start'}
        className="network-label"
      >
        {name}
      </text>
    </g>
  );
}
