// Documents dropped on a row of the grid go to that case.

import type { DragEvent } from 'react';
import { draggedGuids } from '../../parts/dragged-guids.ts';
import { usePerform } from '../../services/perform.ts';
import type { Named } from './grid-model.ts';

/** Documents being dragged, as a JSON list of guids. */
export const documentsType = 'application/x-simpul-documents';

export type CaseDrop = {
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
  readonly onDrop: (event: DragEvent<HTMLElement>, row: Named) => void;
};

export function useCaseDrop(): CaseDrop {
  const perform = usePerform();
  return {
    onDragOver: (event) => {
      if (event.dataTransfer.types.includes(documentsType)) event.preventDefault();
    },
    onDrop: (event, row) => {
      const documentIds = draggedGuids(event.dataTransfer, documentsType);
      if (documentIds.length === 0) return;
      event.preventDefault();
      void perform('cases.assign', { documentIds: [...documentIds], caseId: row.guid });
    },
  };
}
