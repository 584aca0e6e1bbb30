// Which segments a query finds. Formulas: Methods, coding retrieval operators.

import { assertCodings, documentOffsets, type CodingColumns } from './codings.ts';
import { relationOn, type RelationOn } from './relations.ts';
import { fulfils, type ResolvedCondition } from './conditions.ts';
import type { DistanceUnit, Relation } from './query.ts';
import type { UnitSource } from './units.ts';

/** A query whose names are resolved: codes by place, conditions by what fulfils them. */
export type ResolvedQuery =
  | { readonly op: 'any' }
  | { readonly op: 'codes' | 'alone'; readonly codes: readonly number[] }
  | { readonly op: 'and' | 'or' | 'one-of'; readonly of: readonly ResolvedQuery[] }
  | { readonly op: 'at-least'; readonly count: number; readonly of: readonly ResolvedQuery[] }
  | { readonly op: 'not'; readonly of: ResolvedQuery }
  | {
      readonly op: 'relation';
      readonly relation: Relation;
      readonly negated: boolean;
      readonly left: ResolvedQuery;
      readonly right: ResolvedQuery;
      /** Both sides ask the same: a segment does not stand in any relation to itself then. */
      readonly reflexive: boolean;
    }
  | { readonly op: 'where'; readonly of: ResolvedQuery; readonly condition: ResolvedCondition };

/**
 * *segments*: whole segments that the query finds. *intersections*: only what they have in common (the "small
 * picture"). *overlapping*: all segments that take part, those of the other side too (the "big picture").
 */
export type ReturnMode = 'segments' | 'intersections' | 'overlapping';

export type RetrievalQuestion = {
  readonly codings: CodingColumns;
  readonly codes: number;
  readonly documents: number;
  /** Case of each document, or −1. */
  readonly caseOf: Int32Array;
  readonly query: ResolvedQuery;
  readonly mode: ReturnMode;
  /** The units that distances and places of the query ask for. */
  readonly unitsOf: (unit: Exclude<DistanceUnit, 'characters'> | 'sections') => UnitSource;
};

/** Segments by document, start and end; the codings of segment k are `rows[from[k] .. from[k + 1])`. */
export type Retrieval = {
  readonly document: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly from: Int32Array;
  readonly rows: Int32Array;
};

/**
 * Evaluates a query.
 *
 * The common parts of a relation are those of its pairs; segments that are only near each other have none. Of AND,
 * ONE OF and AT LEAST they are the stretches of text on which all, exactly one, or so many of the sets lie, whether
 * or not a single segment has them all. Of any other query, in modes intersections and overlapping, the segments
 * themselves.
 * @throws RangeError where the codings are unsorted or out of range (see `assertCodings`)
 */
export function retrieve(question: RetrievalQuestion): Retrieval {
  assertCodings(question.codings, question);
  const study = segmentsOf(question);
  const evaluator = createEvaluator(question, study);
  const { query, condition } = unwrapped(question.query);
  const pieces =
    question.mode === 'segments'
      ? study.pick(evaluator.find(query, condition))
      : piecesOf(question, study, evaluator, query, condition);
  return withRows(question, pieces, namedCodes(question.query, question.codes));
}

/** Places of a text, by document, start and end. */
type Pieces = { readonly document: Int32Array; readonly start: Int32Array; readonly end: Int32Array };

/** Distinct places that are coded. */
type Segments = Pieces & {
  /** Segment of each coding. */
  readonly segmentOf: Int32Array;
  /** Segments of document d are `[offsets[d], offsets[d + 1])`. */
  readonly offsets: Int32Array;
  readonly pick: (found: Uint8Array) => Pieces;
};

function segmentsOf({ codings, documents }: RetrievalQuestion): Segments {
  const { document, start, end } = codings;
  const size = document.length;
  const firstRows = new Int32Array(size);
  const segmentOf = new Int32Array(size);
  let count = 0;
  for (let i = 0; i < size; i += 1) {
    const isNew = i === 0 || document[i] !== document[i - 1] || start[i] !== start[i - 1] || end[i] !== end[i - 1];
    if (isNew) firstRows[count++] = i;
    segmentOf[i] = count - 1;
  }
  const rows = firstRows.subarray(0, count);
  const places = {
    document: rows.map((i) => document[i] ?? 0),
    start: rows.map((i) => start[i] ?? 0),
    end: rows.map((i) => end[i] ?? 0),
  };
  return {
    ...places,
    segmentOf,
    offsets: documentOffsets(places.document, documents),
    pick: (found) => {
      const kept = rows.map((_, k) => k).filter((k) => found[k] === 1);
      return {
        document: kept.map((k) => places.document[k] ?? 0),
        start: kept.map((k) => places.start[k] ?? 0),
        end: kept.map((k) => places.end[k] ?? 0),
      };
    },
  };
}

type Evaluator = {
  /** 1 for each segment that the query finds among the codings that fulfil the condition. */
  readonly find: (query: ResolvedQuery, condition: ResolvedCondition | null) => Uint8Array;
  readonly relation: (relation: Relation) => RelationOn;
};

function createEvaluator(question: RetrievalQuestion, study: Segments): Evaluator {
  const { codings, codes } = question;
  const size = study.document.length;
  const relation = remembered((of: Relation) => relationOn(of, study, question));

  const marked = (isIn: (row: number) => boolean): Uint8Array => {
    const found = new Uint8Array(size);
    study.segmentOf.forEach((segment, row) => {
      if (found[segment] === 0 && isIn(row)) found[segment] = 1;
    });
    return found;
  };
  const ofCodes = (wanted: readonly number[], condition: ResolvedCondition | null): Uint8Array => {
    const isWanted = new Uint8Array(codes);
    for (const code of wanted) isWanted[code] = 1;
    return marked((row) => isWanted[codings.code[row] ?? 0] === 1 && fulfils(codings, condition, row));
  };
  /** Segments of the codes that share no character with a coding of another code. */
  const alone = (wanted: readonly number[], condition: ResolvedCondition | null): Uint8Array => {
    const mine = ofCodes(wanted, condition);
    const isWanted = new Set(wanted);
    const others = marked((row) => !isWanted.has(codings.code[row] ?? 0));
    const { hasPartner } = relation({ kind: 'overlaps' });
    return mine.map((flag, k) => Number(flag === 1 && !hasPartner(k, others, false)));
  };
  const find = (query: ResolvedQuery, condition: ResolvedCondition | null): Uint8Array => {
    switch (query.op) {
      case 'any':
        return marked((row) => fulfils(codings, condition, row));
      case 'codes':
        return ofCodes(query.codes, condition);
      case 'alone':
        return alone(query.codes, condition);
      case 'where':
        return find(query.of, joined(condition, query.condition));
      case 'not': {
        const inside = find(query.of, condition);
        return find({ op: 'any' }, condition).map((flag, k) => flag & (1 - (inside[k] ?? 0)));
      }
      case 'and':
      case 'or':
      case 'one-of':
      case 'at-least': {
        const times = new Int32Array(size);
        for (const each of query.of) find(each, condition).forEach((flag, k) => (times[k] = (times[k] ?? 0) + flag));
        const isEnough = enough(query);
        return Uint8Array.from(times, (count) => Number(isEnough(count)));
      }
      case 'relation': {
        const left = find(query.left, condition);
        const right = find(query.right, condition);
        const { hasPartner } = relation(query.relation);
        return left.map((flag, k) => Number(flag === 1 && hasPartner(k, right, query.reflexive) !== query.negated));
      }
    }
  };
  return { find, relation };
}

type Combination = Extract<ResolvedQuery, { readonly op: 'and' | 'or' | 'one-of' | 'at-least' }>;

/** How many of the sets must hold something. */
function enough(query: Combination): (count: number) => boolean {
  switch (query.op) {
    case 'and':
      return (count) => count === query.of.length;
    case 'or':
      return (count) => count > 0;
    case 'one-of':
      return (count) => count === 1;
    case 'at-least':
      return (count) => count >= Math.max(1, query.count);
  }
}

function joined(outer: ResolvedCondition | null, inner: ResolvedCondition): ResolvedCondition {
  return outer === null ? inner : { op: 'all', of: [outer, inner] };
}

/** Conditions around the whole query. */
function unwrapped(whole: ResolvedQuery): {
  readonly query: ResolvedQuery;
  readonly condition: ResolvedCondition | null;
} {
  let query = whole;
  let condition: ResolvedCondition | null = null;
  while (query.op === 'where') {
    condition = joined(condition, query.condition);
    query = query.of;
  }
  return { query, condition };
}

/** What the segments have in common, or all segments that take part. */
function piecesOf(
  { mode }: RetrievalQuestion,
  study: Segments,
  { find, relation }: Evaluator,
  query: ResolvedQuery,
  condition: ResolvedCondition | null,
): Pieces {
  if (query.op === 'relation' && !query.negated) {
    const [left, right] = [find(query.left, condition), find(query.right, condition)];
    const takesPart = new Uint8Array(left.length);
    const common: Piece[] = [];
    const { partners } = relation(query.relation);
    left.forEach((flag, a) => {
      if (flag === 0) return;
      for (const b of partners(a, right, query.reflexive)) {
        takesPart[a] = 1;
        takesPart[b] = 1;
        const start = Math.max(study.start[a] ?? 0, study.start[b] ?? 0);
        const end = Math.min(study.end[a] ?? 0, study.end[b] ?? 0);
        if (study.document[a] === study.document[b] && end > start) {
          common.push({ document: study.document[a] ?? 0, start, end });
        }
      }
    });
    return mode === 'overlapping' ? study.pick(takesPart) : distinct(common);
  }
  if (query.op !== 'and' && query.op !== 'one-of' && query.op !== 'at-least') return study.pick(find(query, condition));
  const sets = query.of.map((each) => find(each, condition));
  const stretches = stretchesOf(study, sets, enough(query));
  if (mode === 'intersections') return stretches;
  return study.pick(touching(study, sets, stretches));
}

type Piece = { readonly document: number; readonly start: number; readonly end: number };

/** Longest stretches of text on which enough of the sets lie; each set counts once however many segments it has there. */
function stretchesOf(study: Segments, sets: readonly Uint8Array[], isEnough: (count: number) => boolean): Pieces {
  const found: Piece[] = [];
  for (let d = 0; d + 1 < study.offsets.length; d += 1) {
    const edges: { readonly at: number; readonly set: number; readonly step: number }[] = [];
    for (let k = study.offsets[d] ?? 0; k < (study.offsets[d + 1] ?? 0); k += 1) {
      sets.forEach((flags, set) => {
        if (flags[k] !== 1) return;
        edges.push({ at: study.start[k] ?? 0, set, step: 1 }, { at: study.end[k] ?? 0, set, step: -1 });
      });
    }
    edges.sort((a, b) => a.at - b.at);
    const open = new Int32Array(sets.length);
    let lying = 0;
    let begun: number | null = null;
    edges.forEach(({ at, set, step }, k) => {
      const before = open[set] ?? 0;
      open[set] = before + step;
      if (before === 0) lying += 1;
      else if (before + step === 0) lying -= 1;
      if (edges[k + 1]?.at === at) return;
      const isIn = lying > 0 && isEnough(lying);
      if (isIn && begun === null) begun = at;
      else if (!isIn && begun !== null) {
        found.push({ document: d, start: begun, end: at });
        begun = null;
      }
    });
  }
  return columnsOf(found);
}

/** Segments of any of the sets that share a character with a stretch. */
function touching(study: Segments, sets: readonly Uint8Array[], stretches: Pieces): Uint8Array {
  const found = new Uint8Array(study.document.length);
  let first = 0;
  for (let k = 0; k < found.length; k += 1) {
    const [document, start, end] = [study.document[k] ?? 0, study.start[k] ?? 0, study.end[k] ?? 0];
    // Stretches of a document lie apart and ascend, and so do the starts of its segments.
    while (
      first < stretches.start.length &&
      ((stretches.document[first] ?? 0) < document ||
        (stretches.document[first] === document && (stretches.end[first] ?? 0) <= start))
    ) {
      first += 1;
    }
    const meets = stretches.document[first] === document && (stretches.start[first] ?? 0) < end;
    if (meets && sets.some((flags) => flags[k] === 1)) found[k] = 1;
  }
  return found;
}

function distinct(pieces: readonly Piece[]): Pieces {
  const sorted = pieces.toSorted((a, b) => a.document - b.document || a.start - b.start || a.end - b.end);
  return columnsOf(
    sorted.filter(({ document, start, end }, k) => {
      const before = sorted[k - 1];
      return before?.document !== document || before.start !== start || before.end !== end;
    }),
  );
}

function columnsOf(pieces: readonly Piece[]): Pieces {
  return {
    document: Int32Array.from(pieces, ({ document }) => document),
    start: Int32Array.from(pieces, ({ start }) => start),
    end: Int32Array.from(pieces, ({ end }) => end),
  };
}

/** The codes that a query names; all of them, where it asks for any or for what is not. */
function namedCodes(query: ResolvedQuery, codes: number): Uint8Array {
  const named = new Uint8Array(codes);
  const visit = (part: ResolvedQuery): void => {
    switch (part.op) {
      case 'any':
      case 'not':
        return void named.fill(1);
      case 'codes':
      case 'alone':
        for (const code of part.codes) named[code] = 1;
        return;
      case 'where':
        return visit(part.of);
      case 'relation':
        return [part.left, part.right].forEach(visit);
      case 'and':
      case 'or':
      case 'one-of':
      case 'at-least':
        return part.of.forEach(visit);
    }
  };
  visit(query);
  return named;
}

/** The codings of the named codes at each segment; where only common parts are given, those that lie on all of it. */
function withRows({ codings, documents, mode }: RetrievalQuestion, pieces: Pieces, named: Uint8Array): Retrieval {
  const offsets = documentOffsets(codings.document, documents);
  const furthest = new Int32Array(codings.document.length);
  codings.end.forEach((end, i) => {
    const before = i > 0 && codings.document[i - 1] === codings.document[i] ? (furthest[i - 1] ?? 0) : 0;
    furthest[i] = Math.max(before, end);
  });
  const from = new Int32Array(pieces.document.length + 1);
  const rows: number[] = [];
  pieces.document.forEach((d, k) => {
    const [start, end] = [pieces.start[k] ?? 0, pieces.end[k] ?? 0];
    const to = offsets[d + 1] ?? 0;
    for (let i = firstReaching(furthest, offsets[d] ?? 0, to, end); i < to; i += 1) {
      if ((codings.start[i] ?? 0) > start) break;
      const lies =
        mode === 'intersections' ? (codings.end[i] ?? 0) >= end : codings.start[i] === start && codings.end[i] === end;
      if (lies && named[codings.code[i] ?? 0] === 1) rows.push(i);
    }
    from[k + 1] = rows.length;
  });
  return { ...pieces, from, rows: Int32Array.from(rows) };
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

function remembered<Argument, Result>(make: (argument: Argument) => Result): (argument: Argument) => Result {
  const known = new Map<string, Result>();
  return (argument) => {
    const key = JSON.stringify(argument);
    const found = known.get(key) ?? make(argument);
    known.set(key, found);
    return found;
  };
}
