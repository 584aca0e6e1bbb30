// A survey before it is imported: how it is read, what its columns are, and what would come of it.

import './incoming.css';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract/contract.ts';
import type { UploadedFile } from '../../../services/files.ts';
import { useJob, useRunJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Counts, countsOfTable } from './Counts.tsx';
import { TableColumns } from './TableColumns.tsx';
import { TableReading } from './TableReading.tsx';

export type TableChoices = Omit<InputOf<'documents.importTable'>, 'file' | 'preview'>;
export type TableAnswer = OutputOf<'documents.importTable'>;

export type TableDialogProps = {
  readonly file: UploadedFile;
  readonly onCancel: () => void;
  readonly onImported: (answer: TableAnswer) => void;
};

export function TableDialog({ file, onCancel, onImported }: TableDialogProps) {
  const t = useT();
  const runJob = useRunJob();
  const [choices, setChoices] = useState<TableChoices>({});
  const [isImporting, setImporting] = useState(false);
  const {
    data: plan,
    error,
    isRunning,
    progress,
  } = useJob('documents.importTable', {
    file,
    preview: true,
    ...choices,
  });
  const refusal = error?.message ?? plan?.error?.message ?? null;
  const importTable = async (): Promise<void> => {
    // Nobody imports what was not shown yet; the button keeps the focus meanwhile, so that Enter imports.
    if (!plan || isRunning || isImporting) return;
    setImporting(true);
    const answer = await runJob('documents.importTable', { file, ...choices }, { title: 'collect.report.running' });
    if (answer) onImported(answer);
    else onCancel();
  };
  return (
    <Dialog
      title={t('incoming.table.title', { name: file.name })}
      size="wide"
      isOpen
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('content.cancel')}</Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={isImporting || refusal !== null}
            onPress={() => void importTable()}
          >
            {t('incoming.table.do')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('incoming.table.about')}</p>
      {plan && (
        <>
          <h3 className="incoming-step">{t('incoming.table.reading')}</h3>
          {/* Another way of reading has other columns: what was chosen for the former ones is theirs. */}
          <TableReading plan={plan} choices={choices} onChange={(reading) => setChoices(reading)} />
        </>
      )}
      {refusal !== null && (
        <p className="incoming-error" role="alert">
          {refusal}
        </p>
      )}
      {isRunning && <ProgressBar label={t('incoming.reading')} value={progress} />}
      {plan && plan.columns.length > 0 && (
        <>
          <h3 className="incoming-step">{t('incoming.table.columns')}</h3>
          <TableColumns columns={plan.columns} choices={choices} onChange={setChoices} />
          <Checkbox
            isSelected={choices.onlyKnownCases ?? false}
            onChange={(onlyKnownCases) => setChoices({ ...choices, onlyKnownCases })}
          >
            {t('incoming.table.known')}
          </Checkbox>
          <h3 className="incoming-step">{t('incoming.table.plan')}</h3>
          <Counts counts={countsOfTable(plan.counts)} />
        </>
      )}
    </Dialog>
  );
}
