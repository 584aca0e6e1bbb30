// Between a recording and its text: where one is in the other (TS3, TS4), and the text that follows what is heard.

import { useEffect, useMemo } from 'react';
import type { Recording } from '../../../shared/contract/audio.ts';
import { type Course, courseOf, type TimeStamp, timeStampsOf } from '../../../shared/domain/time-stamps.ts';
import { turnAt } from '../../../shared/domain/turns.ts';
import { type OpenTranscript, publishMark } from '../../parts/open-transcript.ts';
import { useRemembered } from '../../services/window-state.ts';
import { usePlayer } from './player.ts';

export type Playback = {
  readonly stamps: readonly TimeStamp[];
  /** In milliseconds of the text's own stamps. */
  readonly course: Course;
  /** Milliseconds to add to a stamp to get the place in the recording. */
  readonly shift: number;
};

/** Whether the text scrolls along with what is heard. */
export function useFollowing(): readonly [boolean, (isOn: boolean) => void] {
  return useRemembered<boolean>('player/follow', true);
}

export function usePlayback(open: OpenTranscript, recording: Recording | null): Playback {
  const { text } = open;
  const duration = usePlayer((player) => player.duration);
  const shift = recording?.timeShift ?? 0;
  const stamps = useMemo(() => timeStampsOf(text), [text]);
  const course = useMemo(
    () => courseOf(stamps, text.length, duration === null ? null : duration - shift),
    [stamps, text, duration, shift],
  );
  useFollowedTurn(open, course, shift, recording !== null);
  return useMemo(() => ({ stamps, course, shift }), [stamps, course, shift]);
}

/** The turn or paragraph that is heard is marked, and kept on the screen. */
function useFollowedTurn(
  { view, text, turns }: OpenTranscript,
  course: Course,
  shift: number,
  hasSound: boolean,
): void {
  const [isFollowing] = useFollowing();
  // Asked for in whole passages, so that nothing is drawn anew several times a second.
  const heard = usePlayer(({ isPlaying, time }) => {
    const place = hasSound && (isPlaying || time > 0) ? course.placeAt(time - shift) : null;
    if (place === null) return null;
    const turn = turnAt(turns, place);
    if (turn && place <= turn.end) return `${turn.start}-${turn.end}`;
    const start = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
    const end = text.indexOf('\n', start);
    return `${start}-${end === -1 ? text.length : end}`;
  });
  const isPlaying = usePlayer((player) => player.isPlaying);
  useEffect(() => {
    const [start, end] = (heard ?? '').split('-').map(Number);
    publishMark('playing', start !== undefined && end !== undefined && end > start ? [{ start, end }] : []);
  }, [heard]);
  useEffect(() => {
    const start = Number((heard ?? '').split('-')[0]);
    if (heard !== null && isPlaying && isFollowing) void view.reveal({ start, end: start });
  }, [view, heard, isPlaying, isFollowing]);
}
