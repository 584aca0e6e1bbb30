// The lines of the margin as SVG paths. Pixels from the top left of the margin.

import type { MarginBar, MarginLabel } from './margin-layout.ts';
import type { Pattern } from './tints.ts';

const lanePitch = 7;
/** Lanes beyond this one share its place. */
const mostLanes = 12;
/** How far the ends of a bracket reach towards the text. */
const tick = 3;
const labelMiddle = 10;

/** Width of the lanes that these brackets take. */
export function lanesWidth(bars: readonly MarginBar[]): number {
  let most = 0;
  for (const { lane } of bars) most = Math.max(most, lane);
  return (Math.min(mostLanes, most + 1) + 1) * lanePitch + 2;
}

/** A bracket, open to the right: its ends point at the words. One that goes on outside the window has no end there. */
export function bracketPath({ lane, top, bottom, opens, closes }: MarginBar, pattern: Pattern | null): string {
  const x = xOf(lane);
  const head = top + 3;
  const foot = Math.max(head + 6, bottom - 3);
  const line = `M${x + (opens ? -tick : 0)} ${head}H${x}V${foot}${closes ? `H${x - tick}` : ''}`;
  return pattern === 'double' ? `${line}M${x - 2.5} ${head}V${foot}` : line;
}

/** From the head of a bracket to its name. */
export function leaderPath({ bar, top }: MarginLabel, width: number): string {
  const from = xOf(bar.lane) + 1.5;
  const head = bar.top + 3;
  const to = top + labelMiddle;
  return `M${from} ${head}L${width - 5} ${to}H${width - 1}`;
}

function xOf(lane: number): number {
  return (Math.min(lane, mostLanes - 1) + 1) * lanePitch;
}
