// Passages that another part of the window wants to have exported; the exchange asks how.

import { create } from 'zustand';
import type { QuotationFilter } from './quotations-about.ts';

type Exporting = {
  readonly wanted: { readonly filter: QuotationFilter; readonly count: number } | null;
  readonly ask: (filter: QuotationFilter, count: number) => void;
  readonly clear: () => void;
};

export const useExporting = create<Exporting>()((set) => ({
  wanted: null,
  ask: (filter, count) => set({ wanted: { filter, count } }),
  clear: () => set({ wanted: null }),
}));
