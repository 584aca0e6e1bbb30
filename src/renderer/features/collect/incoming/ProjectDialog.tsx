// A project of QualCoder, RQDA or Taguette: what it would add, before it does.

import './incoming.css';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { UploadedFile } from '../../../services/files.ts';
import { useJob, useRunJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { Counts, countsOfProject } from './Counts.tsx';

export type ProjectAnswer = OutputOf<'documents.importProject'>;

export type ProjectDialogProps = {
  readonly file: UploadedFile;
  readonly onCancel: () => void;
  readonly onImported: (answer: ProjectAnswer) => void;
};

export function ProjectDialog({ file, onCancel, onImported }: ProjectDialogProps) {
  const t = useT();
  const runJob = useRunJob();
  const [isImporting, setImporting] = useState(false);
  const { data: plan, error, isRunning, progress } = useJob('documents.importProject', { file, preview: true });
  const refusal = error?.message ?? plan?.error?.message ?? null;
  const importProject = async (): Promise<void> => {
    // Nobody imports what was not shown yet; the button keeps the focus meanwhile, so that Enter imports.
    if (!plan || isImporting) return;
    setImporting(true);
    const answer = await runJob('documents.importProject', { file }, { title: 'collect.report.running' });
    if (answer) onImported(answer);
    else onCancel();
  };
  return (
    <Dialog
      title={t('incoming.project.title', { name: file.name })}
      isOpen
      onClose={onCancel}
      footer={
        <>
          <Button onPress={onCancel}>{t('content.cancel')}</Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={isImporting || refusal !== null}
            onPress={() => void importProject()}
          >
            {t('incoming.project.do')}
          </Button>
        </>
      }
    >
      {isRunning && <ProgressBar label={t('incoming.reading')} value={progress} />}
      {refusal !== null && (
        <p className="incoming-error" role="alert">
          {refusal}
        </p>
      )}
      {plan && refusal === null && (
        <>
          <p className="dialog-text">{t('incoming.project.about', { program: plan.program ?? '' })}</p>
          <Counts counts={countsOfProject(plan.counts)} />
          <ul className="incoming-notes" aria-label={t('incoming.notes')}>
            {plan.notes.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
