// How segments of a text stand to each other. Formulas: Methods, coding retrieval operators.

import type { DistanceUnit, Relation } from './query.ts';
import { firstTouched, lastTouched, type UnitSource } from './units.ts';

/** Segments by document, start and end; those of document d are `[offsets[d], offsets[d + 1])`. */
export type PlacedSegments = {
  readonly document: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly offsets: Int32Array;
};

export type RelationContext = {
  readonly documents: number;
  /** Case of each document, or −1. */
  readonly caseOf: Int32Array;
  readonly unitsOf: (unit: Exclude<DistanceUnit, 'characters'> | 'sections') => UnitSource;
};

export type RelationOn = {
  /** Whether segment a stands so to one of the right. @param notItself leaves a itself out */
  readonly hasPartner: (a: number, right: Uint8Array, notItself: boolean) => boolean;
  readonly partners: (a: number, right: Uint8Array, notItself: boolean) => Generator<number>;
};

/**
 * A relation over these segments. In units of the text, a segment reaches from the first unit that it touches to the
 * last; one that touches none is near nothing.
 */
export function relationOn(relation: Relation, segments: PlacedSegments, context: RelationContext): RelationOn {
  const partners = partnersOf(relation, segments, context);
  return {
    partners,
    hasPartner: (a, right, notItself) => partners(a, right, notItself).next().done !== true,
  };
}

function partnersOf(relation: Relation, segments: PlacedSegments, context: RelationContext): RelationOn['partners'] {
  if (relation.kind === 'same' && (relation.place === 'document' || relation.place === 'case')) {
    return together(relation.place, segments, context);
  }
  const { document, start, end, offsets } = segments;
  const unit = unitOf(relation);
  const reach =
    relation.kind === 'near' || relation.kind === 'before' || relation.kind === 'after' ? relation.distance : 0;
  const axis = unit === null ? { low: start, high: end } : axisOf(segments, context.unitsOf(unit), context.documents);
  const { low, high } = axis;
  const furthest = furthestOf(document, high);
  const at = (column: Int32Array, k: number) => column[k] ?? 0;
  const holds = (a: number, b: number): boolean => {
    const [a0, a1, b0, b1] = [at(start, a), at(end, a), at(start, b), at(end, b)];
    const gap = Math.max(at(low, a), at(low, b)) - Math.min(at(high, a), at(high, b));
    switch (relation.kind) {
      case 'includes':
        return a0 <= b0 && b1 <= a1;
      case 'within':
        return b0 <= a0 && a1 <= b1;
      case 'overlaps':
      case 'co-occurs':
        return Math.min(a1, b1) > Math.max(a0, b0);
      case 'crosses':
        return a0 < b0 && b0 < a1 && a1 < b1;
      case 'crossed-by':
        return b0 < a0 && a0 < b1 && b1 < a1;
      case 'exactly':
        return a0 === b0 && a1 === b1;
      case 'near':
      case 'same':
        return gap <= reach;
      case 'before':
        return a1 <= b0 && at(low, b) - at(high, a) <= reach;
      case 'after':
        return b1 <= a0 && at(low, a) - at(high, b) <= reach;
    }
  };
  const touches = (k: number) => unit === null || at(low, k) <= at(high, k);
  return function* partners(a, right, notItself) {
    if (!touches(a)) return;
    const d = document[a] ?? 0;
    const to = offsets[d + 1] ?? 0;
    for (let b = firstReaching(furthest, offsets[d] ?? 0, to, at(low, a) - reach); b < to; b += 1) {
      if (at(low, b) > at(high, a) + reach) break;
      if (right[b] === 1 && touches(b) && !(notItself && a === b) && holds(a, b)) yield b;
    }
  };
}

function unitOf(relation: Relation): Exclude<DistanceUnit, 'characters'> | 'sections' | null {
  switch (relation.kind) {
    case 'near':
    case 'before':
    case 'after':
      return relation.unit === 'characters' ? null : relation.unit;
    case 'same':
      return relation.place === 'paragraph' ? 'paragraphs' : relation.place === 'sentence' ? 'sentences' : 'sections';
    case 'includes':
    case 'within':
    case 'overlaps':
    case 'crosses':
    case 'crossed-by':
    case 'exactly':
    case 'co-occurs':
      return null;
  }
}

/** Any segment of the same document, or of a document of the same case. */
function together(
  place: 'document' | 'case',
  { document, offsets }: PlacedSegments,
  { documents, caseOf }: RelationContext,
): RelationOn['partners'] {
  const byCase = Map.groupBy(
    Array.from({ length: documents }, (_, d) => d),
    (d) => caseOf[d] ?? -1,
  );
  return function* partners(a, right, notItself) {
    const own = document[a] ?? 0;
    const group = caseOf[own] ?? -1;
    const places = place === 'document' ? [own] : group < 0 ? [] : (byCase.get(group) ?? []);
    for (const d of places) {
      for (let b = offsets[d] ?? 0; b < (offsets[d + 1] ?? 0); b += 1) {
        if (right[b] === 1 && !(notItself && a === b)) yield b;
      }
    }
  };
}

/** First and last unit that each segment touches. Both ascend as the starts and the ends of the segments do. */
function axisOf({ document, start, end, offsets }: PlacedSegments, unitsOf: UnitSource, documents: number) {
  const low = new Int32Array(document.length);
  const high = new Int32Array(document.length);
  for (let d = 0; d < documents; d += 1) {
    if (offsets[d] === offsets[d + 1]) continue;
    const units = unitsOf(d);
    for (let k = offsets[d] ?? 0; k < (offsets[d + 1] ?? 0); k += 1) {
      low[k] = firstTouched(units, start[k] ?? 0);
      high[k] = lastTouched(units, end[k] ?? 0);
    }
  }
  return { low, high };
}

/** The furthest that this segment or one before it in its document reaches. */
function furthestOf(document: Int32Array, high: Int32Array): Int32Array {
  const furthest = new Int32Array(high.length);
  high.forEach((end, k) => {
    furthest[k] = k > 0 && document[k - 1] === document[k] ? Math.max(furthest[k - 1] ?? 0, end) : end;
  });
  return furthest;
}

function firstReaching(furthest: Int32Array, from: number, to: number, place: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((furthest[middle] ?? 0) >= place) high = middle;
    else low = middle + 1;
  }
  return low;
}
