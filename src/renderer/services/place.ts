// Where the user is: the area, the document and what is selected in it. UI state only; nothing of it is the study's.

import { create } from 'zustand';
import type { Place } from '../../shared/contract/values.ts';
import type { Guid } from '../../shared/domain/ids.ts';

export type Area = Place['area'];
export const areas: readonly Area[] = ['collection', 'reduction', 'display', 'conclusion'];

export type TextRange = { readonly start: number; readonly end: number };

/** A passage to be brought into view and marked. A new object each time, so that the same place works twice. */
export type Reveal = {
  readonly sequence: number;
  readonly documentId: Guid;
  readonly range: TextRange | null;
  readonly codingId: Guid | null;
};

export type PlaceFields = {
  readonly area: Area;
  readonly documentId: Guid | null;
  /** Selected characters of the open document. */
  readonly selection: TextRange | null;
  /** Selected codes, in the order they were chosen. */
  readonly codeIds: readonly Guid[];
  readonly codingId: Guid | null;
  readonly memoId: Guid | null;
  readonly caseId: Guid | null;
};

export type PlaceState = PlaceFields & {
  /** GUID of the project all this is about; null before its last place has been restored. */
  readonly project: Guid | null;
  /** Where the user went before the last place was known: it counts more. */
  readonly early: Partial<PlaceFields>;
  /** The last passage asked to be shown; the editor follows it. */
  readonly revealed: Reveal | null;
  readonly go: (to: Partial<PlaceFields>) => void;
  /** Leads to a place: opens its area and document, scrolls to the range and marks it. */
  readonly reveal: (to: Place & { readonly codingId?: Guid }) => void;
  /** Begins anew in a project, at its last place unless the user went to another one meanwhile. */
  readonly enter: (project: Guid, at: Partial<PlaceFields>) => void;
  readonly reset: () => void;
};

const start: PlaceFields & Pick<PlaceState, 'project' | 'early' | 'revealed'> = {
  project: null,
  early: {},
  area: 'collection',
  documentId: null,
  selection: null,
  codeIds: [],
  codingId: null,
  memoId: null,
  caseId: null,
  revealed: null,
};

let sequence = 0;

export const usePlace = create<PlaceState>()((set) => ({
  ...start,
  go: (to) =>
    set((former) => {
      // A selection and an active coding belong to a document: another one starts without them.
      const isOther = to.documentId !== undefined && to.documentId !== former.documentId;
      const next = isOther ? { selection: null, codingId: null, ...to } : to;
      return former.project === null ? { ...next, early: { ...former.early, ...to } } : next;
    }),
  reveal: ({ area, documentId, start: from, end, codeId, caseId, memoId, codingId }) =>
    set(() => {
      const range = from !== undefined && end !== undefined ? { start: from, end } : null;
      sequence += 1;
      return {
        area: documentId !== undefined && range ? 'reduction' : area,
        ...(codeId === undefined ? {} : { codeIds: [codeId] }),
        ...(caseId === undefined ? {} : { caseId }),
        ...(memoId === undefined ? {} : { memoId }),
        ...(documentId === undefined
          ? {}
          : {
              documentId,
              selection: range,
              codingId: codingId ?? null,
              revealed: { sequence, documentId, range, codingId: codingId ?? null },
            }),
      };
    }),
  enter: (project, at) => set(({ early }) => ({ ...start, ...at, ...early, project })),
  reset: () => set(start),
}));
