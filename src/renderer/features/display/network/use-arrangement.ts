// The places of the nodes: computed in slices between frames, then moved by hand.

import { useEffect, useMemo, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { slice } from '../steps.ts';
import { circleLayout, type Point, startForceLayout } from './force-layout.ts';
import type { Network } from './network-model.ts';

export type Arrangement = 'force' | 'circle';

export type Arranged = {
  /** Null while it is being computed. */
  readonly points: readonly Point[] | null;
  /** The same before anything was moved by hand. */
  readonly computed: readonly Point[] | null;
  /** 0..1 */
  readonly progress: number;
  readonly move: (node: Guid, to: Point) => void;
  /** Takes back what was moved by hand. */
  readonly reset: () => void;
};

type Bodies = Pick<Network, 'nodes' | 'edges'>;

/** Milliseconds between two reports of progress: drawing it takes time from what it reports. */
const report = 150;

/** @param order places of the matrix around the circle */
export function useArrangement(network: Network, arrangement: Arrangement, order: readonly number[]): Arranged {
  const bodies = useBodies(network);
  const [laid, setLaid] = useState<{ readonly bodies: Bodies; readonly points: readonly Point[] } | null>(null);
  const [progress, setProgress] = useState(0);
  const [moved, setMoved] = useState<ReadonlyMap<Guid, Point>>(new Map());

  useEffect(() => {
    if (arrangement === 'circle') return undefined;
    const layout = startForceLayout(bodies);
    let reported = performance.now();
    // Tasks and not frames: input and drawing come in between, but a slow display does not slow the layout.
    const go = (): void => {
      const end = performance.now() + slice;
      if (layout.advance(() => performance.now() >= end)) {
        setLaid({ bodies, points: layout.points() });
        return;
      }
      if (end - reported > report) {
        reported = end;
        setProgress(layout.progress());
      }
      task = setTimeout(go, 0);
    };
    let task = setTimeout(go, 0);
    return () => clearTimeout(task);
  }, [bodies, arrangement]);

  const computed = useMemo(
    () => (arrangement === 'circle' ? circleLayout(network, order) : laid?.bodies === bodies ? laid.points : null),
    [arrangement, network, order, laid, bodies],
  );
  const points = useMemo(
    () => computed?.map((point, index) => moved.get(network.nodes[index]?.guid as Guid) ?? point) ?? null,
    [computed, network, moved],
  );

  return {
    computed,
    points,
    progress,
    move: (node, to) => setMoved((former) => new Map(former).set(node, to)),
    reset: () => setMoved(new Map()),
  };
}

/**
 * What the forces depend on. The network is a new object at each step of the threshold: as long as its nodes and links
 * are the same, so is this, and everything keeps its place.
 */
function useBodies(network: Network): Bodies {
  const [bodies, setBodies] = useState<Bodies>(network);
  if (bodies === network || areAlike(bodies, network)) return bodies;
  setBodies(network);
  return network;
}

function areAlike(first: Bodies, second: Bodies): boolean {
  return (
    first.nodes.length === second.nodes.length &&
    first.edges.length === second.edges.length &&
    first.nodes.every(({ guid, radius, shape }, index) => {
      const other = second.nodes[index];
      return other?.guid === guid && other.radius === radius && other.shape === shape;
    }) &&
    first.edges.every(({ source, target, width }, index) => {
      const other = second.edges[index];
      return other?.source === source && other.target === target && other.width === width;
    })
  );
}
