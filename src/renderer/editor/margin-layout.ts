// Where the names in the margin stand: beside the head of their bar, never over each other, never far from it.

/** A coding as the margin sees it. Pixels from the top of the text. */
export type MarginBar = {
  readonly id: string;
  readonly code: string;
  readonly lane: number;
  readonly top: number;
  readonly bottom: number;
};

/** One line of the margin: a name, and the codings behind a "+n" that found no room of their own. */
export type MarginLabel = { readonly top: number; readonly bar: MarginBar; readonly more: readonly MarginBar[] };

export type MarginMeasures = {
  readonly labelHeight: number;
  /** How far below the head of its bar a name may stand before it joins the name above it. */
  readonly furthest: number;
};

/**
 * Lays out the names of bars that are sorted by `top`.
 * @returns labels from top to bottom whose boxes do not meet
 */
export function layOutLabels(bars: readonly MarginBar[], measures: MarginMeasures): readonly MarginLabel[] {
  const labels: { top: number; bar: MarginBar; more: MarginBar[] }[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const bar of bars) {
    const top = Math.max(bar.top, free);
    const last = labels.at(-1);
    if (last && top - bar.top > measures.furthest) {
      last.more.push(bar);
      continue;
    }
    labels.push({ top, bar, more: [] });
    free = top + measures.labelHeight;
  }
  return labels;
}
