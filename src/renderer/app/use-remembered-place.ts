// Where the user was in each project: the area and the document, by the project's GUID.

import { useEffect, useState } from 'react';
import { isGuid } from '../../shared/domain/ids.ts';
import { useAnswer } from '../services/answers.ts';
import { useServices } from '../services/client.ts';
import { type Area, areas, usePlace } from '../services/place.ts';

/** Restores the place once for each project, then remembers it. @returns whether it has been restored */
export function useRememberedPlace(): boolean {
  const { windowState } = useServices();
  const project = useAnswer('project.info', {});
  const documents = useAnswer('documents.list', {});
  const [restored, setRestored] = useState<string | null>(null);
  const guid = project.data?.project.guid ?? null;
  const key = guid === null ? null : `place/${guid}`;

  useEffect(() => {
    if (key === null || key === restored || !documents.data) return;
    const place = readPlace(windowState.values.getState()[key]);
    const isThere = documents.data.some((document) => document.guid === place.documentId);
    const first = documents.data[0]?.guid ?? null;
    usePlace.getState().reset({
      // With nothing collected yet there is nothing to reduce.
      area: place.area ?? (first === null ? 'collection' : 'reduction'),
      documentId: isThere ? place.documentId : first,
    });
    setRestored(key);
  }, [key, restored, documents.data, windowState]);

  useEffect(() => {
    if (restored === null) return undefined;
    return usePlace.subscribe(({ area, documentId }, former) => {
      if (area !== former.area || documentId !== former.documentId) windowState.set(restored, { area, documentId });
    });
  }, [restored, windowState]);

  return restored !== null && restored === key;
}

function readPlace(stored: unknown) {
  const { area, documentId } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    area: areas.find((known): known is Area => known === area) ?? null,
    documentId: typeof documentId === 'string' && isGuid(documentId) ? documentId : null,
  };
}
