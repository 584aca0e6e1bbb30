import { type ReactNode, useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import { SubjectContext } from '../../parts/subject.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { AssignDocumentDialog } from './AssignDocumentDialog.tsx';
import { useCasesDialog } from './store.ts';
import { VariableDialog } from './VariableDialog.tsx';

export type CasesDialogsProps = {
  readonly cases: readonly CaseSummary[];
  readonly documents: readonly DocumentSummary[];
  readonly memos: ReactNode;
};

/** The dialog that is asked for, if any. */
export function CasesDialogs({ cases, documents, memos }: CasesDialogsProps) {
  const t = useT();
  const perform = usePerform();
  const { dialog, open } = useCasesDialog();
  const close = (): void => open(null);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'new-case':
      return <NewCaseDialog onClose={close} />;
    case 'assign': {
      const found = cases.find(({ guid }) => guid === dialog.caseId);
      return found ? <AssignDialog target={found} cases={cases} documents={documents} onClose={close} /> : null;
    }
    case 'assign-document': {
      const found = documents.find(({ guid }) => guid === dialog.documentId);
      return found ? <AssignDocumentDialog document={found} cases={cases} onClose={close} /> : null;
    }
    case 'memos': {
      const found = cases.find(({ guid }) => guid === dialog.caseId);
      if (!found) return null;
      return (
        <Dialog title={t('cases.memos.title', { name: found.name })} isOpen onClose={close}>
          <SubjectContext value={{ kind: 'case', guid: found.guid }}>{memos}</SubjectContext>
        </Dialog>
      );
    }
    case 'delete-case': {
      const found = cases.find(({ guid }) => guid === dialog.caseId);
      if (!found) return null;
      return (
        <ConfirmDialog
          title={t('cases.delete.title', { what: t('content.quoted', { name: found.name }) })}
          text={t('cases.delete.text', { documents: found.documents.length })}
          confirmLabel={t('cases.delete.do')}
          isDanger
          isOpen
          onClose={close}
          onConfirm={() => void perform('cases.delete', { caseIds: [found.guid] })}
        />
      );
    }
    case 'new-variable':
      return <VariableDialog scope={dialog.scope} variable={null} onClose={close} />;
    case 'edit-variable':
      return <VariableDialog scope={dialog.variable.scope} variable={dialog.variable} onClose={close} />;
    case 'delete-variable':
      return (
        <ConfirmDialog
          title={t('cases.variable.delete.title', { name: dialog.variable.name })}
          text={t('cases.variable.delete.text', { count: dialog.variable.values })}
          confirmLabel={t('cases.delete.do')}
          isDanger
          isOpen
          onClose={close}
          onConfirm={() => void perform('variables.delete', { variableIds: [dialog.variable.guid] })}
        />
      );
  }
}

function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const perform = usePerform();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const create = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '') return;
    const made = await perform('cases.create', { name });
    if (!made) return;
    onClose();
    usePlace.getState().go({ caseId: made.guid });
    notify({ kind: 'success', text: t('cases.new.done', { name: name.trim() }) });
  };
  return (
    <Dialog
      title={t('cases.new')}
      size="small"
      isOpen
      onClose={onClose}
      onSubmit={() => void create()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('cases.variable.create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('cases.new.name')}
        value={name}
        onChange={setName}
        error={isTried && name.trim() === '' ? t('content.needed') : null}
        maxLength={500}
        autoFocus
      />
    </Dialog>
  );
}
