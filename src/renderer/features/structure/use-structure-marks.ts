// Time stamps and questions in the text, painted and pressed.

import { useEffect, useEffectEvent, useMemo } from 'react';
import type { TimeStamp } from '../../../shared/domain/time-stamps.ts';
import { type OpenTranscript, publishMark } from '../../parts/open-transcript.ts';
import { playFrom } from './player.ts';
import { useGuide } from './use-outline.ts';
import type { Playback } from './use-playback.ts';

export function useStructureMarks(open: OpenTranscript, { stamps, shift }: Playback): void {
  const { sections } = useGuide(open.documentId);
  const asked = useMemo(
    () =>
      sections
        .filter(({ isLost }) => !isLost)
        .map(({ start, end }) => ({ start, end }))
        .toSorted((a, b) => a.start - b.start),
    [sections],
  );
  useEffect(() => publishMark('time-stamp', stamps), [stamps]);
  useEffect(() => publishMark('question', asked), [asked]);
  const press = useEffectEvent((event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !target?.closest('.transcript-text')) return;
    // While the text is edited a press puts the caret; with the modifier it plays.
    if (open.mode === 'edit' && !event.ctrlKey && !event.metaKey) return;
    const selected = open.view.selected();
    if (selected && selected.anchor !== selected.focus) return;
    const offset = open.view.offsetAt(event.clientX, event.clientY);
    const stamp = offset === null ? null : stampAt(stamps, offset);
    if (stamp) void playFrom(stamp.milliseconds + shift);
  });
  useEffect(() => {
    const pressed = (event: MouseEvent): void => press(event);
    document.addEventListener('click', pressed);
    return () => document.removeEventListener('click', pressed);
  }, []);
}

/** The stamp in which an offset stands; its edges do not count, so that the caret can be put beside it. */
export function stampAt(stamps: readonly TimeStamp[], offset: number): TimeStamp | null {
  return stamps.find(({ start, end }) => start < offset && offset < end) ?? null;
}

/** The last stamp that begins at or before an offset. */
export function stampBefore(stamps: readonly TimeStamp[], offset: number): TimeStamp | null {
  return stamps.findLast(({ start }) => start <= offset) ?? null;
}
