// The codings of the open document, in the places they have in the text on the screen.

import { useMemo } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { moveRangeThrough } from '../../../shared/domain/segments.ts';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { EditorCoding } from '../../editor/coding-layer.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import { useAnswer } from '../../services/answers.ts';

const none: readonly PlacedCoding[] = [];

export function useCodings(documentId: Guid, sync: DocumentSync | null): readonly PlacedCoding[] {
  const { data = none } = useAnswer('codings.inDocument', { documentId });
  // Stored places speak of the stored text: what was typed since then moves them before they are shown.
  return useMemo(() => {
    const unsaved = sync?.unsaved ?? [];
    if (unsaved.length === 0) return data;
    return data.map((coding) => {
      const { start, end } = moveRangeThrough(coding, unsaved);
      return { ...coding, start, end };
    });
  }, [data, sync]);
}

export function toEditor(codings: readonly PlacedCoding[]): readonly EditorCoding[] {
  return codings.map(({ guid, code, start, end, state }) => ({ id: guid, code, start, end, state }));
}
