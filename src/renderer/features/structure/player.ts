// The recording being played. One element plays, wherever in the window the controls stand.

import { create } from 'zustand';
import type { Guid } from '../../../shared/domain/ids.ts';

export const speeds = [0.5, 0.6, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
/** Seconds of a jump back or forward. */
export const jump = 5;

export type PlayerState = {
  /** Null until one is chosen; then the first of the document is taken. */
  readonly recordingId: Guid | null;
  readonly isPlaying: boolean;
  /** Milliseconds of the recording. */
  readonly time: number;
  readonly duration: number | null;
  /** Why it cannot be played. */
  readonly hasFailed: boolean;
  readonly element: HTMLAudioElement | null;
};

const nothingPlayed = {
  recordingId: null,
  isPlaying: false,
  time: 0,
  duration: null,
  hasFailed: false,
} as const;

export const usePlayer = create<PlayerState>()(() => ({ ...nothingPlayed, element: null }));

/** Makes a recording the one that is played. @returns a function that lets go of it */
export function openSound(recordingId: Guid): () => void {
  const element = new Audio(`/media/${recordingId}`);
  element.preload = 'metadata';
  const note = (): void =>
    usePlayer.setState({
      isPlaying: !element.paused,
      time: element.currentTime * 1000,
      duration: Number.isFinite(element.duration) ? element.duration * 1000 : null,
    });
  const controller = new AbortController();
  for (const event of ['loadedmetadata', 'durationchange', 'timeupdate', 'seeked', 'play', 'pause', 'ended']) {
    element.addEventListener(event, note, { signal: controller.signal });
  }
  element.addEventListener('error', () => usePlayer.setState({ hasFailed: true, isPlaying: false }), {
    signal: controller.signal,
  });
  usePlayer.setState({ ...nothingPlayed, recordingId, element });
  return () => {
    controller.abort();
    element.pause();
    // Lets go of the connection.
    element.removeAttribute('src');
    element.load();
    usePlayer.setState({ ...nothingPlayed, element: null });
  };
}

/** @param speed as a factor @param volume 0..1 */
export function tune(element: HTMLAudioElement | null, speed: number, volume: number): void {
  if (!element) return;
  element.playbackRate = speed;
  element.defaultPlaybackRate = speed;
  element.volume = Math.max(0, Math.min(1, volume));
}

export async function togglePlaying(): Promise<void> {
  const { element } = usePlayer.getState();
  if (!element) return;
  if (!element.paused) return element.pause();
  await play(element);
}

/** @param milliseconds of the recording */
export async function playFrom(milliseconds: number): Promise<void> {
  const { element } = usePlayer.getState();
  if (!element) return;
  seek(milliseconds);
  await play(element);
}

/** @param milliseconds of the recording, brought inside it */
export function seek(milliseconds: number): void {
  const { element, duration } = usePlayer.getState();
  if (!element) return;
  const inside = Math.max(0, Math.min(milliseconds, duration ?? milliseconds));
  element.currentTime = inside / 1000;
  usePlayer.setState({ time: inside });
}

/** @param seconds forward, or back where below zero */
export function jumpBy(seconds: number): void {
  const { element } = usePlayer.getState();
  if (element) seek(element.currentTime * 1000 + seconds * 1000);
}

/** The next slower or faster speed there is. */
export function speedBeside(speed: number, by: 1 | -1): number {
  const others = by > 0 ? speeds.filter((one) => one > speed) : speeds.filter((one) => one < speed).toReversed();
  return others[0] ?? speed;
}

async function play(element: HTMLAudioElement): Promise<void> {
  try {
    await element.play();
  } catch (error) {
    // A pause that comes before playing began ends the promise; anything else is said by the error of the element.
    if (!(error instanceof DOMException && error.name === 'AbortError')) usePlayer.setState({ hasFailed: true });
  }
}
