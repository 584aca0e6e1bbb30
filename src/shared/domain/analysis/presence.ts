// Which code is present in which unit. Rule CO1 of SPEC.md.

import { documentOffsets } from './codings.ts';
import type { CodingColumns } from './codings.ts';
import { growableColumn } from './growable.ts';
import { firstTouched, lastTouched } from './units.ts';
import type { UnitBoundaries, UnitSource } from './units.ts';

/**
 * CO1: *touch* – a coding of the code shares at least one character with the unit; *cover* – the code's
 * codings together (their union, overlaps counted once) cover at least `percent` of its characters.
 */
export type PresenceMode = { readonly kind: 'touch' } | { readonly kind: 'cover'; readonly percent: number };

/**
 * A sparse list of presence. The units of all documents stand on one axis 0..units−1; run r says that
 * `code[r]` is present in the units `first[r]` to `last[r]`, both included, `weight[r]` times. Runs are
 * sorted by `first`. In presence lists every weight is 1 and the runs of one code neither overlap nor
 * meet; in frequency lists runs of one code may overlap and their weights add up.
 */
export type UnitRuns = {
  readonly code: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly weight: Int32Array;
  readonly units: number;
};

export type UnitSpans = { readonly first: Int32Array; readonly last: Int32Array; readonly units: number };

/** Codings with their dimensions and the units to look at. */
export type UnitQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  readonly unitsOf: UnitSource;
};

/** Documents joined to groups: cases, or each document on its own. */
export type GroupQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  /** Group of each document, or −1 for none: such a document takes no part. */
  readonly groupOf: Int32Array;
  readonly groups: number;
};

/**
 * Presence of codes in paragraphs, sentences, sections, windows or words.
 * `unitsOf` is asked once for every document in ascending order, also for documents without codings,
 * because their units belong to N.
 * @throws RangeError where the percentage is not in (0, 100]
 */
export function presenceInUnits(question: UnitQuestion, mode: PresenceMode): UnitRuns {
  return mode.kind === 'touch' ? touchRuns(question, joinedRuns(question.codes)) : coverRuns(question, mode.percent);
}

/**
 * How many codings of each code touch each unit (the x of the cosine on frequencies): as
 * {@link presenceInUnits} in mode touch, with the runs weighted and kept apart.
 */
export function frequencyInUnits(question: UnitQuestion): UnitRuns {
  return touchRuns(question, weightedRuns(question.codes));
}

/**
 * Presence of codes in cases or documents. In mode cover a group's characters are those of all its
 * documents.
 * @param lengths characters of each document; mode touch does without
 * @throws RangeError where the percentage is not in (0, 100], or mode cover has no lengths
 */
export function presenceInGroups(question: GroupQuestion, mode: PresenceMode, lengths: Int32Array | null): UnitRuns {
  if (mode.kind === 'touch') return groupRuns(question, joinedRuns(question.codes));
  if (lengths === null) throw new RangeError('mode cover needs the lengths of the documents');
  return groupCoverRuns(question, mode.percent, lengths);
}

/** Presence in mode touch, where the frequencies are at hand. */
export function presenceFrom(frequency: UnitRuns, codes: number): UnitRuns {
  const list = joinedRuns(codes);
  const { code, first, last } = frequency;
  for (let r = 0; r < code.length; r += 1) list.add(code[r] ?? 0, first[r] ?? 0, last[r] ?? 0);
  return list.finish(frequency.units);
}

/** How many codings of each code lie in each case or document. */
export function frequencyInGroups(question: GroupQuestion): UnitRuns {
  return groupRuns(question, weightedRuns(question.codes));
}

/**
 * Which units each coding touches: coding i the units `first[i]` to `last[i]` of the axis of all units;
 * first > last where it touches none.
 */
export function unitSpans({ codings, documents, unitsOf }: Omit<UnitQuestion, 'codes'>): UnitSpans {
  const { start, end } = codings;
  const first = new Int32Array(start.length);
  const last = new Int32Array(start.length);
  const offsets = documentOffsets(codings.document, documents);
  let base = 0;
  for (let d = 0; d < documents; d += 1) {
    const units = unitsOf(d);
    const to = offsets[d + 1] ?? 0;
    for (let i = offsets[d] ?? 0; i < to; i += 1) {
      first[i] = base + firstTouched(units, start[i] ?? 0);
      last[i] = base + lastTouched(units, end[i] ?? 0);
    }
    base += units.starts.length;
  }
  return { first, last, units: base };
}

/** The units of each code as ascending lists, written out unit by unit. */
export function unitsByCode(runs: UnitRuns, codes: number): readonly Int32Array[] {
  const columns = Array.from({ length: codes }, () => growableColumn(8));
  for (let r = 0; r < runs.code.length; r += 1) {
    const column = columns[runs.code[r] ?? 0];
    const last = runs.last[r] ?? 0;
    for (let unit = runs.first[r] ?? 0; unit <= last; unit += 1) column?.push(unit);
  }
  return columns.map((column) => column.finish());
}

/** How many units each code is present in. Only for presence lists. */
export function unitCounts(runs: UnitRuns, codes: number): Float64Array {
  const counts = new Float64Array(codes);
  for (let r = 0; r < runs.code.length; r += 1) {
    const code = runs.code[r] ?? 0;
    counts[code] = (counts[code] ?? 0) + (runs.last[r] ?? 0) - (runs.first[r] ?? 0) + 1;
  }
  return counts;
}

type RunList = {
  /** Appends a run, or joins it to the latest run of its code. Runs of one code come in order of `first`. */
  readonly add: (code: number, first: number, last: number) => void;
  readonly finish: (units: number) => UnitRuns;
};

/** Presence: runs of a code that overlap or meet become one. */
function joinedRuns(codes: number): RunList {
  const list = openRuns(codes);
  return {
    add: (code, first, last) => {
      const latest = list.latest[code] ?? -1;
      const latestEnd = list.last[latest];
      if (latestEnd === undefined || first > latestEnd + 1) list.push(code, first, last);
      else if (last > latestEnd) list.last[latest] = last;
    },
    finish: list.finish,
  };
}

/** Frequency: only equal runs of a code become one, of greater weight. */
function weightedRuns(codes: number): RunList {
  const list = openRuns(codes);
  return {
    add: (code, first, last) => {
      const latest = list.latest[code] ?? -1;
      const weight = list.weight[latest];
      if (weight === undefined || list.first[latest] !== first || list.last[latest] !== last) {
        list.push(code, first, last);
      } else list.weight[latest] = weight + 1;
    },
    finish: list.finish,
  };
}

function openRuns(codes: number) {
  const code: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  const weight: number[] = [];
  const latest = new Int32Array(codes).fill(-1);
  return {
    first,
    last,
    weight,
    /** Index of the latest run of each code, −1 before the first. */
    latest,
    push: (c: number, f: number, l: number) => {
      latest[c] = code.length;
      code.push(c);
      first.push(f);
      last.push(l);
      weight.push(1);
    },
    finish: (units: number): UnitRuns =>
      sortedByFirst({
        code: new Int32Array(code),
        first: new Int32Array(first),
        last: new Int32Array(last),
        weight: new Int32Array(weight),
        units,
      }),
  };
}

function sortedByFirst(runs: UnitRuns): UnitRuns {
  const { first } = runs;
  const size = first.length;
  let sorted = true;
  for (let r = 1; r < size && sorted; r += 1) sorted = (first[r - 1] ?? 0) <= (first[r] ?? 0);
  if (sorted) return runs;
  // One number holds the key and the row, exact below 2^53: sorting numbers natively beats a comparison function.
  const keys = Float64Array.from(first, (unit, r) => unit * size + r).sort();
  const order = Int32Array.from(keys, (key) => key % size);
  const picked = (column: Int32Array) => order.map((r) => column[r] ?? 0);
  return {
    code: picked(runs.code),
    first: picked(first),
    last: picked(runs.last),
    weight: picked(runs.weight),
    units: runs.units,
  };
}

function touchRuns(question: UnitQuestion, list: RunList): UnitRuns {
  const { first, last, units } = unitSpans(question);
  const { code } = question.codings;
  for (let i = 0; i < code.length; i += 1) {
    const from = first[i] ?? 0;
    const to = last[i] ?? 0;
    if (from <= to) list.add(code[i] ?? 0, from, to);
  }
  return list.finish(units);
}

function coverRuns(question: UnitQuestion, percent: number): UnitRuns {
  assertPercent(percent);
  const { start, end, code } = question.codings;
  const offsets = documentOffsets(question.codings.document, question.documents);
  const list = joinedRuns(question.codes);
  let base = 0;
  for (let d = 0; d < question.documents; d += 1) {
    const units = question.unitsOf(d);
    const from = offsets[d] ?? 0;
    const size = (offsets[d + 1] ?? 0) - from;
    const keys = new Float64Array(size);
    for (let k = 0; k < size; k += 1) keys[k] = (code[from + k] ?? 0) * size + k;
    keys.sort();
    const rows = Int32Array.from(keys, (key) => from + (key % size));
    for (let k = 0; k < size;) {
      const current = code[rows[k] ?? 0] ?? 0;
      const starts: number[] = [];
      const ends: number[] = [];
      for (; k < size && code[rows[k] ?? 0] === current; k += 1) {
        addToUnion(starts, ends, start[rows[k] ?? 0] ?? 0, end[rows[k] ?? 0] ?? 0);
      }
      addCovered(list, current, base, units, starts, ends, percent);
    }
    base += units.starts.length;
  }
  return list.finish(base);
}

/** Adds a range to a union of ranges that is kept sorted and apart. Ranges come in order of start. */
function addToUnion(starts: number[], ends: number[], start: number, end: number): void {
  const top = ends.length - 1;
  const reached = ends[top];
  if (reached === undefined || start > reached) {
    starts.push(start);
    ends.push(end);
  } else if (end > reached) ends[top] = end;
}

/** Adds the units of which the union [starts[j], ends[j]) covers enough. */
function addCovered(
  list: RunList,
  code: number,
  base: number,
  units: UnitBoundaries,
  starts: readonly number[],
  ends: readonly number[],
  percent: number,
): void {
  let nextUnit = 0;
  let firstRange = 0;
  for (let j = 0; j < starts.length; j += 1) {
    const last = lastTouched(units, ends[j] ?? 0);
    for (let k = Math.max(nextUnit, firstTouched(units, starts[j] ?? 0)); k <= last; k += 1) {
      const unitStart = units.starts[k] ?? 0;
      const unitEnd = units.ends[k] ?? 0;
      while ((ends[firstRange] ?? unitEnd) <= unitStart) firstRange += 1;
      let covered = 0;
      for (let q = firstRange; q < starts.length && (starts[q] ?? 0) < unitEnd; q += 1) {
        covered += Math.min(ends[q] ?? 0, unitEnd) - Math.max(starts[q] ?? 0, unitStart);
      }
      if (covered * 100 >= percent * (unitEnd - unitStart)) list.add(code, base + k, base + k);
      nextUnit = k + 1;
    }
  }
}

/** Visits the documents group by group, so that the runs come out in the order of the groups. */
function groupRuns(question: GroupQuestion, list: RunList): UnitRuns {
  const { code, document } = question.codings;
  const offsets = documentOffsets(document, question.documents);
  for (const d of documentsByGroup(question)) {
    const group = question.groupOf[d] ?? -1;
    const to = offsets[d + 1] ?? 0;
    for (let i = offsets[d] ?? 0; i < to; i += 1) list.add(code[i] ?? 0, group, group);
  }
  return list.finish(question.groups);
}

function groupCoverRuns(question: GroupQuestion, percent: number, lengths: Int32Array): UnitRuns {
  assertPercent(percent);
  const { codings, codes, groups, groupOf } = question;
  const { start, end, code } = codings;
  const groupLengths = new Float64Array(groups);
  const ordered = documentsByGroup(question);
  for (const d of ordered) {
    const group = groupOf[d] ?? 0;
    groupLengths[group] = (groupLengths[group] ?? 0) + (lengths[d] ?? 0);
  }
  const offsets = documentOffsets(codings.document, question.documents);
  const list = joinedRuns(codes);
  const covered = new Float64Array(codes);
  const reached = new Int32Array(codes);
  for (let k = 0; k < ordered.length; k += 1) {
    const d = ordered[k] ?? 0;
    const group = groupOf[d] ?? 0;
    reached.fill(0);
    const to = offsets[d + 1] ?? 0;
    for (let i = offsets[d] ?? 0; i < to; i += 1) {
      const c = code[i] ?? 0;
      const from = Math.max(start[i] ?? 0, reached[c] ?? 0);
      const until = end[i] ?? 0;
      if (until <= from) continue;
      covered[c] = (covered[c] ?? 0) + until - from;
      reached[c] = until;
    }
    if (groupOf[ordered[k + 1] ?? -1] === group) continue;
    const needed = percent * (groupLengths[group] ?? 0);
    for (let c = 0; c < codes; c += 1) {
      const characters = covered[c] ?? 0;
      if (characters > 0 && characters * 100 >= needed) list.add(c, group, group);
    }
    covered.fill(0);
  }
  return list.finish(groups);
}

/** The documents that belong to a group, ordered by group, then by document. */
function documentsByGroup({ documents, groupOf, groups }: GroupQuestion): Int32Array {
  const keys: number[] = [];
  for (let d = 0; d < documents; d += 1) {
    const group = groupOf[d] ?? -1;
    if (group >= groups) throw new RangeError(`document ${d} names group ${group} of ${groups}`);
    if (group >= 0) keys.push(group * documents + d);
  }
  return Int32Array.from(new Float64Array(keys).sort(), (key) => key % documents);
}

function assertPercent(percent: number): void {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`a unit is covered to 0–100 %, not ${percent}`);
}
