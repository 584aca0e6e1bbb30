import type { ReportSource } from '../../../../shared/contract/report.ts';
import { useOpenDisplay, useOpenProposition } from '../../../parts/ways.ts';
import { usePlace } from '../../../services/place.ts';

/** leads from a sentence of the report to what it rests on. */
export function useOpenSource(): (from: ReportSource) => void {
  const openProposition = useOpenProposition();
  const openDisplay = useOpenDisplay();
  const go = usePlace((place) => place.go);
  const reveal = usePlace((place) => place.reveal);
  return (from) => {
    switch (from.kind) {
      case 'proposition':
        return openProposition(from.guid);
      case 'coding':
        return reveal({
          area: 'reduction',
          documentId: from.document,
          start: from.start,
          end: from.end,
          codingId: from.guid,
        });
      case 'display':
        return openDisplay(from.guid, null);
      case 'cell':
        return openDisplay(from.guid, { row: from.row, column: from.column });
      case 'code':
        return go({ area: 'reduction', codeIds: [from.guid] });
      case 'document':
        return go({ area: 'reduction', documentId: from.guid });
    }
  };
}
