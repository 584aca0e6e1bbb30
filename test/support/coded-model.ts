// What must be true of a coded text, as slowly and plainly as it can be said: every unit of the text has an identity,
// a coding is known by its first and its last unit, and nothing is ever shifted. Rules ED1–ED11, SG3 and SJ1–SJ5.

import type { CodingState } from '../../src/shared/contract/codings.ts';
import type { Guid } from '../../src/shared/domain/ids.ts';
import type { Range, Splice } from '../../src/shared/domain/segments.ts';

export type ModelCoding = {
  readonly code: Guid;
  /** Identities of the first and the last unit; null where no words are left (ED6). */
  readonly ends: readonly [first: number, last: number] | null;
  readonly state: CodingState;
  readonly former: string | null;
};

type Unit = { readonly id: number; readonly letter: string };

export type CodedModel = { readonly units: readonly Unit[]; readonly codings: ReadonlyMap<Guid, ModelCoding> };

export type Told = Range & {
  readonly guid: Guid;
  readonly code: Guid;
  readonly quote: string;
  readonly state: CodingState;
  readonly formerQuote: string | null;
};

let nextUnit = 0;

export function modelOf(text: string): CodedModel {
  return { units: unitsOf(text), codings: new Map() };
}

export function textOf({ units }: CodedModel): string {
  return units.map(({ letter }) => letter).join('');
}

/** What the project must tell; orphans tell no place, for they have none that matters. */
export function toldBy(model: CodedModel): readonly Told[] {
  return [...model.codings]
    .map(([guid, { code, ends, state, former }]) => {
      const range = ends ? rangeOf(model, ends) : { start: -1, end: -1 };
      const quote = ends ? textOf(model).slice(range.start, range.end) : '';
      return { guid, code, ...range, quote, state, formerQuote: former };
    })
    .toSorted(byGuid);
}

export function byGuid(a: { readonly guid: string }, b: { readonly guid: string }): number {
  return a.guid < b.guid ? -1 : a.guid > b.guid ? 1 : 0;
}

/** All splices of one edit; what it did to a coding is judged once, at its end (ED7). */
export function edited(model: CodedModel, splices: readonly Splice[]): CodedModel {
  let next = model;
  for (const splice of splices) next = spliced(next, splice);
  const codings = [...next.codings].map(([guid, coding]): [Guid, ModelCoding] => {
    const before = model.codings.get(guid);
    const own = before?.ends ? unitsBetween(model, before.ends) : null;
    if (!before || !own) return [guid, coding];
    const words = lettersOf(own);
    const base = before.former ?? words;
    const now = coding.ends ? unitsBetween(next, coding.ends) : null;
    if (!now) return [guid, { ...coding, state: 'orphaned', former: base }];
    if (now.length === own.length && now.every(({ id }, index) => id === own[index]?.id)) return [guid, before];
    return lettersOf(now) === base
      ? [guid, { ...coding, state: 'kept', former: null }]
      : [guid, { ...coding, state: 'changed', former: base }];
  });
  return { units: next.units, codings: new Map(codings) };
}

export function coded(model: CodedModel, guid: Guid, code: Guid, range: Range): CodedModel {
  return withCoding(model, guid, { code, ends: endsOf(model, range), state: 'kept', former: null });
}

export function removed(model: CodedModel, guid: Guid): CodedModel {
  return { ...model, codings: new Map([...model.codings].filter(([other]) => other !== guid)) };
}

/** A person who draws a coding anew has seen its words. */
export function resized(model: CodedModel, guid: Guid, range: Range): CodedModel {
  const coding = codingOf(model, guid);
  return withCoding(model, guid, { ...coding, ends: endsOf(model, range), state: 'kept', former: null });
}

export function accepted(model: CodedModel, guid: Guid): CodedModel {
  const coding = codingOf(model, guid);
  return coding.state === 'changed' ? withCoding(model, guid, { ...coding, state: 'kept', former: null }) : model;
}

/** SJ1, SJ2. @returns null where a part would have no words */
export function split(model: CodedModel, guid: Guid, at: number, made: Guid): CodedModel | null {
  const coding = codingOf(model, guid);
  if (!coding.ends) return null;
  const own = unitsBetween(model, coding.ends);
  const head = trimmedEnd(own.slice(0, Math.max(0, at - rangeOf(model, coding.ends).start)));
  const tail = trimmedEnd(own.slice(Math.max(0, at - rangeOf(model, coding.ends).start)).toReversed()).toReversed();
  const isInside = own.length > head.length && own.length > tail.length;
  const [one, two] = [outer(head), outer(tail)];
  if (!isInside || !one || !two) return null;
  const first = withCoding(model, guid, { ...coding, ends: one });
  return withCoding(first, made, { ...coding, ends: two });
}

/** SJ3–SJ5, without words between them. @returns null where nothing meets */
export function joined(model: CodedModel, guids: readonly Guid[]): CodedModel | null {
  const rows = guids
    .flatMap((guid) => {
      const coding = codingOf(model, guid);
      return coding.ends ? [{ guid, coding, ...rangeOf(model, coding.ends) }] : [];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end || byGuid(a, b));
  let next = model;
  const left = new Set(rows);
  for (const first of rows) {
    if (!left.delete(first)) continue;
    const run = [first];
    let { end } = first;
    for (const row of rows) {
      const between = textOf(model).slice(end, Math.max(end, row.start));
      if (!left.has(row) || row.coding.code !== first.coding.code || between.trim() !== '') continue;
      left.delete(row);
      run.push(row);
      end = Math.max(end, row.end);
    }
    if (run.length === 1) continue;
    for (const { guid } of run.slice(1)) next = removed(next, guid);
    const isChanged = run.some(({ coding }) => coding.state === 'changed');
    const words = run.map((row) => row.coding.former ?? textOf(model).slice(row.start, row.end)).join(' … ');
    next = withCoding(next, first.guid, {
      code: first.coding.code,
      ends: endsOf(model, { start: first.start, end }),
      state: isChanged ? 'changed' : 'kept',
      former: isChanged ? words : null,
    });
  }
  return next === model ? null : next;
}

export function rangeIn(model: CodedModel, guid: Guid): Range | null {
  const ends = model.codings.get(guid)?.ends;
  return ends ? rangeOf(model, ends) : null;
}

function spliced(model: CodedModel, { at, remove, insert }: Splice): CodedModel {
  const added = unitsOf(insert);
  const gone = new Set(model.units.slice(at, at + remove).map(({ id }) => id));
  const units = [...model.units.slice(0, at), ...added, ...model.units.slice(at + remove)];
  const codings = [...model.codings].map(([guid, coding]): [Guid, ModelCoding] => {
    if (!coding.ends) return [guid, coding];
    const own = new Set(unitsBetween(model, coding.ends).map(({ id }) => id));
    // ED4, ED5: what replaces words of the coding belongs to it, if it replaced nothing else.
    const isReplacedInside = remove > 0 && [...gone].every((id) => own.has(id));
    const isNew = new Set(isReplacedInside ? added.map(({ id }) => id) : []);
    const kept = units.filter(({ id }) => (own.has(id) && !gone.has(id)) || isNew.has(id));
    return [guid, { ...coding, ends: outer(kept) }];
  });
  return { units, codings: new Map(codings) };
}

function withCoding(model: CodedModel, guid: Guid, coding: ModelCoding): CodedModel {
  return { ...model, codings: new Map([...model.codings, [guid, coding]]) };
}

function codingOf({ codings }: CodedModel, guid: Guid): ModelCoding {
  const coding = codings.get(guid);
  if (!coding) throw new RangeError(`no coding ${guid}`);
  return coding;
}

function unitsOf(text: string): readonly Unit[] {
  return Array.from({ length: text.length }, (_, index) => ({ id: nextUnit++, letter: text[index] ?? '' }));
}

function unitsBetween({ units }: CodedModel, [first, last]: readonly [number, number]): readonly Unit[] {
  const from = units.findIndex(({ id }) => id === first);
  return units.slice(from, units.findIndex(({ id }) => id === last) + 1);
}

function rangeOf({ units }: CodedModel, [first, last]: readonly [number, number]): Range {
  return { start: units.findIndex(({ id }) => id === first), end: units.findIndex(({ id }) => id === last) + 1 };
}

function endsOf({ units }: CodedModel, { start, end }: Range): readonly [number, number] | null {
  return outer(units.slice(start, end));
}

function outer(units: readonly Unit[]): readonly [number, number] | null {
  const first = units[0];
  const last = units.at(-1);
  return first && last ? [first.id, last.id] : null;
}

function lettersOf(units: readonly Unit[]): string {
  return units.map(({ letter }) => letter).join('');
}

function trimmedEnd(units: readonly Unit[]): readonly Unit[] {
  const end = units.findLastIndex(({ letter }) => letter.trim() !== '');
  return units.slice(0, end + 1);
}
