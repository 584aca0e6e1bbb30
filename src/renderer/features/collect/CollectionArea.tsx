import type { ReactNode } from 'react';
import { SubjectContext } from '../../parts/subject.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { type TabPart, Tabs } from '../../ui/Tabs.tsx';
import { AccountingTable } from './AccountingTable.tsx';
import { DocumentDetails } from './DocumentDetails.tsx';
import { DocumentList } from './DocumentList.tsx';
import './collect.css';

const pages = ['documents', 'cases', 'questions', 'summaries', 'sampling', 'memos', 'accounting'] as const;
type Page = (typeof pages)[number];

export type CollectionAreaProps = {
  /** Parts of other features, put in by the window's composition. */
  readonly cases?: ReactNode;
  readonly questions?: ReactNode;
  readonly summaries?: ReactNode;
  readonly sampling?: ReactNode;
  readonly memos?: ReactNode;
  /** The memos about the chosen document. */
  readonly documentMemos?: ReactNode;
};

/** Collection: the sources, whom they are about, and what is still missing. */
export function CollectionArea({ cases, questions, summaries, sampling, memos, documentMemos }: CollectionAreaProps) {
  const t = useT();
  const [stored, setPage] = useRemembered<string>('collection/page', 'documents');
  const page = pages.find((each) => each === stored) ?? 'documents';
  const parts: readonly TabPart<Page>[] = [
    { id: 'documents', label: t('collect.tab.documents'), content: <Documents memos={documentMemos} /> },
    ...(cases === undefined ? [] : [{ id: 'cases' as const, label: t('collect.tab.cases'), content: cases }]),
    ...(questions === undefined ? [] : [{ id: 'questions' as const, label: t('questions.title'), content: questions }]),
    ...(summaries === undefined ? [] : [{ id: 'summaries' as const, label: t('forms.title'), content: summaries }]),
    ...(sampling === undefined ? [] : [{ id: 'sampling' as const, label: t('sampling.title'), content: sampling }]),
    ...(memos === undefined ? [] : [{ id: 'memos' as const, label: t('collect.tab.memos'), content: memos }]),
    { id: 'accounting', label: t('collect.tab.accounting'), content: <AccountingTable /> },
  ];
  const selected = parts.some(({ id }) => id === page) ? page : 'documents';
  return <Tabs label={t('collect.area')} parts={parts} selected={selected} onSelect={setPage} />;
}

function Documents({ memos }: { readonly memos: ReactNode }) {
  const t = useT();
  const documentId = usePlace((place) => place.documentId);
  const document = useAnswer('documents.list', {}).data?.find(({ guid }) => guid === documentId);
  return (
    <SplitView
      id="collection"
      parts={[
        { id: 'list', label: t('collect.list'), content: <DocumentList />, minSize: 280 },
        {
          id: 'details',
          label: t('collect.details'),
          defaultSize: 460,
          minSize: 280,
          content: document ? (
            <SubjectContext value={{ kind: 'document', guid: document.guid }}>
              <DocumentDetails key={document.guid} document={document} memos={memos} />
            </SubjectContext>
          ) : (
            <EmptyState title={t('collect.details')} text={t('collect.details.empty')} />
          ),
        },
      ]}
    />
  );
}
