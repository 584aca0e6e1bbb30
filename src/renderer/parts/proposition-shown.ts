// Which proposition is open in the conclusion area: other areas lead to it.

import { create } from 'zustand';
import type { Guid } from '../../shared/domain/ids.ts';

export const usePropositionShown = create<{
  readonly guid: Guid | null;
  readonly show: (guid: Guid | null) => void;
}>()((set) => ({ guid: null, show: (guid) => set({ guid }) }));
