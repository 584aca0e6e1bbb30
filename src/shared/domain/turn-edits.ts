// Turns put in and taken out of a transcript, each by one splice, so that codings follow (ED1–ED10). Rules TE1, TE2 of
// SPEC.md.

import type { Splice } from './segments.ts';
import { splitsCharacter } from './text.ts';
import type { Turn } from './turns.ts';

/**
 * TE1: begins a turn of a speaker at a place. Blanks around it go; label and distance are those that turns of this
 * text have.
 */
export function newTurn(text: string, turns: readonly Turn[], at: number, speaker: string): Splice {
  const place = splitsCharacter(text, at) ? at - 1 : at;
  let start = place;
  let end = place;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  const index = lastBegun(turns, place);
  const model = turns[index] ?? turns[0];
  const before = start === 0 ? '' : distanceOf(text, turns, index);
  const insert = before + labelLike(text, model, speaker);
  return { at: start, remove: end - start, insert };
}

/** TE2: joins the turn at a place with the one before it and drops its label; null where there is none before. */
export function joinedTurn(text: string, turns: readonly Turn[], at: number): Splice | null {
  const index = lastBegun(turns, at);
  const turn = turns[index];
  const former = turns[index - 1];
  if (!turn || !former) return null;
  const words = /\S/.exec(text.slice(turn.bodyStart, turn.end));
  const bodyStart = words ? turn.bodyStart + words.index : turn.end;
  // A turn without words goes altogether.
  const insert = words && former.end > former.bodyStart ? ' ' : '';
  return { at: former.end, remove: bodyStart - former.end, insert };
}

/** Index of the turn that a place stands in; −1 before the first. */
function lastBegun(turns: readonly Turn[], at: number): number {
  return turns.findLastIndex(({ start }) => start <= at);
}

/** What stands between two turns here: one line end, or an empty line. */
function distanceOf(text: string, turns: readonly Turn[], index: number): string {
  const pairs = [index, index - 1, 0].map((one) => [turns[one], turns[one + 1]] as const);
  const pair = pairs.find(([one, next]) => one && next);
  const [one, next] = pair ?? [];
  const between = one && next ? text.slice(one.end, next.start) : '\n';
  return /\n\s*\n/.test(between) ? '\n\n' : '\n';
}

function labelLike(text: string, model: Turn | undefined, speaker: string): string {
  if (!model) return `${speaker}: `;
  const opening = /(?:<v(?:\.\S+)? |\[|[*_]+)$/.exec(text.slice(model.start, model.name.start))?.[0] ?? '';
  // Time stamps and remarks belong to the turn they open, not to the next one.
  const closing = text
    .slice(model.name.end, model.bodyStart)
    .replace(/\s?[([<#][^\n]*?[)\]>#](?=[*_]*\s*[:：])/u, '')
    .replace(/\s+\d[\d:.,]+/u, '');
  if (!/[:：\t\]>]/.test(closing)) return `${speaker}: `;
  return opening + speaker + (/\s$/.test(closing) ? closing : `${closing} `);
}
