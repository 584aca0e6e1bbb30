// What is painted over the text besides codings: speakers, hits, the passage whose code is being chosen.

import { useMemo } from 'react';
import type { Range } from '../../../shared/domain/segments.ts';
import { speakersOf, type Turn, turnsOf } from '../../../shared/domain/turns.ts';
import type { MarkKind } from '../../editor/highlights.ts';
import type { Finding } from './use-find.ts';

/** Colours for speakers; more speakers than these share them in turn. */
export const speakerLooks = 6;

export type Speakers = { readonly turns: readonly Turn[]; readonly names: readonly string[] };

export function speakersIn(text: string): Speakers {
  const turns = turnsOf(text);
  return { turns, names: speakersOf(turns) };
}

export function useMarks(
  { turns, names }: Speakers,
  stressed: readonly string[],
  { hits, current }: Finding,
  passages: readonly Range[],
): ReadonlyMap<MarkKind, readonly Range[]> {
  const ofSpeakers = useMemo(() => {
    const marks = new Map<MarkKind, Range[]>();
    for (let look = 0; look < speakerLooks; look += 1) marks.set(speakerMark(look), []);
    const dimmed: Range[] = [];
    for (const { start, end, bodyStart, speaker } of turns) {
      marks.get(speakerMark(names.indexOf(speaker)))?.push({ start, end: bodyStart });
      if (stressed.length > 0 && !stressed.includes(speaker)) dimmed.push({ start, end });
    }
    return marks.set('dimmed', dimmed);
  }, [turns, names, stressed]);
  return useMemo(() => {
    const hit = hits[current];
    return new Map<MarkKind, readonly Range[]>([
      ...ofSpeakers,
      ['found', hits],
      ['found-current', hit ? [hit] : []],
      ['passage', passages],
    ]);
  }, [ofSpeakers, hits, current, passages]);
}

export function speakerMark(index: number): MarkKind {
  const marks = ['speaker-0', 'speaker-1', 'speaker-2', 'speaker-3', 'speaker-4', 'speaker-5'] as const;
  return marks[((index % speakerLooks) + speakerLooks) % speakerLooks] ?? 'speaker-0';
}
