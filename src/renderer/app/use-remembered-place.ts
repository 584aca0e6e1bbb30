// Where the user was in each project: the area and the document, by the project's GUID.

import { useEffect } from 'react';
import { isGuid } from '../../shared/domain/ids.ts';
import { useAnswer } from '../services/answers.ts';
import { useServices } from '../services/client.ts';
import { type Area, areas, usePlace } from '../services/place.ts';

/** Restores the place once for each project, then remembers it. @returns whether it has been restored */
export function useRememberedPlace(): boolean {
  const { windowState } = useServices();
  const project = useAnswer('project.info', {});
  const documents = useAnswer('documents.list', {});
  const guid = project.data?.project.guid ?? null;
  const entered = usePlace((place) => place.project);

  // The next project has a place of its own: what is pressed before that is known must not count as this one's.
  useEffect(() => () => usePlace.getState().reset(), []);

  useEffect(() => {
    if (guid === null || guid === entered || !documents.data) return;
    const place = readPlace(windowState.values.getState()[`place/${guid}`]);
    const isThere = documents.data.some((document) => document.guid === place.documentId);
    const first = documents.data[0]?.guid ?? null;
    usePlace.getState().enter(guid, {
      // With nothing collected yet there is nothing to reduce.
      area: place.area ?? (first === null ? 'collection' : 'reduction'),
      documentId: isThere ? place.documentId : first,
    });
  }, [guid, entered, documents.data, windowState]);

  useEffect(() => {
    if (entered === null) return undefined;
    return usePlace.subscribe(({ area, documentId, project: of }, former) => {
      const isMove = area !== former.area || documentId !== former.documentId;
      if (isMove && of === entered) windowState.set(`place/${entered}`, { area, documentId });
    });
  }, [entered, windowState]);

  return entered !== null && entered === guid;
}

function readPlace(stored: unknown) {
  const { area, documentId } = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  return {
    area: areas.find((known): known is Area => known === area) ?? null,
    documentId: typeof documentId === 'string' && isGuid(documentId) ? documentId : null,
  };
}
