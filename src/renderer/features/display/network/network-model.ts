// Link analysis: codes as nodes, and as links the pairs whose index reaches a threshold.

import type { Guid } from '../../../../shared/domain/ids.ts';
import type { Matrix } from '../matrix.ts';

/** One shape per top-level branch, in turn, so that colour is never the only sign of belonging. */
export const nodeShapes = ['circle', 'square', 'diamond', 'triangle', 'star', 'cross', 'wye'] as const;
export type NodeShape = (typeof nodeShapes)[number];

export type NetworkNode = {
  readonly guid: Guid;
  /** Place of the code in the matrix. */
  readonly place: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly color: string;
  readonly units: number;
  /** Pixels; the area grows with the units. */
  readonly radius: number;
  readonly shape: NodeShape;
  /** Links at this threshold. */
  readonly degree: number;
};

export type NetworkEdge = {
  /** Places in `nodes`. */
  readonly source: number;
  readonly target: number;
  readonly count: number;
  readonly value: number;
  /** Pixels. */
  readonly width: number;
};

export type Network = {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Codes without a link at this threshold. */
  readonly unlinked: number;
  /** Links that reach the threshold and are not drawn, because stronger ones are too many already. */
  readonly omitted: number;
  readonly branches: readonly { readonly name: string; readonly shape: NodeShape }[];
};

export type ThresholdRange = { readonly minimum: number; readonly maximum: number; readonly step: number };

/** More links than this are no picture any more; the threshold that is proposed keeps below it. */
const legibleLinksPerNode = 1.5;

/** With more links than this a picture is one grey patch: the strongest are drawn, and it is said how many are not. */
export const mostLinks = 3_000;

/**
 * @param threshold links need an index of at least this, and at least one unit in common
 * @param withUnlinked whether codes without a link are drawn too
 */
export function networkOf(matrix: Matrix, threshold: number, withUnlinked: boolean): Network {
  const { drawn, degrees, omitted } = linksFrom(matrix, threshold);
  const isLinked = (place: number): boolean => (degrees[place] ?? 0) > 0;
  const shown = matrix.codes.flatMap((_, place) => (withUnlinked || isLinked(place) ? [place] : []));
  const positions = new Map(shown.map((place, position) => [place, position]));
  const greatest = matrix.codes.reduce((most, { units }) => Math.max(most, units), 1);
  const shapes = shapesOf(matrix);
  const strongest = drawn.reduce((most, { value }) => Math.max(most, Math.abs(value)), 1e-9);
  const nodes = shown.flatMap((place): readonly NetworkNode[] => {
    const code = matrix.codes[place];
    if (!code) return [];
    return [
      {
        ...code,
        place,
        radius: 5 + 17 * Math.sqrt(code.units / greatest),
        shape: shapes.get(code.path[0] ?? '') ?? 'circle',
        degree: degrees[place] ?? 0,
      },
    ];
  });
  const branchNames = new Set(nodes.map(({ path }) => path[0] ?? ''));
  return {
    nodes,
    edges: drawn.map((pair) => ({
      source: positions.get(pair.row) ?? 0,
      target: positions.get(pair.column) ?? 0,
      count: pair.count,
      value: pair.value,
      width: 1 + 5 * Math.max(0, pair.value / strongest),
    })),
    unlinked: matrix.codes.filter((_, place) => !isLinked(place)).length,
    omitted,
    branches: [...shapes].filter(([name]) => branchNames.has(name)).map(([name, shape]) => ({ name, shape })),
  };
}

/** Where the slider may stand: from the weakest to the strongest link there is. Null where no two codes meet. */
export function thresholdRange({ links }: Pick<Matrix, 'links'>): ThresholdRange | null {
  const minimum = links[0];
  const maximum = links.at(-1);
  if (maximum === undefined || minimum === undefined) return null;
  // Rounded outwards to the slider's grid, but never past the strongest link: it must stay visible.
  return { minimum: Math.floor(minimum * 100) / 100, maximum: Math.floor(maximum * 100) / 100, step: 0.01 };
}

/** The lowest threshold at which the picture can still be read. */
export function proposedThreshold({ codes, links }: Pick<Matrix, 'codes' | 'links'>): number {
  const most = Math.max(12, Math.round(codes.length * legibleLinksPerNode));
  const range = thresholdRange({ links });
  if (!range) return 0;
  if (links.length <= most) return range.minimum;
  return Math.min(range.maximum, Math.ceil((links.at(-most) ?? 0) * 100) / 100);
}

type Link = { readonly row: number; readonly column: number; readonly count: number; readonly value: number };

type Links = {
  /** In the order of the codebook. Where too many reach the threshold, the strongest; of equal ones the first. */
  readonly drawn: readonly Link[];
  /** How many reach the threshold, by place of the code. */
  readonly degrees: Int32Array;
  readonly omitted: number;
};

function linksFrom({ codes, counts, similarity, links }: Matrix, threshold: number): Links {
  const size = codes.length;
  // Every link above this is drawn; of those at it, as many as there is room for.
  const weakest = Math.max(threshold, links.at(-mostLinks) ?? -Infinity);
  let room = mostLinks - (links.length - placeIn(links, (value) => value > weakest));
  const drawn: Link[] = [];
  const degrees = new Int32Array(size);
  for (let row = 0; row < size; row += 1) {
    for (let column = row + 1; column < size; column += 1) {
      const value = similarity[row * size + column] ?? Number.NaN;
      // Nothing is at least NaN: undefined values are passed over.
      if (!(value >= threshold)) continue;
      const count = counts[row * size + column] ?? 0;
      if (count === 0) continue;
      degrees[row] = (degrees[row] ?? 0) + 1;
      degrees[column] = (degrees[column] ?? 0) + 1;
      if (value < weakest || (value === weakest && room === 0)) continue;
      if (value === weakest) room -= 1;
      drawn.push({ row, column, count, value });
    }
  }
  const reaching = links.length - placeIn(links, (value) => value >= threshold);
  return { drawn, degrees, omitted: reaching - drawn.length };
}

/** The first place at which something is true that stays true from there on. */
function placeIn(ascending: Float64Array, isReached: (value: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(ascending[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function shapesOf(matrix: Matrix): ReadonlyMap<string, NodeShape> {
  const shapes = new Map<string, NodeShape>();
  for (const { path } of matrix.codes) {
    const branch = path[0] ?? '';
    if (!shapes.has(branch)) shapes.set(branch, nodeShapes[shapes.size % nodeShapes.length] ?? 'circle');
  }
  return shapes;
}
