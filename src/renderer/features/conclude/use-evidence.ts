// What a working conclusion rests on: its targets with their names, their words and the way to them.

import { useMemo } from 'react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Quotation } from '../../../shared/contract/codings.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Memo, MemoTarget } from '../../../shared/contract/memos.ts';
import { useAnswer } from '../../services/answers.ts';
import { type PlaceState, usePlace } from '../../services/place.ts';
import { type Translate, useT } from '../../services/text.ts';
import { type Breadth, breadthOf } from './evidence.ts';

export type EvidenceItem = {
  readonly key: string;
  readonly target: MemoTarget;
  readonly name: string;
  readonly open: (() => void) | null;
};

export type EvidenceState = {
  /** Everything the conclusion is about or rests on, but for the project itself. */
  readonly items: readonly EvidenceItem[];
  /** Null until the lists are there. */
  readonly breadth: Breadth | null;
};

/** The most that one page of quotations brings; a claim with more evidence than this is several claims. */
const mostShown = 500;

export function useEvidence(memo: Memo): EvidenceState {
  const t = useT();
  const go = usePlace((place) => place.go);
  const reveal = usePlace((place) => place.reveal);
  const documents = useAnswer('documents.list', {}).data;
  const codes = useAnswer('codes.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const codingIds = useMemo(
    () => memo.targets.flatMap((target) => (target.kind === 'coding' ? [target.guid] : [])).slice(0, mostShown),
    [memo],
  );
  const quotations = useAnswer(
    'codings.quotations',
    { codingIds, offset: 0, limit: mostShown },
    { enabled: codingIds.length > 0, keepFormer: true },
  ).data;
  return useMemo(() => {
    if (!documents || !codes || !cases) return { items: [], breadth: null };
    const words = codingIds.length === 0 ? [] : (quotations?.items ?? []);
    const things = { documents, codes, cases, quotations: words };
    const passages = memo.targets.flatMap((target) => (target.kind === 'passage' ? [{ document: target.guid }] : []));
    return {
      items: memo.targets.flatMap((target) => itemOf(target, things, { t, go, reveal }) ?? []),
      breadth: breadthOf([...words, ...passages], documents, cases),
    };
  }, [memo, documents, codes, cases, quotations, codingIds, t, go, reveal]);
}

type Things = {
  readonly documents: readonly DocumentSummary[];
  readonly codes: readonly CodeSummary[];
  readonly cases: readonly CaseSummary[];
  readonly quotations: readonly Quotation[];
};

type Ways = Pick<PlaceState, 'go' | 'reveal'> & { readonly t: Translate };

function itemOf(target: MemoTarget, things: Things, { t, go, reveal }: Ways): EvidenceItem | null {
  const documentName = (guid: string): string => things.documents.find((each) => each.guid === guid)?.title ?? '';
  switch (target.kind) {
    case 'project':
      return null;
    case 'coding': {
      const found = things.quotations.find(({ guid }) => guid === target.guid);
      if (!found) return { key: `coding ${target.guid}`, target, name: t('conclude.evidence.other'), open: null };
      const { document, start, end, guid } = found;
      return {
        key: `coding ${guid}`,
        target,
        name: t('conclude.evidence.coding', { quote: found.quote, name: found.documentTitle }),
        open: () => reveal({ area: 'reduction', documentId: document, start, end, codingId: guid }),
      };
    }
    case 'passage':
      return {
        key: `passage ${target.guid} ${target.start} ${target.end}`,
        target,
        name: t('conclude.evidence.passage', { name: documentName(target.guid) }),
        open: () => reveal({ area: 'reduction', documentId: target.guid, start: target.start, end: target.end }),
      };
    case 'document':
      return {
        key: `document ${target.guid}`,
        target,
        name: t('conclude.evidence.document', { name: documentName(target.guid) }),
        open: () => go({ area: 'reduction', documentId: target.guid }),
      };
    case 'code': {
      const path = things.codes.find(({ guid }) => guid === target.guid)?.path.join(' / ') ?? '';
      return {
        key: `code ${target.guid}`,
        target,
        name: t('conclude.evidence.code', { name: path }),
        open: () => go({ area: 'reduction', codeIds: [target.guid] }),
      };
    }
    case 'case': {
      const name = things.cases.find(({ guid }) => guid === target.guid)?.name ?? '';
      return {
        key: `case ${target.guid}`,
        target,
        name: t('conclude.evidence.case', { name }),
        open: () => go({ area: 'collection', caseId: target.guid }),
      };
    }
    case 'variable':
    case 'coder':
      return { key: `${target.kind} ${target.guid}`, target, name: t('conclude.evidence.other'), open: null };
  }
}
