// What was recognised in files, before anything is imported. Enter imports them as they are.

import './incoming.css';
import { useState } from 'react';
import type { ImportedFile } from '../../../../shared/contract/documents.ts';
import type { UploadedFile } from '../../../services/files.ts';
import { useJob, useRunJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { asIs, importOf, readingOf, type FileChoices } from './choices.ts';
import { FileChoicesForm } from './FileChoicesForm.tsx';
import { FileList } from './FileList.tsx';
import { Recognised } from './Recognised.tsx';

export type IncomingDialogProps = {
  readonly files: readonly UploadedFile[];
  /** The files are given back. */
  readonly onCancel: () => void;
  readonly onImported: (files: readonly ImportedFile[]) => void;
};

export function IncomingDialog({ files, onCancel, onImported }: IncomingDialogProps) {
  const t = useT();
  const runJob = useRunJob();
  const [choices, setChoices] = useState<ReadonlyMap<string, FileChoices>>(new Map());
  const [chosen, setChosen] = useState(files[0]?.token ?? '');
  const [isImporting, setImporting] = useState(false);
  const [asks, setAsks] = useRemembered<boolean>('import/ask', true);
  const file = files.find(({ token }) => token === chosen) ?? files[0];
  const choicesOf = (token: string): FileChoices => choices.get(token) ?? asIs;
  const all = useJob('documents.preview', { files: [...files] });
  const wanted = file && readingOf(file, choicesOf(file.token));
  const isChanged = wanted !== undefined && Object.keys(wanted).length > 2;
  const one = useJob('documents.preview', isChanged ? { files: [wanted] } : null);
  const shown = isChanged ? one : all;
  const found = isChanged ? one.data?.files[0] : all.data?.files[files.findIndex(({ token }) => token === chosen)];
  const importAll = async (): Promise<void> => {
    if (isImporting) return;
    setImporting(true);
    const input = { files: files.map((each) => importOf(each, choicesOf(each.token))) };
    const report = await runJob('documents.import', input, { title: 'collect.report.running' });
    if (report) onImported(report.files);
    // The host forgets files it has begun to read; what is left of them is given back.
    else onCancel();
  };
  if (!file) return null;
  // Each keeps its title.
  const takeForAll = (): void => {
    const own = choicesOf(file.token);
    setChoices(new Map(files.map(({ token }) => [token, { ...own, title: choicesOf(token).title }])));
  };
  return (
    <Dialog
      title={t('incoming.title', { count: files.length })}
      size={files.length > 1 ? 'full' : 'wide'}
      isOpen
      onClose={onCancel}
      footer={
        <>
          <span className="incoming-ask">
            <Checkbox isSelected={!asks} onChange={(isSelected) => setAsks(!isSelected)}>
              {t('incoming.ask')}
            </Checkbox>
          </span>
          <Button onPress={onCancel}>{t('content.cancel')}</Button>
          <Button variant="primary" autoFocus isDisabled={isImporting} onPress={() => void importAll()}>
            {t('incoming.do', { count: files.length })}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('incoming.about')}</p>
      <div className="incoming" data-many={files.length > 1 ? '' : undefined}>
        {files.length > 1 && (
          <FileList files={files} previews={all.data?.files ?? []} chosen={file.token} onChoose={setChosen} />
        )}
        <div className="incoming-file">
          {files.length > 1 && <h3 className="incoming-name">{file.name}</h3>}
          <FileChoicesForm
            key={file.token}
            name={file.name}
            choices={choicesOf(file.token)}
            preview={found}
            onChange={(change) =>
              setChoices((former) =>
                new Map(former).set(file.token, { ...(former.get(file.token) ?? asIs), ...change }),
              )
            }
          />
          {files.length > 1 && (
            <Button size="small" onPress={takeForAll}>
              {t('incoming.forAll')}
            </Button>
          )}
          {shown.error && (
            <p className="incoming-error" role="alert">
              {shown.error.message}
            </p>
          )}
          {shown.isRunning && <ProgressBar label={t('incoming.reading')} value={shown.progress} />}
          {found && <Recognised preview={found} />}
        </div>
      </div>
    </Dialog>
  );
}
