// Claims and what they rest on, in layers: a proposition stands left of everything it rests on, evidence at the right.

import type { Evidence, Proposition } from '../../../../shared/contract/propositions.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import type { ChartPlan } from '../charts/DrawnChart.tsx';
import type { Mark } from '../charts/drawing.ts';
import type { Inks } from '../charts/inks.ts';
import type { Measure } from '../charts/labels.ts';
import { wrapped } from '../charts/wrap.ts';

/** How the picture says things; the words are the window's. */
export type ClaimWords = {
  /** Below a proposition: its status, and that it is to be judged again. */
  readonly claim: (proposition: Proposition) => string;
  /** Below a piece of evidence: what it is, where it comes from, and that it changed or is gone. */
  readonly evidence: (evidence: Evidence) => string;
  readonly describe: (item: Proposition | Evidence) => string;
  readonly open: (item: Proposition | Evidence) => (() => void) | null;
};

type Placed = {
  readonly id: Guid;
  readonly item: Proposition | Evidence;
  readonly column: number;
  readonly lines: readonly string[];
  readonly note: string;
  readonly isBroken: boolean;
  readonly height: number;
  y: number;
};

const [boxWidth, gap, between] = [270, 110, 12];
const [textSize, noteSize, lineHeight, padding] = [12.5, 11, 16, 8];
const mostLines = 4;
/** Bold letters are wider than those that are measured. */
const boldSize = textSize * 1.1;

/** The propositions among all that rest on one, or that it rests on; with itself. */
export function belowClaim(all: readonly Proposition[], from: Guid): readonly Proposition[] {
  const known = new Map(all.map((each) => [each.guid, each]));
  const found = new Set<Guid>();
  const open = [from];
  for (let guid = open.pop(); guid !== undefined; guid = open.pop()) {
    if (found.has(guid) || !known.has(guid)) continue;
    found.add(guid);
    open.push(
      ...(known.get(guid)?.evidence ?? []).flatMap(({ kind, target }) => (kind === 'proposition' ? target : [])),
    );
  }
  return all.filter(({ guid }) => found.has(guid));
}

export function claimsPlan(claims: readonly Proposition[], words: ClaimWords, inks: Inks, measure: Measure): ChartPlan {
  const columns = columnsOf(claims);
  const last = Math.max(0, ...columns.values()) + 1;
  const box = (id: Guid, item: Proposition | Evidence, column: number): Placed => {
    const isClaim = 'statement' in item;
    const text = (isClaim ? item.statement : item.words || item.title).replaceAll(/\s+/g, ' ');
    const all = wrapped(text, boxWidth - 2 * padding - 6, isClaim ? boldSize : textSize, measure);
    const lines = all.length <= mostLines ? all : [...all.slice(0, mostLines - 1), `${all[mostLines - 1] ?? ''}…`];
    const isBroken = isClaim ? item.mark !== null : item.mark !== 'sound';
    const note = isClaim ? words.claim(item) : words.evidence(item);
    return { id, item, column, lines, note, isBroken, height: (lines.length + 1) * lineHeight + 2 * padding, y: 0 };
  };
  const placed = new Map<Guid, Placed>();
  for (const claim of claims) placed.set(claim.guid, box(claim.guid, claim, columns.get(claim.guid) ?? 0));
  for (const { evidence } of claims) {
    for (const each of evidence) {
      if (!placed.has(each.target)) placed.set(each.target, box(each.target, each, last));
    }
  }
  stack([...placed.values()].filter(({ column }) => column === last));
  for (let column = last - 1; column >= 0; column -= 1) {
    const own = [...placed.values()].filter((each) => each.column === column);
    for (const each of own) {
      const below =
        'statement' in each.item ? each.item.evidence.flatMap(({ target }) => placed.get(target) ?? []) : [];
      const further = below.filter((other) => other.column > column);
      each.y =
        further.length === 0
          ? 0
          : further.reduce((sum, { y, height }) => sum + y + height / 2, 0) / further.length - each.height / 2;
    }
    stack(own.toSorted((a, b) => a.y - b.y));
  }
  const all = [...placed.values()];
  const x = ({ column }: Placed): number => column * (boxWidth + gap);
  const lines: Mark[] = claims.flatMap(({ guid, evidence }) => {
    const from = placed.get(guid);
    if (!from) return [];
    return evidence.flatMap((each): Mark[] => {
      const to = placed.get(each.target);
      if (!to) return [];
      const isFor = each.side === 'supports';
      const color = each.mark === 'sound' ? inks.mark(isFor ? '#0072b2' : '#d55e00') : inks.mark('#c62828');
      const ends = [x(from) + boxWidth, from.y + from.height / 2, x(to), to.y + to.height / 2] as const;
      return [{ kind: 'path', x: 0, y: 0, d: curve(ends, isFor), stroke: color, width: 1.5 }];
    });
  });
  return {
    drawing: {
      width: (last + 1) * (boxWidth + gap) - gap + 8,
      height: Math.max(60, ...all.map(({ y, height }) => y + height)) + 8,
      background: inks.paper,
      marks: [...lines, ...all.flatMap((each) => boxMarks(each, x(each), inks))],
    },
    targets: all
      .toSorted((a, b) => a.column - b.column || a.y - b.y)
      .map((each) => {
        const open = words.open(each.item);
        return {
          id: each.id,
          label: words.describe(each.item),
          box: { left: x(each), top: each.y, right: x(each) + boxWidth, bottom: each.y + each.height },
          ...(open ? { open } : {}),
        };
      }),
  };
}

/** How far a proposition stands from those that nothing rests on. Circles cannot be made (the core refuses them). */
function columnsOf(claims: readonly Proposition[]): ReadonlyMap<Guid, number> {
  const columns = new Map(claims.map(({ guid }) => [guid, 0]));
  for (let changed = true, turns = 0; changed && turns <= claims.length; turns += 1) {
    changed = false;
    for (const { guid, evidence } of claims) {
      for (const { kind, target } of evidence) {
        const least = (columns.get(guid) ?? 0) + 1;
        if (kind !== 'proposition' || !columns.has(target) || (columns.get(target) ?? 0) >= least) continue;
        columns.set(target, least);
        changed = true;
      }
    }
  }
  return columns;
}

/** Below each other in their order, no higher than they are wanted. */
function stack(boxes: readonly Placed[]): void {
  let y = 8;
  for (const box of boxes) {
    box.y = Math.max(y, box.y);
    y = box.y + box.height + between;
  }
}

/** From the right side of a box to the left one of another; in pieces where it is to be dashed. */
function curve([x1, y1, x2, y2]: readonly [number, number, number, number], isWhole: boolean): string {
  const middle = (x1 + x2) / 2;
  if (isWhole) return `M${x1},${y1}C${middle},${y1} ${middle},${y2} ${x2},${y2}`;
  const at = (part: number): string => {
    const rest = 1 - part;
    const bend = (a: number, b: number, c: number, d: number): number =>
      rest ** 3 * a + 3 * rest ** 2 * part * b + 3 * rest * part ** 2 * c + part ** 3 * d;
    return `${bend(x1, middle, middle, x2).toFixed(1)},${bend(y1, y1, y2, y2).toFixed(1)}`;
  };
  return Array.from({ length: 16 }, (_, piece) => `M${at(piece / 16)}L${at((piece + 0.6) / 16)}`).join('');
}

function boxMarks({ item, lines, note, isBroken, y, height }: Placed, x: number, inks: Inks): readonly Mark[] {
  const isClaim = 'statement' in item;
  const edge = isBroken ? inks.mark('#c62828') : inks.hairline;
  const band = isBroken ? inks.mark('#c62828') : isClaim ? inks.mark(statusColors[item.status]) : inks.hairline;
  return [
    { kind: 'rect', x, y, width: boxWidth, height, fill: inks.paper, stroke: edge },
    { kind: 'rect', x, y, width: 5, height, fill: band },
    ...lines.map((text, line): Mark => ({
      kind: 'text',
      x: x + padding + 6,
      y: y + padding + (line + 0.5) * lineHeight,
      text,
      size: textSize,
      fill: inks.ink,
      anchor: 'start',
      bold: isClaim,
    })),
    {
      kind: 'text',
      x: x + padding + 6,
      y: y + padding + (lines.length + 0.5) * lineHeight,
      text: note,
      size: noteSize,
      fill: inks.soft,
      anchor: 'start',
    },
  ];
}

const statusColors: Readonly<Record<Proposition['status'], string>> = {
  hunch: '#8c8c8c',
  tentative: '#e69f00',
  supported: '#0072b2',
  verified: '#009e73',
  rejected: '#7f5fa8',
};
