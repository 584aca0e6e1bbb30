// What is being looked for. Kept while one looks at a hit in its text and comes back.

import { create } from 'zustand';
import type { CodingExtent, SearchSettingsInput } from '../../../shared/contract/search.ts';
import type { Guid } from '../../../shared/domain/ids.ts';

export type SearchDesk = {
  readonly settings: SearchSettingsInput;
  /** Identifiers of hits that are not to be coded. */
  readonly left: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
  readonly codeId: Guid | null;
  readonly extent: CodingExtent;
  /** Hits shown at most. */
  readonly limit: number;
};

/** Hits that are asked for at first: more than a window shows. */
export const firstLimit = 200;

type State = SearchDesk & {
  /** Other words have other hits: none of them was left out by a person. */
  readonly look: (settings: SearchSettingsInput) => void;
  readonly set: (change: Partial<SearchDesk>) => void;
};

const none: ReadonlySet<string> = new Set();

export const useSearchDesk = create<State>()((set) => ({
  settings: { query: '', unit: 'paragraph' },
  left: none,
  folded: none,
  codeId: null,
  extent: 'hit',
  limit: firstLimit,
  look: (settings) => set({ settings, left: none, folded: none, limit: firstLimit }),
  set: (change) => set(change),
}));
