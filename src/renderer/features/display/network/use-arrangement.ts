// The places of the nodes: computed in slices between frames, then moved by hand.

import { useEffect, useMemo, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
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

/** Milliseconds of layout at a time: well below the 50 ms at which a window is felt to hang. */
const slice = 12;
/** Milliseconds between two reports of progress: drawing it takes time from what it reports. */
const report = 150;

/** @param order places of the matrix around the circle */
export function useArrangement(network: Network, arrangement: Arrangement, order: readonly number[]): Arranged {
  // What the forces depend on. The network is a new object at each step of the threshold: by its content, nodes and
  // links that stay the same keep their places.
  const key = useMemo(
    () =>
      JSON.stringify({
        nodes: network.nodes.map(({ guid, radius, shape }) => ({ guid, radius, shape })),
        edges: network.edges,
      }),
    [network],
  );
  const [laid, setLaid] = useState<{ readonly key: string; readonly points: readonly Point[] } | null>(null);
  const [progress, setProgress] = useState(0);
  const [moved, setMoved] = useState<ReadonlyMap<Guid, Point>>(new Map());

  useEffect(() => {
    if (arrangement === 'circle') return undefined;
    const layout = startForceLayout(JSON.parse(key) as Network);
    let reported = performance.now();
    // Tasks and not frames: input and drawing come in between, but a slow display does not slow the layout.
    const go = (): void => {
      const end = performance.now() + slice;
      if (layout.advance(() => performance.now() >= end)) {
        setLaid({ key, points: layout.points() });
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
  }, [key, arrangement]);

  const computed = useMemo(
    () => (arrangement === 'circle' ? circleLayout(network, order) : laid?.key === key ? laid.points : null),
    [arrangement, network, order, laid, key],
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
