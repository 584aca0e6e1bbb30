import { describe, expect, it } from 'vitest';
import { estimatedWidth } from '../../../src/renderer/features/display/charts/labels.ts';
import { matrixOf } from '../../../src/renderer/features/display/matrix.ts';
import {
  circleLayout,
  forceLayout,
  startForceLayout,
} from '../../../src/renderer/features/display/network/force-layout.ts';
import {
  boxesMeet,
  crosses,
  labelBox,
  labelRequests,
  placeLabels,
} from '../../../src/renderer/features/display/network/label-placement.ts';
import { edgeAt, edgesOfNode, nodeAt, nodeTowards } from '../../../src/renderer/features/display/network/navigation.ts';
import {
  mostLinks,
  networkOf,
  nodeShapes,
  proposedThreshold,
  thresholdRange,
} from '../../../src/renderer/features/display/network/network-model.ts';
import { movedPath, reachOf, shapePath } from '../../../src/renderer/features/display/network/shapes.ts';
import { generatedResult, resultOf } from './result.ts';

const small = matrixOf(
  resultOf({
    names: [['Inovasi'], ['Inovasi', 'Nilai'], ['Manajer'], ['Sendiri']],
    units: [[0, 1], [0, 1], [0, 1, 2], [2], [2], [3]],
  }),
  1,
);

describe('the network of codes', () => {
  it('links pairs whose index reaches the threshold, and counts codes without a link', () => {
    const network = networkOf(small, 0.5, false);
    expect(network.nodes.map(({ name, degree }) => [name, degree])).toEqual([
      ['Inovasi', 1],
      ['Nilai', 1],
    ]);
    expect(network.edges).toMatchObject([{ source: 0, target: 1, count: 3, value: 1 }]);
    expect(network.unlinked).toBe(2);
    expect(networkOf(small, 0.5, true).nodes).toHaveLength(4);
    expect(networkOf(small, 0, false).edges).toHaveLength(3);
  });

  it('gives the codes of one branch one shape, so that colour is never the only sign', () => {
    const { nodes, branches } = networkOf(small, 0, true);
    expect(nodes.map(({ shape }) => shape)).toEqual(['circle', 'circle', 'square', 'diamond']);
    expect(branches).toEqual([
      { name: 'Inovasi', shape: 'circle' },
      { name: 'Manajer', shape: 'square' },
      { name: 'Sendiri', shape: 'diamond' },
    ]);
  });

  it('proposes a threshold at which the picture can be read, never beyond the strongest link', () => {
    for (const codes of [3, 30, 200]) {
      const matrix = matrixOf(generatedResult(codes), 1);
      const threshold = proposedThreshold(matrix);
      const { edges } = networkOf(matrix, threshold, false);
      expect(edges.length).toBeGreaterThan(0);
      expect(edges.length).toBeLessThanOrEqual(Math.max(12, codes * 1.5));
      expect(thresholdRange(matrix)?.maximum).toBeGreaterThanOrEqual(threshold);
    }
  });

  it('draws the strongest of too many links, counts the others, and says every code’s own number of links', () => {
    // 100 codes that all meet: 4,950 links, more than are drawn; those with the first code are the weakest.
    const names = Array.from({ length: 100 }, (_, code) => [`Kode ${code}`]);
    const everyone = names.map((_, code) => code);
    const matrix = matrixOf(resultOf({ names, units: [everyone, everyone.slice(1), [0]] }), 1);
    const network = networkOf(matrix, 0, false);
    expect(network.edges).toHaveLength(mostLinks);
    expect(network.omitted).toBe(4_950 - mostLinks);
    expect(Math.min(...network.edges.map(({ value }) => value))).toBe(1);
    expect(network.nodes.map(({ degree }) => degree)).toEqual(names.map(() => 99));
    expect(network.unlinked).toBe(0);
    const strongest = networkOf(matrixOf(generatedResult(30), 1), 0.3, false);
    expect(strongest.omitted).toBe(0);
    expect(Math.min(...strongest.edges.map(({ value }) => value))).toBeGreaterThanOrEqual(0.3);
  });

  it('has no range where no two codes meet', () => {
    expect(thresholdRange(matrixOf(resultOf({ names: [['a'], ['b']], units: [[0], [1]] }), 1))).toBeNull();
  });
});

describe('the layout by forces', () => {
  const network = networkOf(matrixOf(generatedResult(30), 1), 0.1, true);

  it('is the same each time, and the same in slices as at once', () => {
    const whole = forceLayout(network);
    expect(forceLayout(network)).toEqual(whole);
    const sliced = startForceLayout(network);
    let slices = 1;
    while (!sliced.advance(() => true)) slices += 1;
    expect(sliced.points()).toEqual(whole);
    expect(slices).toBe(300);
    expect(sliced.progress()).toBe(1);
  });

  it('keeps nodes off each other and everything finite', () => {
    const points = forceLayout(network);
    for (const [index, point] of points.entries()) {
      expect(Number.isFinite(point.x) && Number.isFinite(point.y)).toBe(true);
      for (const [other, place] of points.entries()) {
        if (other <= index) continue;
        const [first, second] = [network.nodes[index], network.nodes[other]];
        const room = first && second ? reachOf(first.shape, first.radius) + reachOf(second.shape, second.radius) : 0;
        expect(Math.hypot(point.x - place.x, point.y - place.y)).toBeGreaterThan(room);
      }
    }
  });

  it('puts nodes with strong links nearer than nodes without', () => {
    const pair = networkOf(small, 0, true);
    const points = forceLayout(pair);
    const distance = (a: number, b: number): number =>
      Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0));
    expect(distance(0, 1)).toBeLessThan(distance(0, 3));
  });

  it('puts nodes on a circle in the order given, with room for a line of text between neighbours', () => {
    const wide = networkOf(matrixOf(generatedResult(200), 1), 0, true);
    const order = wide.nodes.map(({ place }) => place).toReversed();
    const points = circleLayout(wide, order);
    const radii = points.map(({ x, y }) => Math.hypot(x, y));
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(1e-6);
    const [first, second] = [points.at(-1), points.at(-2)];
    expect(Math.hypot((first?.x ?? 0) - (second?.x ?? 0), (first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThan(12);
  });
});

describe('shapes of nodes', () => {
  it.each(nodeShapes)('%s reaches as far as it says', (shape) => {
    const corners = [...shapePath(shape, 10).matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) =>
      Math.hypot(Number(x), Number(y)),
    );
    const farthest = Math.max(...corners);
    expect(farthest).toBeLessThanOrEqual(reachOf(shape, 10));
    expect(farthest).toBeGreaterThan(reachOf(shape, 10) * 0.98);
  });
});

describe('many shapes in one path', () => {
  it.each(nodeShapes)('%s keeps its form where it is moved to', (shape) => {
    const place = { x: 250.5, y: -40 };
    const pointsOf = (d: string): readonly number[] =>
      [...d.matchAll(/([MLA])([^A-Za-z]*)/g)].flatMap(([, , written = '']) =>
        [...written.matchAll(/-?[\d.]+/g)].slice(-2).map(([number]) => Number(number)),
      );
    const before = pointsOf(shapePath(shape, 10));
    const after = pointsOf(movedPath(shapePath(shape, 10), place));
    expect(after).toHaveLength(before.length);
    for (const [index, number] of before.entries()) {
      expect(after[index]).toBeCloseTo(number + (index % 2 === 0 ? place.x : place.y), 1);
    }
    // What is relative to where it begins stays: sides, radii and ends.
    const rest = (d: string): string => d.replaceAll(/[MLA][^A-Za-z]*/g, '').replaceAll(/[\s,]+/g, ' ');
    expect(rest(movedPath(shapePath(shape, 10), { x: 0, y: 0 })).length).toBe(
      rest(movedPath(shapePath(shape, 10), place)).length,
    );
  });
});

describe('labels of nodes', () => {
  it.each([30, 200])('cover neither each other nor a foreign node (%i codes)', (codes) => {
    const network = networkOf(matrixOf(generatedResult(codes), 1), 0.05, true);
    const points = forceLayout(network);
    const widths = network.nodes.map(({ name }) => Math.min(190, estimatedWidth(name, 12)));
    const requests = labelRequests(network, points, widths);
    const labels = placeLabels(requests, 15);
    const boxes = labels.map((label) => ({
      index: label.index,
      box: labelBox(label, requests[label.index]?.width ?? 0, 15),
    }));
    expect(boxes.length).toBeGreaterThan(codes / 5);
    const clashes = boxes.flatMap(({ box, index }, position) => [
      ...boxes.slice(position + 1).filter((other) => boxesMeet(box, other.box)),
      ...requests.filter(({ x, y, radius }, node) => {
        const ground = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
        return node !== index && boxesMeet(box, ground);
      }),
    ]);
    expect(clashes).toEqual([]);
  });

  it('let the more frequent code choose first where there is room for one only', () => {
    const crowd = [
      { x: 0, y: 0, radius: 10, width: 500, weight: 1, links: [] },
      { x: 4, y: 2, radius: 10, width: 500, weight: 9, links: [] },
      { x: 2, y: 4, radius: 10, width: 500, weight: 5, links: [] },
    ];
    expect(placeLabels(crowd, 15)[0]?.index).toBe(1);
  });

  it('rather stand beside the links of their node than over them', () => {
    const node = { x: 0, y: 0, radius: 10, width: 60, weight: 1 };
    expect(placeLabels([{ ...node, links: [] }], 15)[0]?.anchor).toBe('start');
    expect(placeLabels([{ ...node, links: [{ x: 200, y: 5 }] }], 15)[0]?.anchor).toBe('end');
    const bothSides = placeLabels(
      [
        {
          ...node,
          links: [
            { x: 200, y: 0 },
            { x: -200, y: 0 },
          ],
        },
      ],
      15,
    )[0];
    expect(bothSides).toMatchObject({ anchor: 'middle', y: 19 });
  });

  it('know which lines meet a box', () => {
    const box = { left: 0, top: 0, right: 10, bottom: 10 };
    expect(crosses(box, { x: -5, y: 5 }, { x: 15, y: 5 })).toBe(true);
    expect(crosses(box, { x: -5, y: 5 }, { x: -1, y: 5 })).toBe(false);
    expect(crosses(box, { x: -5, y: 12 }, { x: 15, y: 12 })).toBe(false);
    expect(crosses(box, { x: -5, y: 2 }, { x: 5, y: 22 })).toBe(false);
    expect(crosses(box, { x: 2, y: 2 }, { x: 3, y: 3 })).toBe(true);
  });
});

describe('moving about in the network', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 50, y: 90 },
    { x: 0, y: -80 },
  ];
  const edges = [
    { source: 0, target: 1, count: 2, value: 0.3, width: 2 },
    { source: 0, target: 2, count: 4, value: 0.9, width: 6 },
  ];

  it('an arrow leads to the nearest node on its side', () => {
    expect(nodeTowards(points, 0, { x: 1, y: 0 })).toBe(1);
    expect(nodeTowards(points, 0, { x: 0, y: 1 })).toBe(2);
    expect(nodeTowards(points, 0, { x: 0, y: -1 })).toBe(3);
    expect(nodeTowards(points, 0, { x: -1, y: 0 })).toBe(-1);
  });

  it('a press meets the node whose ground it lies on, of two the nearer', () => {
    const nodes = [
      { radius: 10, shape: 'circle' },
      { radius: 60, shape: 'circle' },
      { radius: 10, shape: 'diamond' },
      { radius: 10, shape: 'circle' },
    ] as const;
    expect(nodeAt(nodes, points, { x: 9, y: 0 })).toBe(0);
    expect(nodeAt(nodes, points, { x: 45, y: 0 })).toBe(1);
    expect(nodeAt(nodes, points, { x: 50, y: 105 })).toBe(2);
    expect(nodeAt(nodes, points, { x: 20, y: -80 })).toBe(-1);
  });

  it('a click meets the nearest link within reach', () => {
    expect(edgeAt(edges, points, { x: 50, y: 8 }, 6)).toBe(0);
    expect(edgeAt(edges, points, { x: 25, y: 44 }, 6)).toBe(1);
    expect(edgeAt(edges, points, { x: 50, y: 40 }, 6)).toBe(-1);
  });

  it('the links of a node come the strongest first', () => {
    expect(edgesOfNode(edges, 0)).toEqual([1, 0]);
    expect(edgesOfNode(edges, 3)).toEqual([]);
  });
});
