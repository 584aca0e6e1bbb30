// Which dialog of the exchange is open. What a file holds stays with the host until it is merged or given up.

import { create } from 'zustand';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ExchangeNoteAnswer, ExchangeReport } from '../../../shared/contract/interchange.ts';

export type ReadFile = OutputOf<'interchange.read'>;

export type ExchangeDialog =
  | { readonly kind: 'merge'; readonly file: ReadFile }
  | { readonly kind: 'merged'; readonly report: ExchangeReport }
  | { readonly kind: 'reports' }
  | { readonly kind: 'export' }
  | { readonly kind: 'exported'; readonly name: string; readonly notes: readonly ExchangeNoteAnswer[] };

type ExchangeState = {
  readonly dialog: ExchangeDialog | null;
  readonly set: (change: Partial<Omit<ExchangeState, 'set'>>) => void;
};

export const useExchange = create<ExchangeState>()((set) => ({
  dialog: null,
  set: (change) => set(change),
}));
