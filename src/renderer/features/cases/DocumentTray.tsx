import { FileText } from 'lucide-react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import { useT } from '../../services/text.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useCasesDialog } from './store.ts';
import { documentsType } from './use-case-drop.ts';

export type DocumentTrayProps = {
  readonly documents: readonly DocumentSummary[];
  readonly cases: readonly CaseSummary[];
};

/** Documents to drag onto their case, those without one first. Pressing one asks for its case instead. */
export function DocumentTray({ documents, cases }: DocumentTrayProps) {
  const t = useT();
  const open = useCasesDialog((state) => state.open);
  const names = new Map(cases.map(({ guid, name }) => [guid, name]));
  const ordered = documents.toSorted(
    (a, b) => Number(a.case !== null) - Number(b.case !== null) || a.position - b.position,
  );
  return (
    <Panel title={t('cases.tray')}>
      <p className="cases-tray-help">{t('cases.assign.drop')}</p>
      <ul>
        {ordered.map(({ guid, title, case: caseId }) => (
          <li key={guid}>
            <button
              type="button"
              className="cases-tray-item"
              draggable
              onClick={() => open({ kind: 'assign-document', documentId: guid })}
              onDragStart={(event) => {
                event.dataTransfer.setData(documentsType, JSON.stringify([guid]));
                event.dataTransfer.effectAllowed = 'copyMove';
              }}
            >
              <FileText size={14} aria-hidden />
              <span className="cases-tray-words">
                <span className="ellipsis" title={title}>
                  {title}
                </span>
                <span className="cases-tray-case ellipsis">
                  {caseId === null ? t('cases.noCase') : (names.get(caseId) ?? '')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
