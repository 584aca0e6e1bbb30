// What of a drawing can be pointed at, focused and opened.

import { nodeTowards, directionOf } from '../network/navigation.ts';
import type { Box } from '../network/label-placement.ts';

export type Target = {
  readonly id: string;
  /** The mark in words. */
  readonly label: string;
  readonly box: Box;
  /** Whether a point of the box is on the mark; all of the box where left out. */
  readonly holds?: (x: number, y: number) => boolean;
  /** Leads to what is behind the mark; nothing is behind it where left out. */
  readonly open?: () => void;
};

/** The mark at a point: of several the smallest, so that what lies on top of another can be reached. −1 for none. */
export function targetAt(targets: readonly Target[], x: number, y: number): number {
  let best = -1;
  let least = Infinity;
  for (const [index, { box, holds }] of targets.entries()) {
    if (x < box.left || x > box.right || y < box.top || y > box.bottom || holds?.(x, y) === false) continue;
    const area = (box.right - box.left) * (box.bottom - box.top);
    if (area < least) {
      best = index;
      least = area;
    }
  }
  return best;
}

/** Marks passed over by Page Up and Page Down. */
const page = 10;

/** Where a key leads from a mark; null where it leads nowhere. */
export function targetAfter(key: string, targets: readonly Target[], from: number): number | null {
  const last = targets.length - 1;
  const bounded = (to: number): number | null => (to === from ? null : Math.max(0, Math.min(last, to)));
  switch (key) {
    case 'Home':
      return bounded(0);
    case 'End':
      return bounded(last);
    case 'PageDown':
      return bounded(from + page);
    case 'PageUp':
      return bounded(from - page);
  }
  const direction = directionOf(key);
  if (!direction) return null;
  const towards = nodeTowards(targets.map(centreOf), from, direction);
  if (towards !== -1) return towards;
  // At the edge of the picture the order of the marks leads on, so that every mark can be reached.
  const next = from + (direction.x + direction.y > 0 ? 1 : -1);
  return next < 0 || next > last ? null : next;
}

function centreOf({ box }: Target) {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}
