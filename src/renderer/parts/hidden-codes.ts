// Codes whose marks are not shown in the text: the code tree, the transcript and what is said of both go by the same
// entry of the window's memory. Each project has its own.

import { useMemo } from 'react';
import type { Guid } from '../../shared/domain/ids.ts';
import { isGuid } from '../../shared/domain/ids.ts';
import { usePlace } from '../services/place.ts';
import { useRemembered } from '../services/window-state.ts';

export type HiddenCodes = {
  readonly hidden: ReadonlySet<Guid>;
  readonly toggle: (codeIds: readonly Guid[]) => void;
  readonly showAll: () => void;
  readonly showOnly: (codeIds: readonly Guid[], all: readonly Guid[]) => void;
};

const nothing: string[] = [];

export function useHiddenCodes(): HiddenCodes {
  const project = usePlace((place) => place.project);
  const [stored, store] = useRemembered<string[]>(hiddenCodesKey(project), nothing);
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

export function hiddenCodesKey(project: Guid | null): string {
  return `hiddenCodes/${project ?? ''}`;
}
