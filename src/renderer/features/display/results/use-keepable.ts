// What a display of its own has on screen, offered to the area to be kept.

import { useEffect } from 'react';
import type { ResultToKeep } from './use-keep-result.tsx';

export type OfferResult = (result: ResultToKeep | null) => void;

/** @param result null while there is nothing to keep */
export function useKeepable(offer: OfferResult, result: ResultToKeep | null): void {
  // Inputs are made anew with each render; what they say is what counts.
  const said = JSON.stringify(result);
  useEffect(() => {
    offer(JSON.parse(said) as ResultToKeep | null);
    return () => offer(null);
  }, [offer, said]);
}
