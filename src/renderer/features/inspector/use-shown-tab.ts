// Which side of the selection the inspector shows: what was selected last, until the user turns to another.

import { useEffect, useState } from 'react';
import { type PlaceFields, usePlace } from '../../services/place.ts';

export type InspectorTab = 'coding' | 'code' | 'document' | 'memo' | 'links';

export function useShownTab(): readonly [InspectorTab, (tab: InspectorTab) => void] {
  const [tab, setTab] = useState<InspectorTab>(() => firstTab(usePlace.getState()));
  useEffect(
    () =>
      usePlace.subscribe((place, former) => {
        const next = selectedLast(place, former);
        if (next) setTab(next);
      }),
    [],
  );
  return [tab, setTab];
}

/** The most particular thing that is newly selected; null where nothing is. */
export function selectedLast(place: PlaceFields, former: PlaceFields): InspectorTab | null {
  if (place.memoId !== null && place.memoId !== former.memoId) return 'memo';
  if (place.codingId !== null && place.codingId !== former.codingId) return 'coding';
  if (place.codeIds.length > 0 && place.codeIds !== former.codeIds) return 'code';
  if (place.documentId !== null && place.documentId !== former.documentId) return 'document';
  return null;
}

function firstTab({ memoId, codingId, codeIds }: PlaceFields): InspectorTab {
  if (memoId !== null) return 'memo';
  if (codingId !== null) return 'coding';
  return codeIds.length > 0 ? 'code' : 'coding';
}
