import type { ReactNode } from 'react';
import type { MemoTarget } from '../../../shared/contract/memos.ts';
import { SubjectContext } from '../../parts/subject.ts';
import { useCommands } from '../../commands/registry.ts';
import { type PlaceFields, usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CodeInspector } from './CodeInspector.tsx';
import { CodingInspector } from './CodingInspector.tsx';
import { useShownTab } from './use-shown-tab.ts';
import './inspector.css';

export type InspectorProps = {
  /** The memos about a subject (`SubjectContext`), put in by the window's composition. */
  readonly memos?: ReactNode;
  /** The memo that is open. */
  readonly memo?: ReactNode;
  /** The details of the open document. */
  readonly document?: ReactNode;
  /** Links of what is open. */
  readonly links?: ReactNode;
  /** How many jottings, memos and links the open document has. */
  readonly noteCounts?: ReactNode;
};

/** What is selected beside the text: the coding, its code, the document, the memos. */
export function Inspector({ memos, memo, document, links, noteCounts }: InspectorProps) {
  const t = useT();
  const place = usePlace();
  const [tab, setTab] = useShownTab();
  useCommands([
    { id: 'links.show', label: 'links.show', keywords: 'links.keywords', group: 'view', run: () => setTab('links') },
  ]);
  const { codingId, codeIds, documentId, memoId } = place;
  const subject = subjectOf(place);
  const isNothing = codingId === null && codeIds.length === 0 && documentId === null && memoId === null;
  if (isNothing) {
    return <EmptyState title={t('inspector.empty.title')} text={t('inspector.empty.text')} />;
  }
  return (
    <section className="inspector" aria-label={t('inspector.title')} data-part>
      <Tabs
        label={t('inspector.title')}
        selected={tab}
        onSelect={setTab}
        parts={[
          {
            id: 'coding',
            label: t('inspector.tab.coding'),
            content: <CodingInspector key={codingId} codingId={codingId} memos={memos} />,
          },
          {
            id: 'code',
            label: t('inspector.tab.code'),
            content: <CodeInspector key={codeIds[0]} codeIds={codeIds} memos={memos} />,
          },
          {
            id: 'document',
            label: t('inspector.tab.document'),
            content:
              documentId === null ? (
                <p className="inspector-note">{t('inspector.document.empty')}</p>
              ) : (
                <SubjectContext value={{ kind: 'document', guid: documentId }}>{document}</SubjectContext>
              ),
          },
          {
            id: 'memo',
            label: t('inspector.tab.memo'),
            content: (
              <div className="inspector-body">
                {noteCounts}
                {memoId === null ? <SubjectContext value={subject}>{memos}</SubjectContext> : memo}
              </div>
            ),
          },
          ...(links === undefined ? [] : [{ id: 'links' as const, label: t('links.tab'), content: links }]),
        ]}
      />
    </section>
  );
}

/** What a memo written now would be about: the most particular thing selected. */
function subjectOf({ codingId, documentId, selection, codeIds }: PlaceFields): MemoTarget {
  if (codingId !== null) return { kind: 'coding', guid: codingId };
  if (documentId !== null && selection !== null && selection.end > selection.start) {
    return { kind: 'passage', guid: documentId, ...selection };
  }
  const [code] = codeIds;
  if (code !== undefined) return { kind: 'code', guid: code };
  return documentId === null ? { kind: 'project' } : { kind: 'document', guid: documentId };
}
