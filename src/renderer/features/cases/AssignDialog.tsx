import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './cases.css';

export type AssignDialogProps = {
  readonly target: CaseSummary;
  readonly cases: readonly CaseSummary[];
  readonly documents: readonly DocumentSummary[];
  readonly onClose: () => void;
};

/** Which documents belong to a case. A document belongs to one case at most. */
export function AssignDialog({ target, cases, documents, onClose }: AssignDialogProps) {
  const t = useT();
  const perform = usePerform();
  const [chosen, setChosen] = useState<ReadonlySet<Guid>>(new Set(target.documents));
  const assign = async (): Promise<void> => {
    const added = documents.filter(({ guid }) => chosen.has(guid) && !target.documents.includes(guid));
    const removed = target.documents.filter((guid) => !chosen.has(guid));
    onClose();
    if (added.length > 0) {
      await perform('cases.assign', { documentIds: added.map(({ guid }) => guid), caseId: target.guid });
    }
    if (removed.length > 0) await perform('cases.assign', { documentIds: removed, caseId: null });
  };
  return (
    <Dialog
      title={t('cases.assign.title', { name: target.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void assign()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('cases.assign.do')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('cases.assign.help')}</p>
      <ul className="cases-assign">
        {documents.map((document) => {
          const other = document.case === target.guid ? undefined : cases.find(({ guid }) => guid === document.case);
          return (
            <li key={document.guid} className="cases-assign-line">
              <Checkbox
                isSelected={chosen.has(document.guid)}
                onChange={(isSelected) => {
                  const next = new Set(chosen);
                  if (isSelected) next.add(document.guid);
                  else next.delete(document.guid);
                  setChosen(next);
                }}
              >
                <span className="ellipsis" title={document.title}>
                  {document.title}
                </span>
              </Checkbox>
              {other && <Badge>{t('cases.assign.now', { name: other.name })}</Badge>}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
