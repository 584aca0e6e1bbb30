// Codes whose marks are not shown in the text. The editor reads the same entry of the window's memory.

import { useMemo } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { isGuid } from '../../../shared/domain/ids.ts';
import { useRemembered } from '../../services/window-state.ts';

export const hiddenCodesKey = 'hiddenCodes';

export type HiddenCodes = {
  readonly hidden: ReadonlySet<Guid>;
  readonly toggle: (codeIds: readonly Guid[]) => void;
  readonly showAll: () => void;
  readonly showOnly: (codeIds: readonly Guid[], all: readonly Guid[]) => void;
};

const nothing: string[] = [];

export function useHiddenCodes(): HiddenCodes {
  const [stored, store] = useRemembered<string[]>(hiddenCodesKey, nothing);
  return useMemo(() => {
    const hidden = new Set(stored.filter((text) => isGuid(text)));
    return {
      hidden,
      toggle: (codeIds) => {
        // Several codes follow the first of them, so that one press leaves them alike.
        const hide = codeIds[0] !== undefined && !hidden.has(codeIds[0]);
        store([...stored.filter((guid) => !codeIds.some((id) => id === guid)), ...(hide ? codeIds : [])]);
      },
      showAll: () => store([]),
      showOnly: (codeIds, all) => store(all.filter((guid) => !codeIds.includes(guid))),
    };
  }, [stored, store]);
}
