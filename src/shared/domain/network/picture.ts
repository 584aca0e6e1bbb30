// A network as a picture: boxes whose shape tells what they stand for, arrows with the sign or word of their kind. The
// same places make the picture on screen, in files and in the report.

import type { Drawing, Mark } from '../picture/drawing.ts';
import { brokenLines } from '../picture/lines.ts';

export type PicturedNode = {
  readonly guid: string;
  readonly kind: 'code' | 'case' | 'document' | 'event' | 'free';
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isGone: boolean;
};
export type PicturedLink = {
  readonly guid: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** A sign or a word that stands on the line. */
  readonly words: string;
  readonly isMarked: boolean;
};
export type PictureInks = {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  /** Ground of boxes. */
  readonly box: string;
  /** What is to be judged again. */
  readonly warning: string;
};
/** @returns the width of a text in a size, in units of the drawing */
export type Measure = (text: string, fontSize: number) => number;

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type NetworkPicture = {
  readonly drawing: Drawing;
  /** What is added to the place of a node to find it in the drawing. */
  readonly offset: { readonly x: number; readonly y: number };
  readonly boxes: ReadonlyMap<string, Box>;
  /** From where to where each link is drawn. */
  readonly lines: ReadonlyMap<string, readonly [x1: number, y1: number, x2: number, y2: number]>;
};

export const paperNetworkInks: PictureInks = {
  paper: '#ffffff',
  ink: '#1d1f23',
  soft: '#55585f',
  box: '#f7f5f0',
  warning: '#9a4a00',
};

export const nodeWidth = 164;
const padding = 9;
const fontSize = 12;
const lineHeight = 15.5;
const mostLines = 5;
const margin = 18;
const headLength = 9;

export function networkPicture(
  nodes: readonly PicturedNode[],
  links: readonly PicturedLink[],
  inks: PictureInks,
  measure: Measure,
): NetworkPicture {
  const texts = new Map(
    nodes.map(({ guid, label }) => [
      guid,
      brokenLines(label, nodeWidth - 2 * padding - 6, fontSize, measure, mostLines),
    ]),
  );
  const heightOf = (guid: string): number => Math.max(1, texts.get(guid)?.length ?? 1) * lineHeight + 2 * padding;
  const offset = {
    x: margin + nodeWidth / 2 - Math.min(0, ...nodes.map(({ x }) => x)),
    y: margin - Math.min(0, ...nodes.map(({ guid, y }) => y - heightOf(guid) / 2)),
  };
  const boxes = new Map(
    nodes.map(({ guid, x, y }): readonly [string, Box] => {
      const [middle, centre] = [x + offset.x, y + offset.y];
      const half = heightOf(guid) / 2;
      return [
        guid,
        { left: middle - nodeWidth / 2, right: middle + nodeWidth / 2, top: centre - half, bottom: centre + half },
      ];
    }),
  );
  const lines = linesOf(links, boxes);
  return {
    offset,
    boxes,
    lines,
    drawing: {
      width: Math.ceil(margin + Math.max(240, ...[...boxes.values()].map(({ right }) => right))),
      height: Math.ceil(margin + Math.max(80, ...[...boxes.values()].map(({ bottom }) => bottom))),
      background: inks.paper,
      marks: [
        ...links.flatMap((link) => arrow(link, lines.get(link.guid), inks)),
        ...nodes.flatMap((node) => boxMarks(node, boxes.get(node.guid), texts.get(node.guid) ?? [], inks)),
        ...links.flatMap((link) => words(link, lines.get(link.guid), inks)),
      ],
    },
  };
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

/** From rim to rim; several links between the same two nodes run beside each other. */
function linesOf(links: readonly PicturedLink[], boxes: ReadonlyMap<string, Box>): ReadonlyMap<string, Line> {
  const pairOf = ({ from, to }: PicturedLink): string => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const beside = Map.groupBy(links, pairOf);
  return new Map(
    links.flatMap((link): (readonly [string, Line])[] => {
      const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
      if (!from || !to) return [];
      const own = beside.get(pairOf(link)) ?? [];
      const turn = link.from < link.to ? 1 : -1;
      const shift = (own.indexOf(link) - (own.length - 1) / 2) * 22 * turn;
      const [a, b] = [centreOf(from), centreOf(to)];
      const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const aside = { x: (-(b.y - a.y) / length) * shift, y: ((b.x - a.x) / length) * shift };
      const start = { x: a.x + aside.x, y: a.y + aside.y };
      const end = { x: b.x + aside.x, y: b.y + aside.y };
      const first = rim(start, end, from);
      const last = rim(end, start, to);
      return [[link.guid, [first.x, first.y, last.x, last.y]]];
    }),
  );
}

function centreOf({ left, right, top, bottom }: Box) {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

type Point = { readonly x: number; readonly y: number };

/** Where the way from inside a box to another point leaves it. */
function rim(inside: Point, outside: Point, { left, right, top, bottom }: Box): Point {
  const [dx, dy] = [outside.x - inside.x, outside.y - inside.y];
  const toX = dx > 0 ? (right - inside.x) / dx : dx < 0 ? (left - inside.x) / dx : Infinity;
  const toY = dy > 0 ? (bottom - inside.y) / dy : dy < 0 ? (top - inside.y) / dy : Infinity;
  const share = Math.max(0, Math.min(1, toX, toY));
  return { x: inside.x + dx * share, y: inside.y + dy * share };
}

function arrow(link: PicturedLink, line: Line | undefined, inks: PictureInks): readonly Mark[] {
  if (!line) return [];
  const [x1, y1, x2, y2] = line;
  const color = link.isMarked ? inks.warning : inks.soft;
  const isDirected = link.kind !== 'associated';
  return [
    {
      kind: 'path',
      x: 0,
      y: 0,
      d: `M${fixed(x1)} ${fixed(y1)}L${fixed(x2)} ${fixed(y2)}`,
      stroke: color,
      width: link.isMarked ? 2.4 : 1.6,
    },
    ...(isDirected ? [head(x1, y1, x2, y2, color)] : []),
    ...(link.kind === 'contradicts' ? [head(x2, y2, x1, y1, color)] : []),
  ];
}

function head(x1: number, y1: number, x2: number, y2: number, fill: string): Mark {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * headLength, y2 - uy * headLength];
  const half = headLength * 0.45;
  const corners = `M${fixed(x2)} ${fixed(y2)}L${fixed(bx - uy * half)} ${fixed(by + ux * half)}L${fixed(bx + uy * half)} ${fixed(by - ux * half)}Z`;
  return { kind: 'path', x: 0, y: 0, d: corners, fill };
}

/** On the line, a little towards its start, so that words of links that cross do not meet in the middle. */
function words(link: PicturedLink, line: Line | undefined, inks: PictureInks): readonly Mark[] {
  if (!line || link.words === '') return [];
  const [x1, y1, x2, y2] = line;
  const isSign = link.words.length === 1;
  return [
    {
      kind: 'text',
      x: x1 + (x2 - x1) * 0.44,
      y: y1 + (y2 - y1) * 0.44,
      text: link.words,
      size: isSign ? 17 : 11,
      fill: link.isMarked ? inks.warning : inks.ink,
      anchor: 'middle',
      bold: isSign || link.isMarked,
      halo: inks.paper,
    },
  ];
}

function boxMarks(
  node: PicturedNode,
  box: Box | undefined,
  lines: readonly string[],
  inks: PictureInks,
): readonly Mark[] {
  if (!box) return [];
  const { left, top, right, bottom } = box;
  const middle = (left + right) / 2;
  return [
    {
      kind: 'path',
      x: 0,
      y: 0,
      d: outline(node.kind, box),
      fill: inks.box,
      stroke: node.isGone ? inks.warning : inks.soft,
      width: node.kind === 'free' ? 1 : 1.5,
    },
    ...(node.kind === 'case'
      ? [{ kind: 'rect', x: left, y: top, width: 5, height: bottom - top, fill: inks.soft } as const]
      : []),
    ...lines.map((text, at): Mark => ({
      kind: 'text',
      x: middle,
      y: (top + bottom) / 2 + (at - (lines.length - 1) / 2) * lineHeight,
      text,
      size: fontSize,
      fill: node.isGone ? inks.warning : inks.ink,
      anchor: 'middle',
    })),
  ];
}

/** Code: round. Case: a bar at its left. Document: a folded corner. Event: pointed. Words of its own: plain. */
function outline(kind: PicturedNode['kind'], { left, top, right, bottom }: Box): string {
  const to = (x: number, y: number): string => `${fixed(x)} ${fixed(y)}`;
  switch (kind) {
    case 'code': {
      const r = 13;
      return [
        `M${to(left + r, top)}L${to(right - r, top)}Q${to(right, top)} ${to(right, top + r)}`,
        `L${to(right, bottom - r)}Q${to(right, bottom)} ${to(right - r, bottom)}`,
        `L${to(left + r, bottom)}Q${to(left, bottom)} ${to(left, bottom - r)}`,
        `L${to(left, top + r)}Q${to(left, top)} ${to(left + r, top)}Z`,
      ].join('');
    }
    case 'document': {
      const fold = 12;
      return `M${to(left, top)}L${to(right - fold, top)}L${to(right, top + fold)}L${to(right, bottom)}L${to(left, bottom)}ZM${to(right - fold, top)}L${to(right - fold, top + fold)}L${to(right, top + fold)}`;
    }
    case 'event': {
      const point = 10;
      const centre = (top + bottom) / 2;
      return `M${to(left, centre)}L${to(left + point, top)}L${to(right - point, top)}L${to(right, centre)}L${to(right - point, bottom)}L${to(left + point, bottom)}Z`;
    }
    case 'case':
    case 'free':
      return `M${to(left, top)}L${to(right, top)}L${to(right, bottom)}L${to(left, bottom)}Z`;
  }
}

function fixed(value: number): string {
  return value.toFixed(1);
}
