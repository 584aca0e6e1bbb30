// How speakers look in the transcript: the colour of their labels, and whose turns step back.

import { type CSSProperties, useMemo } from 'react';
import type { Range } from '../../../shared/domain/segments.ts';
import type { Turn } from '../../../shared/domain/turns.ts';
import type { MarkKind } from '../../editor/highlights.ts';
import { wordColorOf } from '../../editor/tints.ts';
import { useTheme } from '../../editor/use-theme.ts';
import { useSpeakerFilter } from '../../parts/speaker-filter.ts';
import { useAnswer } from '../../services/answers.ts';

/** Which mark paints the labels of a speaker. */
export type SpeakerLooks = ReadonlyMap<string, MarkKind>;

/** Colours that are given in turn; more speakers than these share them. */
const given = ['speaker-0', 'speaker-1', 'speaker-2', 'speaker-3', 'speaker-4', 'speaker-5'] as const;
/** Colours that persons chose. */
const chosen = ['speaker-6', 'speaker-7', 'speaker-8', 'speaker-9', 'speaker-10', 'speaker-11'] as const;
export const speakerMarks: readonly MarkKind[] = [...given, ...chosen];

const nobody: readonly { readonly name: string; readonly color: string | null }[] = [];
const noRanges: readonly Range[] = [];

/** @returns the mark of each speaker, and the chosen colours as variables for the element around the text */
export function useSpeakerLooks(names: readonly string[]): {
  readonly looks: SpeakerLooks;
  readonly colors: CSSProperties;
} {
  const { data: known = nobody } = useAnswer('speakers.known', {});
  const theme = useTheme();
  return useMemo(() => {
    const own = new Map(known.flatMap(({ name, color }) => (color === null ? [] : [[name, color] as const])));
    const looks = new Map<string, MarkKind>();
    const colors: Record<string, string> = {};
    let [shared, taken] = [0, 0];
    for (const name of names) {
      const color = own.get(name);
      const mark = color === undefined ? given[shared % given.length] : chosen[taken % chosen.length];
      if (mark === undefined) continue;
      looks.set(name, mark);
      if (color === undefined) shared += 1;
      else {
        // Beyond the sixth a colour would be another person's: the first ones keep theirs.
        if (taken < chosen.length) colors[`--transcript-${mark}`] = wordColorOf(color, theme);
        taken += 1;
      }
    }
    return { looks, colors };
  }, [known, names, theme]);
}

/** Turns that step back while some speakers are stressed. */
export function useAway(turns: readonly Turn[]): {
  readonly dimmed: readonly Range[];
  readonly hidden: readonly Range[];
} {
  const { speakers, isHiding } = useSpeakerFilter();
  return useMemo(() => {
    const stressed = turns.some(({ speaker }) => speakers.includes(speaker)) ? speakers : [];
    if (stressed.length === 0) return { dimmed: noRanges, hidden: noRanges };
    const others = turns.filter(({ speaker }) => !stressed.includes(speaker)).map(({ start, end }) => ({ start, end }));
    return isHiding ? { dimmed: noRanges, hidden: others } : { dimmed: others, hidden: noRanges };
  }, [turns, speakers, isHiding]);
}
