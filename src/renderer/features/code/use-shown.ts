// What of a document's codings is on the screen, by the filter of this project and the codes hidden in the tree.

import { useMemo } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import { type HiddenCodes, useHiddenCodes } from '../../parts/hidden-codes.ts';
import { usePlace } from '../../services/place.ts';
import { useRemembered } from '../../services/window-state.ts';
import {
  countShown,
  filters,
  passes,
  readFilter,
  showAll,
  type ShownCounts,
  type ShownFilter,
} from './shown-filter.ts';

export type Shown = {
  readonly filter: ShownFilter;
  readonly change: (part: Partial<ShownFilter>) => void;
  /** Shows every coding again, also those of codes hidden in the tree. */
  readonly reset: () => void;
  readonly hidden: HiddenCodes;
  /** Codings that pass the filter, those of hidden codes among them: codes are hidden faster where they are painted. */
  readonly passing: readonly PlacedCoding[];
  /** Codings that are on the screen. */
  readonly visible: readonly PlacedCoding[];
  readonly counts: ShownCounts;
  readonly isFiltered: boolean;
};

export function useShown(codings: readonly PlacedCoding[]): Shown {
  const project = usePlace((place) => place.project);
  const [stored, store] = useRemembered<Record<string, string | number | boolean | null | string[]>>(
    `shown/${project ?? ''}`,
    {},
  );
  const hidden = useHiddenCodes();
  const filter = useMemo(() => readFilter(stored), [stored]);
  const passing = useMemo(
    () => (filters(filter) ? codings.filter((coding) => passes(coding, filter)) : codings),
    [codings, filter],
  );
  const visible = useMemo(
    () => (hidden.hidden.size > 0 ? passing.filter(({ code }) => !hidden.hidden.has(code)) : passing),
    [passing, hidden.hidden],
  );
  const counts = useMemo(() => countShown(codings, filter, hidden.hidden), [codings, filter, hidden.hidden]);
  return useMemo(() => {
    const write = (next: ShownFilter): void => store({ ...next, hiddenCoders: [...next.hiddenCoders] });
    return {
      filter,
      passing,
      visible,
      hidden,
      counts,
      isFiltered: counts.shown < counts.all || filters(filter),
      change: (part) => write({ ...filter, ...part }),
      reset: () => {
        write(showAll);
        hidden.showAll();
      },
    };
  }, [filter, passing, visible, hidden, counts, store]);
}
