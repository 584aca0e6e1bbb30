// Reduksi data: the transcript in the middle, documents and codes before it, details beside it. The parts around
// it belong to other features and are handed in.

import type { ReactNode } from 'react';
import './code.css';
import './coding.css';
import { useStructurePanel } from '../../parts/structure-panel.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';

export type ReductionAreaProps = {
  readonly documents: ReactNode;
  readonly codeTree: ReactNode;
  readonly inspector: ReactNode;
  /** Outline, speakers and guide of the open document. */
  readonly structure?: ReactNode;
  /** The recording of the open document. */
  readonly player?: ReactNode;
};

export function ReductionArea({ documents, codeTree, inspector, structure, player }: ReductionAreaProps) {
  const t = useT();
  const documentId = usePlace((place) => place.documentId);
  const [hasStructure] = useStructurePanel();
  const left = (
    <SplitView
      id="reduction-left"
      orientation="vertical"
      parts={[
        { id: 'documents', label: t('code.documents'), content: documents, defaultSize: 220, minSize: 96 },
        { id: 'codes', label: t('code.tree'), content: codeTree, minSize: 120 },
        // In the same column, so that the text keeps its width.
        ...(hasStructure && structure !== undefined && documentId
          ? [{ id: 'structure', label: t('structure.title'), content: structure, defaultSize: 360, minSize: 160 }]
          : []),
      ]}
    />
  );
  const text = documentId ? (
    <div className="code-desk">
      <TranscriptPanel key={documentId} documentId={documentId} />
      {player}
    </div>
  ) : (
    <EmptyState title={t('code.none.title')} text={t('code.none.text')} />
  );
  return (
    <SplitView
      id="reduction"
      parts={[
        {
          id: 'left',
          label: t('code.documents'),
          content: left,
          defaultSize: 280,
          minSize: 200,
          isCollapsible: true,
        },
        { id: 'text', label: t('code.text'), content: text, minSize: 420 },
        {
          id: 'inspector',
          label: t('code.inspector'),
          content: inspector,
          defaultSize: 320,
          minSize: 240,
          isCollapsible: true,
        },
      ]}
    />
  );
}
