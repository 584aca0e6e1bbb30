// What a whole query finds in one text, unit by unit. Rule TX7 of SPEC.md.

import { firstTouched, lastTouched, type UnitBoundaries } from '../analysis/units.ts';
import type { Range } from '../segments.ts';
import { leavesOf, type Query } from './query.ts';

export type Question = {
  readonly query: Query;
  /** What each leaf of the query found, ascending and apart. */
  readonly places: readonly (readonly Range[])[];
  /** Ascending; segments may overlap. */
  readonly units: UnitBoundaries;
  /** Words of the text, asked for where something is to be near. */
  readonly words: () => UnitBoundaries;
};

export type Found = {
  /** Places of what was looked for in units that fit, ascending, each once, none inside another. */
  readonly hits: readonly Range[];
  /** Units that fit. */
  readonly units: readonly Range[];
};

/** TX7: the units in which a query comes true, and what was found there. */
export function evaluate(question: Question): Found {
  const { query, places, units } = question;
  const numbered = numberLeaves(query);
  const hits: Range[] = [];
  const fitting: Range[] = [];
  for (const unit of unitsWithPlaces(places, units)) {
    const range = { start: units.starts[unit] ?? 0, end: units.ends[unit] ?? 0 };
    const found = evaluateIn(
      numbered,
      places.map((ranges) => inside(ranges, range)),
      question.words,
    );
    if (found === null) continue;
    fitting.push(range);
    hits.push(...found);
  }
  return { hits: outermost(hits), units: fitting };
}

/** Whether a text can fit at all, by which leaves it has any place of. A NOT is asked only where all is one unit. */
export function mayFit(query: Query, has: (leaf: number) => boolean, wholeText: boolean): boolean {
  const look = (node: Numbered): boolean => {
    switch (node.kind) {
      case 'leaf':
        return has(node.leaf);
      case 'and':
      case 'near':
        return node.parts.every(look);
      case 'or':
        return node.parts.some(look);
      case 'not':
        return !wholeText || !look(node.part);
    }
  };
  return look(numberLeaves(query));
}

/** Ranges that lie in one of the units, which ascend and lie apart. */
export function rangesInside(ranges: readonly Range[], units: UnitBoundaries): readonly Range[] {
  return ranges.filter(({ start, end }) => {
    const unit = firstTouched(units, start);
    return unit < units.starts.length && (units.starts[unit] ?? 0) <= start && (units.ends[unit] ?? 0) >= end;
  });
}

/** Ranges in order, those that overlap or touch as one. */
export function united(ranges: readonly Range[]): UnitBoundaries {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(ends[last] ?? 0, end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

type Numbered =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Numbered[] }
  | { readonly kind: 'not'; readonly part: Numbered }
  | { readonly kind: 'near'; readonly parts: readonly [Numbered, Numbered]; readonly words: number };

function numberLeaves(query: Query, from = 0): Numbered {
  switch (query.kind) {
    case 'leaf':
      return { kind: 'leaf', leaf: from };
    case 'not':
      return { kind: 'not', part: numberLeaves(query.part, from) };
    case 'near': {
      const second = from + leavesOf(query.first).length;
      return {
        kind: 'near',
        parts: [numberLeaves(query.first, from), numberLeaves(query.second, second)],
        words: query.words,
      };
    }
    case 'and':
    case 'or': {
      let next = from;
      const parts = query.parts.map((part) => {
        const numbered = numberLeaves(part, next);
        next += leavesOf(part).length;
        return numbered;
      });
      return { kind: query.kind, parts };
    }
  }
}

/** Units that hold a place of any leaf. A unit without any cannot fit: every query finds something (TX7). */
function unitsWithPlaces(places: readonly (readonly Range[])[], units: UnitBoundaries): Iterable<number> {
  const { starts, ends } = units;
  const overlap = starts.some((start, k) => k > 0 && start < (ends[k - 1] ?? 0));
  if (overlap) return starts.keys();
  const found = new Set<number>();
  for (const ranges of places) for (const { start } of ranges) found.add(firstTouched(units, start));
  found.delete(starts.length);
  return [...found].toSorted((a, b) => a - b);
}

function inside(ranges: readonly Range[], unit: Range): readonly Range[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < unit.start) low = middle + 1;
    else high = middle;
  }
  const found: Range[] = [];
  for (let k = low; k < ranges.length; k += 1) {
    const range = ranges[k];
    if (!range || range.start >= unit.end) break;
    if (range.end <= unit.end) found.push(range);
  }
  return found;
}

/** What was found, or null where the query does not come true. */
function evaluateIn(
  node: Numbered,
  places: readonly (readonly Range[])[],
  words: () => UnitBoundaries,
): readonly Range[] | null {
  switch (node.kind) {
    case 'leaf': {
      const found = places[node.leaf] ?? [];
      return found.length > 0 ? found : null;
    }
    case 'not':
      return evaluateIn(node.part, places, words) === null ? [] : null;
    case 'and': {
      const found = node.parts.map((part) => evaluateIn(part, places, words));
      return found.some((ranges) => ranges === null) ? null : found.flatMap((ranges) => ranges ?? []);
    }
    case 'or': {
      const found = node.parts.map((part) => evaluateIn(part, places, words));
      return found.every((ranges) => ranges === null) ? null : found.flatMap((ranges) => ranges ?? []);
    }
    case 'near': {
      const [first, second] = node.parts.map((part) => evaluateIn(part, places, words));
      return first && second ? nearPairs(first, second, node.words, words()) : null;
    }
  }
}

type Worded = { readonly range: Range; readonly first: number; readonly last: number };

function nearPairs(
  first: readonly Range[],
  second: readonly Range[],
  distance: number,
  words: UnitBoundaries,
): readonly Range[] | null {
  const others = second.map((range) => wordsIn(range, words)).toSorted((a, b) => a.first - b.first);
  const found = new Set<Range>();
  for (const range of first) {
    const one = wordsIn(range, words);
    for (const other of others) {
      if (other.first - one.last - 1 > distance) break;
      if (one.first - other.last - 1 > distance) continue;
      if (other.range.start < range.end && range.start < other.range.end) continue;
      found.add(range);
      found.add(other.range);
    }
  }
  return found.size > 0 ? [...found] : null;
}

function wordsIn(range: Range, words: UnitBoundaries): Worded {
  return { range, first: firstTouched(words, range.start), last: lastTouched(words, range.end) };
}

function outermost(hits: readonly Range[]): readonly Range[] {
  const kept: Range[] = [];
  let reached = -1;
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (hit.end <= reached) continue;
    kept.push(hit);
    reached = hit.end;
  }
  return kept;
}
