// Whose turns are stressed. It changes what is seen of a transcript, never the text.

import { create } from 'zustand';

type SpeakerFilter = {
  /** None stresses all alike. */
  readonly speakers: readonly string[];
  /** The turns of others are hidden; otherwise they are dimmed. */
  readonly isHiding: boolean;
};

export const useSpeakerFilter = create<SpeakerFilter>()(() => ({ speakers: [], isHiding: false }));

/** Stresses a speaker, or no longer. */
export function toggleSpeaker(name: string): void {
  useSpeakerFilter.setState(({ speakers }) => ({
    speakers: speakers.includes(name) ? speakers.filter((other) => other !== name) : [...speakers, name],
  }));
}

export function showAllSpeakers(): void {
  useSpeakerFilter.setState({ speakers: [] });
}
