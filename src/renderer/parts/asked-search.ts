// A search that another part of the window asks for: the search desk takes it up once it is on screen.

import { create } from 'zustand';
import type { SearchSettingsInput } from '../../shared/contract/search.ts';
import { usePlace } from '../services/place.ts';

type AskedSearch = {
  /** Null where none is waiting. */
  readonly asked: SearchSettingsInput | null;
  readonly take: () => SearchSettingsInput | null;
};

export const useAskedSearch = create<AskedSearch>()((set, get) => ({
  asked: null,
  take: () => {
    const { asked } = get();
    if (asked) set({ asked: null });
    return asked;
  },
}));

/** Leads to the search desk with these words looked for. */
export function askSearch(settings: SearchSettingsInput): void {
  useAskedSearch.setState({ asked: settings });
  usePlace.getState().go({ area: 'reduction' });
}

/** A query that finds any of some words, each as it is: what could be read as AND, OR or NOT stands in quotation marks. */
export function anyOf(words: readonly string[]): string {
  return words.map((word) => (/^[\p{Ll}\p{Lo}\p{M}\p{N}]+$/u.test(word) ? word : `"${word}"`)).join(' OR ');
}
