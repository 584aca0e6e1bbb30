// What is being looked for: the bar over the transcript and the search through all documents share it, so that one
// goes on where the other left off.

import { create } from 'zustand';
import { patternFault, type PatternFault, plainSearch, type Search } from '../../shared/domain/search.ts';

export type Searching = Search & {
  /** Hits are to be replaced, not only found. */
  readonly replaces: boolean;
  readonly replacement: string;
};

type SearchingState = Searching & { readonly set: (change: Partial<Searching>) => void };

export const useSearching = create<SearchingState>()((set) => ({
  ...plainSearch,
  query: '',
  replaces: false,
  replacement: '',
  set: (change) => set(change),
}));

/** The search alone, as the host and the domain take it. */
export function searchOf({ query, matchCase, wholeWord, regex, ignoreMarks }: Search): Search {
  return { query, matchCase, wholeWord, regex, ignoreMarks };
}

/** The sentence for what is wrong with a regular expression; null where nothing is. */
export function faultKey(search: Search): `texts.fault.${PatternFault}` | null {
  const fault = search.regex ? patternFault(search) : null;
  return fault === null ? null : `texts.fault.${fault}`;
}
