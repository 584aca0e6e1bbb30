// What is under way: a jotting being written, a link of which one end is chosen, a link being made or changed.

import { create } from 'zustand';
import type { Link } from '../../../shared/contract/links.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';

export type LinkPassage = Range & { readonly documentId: Guid; readonly quote: string };
export type Jotting = Range & {
  readonly documentId: Guid;
  readonly anchor: { readonly left: number; readonly top: number; readonly bottom: number };
};

type LinkingState = {
  readonly jotting: Jotting | null;
  /** The first end, until the second one is chosen. */
  readonly pending: LinkPassage | null;
  readonly making: { readonly from: LinkPassage; readonly to: LinkPassage } | null;
  readonly changing: Link | null;
  readonly set: (change: Partial<Omit<LinkingState, 'set'>>) => void;
};

export const useLinking = create<LinkingState>()((set) => ({
  jotting: null,
  pending: null,
  making: null,
  changing: null,
  set: (change) => set(change),
}));
