import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';

export type AssignDocumentDialogProps = {
  readonly document: DocumentSummary;
  readonly cases: readonly CaseSummary[];
  readonly onClose: () => void;
};

/** Which case one document belongs to: what dragging it does, without dragging (WCAG 2.2 2.5.7). */
export function AssignDocumentDialog({ document, cases, onClose }: AssignDocumentDialogProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [caseId, setCaseId] = useState<Guid | 'none'>(document.case ?? 'none');
  const assign = (): void => {
    onClose();
    const chosen = caseId === 'none' ? null : caseId;
    if (chosen !== document.case) void perform('cases.assign', { documentIds: [document.guid], caseId: chosen });
  };
  return (
    <Dialog
      title={t('cases.assign.to', { title: document.title })}
      size="small"
      isOpen
      onClose={onClose}
      onSubmit={assign}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={!canChange}>
            {t('cases.assign.do')}
          </Button>
        </>
      }
    >
      <Select<Guid | 'none'>
        label={t('cases.column.ofCase')}
        value={caseId}
        onChange={setCaseId}
        autoFocus
        options={[
          { id: 'none', label: t('cases.noCase') },
          ...cases.map(({ guid, name }) => ({ id: guid, label: name })),
        ]}
      />
    </Dialog>
  );
}
