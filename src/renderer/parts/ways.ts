// the ways between a sentence of the report, the proposition it states, the display it rests on, and the words.

import { create } from 'zustand';
import type { Guid } from '../../shared/domain/ids.ts';
import { usePlace } from '../services/place.ts';
import { useRemembered } from '../services/window-state.ts';
import { usePropositionShown } from './proposition-shown.ts';

/** A place in a matrix by what stands at the heads of its row and column. */
export type CellKeys = { readonly row: string; readonly column: string };

type Wanted = {
  /** The proposition whose sentence the report is to show; null once it was shown. */
  readonly claim: Guid | null;
  /** The cell a matrix is to open; null once it was opened. */
  readonly cell: (CellKeys & { readonly display: Guid }) | null;
  readonly want: (wanted: Partial<Pick<Wanted, 'claim' | 'cell'>>) => void;
};

/** What was asked for on the way to another area; whoever shows it takes it away. */
export const useWanted = create<Wanted>()((set) => ({ claim: null, cell: null, want: (wanted) => set(wanted) }));

export function useOpenProposition(): (proposition: Guid) => void {
  const go = usePlace((place) => place.go);
  const show = usePropositionShown((shown) => shown.show);
  const [, setPage] = useRemembered<string>('conclusion.page', 'propositions');
  return (proposition) => {
    show(proposition);
    setPage('propositions');
    go({ area: 'conclusion' });
  };
}

export function useOpenReport(): (proposition: Guid) => void {
  const go = usePlace((place) => place.go);
  const want = useWanted((wanted) => wanted.want);
  const [, setPage] = useRemembered<string>('display/page', 'charts');
  return (proposition) => {
    want({ claim: proposition });
    setPage('report');
    go({ area: 'display' });
  };
}

export function useOpenNetwork(): (network: Guid) => void {
  const go = usePlace((place) => place.go);
  const [, setPage] = useRemembered<string>('display/page', 'charts');
  const [, select] = useRemembered<string>('display/network-shown', '');
  return (network) => {
    select(network);
    setPage('networks');
    go({ area: 'display' });
  };
}

export function useOpenDisplay(): (display: Guid, cell: CellKeys | null) => void {
  const go = usePlace((place) => place.go);
  const want = useWanted((wanted) => wanted.want);
  const [, setPage] = useRemembered<string>('display/page', 'charts');
  const [, select] = useRemembered<string>('display/matrix', '');
  return (display, cell) => {
    want({ cell: cell && { ...cell, display } });
    select(display);
    setPage('matrices');
    go({ area: 'display' });
  };
}
