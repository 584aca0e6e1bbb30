// Where the nodes of a network lie. The same network always comes out the same: no clock, no chance.

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Network } from './network-model.ts';
import { reachOf } from './shapes.ts';

export type Point = { readonly x: number; readonly y: number };

/** A layout under way. It is computed in slices, so that the window answers in between. */
export type ForceLayout = {
  /**
   * Goes on until `isTimeUp` says so; at least one step is made.
   * @returns whether the layout is at rest
   */
  readonly advance: (isTimeUp: () => boolean) => boolean;
  /** 0..1 */
  readonly progress: () => number;
  readonly points: () => readonly Point[];
};

type Body = SimulationNodeDatum & { readonly radius: number };

const steps = 300;

/** Nodes pull along their links, push each other off, and stay off each other's ground (Fruchterman & Reingold's idea). */
export function startForceLayout({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): ForceLayout {
  const bodies: Body[] = nodes.map(({ radius, shape }) => ({ radius: reachOf(shape, radius) }));
  const links: (SimulationLinkDatum<Body> & { readonly strength: number })[] = edges.map((edge) => ({
    source: edge.source,
    target: edge.target,
    strength: edge.width / 6,
  }));
  const simulation = forceSimulation(bodies)
    .randomSource(seededRandom())
    .force(
      'link',
      forceLink(links)
        .distance(({ strength }) => 150 - 80 * strength)
        .strength(({ strength }) => 0.15 + 0.35 * strength),
    )
    .force('charge', forceManyBody<Body>().strength(-340).distanceMax(600))
    .force('collide', forceCollide<Body>((body) => body.radius + 9).iterations(2))
    // Gentle, so that parts without a link between them stay on one page.
    .force('x', forceX<Body>(0).strength(0.05))
    .force('y', forceY<Body>(0).strength(0.075))
    .alphaDecay(1 - 0.001 ** (1 / steps))
    .stop();
  let step = 0;
  return {
    advance: (isTimeUp) => {
      while (step < steps) {
        simulation.tick();
        step += 1;
        if (isTimeUp()) break;
      }
      return step >= steps;
    },
    progress: () => step / steps,
    points: () => bodies.map(({ x, y }) => ({ x: x ?? 0, y: y ?? 0 })),
  };
}

/** The whole layout at once, for exports of small pictures and for tests. */
export function forceLayout(network: Pick<Network, 'nodes' | 'edges'>): readonly Point[] {
  const layout = startForceLayout(network);
  layout.advance(() => false);
  return layout.points();
}

/**
 * Nodes on a circle, in an order in which alike codes are neighbours.
 * @param order places of the matrix around the circle
 */
export function circleLayout({ nodes }: Pick<Network, 'nodes'>, order: readonly number[]): readonly Point[] {
  const rank = new Map(order.map((place, position) => [place, position]));
  const around = nodes
    .map((node, index) => ({ index, rank: rank.get(node.place) ?? 0 }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  // Neighbours have room for a line of text between them.
  const radius = Math.max(150, (nodes.length * 15) / (2 * Math.PI));
  const points: Point[] = nodes.map(() => ({ x: 0, y: 0 }));
  for (const [position, { index }] of around.entries()) {
    const angle = (position / Math.max(1, nodes.length)) * 2 * Math.PI - Math.PI / 2;
    points[index] = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
  }
  return points;
}

/** Numerical Recipes' linear congruential generator, always from the same seed. */
function seededRandom(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
