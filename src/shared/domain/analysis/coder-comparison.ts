// Two coders over the same texts: in which units each of them found a code. Methods 2.8: presence in a unit, location
// character by character, and segments that lie in nearly the same place.

import { documentOffsets, type CodingColumns } from './codings.ts';
import { presenceInGroups, presenceInUnits, type PresenceMode, type UnitRuns } from './presence.ts';
import type { UnitSource } from './units.ts';

/** What is one decision: a unit, a document or case, a character, or a segment of either coder. */
export type ComparedAt =
  | { readonly kind: 'units'; readonly mode: PresenceMode; readonly unitsOf: UnitSource }
  | {
      readonly kind: 'groups';
      readonly mode: PresenceMode;
      readonly groupOf: Int32Array;
      readonly groups: number;
      readonly lengths: Int32Array;
    }
  | { readonly kind: 'characters'; readonly lengths: Int32Array }
  | { readonly kind: 'segments'; readonly percent: number };

export type CoderQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  /** As the column `coder` names them; codings of others take no part. */
  readonly first: number;
  readonly second: number;
  readonly at: ComparedAt;
};

/** Who coded: both, only the first, or only the second. */
export type Finding = 'both' | 'first' | 'second';

export type CoderTables = {
  /** Units looked at; 0 where segments are compared, which have no "neither". */
  readonly n: number;
  /** For each code both, only the first, only the second, neither. For segments: pairs, and those left over. */
  readonly tables: Float64Array;
};

/** One place of a finding: a unit, a stretch of characters, a segment or two, a document. */
export type ComparedPlace = {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** Rows of the question's codings. */
  readonly rows: readonly number[];
};

/** @throws RangeError where a percentage is not in (0, 100] */
export function compareCoders(question: CoderQuestion): CoderTables {
  const { codes, at } = question;
  const tables = new Float64Array(codes * 4);
  if (at.kind === 'segments') {
    const [left, right] = [rowsByCode(question, question.first), rowsByCode(question, question.second)];
    for (let code = 0; code < codes; code += 1) {
      const { pairs, alone } = segmentsOf(question.codings, left[code] ?? [], right[code] ?? [], at.percent);
      tables.set([pairs.length, alone.first.length, alone.second.length, 0], code * 4);
    }
    return { n: 0, tables };
  }
  const { runs, n } = runsOf(question, at);
  const lists = runsByCode(runs, codes * 2);
  for (let code = 0; code < codes; code += 1) {
    const [left, right] = [lists[code] ?? [], lists[codes + code] ?? []];
    const both = sizeOf(shared(left, right));
    const [first, second] = [sizeOf(left) - both, sizeOf(right) - both];
    tables.set([both, first, second, n - both - first - second], code * 4);
  }
  return { n, tables };
}

/**
 * The places behind one cell of a code's table, in order of place. What is compared by documents or cases comes as the
 * documents in which the code is.
 */
export function placesOfFinding(question: CoderQuestion, code: number, finding: Finding): readonly ComparedPlace[] {
  const { at, codes, codings, documents } = question;
  if (at.kind === 'segments') return segmentPlaces(question, code, finding, at.percent);
  const { runs } = runsOf(question, at);
  const lists = runsByCode(runs, codes * 2);
  const found = stretchesOf(lists[code] ?? [], lists[codes + code] ?? [], finding);
  const rowsIn = rowFinder(question, code);
  if (at.kind === 'groups') {
    return Array.from({ length: documents }, (_, document) => document).flatMap((document) => {
      const group = at.groupOf[document] ?? -1;
      const rows = rowsIn(document, 0, Infinity);
      if (rows.length === 0 || !found.some(({ first, last }) => first <= group && group <= last)) return [];
      return [{ document, start: 0, end: at.lengths[document] ?? 0, rows }];
    });
  }
  const places: ComparedPlace[] = [];
  const add = (document: number, start: number, end: number) =>
    places.push({ document, start, end, rows: rowsIn(document, start, end) });
  let [base, next] = [0, 0];
  const offsets = documentOffsets(codings.document, documents);
  for (let document = 0; document < documents; document += 1) {
    const units = at.kind === 'units' ? at.unitsOf(document) : null;
    const size = units ? units.starts.length : at.kind === 'characters' ? (at.lengths[document] ?? 0) + 1 : 0;
    if ((offsets[document + 1] ?? 0) > (offsets[document] ?? 0)) {
      for (let run = found[next]; run && run.first < base + size; run = found[next]) {
        const [from, to] = [Math.max(run.first - base, 0), Math.min(run.last - base, size - 1)];
        if (!units) add(document, from, to + 1);
        else for (let k = from; k <= to; k += 1) add(document, units.starts[k] ?? 0, units.ends[k] ?? 0);
        // Units of the next document may follow without a gap: then the run goes on there.
        if (run.last >= base + size) break;
        next += 1;
      }
    }
    base += size;
  }
  return places;
}

/**
 * What each coder marked with each code, overlaps of one coder joined, on one line through all texts: the question of
 * α for unitising with the code as its only value.
 */
export function codedStretches(
  { codings, codes, documents, first, second }: Omit<CoderQuestion, 'at'>,
  lengths: Int32Array,
): { readonly length: number; readonly codes: readonly (readonly (readonly Stretch[])[])[] } {
  const bases = new Float64Array(documents + 1);
  for (let d = 0; d < documents; d += 1) bases[d + 1] = (bases[d] ?? 0) + (lengths[d] ?? 0);
  const found = Array.from({ length: codes }, (): [Marked[], Marked[]] => [[], []]);
  for (let i = 0; i < codings.code.length; i += 1) {
    const coder = [first, second].indexOf(codings.coder[i] ?? -1);
    const line = found[codings.code[i] ?? 0]?.[coder];
    if (!line) continue;
    const document = codings.document[i] ?? 0;
    const base = bases[document] ?? 0;
    const [start, end] = [base + (codings.start[i] ?? 0), base + (codings.end[i] ?? 0)];
    const latest = line.at(-1);
    if (latest && latest.document === document && start < latest.end) latest.end = Math.max(latest.end, end);
    else line.push({ start, end, document });
  }
  return {
    length: bases[documents] ?? 0,
    codes: found.map((lines) => lines.map((line) => line.map(({ start, end }) => ({ start, end, value: 0 })))),
  };
}

type Marked = { start: number; end: number; document: number };
type Stretch = { readonly start: number; readonly end: number; readonly value: number };
type Run = { readonly first: number; readonly last: number };

/** Presence with the codes of the first coder at 0.., and those of the second behind them. */
function runsOf(question: CoderQuestion, at: Exclude<ComparedAt, { readonly kind: 'segments' }>) {
  const { codes, documents } = question;
  const codings = byCoder(question);
  switch (at.kind) {
    case 'units': {
      const runs = presenceInUnits({ codings, codes: codes * 2, documents, unitsOf: at.unitsOf }, at.mode);
      return { runs, n: runs.units };
    }
    case 'groups': {
      const { groupOf, groups, lengths, mode } = at;
      const runs = presenceInGroups({ codings, codes: codes * 2, documents, groupOf, groups }, mode, lengths);
      return { runs, n: groups };
    }
    case 'characters':
      return characterRuns(codings, codes * 2, documents, at.lengths);
  }
}

function byCoder({ codings, codes, first, second }: CoderQuestion): CodingColumns {
  const { document, start, end, code, coder } = codings;
  const rows = coder.map((_, i) => i).filter((i) => coder[i] === first || coder[i] === second);
  const pick = (column: Int32Array) => rows.map((i) => column[i] ?? 0);
  return {
    document: pick(document),
    start: pick(start),
    end: pick(end),
    code: rows.map((i) => (code[i] ?? 0) + (coder[i] === second ? codes : 0)),
    coder: pick(coder),
  };
}

/** Characters of all texts on one axis, with one that nobody can code between two texts. */
function characterRuns(codings: CodingColumns, codes: number, documents: number, lengths: Int32Array) {
  const latest = new Int32Array(codes).fill(-1);
  const [code, first, last]: [number[], number[], number[]] = [[], [], []];
  const offsets = documentOffsets(codings.document, documents);
  let [base, n] = [0, 0];
  for (let document = 0; document < documents; document += 1) {
    for (let i = offsets[document] ?? 0; i < (offsets[document + 1] ?? 0); i += 1) {
      const of = codings.code[i] ?? 0;
      const [start, end] = [base + (codings.start[i] ?? 0), base + (codings.end[i] ?? 0) - 1];
      const known = latest[of] ?? -1;
      const reached = last[known];
      if (reached !== undefined && start <= reached + 1) last[known] = Math.max(reached, end);
      else {
        latest[of] = code.length;
        code.push(of);
        first.push(start);
        last.push(end);
      }
    }
    const length = lengths[document] ?? 0;
    n += length;
    base += length + 1;
  }
  return { runs: { code, first, last }, n };
}

function runsByCode(
  {
    code,
    first,
    last,
  }: Pick<UnitRuns, 'code' | 'first' | 'last'> | Readonly<Record<'code' | 'first' | 'last', number[]>>,
  codes: number,
): readonly (readonly Run[])[] {
  const lists = Array.from({ length: codes }, (): Run[] => []);
  for (let r = 0; r < code.length; r += 1) lists[code[r] ?? 0]?.push({ first: first[r] ?? 0, last: last[r] ?? 0 });
  return lists;
}

function stretchesOf(left: readonly Run[], right: readonly Run[], finding: Finding): readonly Run[] {
  if (finding === 'both') return shared(left, right);
  return finding === 'first' ? without(left, right) : without(right, left);
}

/** Runs ascend and lie apart. */
function shared(left: readonly Run[], right: readonly Run[]): readonly Run[] {
  const found: Run[] = [];
  let [i, j] = [0, 0];
  for (let [a, b] = [left[i], right[j]]; a && b; [a, b] = [left[i], right[j]]) {
    const [first, last] = [Math.max(a.first, b.first), Math.min(a.last, b.last)];
    if (first <= last) found.push({ first, last });
    if (a.last <= b.last) i += 1;
    else j += 1;
  }
  return found;
}

function without(left: readonly Run[], right: readonly Run[]): readonly Run[] {
  const common = shared(left, right);
  const found: Run[] = [];
  let next = 0;
  for (const { first, last } of left) {
    let from = first;
    for (let cut = common[next]; cut && cut.first <= last; cut = common[next]) {
      if (cut.first > from) found.push({ first: from, last: cut.first - 1 });
      from = cut.last + 1;
      next += 1;
    }
    if (from <= last) found.push({ first: from, last });
  }
  return found;
}

function sizeOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Rows of a code by either coder that share a character with a place. */
function rowFinder({ codings, documents, first, second }: CoderQuestion, code: number) {
  const lists = Array.from({ length: documents }, (): number[] => []);
  codings.code.forEach((each, i) => {
    const coder = codings.coder[i];
    if (each === code && (coder === first || coder === second)) lists[codings.document[i] ?? 0]?.push(i);
  });
  return (document: number, start: number, end: number): readonly number[] =>
    (lists[document] ?? []).filter((i) => (codings.start[i] ?? 0) < end && (codings.end[i] ?? 0) > start);
}

type Segments = {
  readonly pairs: readonly (readonly [number, number])[];
  readonly alone: Readonly<Record<'first' | 'second', readonly number[]>>;
};

/** Rows of one coder, by code. */
function rowsByCode({ codings, codes }: CoderQuestion, coder: number): readonly (readonly number[])[] {
  const lists = Array.from({ length: codes }, (): number[] => []);
  codings.code.forEach((code, i) => {
    if (codings.coder[i] === coder) lists[code]?.push(i);
  });
  return lists;
}

/** A greatest set of pairs, each segment in one at most, in which either covers `percent` of the other. */
function segmentsOf(
  codings: CodingColumns,
  left: readonly number[],
  right: readonly number[],
  percent: number,
): Segments {
  if (!(percent > 0 && percent <= 100))
    throw new RangeError(`a share is more than 0 and at most 100 %, not ${percent}`);
  const inDocument = Map.groupBy(right, (row) => codings.document[row]);
  const partners = new Map(
    left.map((row) => [
      row,
      (inDocument.get(codings.document[row]) ?? []).filter((other) => isSame(codings, row, other, percent)),
    ]),
  );
  const partnerOf = new Map<number, number>();
  const place = (row: number, tried: Set<number>): boolean =>
    (partners.get(row) ?? []).some((other) => {
      if (tried.has(other)) return false;
      tried.add(other);
      const holder = partnerOf.get(other);
      if (holder !== undefined && !place(holder, tried)) return false;
      partnerOf.set(other, row);
      return true;
    });
  for (const row of left) place(row, new Set());
  const matched = new Set(partnerOf.values());
  return {
    pairs: Array.from(partnerOf, ([other, row]) => [row, other] as const),
    alone: {
      first: left.filter((row) => !matched.has(row)),
      second: right.filter((row) => !partnerOf.has(row)),
    },
  };
}

function isSame({ start, end }: CodingColumns, a: number, b: number, percent: number): boolean {
  const common = Math.min(end[a] ?? 0, end[b] ?? 0) - Math.max(start[a] ?? 0, start[b] ?? 0);
  const longer = Math.max((end[a] ?? 0) - (start[a] ?? 0), (end[b] ?? 0) - (start[b] ?? 0));
  return common * 100 >= percent * longer;
}

function segmentPlaces(question: CoderQuestion, code: number, finding: Finding, percent: number) {
  const { document, start, end } = question.codings;
  const rowsOf = (coder: number) => rowsByCode(question, coder)[code] ?? [];
  const { pairs, alone } = segmentsOf(question.codings, rowsOf(question.first), rowsOf(question.second), percent);
  const groups: readonly (readonly number[])[] = finding === 'both' ? pairs : alone[finding].map((row) => [row]);
  return groups
    .map((rows): ComparedPlace => ({
      document: document[rows[0] ?? 0] ?? 0,
      start: Math.min(...rows.map((row) => start[row] ?? 0)),
      end: Math.max(...rows.map((row) => end[row] ?? 0)),
      rows: rows.toSorted((a, b) => a - b),
    }))
    .toSorted((a, b) => a.document - b.document || a.start - b.start || a.end - b.end);
}

type Coefficients = Readonly<
  Record<'a' | 'b' | 'c' | 'd' | 'observed' | 'kappa' | 'scottPi' | 'alpha' | 'freeMarginal' | 'ac1', number | null>
>;

/** The fourfold table and the coefficients of a row, in the order in which tables show them. */
export function coefficientsInOrder(row: Coefficients): readonly (number | null)[] {
  return [row.a, row.b, row.c, row.d, row.observed, row.kappa, row.scottPi, row.alpha, row.freeMarginal, row.ac1];
}
