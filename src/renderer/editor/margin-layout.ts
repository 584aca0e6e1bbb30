// Where the names in the margin stand: beside or below the head of their bracket, never over each other, never far
// from it, and where they stood before as long as one only scrolls.

/** A coding as the margin sees it. Pixels from the top of the text, cut to the window. */
export type MarginBar = {
  readonly id: string;
  readonly code: string;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
  /** Its first words are in the window: a name belongs to the head of its bracket. */
  readonly opens: boolean;
  /** Its last words are in the window. */
  readonly closes: boolean;
  /** An edit changed its words (ED7). */
  readonly changed: boolean;
};

/** One line of the margin: a name, and the codings behind a "+n" that found no room of their own. */
export type MarginLabel = { readonly top: number; readonly bar: MarginBar; readonly more: readonly MarginBar[] };

export type MarginMeasures = {
  readonly labelHeight: number;
  /** How far below the head of a short bracket its name may stand before it joins the name above it. */
  readonly least: number;
  /** The same for a bracket that is long enough to stand beside its name all the way. */
  readonly most: number;
  /** Height of the margin: no name stands below it. */
  readonly height: number;
};

type Open = { readonly top: number; bar: MarginBar; more: MarginBar[] };

/**
 * Lays out the names of brackets.
 * @param bars sorted by `top`; those that begin above the window have no name in it
 * @param former the layout of another window over the same codings: what is in both stays where it was
 * @returns labels from top to bottom, in the order of their brackets, whose boxes do not meet
 */
export function layOutLabels(
  bars: readonly MarginBar[],
  measures: MarginMeasures,
  former: readonly MarginLabel[] = [],
): readonly MarginLabel[] {
  const named = bars.filter(({ opens }) => opens);
  const kept = stillRight(named, former);
  const settled = new Set(kept.flatMap(({ bar, more }) => [bar.id, ...more.map(({ id }) => id)]));
  const labels: Open[] = [];
  let ahead = 0;
  for (const bar of named) {
    if (settled.has(bar.id)) continue;
    // Labels that stay and whose brackets begin no later come first: the order of names is that of their brackets.
    for (let next = kept[ahead]; next && next.bar.top <= bar.top; next = kept[ahead]) {
      labels.push(next);
      ahead += 1;
    }
    const last = labels.at(-1);
    const top = Math.max(bar.top, last ? last.top + measures.labelHeight : Number.NEGATIVE_INFINITY);
    const floor = Math.min(measures.height, kept[ahead]?.top ?? Number.POSITIVE_INFINITY);
    if (top - bar.top <= reachOf(bar, measures) && top + measures.labelHeight <= floor) {
      labels.push({ top, bar, more: [] });
    } else if (last && last.top >= bar.top) last.more.push(bar);
    else if (kept[ahead]) kept[ahead]?.more.unshift(bar);
    else labels.push({ top: bar.top, bar, more: [] });
  }
  return [...labels, ...kept.slice(ahead)];
}

function reachOf({ top, bottom }: MarginBar, { least, most, labelHeight }: MarginMeasures): number {
  return Math.min(most, Math.max(least, bottom - top - labelHeight));
}

/** Labels that hold what they held, all of it where it was. */
function stillRight(named: readonly MarginBar[], former: readonly MarginLabel[]): Open[] {
  if (former.length === 0) return [];
  const tops = new Map(named.map(({ id, top }) => [id, top]));
  const bars = new Map(named.map((bar) => [bar.id, bar]));
  return former
    .filter(({ bar, more }) => [bar, ...more].every(({ id, top }) => tops.get(id) === top))
    .map(({ top, bar, more }) => ({
      top,
      bar: bars.get(bar.id) ?? bar,
      more: more.map((one) => bars.get(one.id) ?? one),
    }));
}
