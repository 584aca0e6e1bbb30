import { memo } from 'react';
import type { Point } from './force-layout.ts';
import type { Network, NetworkEdge } from './network-model.ts';

export type NetworkEdgesProps = {
  readonly network: Network;
  readonly points: readonly Point[];
  /** The link that is pointed at or chosen. */
  readonly marked: number | null;
};

/** All links of one width are one path: five thousand links are six elements. */
export const NetworkEdges = memo(function NetworkEdges({ network, points, marked }: NetworkEdgesProps) {
  const widths = new Map<number, string[]>();
  for (const edge of network.edges) {
    const width = Math.max(1, Math.round(edge.width));
    const line = lineOf(edge, points);
    const lines = widths.get(width);
    if (lines) lines.push(line);
    else widths.set(width, [line]);
  }
  const chosen = marked === null ? undefined : network.edges[marked];
  return (
    <g aria-hidden="true">
      {[...widths].map(([width, lines]) => (
        <path key={width} className="network-edges" d={lines.join('')} strokeWidth={width} />
      ))}
      {chosen && <path className="network-edge-marked" d={lineOf(chosen, points)} strokeWidth={chosen.width + 2} />}
    </g>
  );
});

function lineOf({ source, target }: NetworkEdge, points: readonly Point[]): string {
  const from = points[source] ?? { x: 0, y: 0 };
  const to = points[target] ?? { x: 0, y: 0 };
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
}
