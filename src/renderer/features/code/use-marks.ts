// What is painted over the text besides codings: speakers, hits, the passage whose code is being chosen.

import { useMemo } from 'react';
import type { Range } from '../../../shared/domain/segments.ts';
import { speakersOf, type Turn, turnsOf } from '../../../shared/domain/turns.ts';
import type { MarkKind } from '../../editor/highlights.ts';
import type { Finding } from './use-find.ts';
import { type SpeakerLooks, speakerMarks } from './use-speakers.ts';

export type Speakers = { readonly turns: readonly Turn[]; readonly names: readonly string[] };

export function speakersIn(text: string): Speakers {
  const turns = turnsOf(text);
  return { turns, names: speakersOf(turns) };
}

export function useMarks(
  { turns }: Speakers,
  looks: SpeakerLooks,
  dimmed: readonly Range[],
  { hits, current }: Finding,
  passages: readonly Range[],
): ReadonlyMap<MarkKind, readonly Range[]> {
  const ofSpeakers = useMemo(() => {
    const marks = new Map<MarkKind, Range[]>(speakerMarks.map((mark) => [mark, []]));
    for (const { start, bodyStart, speaker } of turns) {
      marks.get(looks.get(speaker) ?? 'speaker-0')?.push({ start, end: bodyStart });
    }
    return marks;
  }, [turns, looks]);
  return useMemo(() => {
    const hit = hits[current];
    return new Map<MarkKind, readonly Range[]>([
      ...ofSpeakers,
      ['dimmed', dimmed],
      ['found', hits],
      ['found-current', hit ? [hit] : []],
      ['passage', passages],
    ]);
  }, [ofSpeakers, dimmed, hits, current, passages]);
}
