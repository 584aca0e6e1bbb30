// Link analysis: codes as nodes, and as links the pairs whose index reaches a threshold.

import type { Guid } from '../../../../shared/domain/ids.ts';
import { type Matrix, type Pair, pairsOf } from '../matrix.ts';

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
  readonly branches: readonly { readonly name: string; readonly shape: NodeShape }[];
};

export type ThresholdRange = { readonly minimum: number; readonly maximum: number; readonly step: number };

/** More links than this are no picture any more; the threshold that is proposed keeps below it. */
const legibleLinksPerNode = 1.5;

/**
 * @param threshold links need an index of at least this, and at least one unit in common
 * @param withUnlinked whether codes without a link are drawn too
 */
export function networkOf(matrix: Matrix, threshold: number, withUnlinked: boolean): Network {
  const pairs = pairsOf(matrix).filter((pair) => pair.value !== null && pair.value >= threshold);
  const degrees = new Map<number, number>();
  for (const { row, column } of pairs) {
    for (const place of [row, column]) degrees.set(place, (degrees.get(place) ?? 0) + 1);
  }
  const shown = matrix.codes.flatMap((_, place) => (withUnlinked || degrees.has(place) ? [place] : []));
  const positions = new Map(shown.map((place, position) => [place, position]));
  const greatest = Math.max(1, ...matrix.codes.map(({ units }) => units));
  const shapes = shapesOf(matrix);
  const strongest = Math.max(1e-9, ...pairs.map(({ value }) => Math.abs(value ?? 0)));
  const nodes = shown.flatMap((place): readonly NetworkNode[] => {
    const code = matrix.codes[place];
    if (!code) return [];
    return [
      {
        ...code,
        place,
        radius: 5 + 17 * Math.sqrt(code.units / greatest),
        shape: shapes.get(code.path[0] ?? '') ?? 'circle',
        degree: degrees.get(place) ?? 0,
      },
    ];
  });
  const branchNames = new Set(nodes.map(({ path }) => path[0] ?? ''));
  return {
    nodes,
    edges: pairs.map((pair) => ({
      source: positions.get(pair.row) ?? 0,
      target: positions.get(pair.column) ?? 0,
      count: pair.count,
      value: pair.value ?? 0,
      width: 1 + 5 * Math.max(0, (pair.value ?? 0) / strongest),
    })),
    unlinked: matrix.codes.length - degrees.size,
    branches: [...shapes].filter(([name]) => branchNames.has(name)).map(([name, shape]) => ({ name, shape })),
  };
}

/** Where the slider may stand: from the weakest to the strongest link there is. Null where no two codes meet. */
export function thresholdRange(matrix: Matrix): ThresholdRange | null {
  const values = linkValues(matrix);
  const maximum = values[0];
  const minimum = values.at(-1);
  if (maximum === undefined || minimum === undefined) return null;
  // Rounded outwards to the slider's grid, but never past the strongest link: it must stay visible.
  return { minimum: Math.floor(minimum * 100) / 100, maximum: Math.floor(maximum * 100) / 100, step: 0.01 };
}

/** The lowest threshold at which the picture can still be read. */
export function proposedThreshold(matrix: Matrix): number {
  const values = linkValues(matrix);
  const most = Math.max(12, Math.round(matrix.codes.length * legibleLinksPerNode));
  const range = thresholdRange(matrix);
  if (!range) return 0;
  if (values.length <= most) return range.minimum;
  return Math.min(range.maximum, Math.ceil((values[most - 1] ?? 0) * 100) / 100);
}

function linkValues(matrix: Matrix): readonly number[] {
  return pairsOf(matrix).flatMap(({ value }: Pair) => (value === null ? [] : [value]));
}

function shapesOf(matrix: Matrix): ReadonlyMap<string, NodeShape> {
  const shapes = new Map<string, NodeShape>();
  for (const { path } of matrix.codes) {
    const branch = path[0] ?? '';
    if (!shapes.has(branch)) shapes.set(branch, nodeShapes[shapes.size % nodeShapes.length] ?? 'circle');
  }
  return shapes;
}
