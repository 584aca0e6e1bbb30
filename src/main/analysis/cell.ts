// The codings behind one cell of a co-occurrence matrix. Counted as the matrix counts, so that what opens is
// what was counted.

import type { CodingColumns } from '../../shared/domain/analysis/codings.ts';
import { documentOffsets } from '../../shared/domain/analysis/codings.ts';
import type { CooccurrenceSettings } from '../../shared/domain/analysis/cooccurrence.ts';
import { nearIntervals, type Intervals } from '../../shared/domain/analysis/overlap.ts';
import { presenceInGroups, presenceInUnits, type UnitRuns } from '../../shared/domain/analysis/presence.ts';
import { windowUnits, type UnitSource } from '../../shared/domain/analysis/units.ts';

export type CellQuestion = {
  /** Codings of the row's code, 0, and of the column's, 1; on the diagonal only of code 0. */
  readonly codings: CodingColumns;
  readonly documents: number;
  readonly settings: CooccurrenceSettings;
  readonly diagonal: boolean;
};

/** Codings that stand together in a unit, as rows of the question's columns. */
export type CellGroup = readonly number[];

/**
 * The groups behind a cell, in order of place.
 *
 * At the levels of units: the codings of both codes that touch a unit in which both are present. Neighbouring
 * units with the same codings make one group, so that a passage over five paragraphs is listed once. A case
 * makes one group for each of its documents. Where single codings are compared: each counted pair, matched
 * one to one or not as the matrix was. On the diagonal the units, or codings, of the one code.
 */
export function cellGroups(question: CellQuestion): readonly CellGroup[] {
  const { settings, documents } = question;
  switch (settings.level) {
    case 'overlap':
      return pairsOf(question, { ...question.codings, code: rowNumbers(question) }, settings.matching);
    case 'adjacent': {
      const unitsOf = settings.unit === 'characters' ? null : settings.unitsOf;
      const numbered = { ...question.codings, code: rowNumbers(question) };
      return pairsOf(question, nearIntervals(numbered, documents, settings.distance, unitsOf), settings.matching);
    }
    case 'case':
      return inGroups(question, settings, settings.caseOf, settings.cases);
    case 'document':
      return inGroups(
        question,
        settings,
        Int32Array.from({ length: documents }, (_, d) => d),
        documents,
      );
    case 'window': {
      const { unitsOf, size } = settings;
      return inUnits(question, settings, (document) => windowUnits(unitsOf(document), size));
    }
    case 'section':
    case 'paragraph':
    case 'sentence':
      return inUnits(question, settings, settings.unitsOf);
  }
}

type UnitSettings = Extract<CooccurrenceSettings, { readonly mode: unknown }>;

function inGroups(
  { codings, documents, diagonal }: CellQuestion,
  settings: UnitSettings & { readonly lengths: Int32Array },
  groupOf: Int32Array,
  groups: number,
): readonly CellGroup[] {
  const question = { codings, codes: 2, documents, groupOf, groups };
  const counted = sharedUnits(presenceInGroups(question, settings.mode, settings.lengths), diagonal);
  const offsets = documentOffsets(codings.document, documents);
  const found: CellGroup[] = [];
  for (let d = 0; d < documents; d += 1) {
    const rows = range(offsets[d] ?? 0, offsets[d + 1] ?? 0);
    if (rows.length > 0 && counted[groupOf[d] ?? -1] === 1) found.push(rows);
  }
  return found;
}

function inUnits(
  { codings, documents, diagonal }: CellQuestion,
  settings: UnitSettings,
  unitsOf: UnitSource,
): readonly CellGroup[] {
  const counted = sharedUnits(presenceInUnits({ codings, codes: 2, documents, unitsOf }, settings.mode), diagonal);
  const offsets = documentOffsets(codings.document, documents);
  const found: CellGroup[] = [];
  let base = 0;
  for (let d = 0; d < documents; d += 1) {
    const { starts, ends } = unitsOf(d);
    const last = offsets[d + 1] ?? 0;
    let next = offsets[d] ?? 0;
    let open: number[] = [];
    let former: CellGroup | null = null;
    for (let k = 0; k < starts.length; k += 1) {
      if (next === last && open.length === 0) break;
      for (; next < last && (codings.start[next] ?? 0) < (ends[k] ?? 0); next += 1) open.push(next);
      open = open.filter((row) => (codings.end[row] ?? 0) > (starts[k] ?? 0));
      if (counted[base + k] !== 1) {
        former = null;
        continue;
      }
      if (former !== null && sameRows(former, open)) continue;
      former = open.slice();
      found.push(former);
    }
    base += starts.length;
  }
  return found;
}

/** 1 for each unit in which both codes are present; on the diagonal, the one code. */
function sharedUnits(runs: UnitRuns, diagonal: boolean): Uint8Array {
  const present = new Uint8Array(runs.units);
  for (let r = 0; r < runs.code.length; r += 1) {
    const bit = runs.code[r] === 0 ? 1 : 2;
    const last = runs.last[r] ?? 0;
    for (let unit = runs.first[r] ?? 0; unit <= last; unit += 1) present[unit] = (present[unit] ?? 0) | bit;
  }
  const wanted = diagonal ? 1 : 3;
  return present.map((bits) => Number((bits & wanted) === wanted));
}

/** @param intervals whose `code` is the row of the coding */
function pairsOf({ codings, diagonal }: CellQuestion, intervals: Intervals, matching: 'one-to-one' | 'pairs') {
  const rowOf = intervals.code;
  if (diagonal) return Array.from(rowOf, (row) => [row]);
  const codeOf = (k: number) => codings.code[rowOf[k] ?? 0];
  const found: CellGroup[] = [];
  const pair = (a: number, b: number) => found.push([rowOf[a] ?? 0, rowOf[b] ?? 0].toSorted((x, y) => x - y));
  const { document, start, end } = intervals;
  if (matching === 'pairs') {
    for (let i = 0; i < document.length; i += 1) {
      for (let j = i + 1; j < document.length && document[j] === document[i]; j += 1) {
        if ((start[j] ?? 0) >= (end[i] ?? 0)) break;
        if (codeOf(i) !== codeOf(j)) pair(i, j);
      }
    }
    return found;
  }
  // A maximum matching, found as `overlapMatching` does: what ends first takes its free neighbour that ends first.
  let open: number[] = [];
  const settle = (isOver: (k: number) => boolean) => {
    while (open[0] !== undefined && isOver(open[0])) {
      const ending = open[0];
      const partner = open.find((k) => codeOf(k) !== codeOf(ending));
      if (partner !== undefined) pair(ending, partner);
      open = open.filter((k) => k !== ending && k !== partner);
    }
  };
  for (let k = 0; k < document.length; k += 1) {
    settle((other) => document[other] !== document[k] || (end[other] ?? 0) <= (start[k] ?? 0));
    open.push(k);
    open.sort((a, b) => (end[a] ?? 0) - (end[b] ?? 0));
  }
  settle(() => true);
  return found.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
}

function rowNumbers({ codings }: CellQuestion): Int32Array {
  return Int32Array.from(codings.code.keys());
}

function sameRows(a: CellGroup, b: CellGroup): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}

function range(from: number, to: number): CellGroup {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
