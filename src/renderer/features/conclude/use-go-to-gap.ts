// One click from a gap to what it concerns.

import type { Guid } from '../../../shared/domain/ids.ts';
import { askDesk } from '../../parts/asked-desk.ts';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { useFetchAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useRemembered } from '../../services/window-state.ts';
import type { GapItem, GapKind } from './gaps.ts';

/** @param showCode shows the quotations of a code beside the claims */
export function useGoToGap(showCode: (code: Guid) => void): (kind: GapKind, item: GapItem) => void {
  const fetchAnswer = useFetchAnswer();
  const go = usePlace((place) => place.go);
  const reveal = usePlace((place) => place.reveal);
  const show = usePropositionShown((shown) => shown.show);
  const [, setCollection] = useRemembered<string>('collection/page', 'documents');
  const [, setDisplay] = useRemembered<string>('display/page', 'charts');
  const [, setConclusion] = useRemembered<string>('conclusion.page', 'propositions');
  const goToChanged = async (documentId: Guid): Promise<void> => {
    const [coding] = await fetchAnswer('codings.list', { documentIds: [documentId], states: ['changed'] });
    if (!coding) return go({ area: 'reduction', documentId });
    reveal({ area: 'reduction', documentId, start: coding.start, end: coding.end, codingId: coding.guid });
  };
  return (kind, { guid }) => {
    switch (kind) {
      case 'uncoded-documents':
        return go({ area: 'reduction', documentId: guid });
      case 'documents-without-case':
        return go({ area: 'collection', documentId: guid });
      case 'cases-without-documents':
        return go({ area: 'collection', caseId: guid });
      case 'changed-codings':
        return void goToChanged(guid);
      case 'codes-without-definition':
      case 'codes-unused':
        return go({ area: 'reduction', codeIds: [guid] });
      case 'codes-of-one-case':
      case 'codes-of-one-source':
        return showCode(guid);
      case 'questions-unasked':
        setCollection('questions');
        return go({ area: 'collection' });
      case 'codes-to-recheck':
        return askDesk('condense');
      case 'displays-unread':
        setDisplay('matrices');
        return go({ area: 'display' });
      case 'claims-without-evidence':
      case 'claims-unverified':
        show(guid);
        setConclusion('propositions');
        return go({ area: 'conclusion' });
    }
  };
}
