// Widening what was selected to words, sentences, paragraphs and turns: the units that analysis counts too (U2, U3,
// U6). A speaker's label is nobody's words, so no unit holds it.

import { sentenceUnits } from '../../shared/domain/analysis/sentences.ts';
import { touchedUnits, type UnitBoundaries } from '../../shared/domain/analysis/units.ts';
import { wordUnits } from '../../shared/domain/analysis/words.ts';
import type { Range } from '../../shared/domain/segments.ts';
import type { Turn } from '../../shared/domain/turns.ts';
import type { TextModel } from './text-model.ts';

/** From the smallest to the largest. */
export const snapUnits = ['word', 'sentence', 'paragraph', 'turn'] as const;
export type SnapUnit = (typeof snapUnits)[number];

export type SnapText = {
  readonly model: TextModel;
  /** In order of starts; they may be those of the text as it was when typing last rested. */
  readonly turns: readonly Turn[];
};

/**
 * The range widened to whole units; a caret (`start = end`) stands for the unit it is in or touches.
 * @returns the range itself where there is no such unit, as in an empty paragraph
 */
export function snapped(text: SnapText, range: Range, unit: SnapUnit): Range {
  const first = unitAt(text, range.start, range, unit);
  const last = unitAt(text, Math.max(range.start, range.end - 1), range, unit);
  const found = { start: first?.start ?? range.start, end: last?.end ?? range.end };
  if (range.start === range.end) return first ?? range;
  return { start: Math.min(range.start, found.start), end: Math.max(range.end, found.end) };
}

/** The next larger unit around a range, or null where it already is a whole turn. */
export function widened(text: SnapText, range: Range): { readonly range: Range; readonly unit: SnapUnit } | null {
  for (const unit of snapUnits) {
    const wider = snapped(text, range, unit);
    if (wider.start < range.start || wider.end > range.end) return { range: wider, unit };
  }
  return null;
}

/**
 * The next place where a word begins or ends, also in other paragraphs.
 * @returns null where there is none before the text ends
 */
export function wordEdge(
  { model }: SnapText,
  from: number,
  toward: 'later' | 'earlier',
  edge: 'start' | 'end',
): number | null {
  const step = toward === 'later' ? 1 : -1;
  for (let index = model.paragraphAt(from); index >= 0 && index < model.size; index += step) {
    const base = model.startOf(index);
    const { starts, ends } = wordUnits(model.textAt(index));
    const edges = Array.from(edge === 'start' ? starts : ends, (at) => base + at);
    const found = toward === 'later' ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
    if (found !== undefined) return found;
  }
  return null;
}

function unitAt(text: SnapText, at: number, range: Range, unit: SnapUnit): Range | null {
  const isCaret = range.start === range.end;
  const turn = turnAt(text.turns, at);
  if (unit === 'turn' && turn) return { start: Math.min(turn.bodyStart, turn.end), end: turn.end };
  const { model } = text;
  const index = model.paragraphAt(at);
  const base = model.startOf(index);
  const words = model.textAt(index);
  const label = turn?.start === base ? turn.bodyStart - base : 0;
  const body = words.slice(label);
  const place = at - base - label;
  if (unit === 'turn' || unit === 'paragraph') {
    const end = body.trimEnd().length;
    return end === 0 ? null : moved({ start: body.length - body.trimStart().length, end }, base + label);
  }
  const units = unit === 'word' ? wordUnits(body) : sentenceUnits(body);
  const found = isCaret ? touching(units, Math.max(0, place)) : holding(units, place);
  return found && moved(found, base + label);
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function holding(units: UnitBoundaries, at: number): Range | null {
  const { first, last } = touchedUnits(units, at, at + 1);
  return first > last ? null : rangeAt(units, first);
}

/** The unit a caret is in; between two, the one behind it; at the end of a line, the last one. */
function touching(units: UnitBoundaries, at: number): Range | null {
  const inside = holding(units, at);
  if (inside) return inside;
  const before = touchedUnits(units, at - 1, at);
  if (before.first <= before.last) return rangeAt(units, before.first);
  const next = units.starts.findIndex((start) => start >= at);
  const last = units.starts.length - 1;
  return last < 0 ? null : rangeAt(units, next < 0 ? last : next);
}

function rangeAt({ starts, ends }: UnitBoundaries, index: number): Range {
  return { start: starts[index] ?? 0, end: ends[index] ?? 0 };
}

function turnAt(turns: readonly Turn[], at: number): Turn | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const turn = turns[low - 1];
  return turn && at <= turn.end ? turn : null;
}
