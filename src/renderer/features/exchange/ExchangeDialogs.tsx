// Projects and codebooks of other programs: what would change is shown first, what was carried over is kept as a report.

import './exchange.css';
import { type ChangeEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { codebookExtensions, useExchangeFiles } from '../../parts/exchange-files.ts';
import { useExporting } from '../../parts/exporting.ts';
import { useUploadFiles } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { HostUnreachable } from '../../services/transport.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ExportedDialog } from './ExportedDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';
import { ReportsDialog } from './ReportsDialog.tsx';
import { type ExchangeDialog, useExchange } from './store.ts';

export function ExchangeDialogs() {
  const t = useT();
  const { dialog, set } = useExchange();
  useWaitingFiles();
  const codebook = useRef<HTMLInputElement>(null);
  // Another project is asked about its own files.
  useEffect(
    () => () => {
      useExchange.setState({ dialog: null });
      useExchangeFiles.setState({ files: [] });
      useExporting.getState().clear();
    },
    [],
  );
  useCommands([
    {
      id: 'exchange.export',
      label: 'exchange.export.open',
      keywords: 'exports.keywords',
      group: 'project',
      run: () => set({ dialog: { kind: 'export' } }),
    },
    {
      id: 'exchange.codebook',
      label: 'codebook.import',
      keywords: 'exchange.keywords',
      group: 'project',
      run: () => codebook.current?.click(),
    },
    {
      id: 'exchange.reports',
      label: 'exchange.reports.open',
      keywords: 'exchange.keywords',
      group: 'project',
      run: () => set({ dialog: { kind: 'reports' } }),
    },
  ]);
  const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    useExchangeFiles.getState().offer([...(currentTarget.files ?? [])]);
    // The same file can be chosen again.
    currentTarget.value = '';
  };
  return (
    <>
      <input
        ref={codebook}
        type="file"
        hidden
        accept={codebookExtensions.join(',')}
        onChange={chosen}
        aria-label={t('codebook.import')}
      />
      <OpenDialog dialog={dialog} onClose={() => set({ dialog: null })} />
    </>
  );
}

type OpenDialogProps = { readonly dialog: ExchangeDialog | null; readonly onClose: () => void };

function OpenDialog({ dialog, onClose: close }: OpenDialogProps) {
  const list = useExporting((state) => state.wanted);
  if (list && !dialog) return <ExportDialog list={list} onClose={() => useExporting.getState().clear()} />;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'merge':
      return <MergeDialog key={dialog.file.planId} file={dialog.file} onClose={close} />;
    case 'merged':
      return <ReportDialog report={dialog.report} onClose={close} />;
    case 'reports':
      return <ReportsDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'exported':
      return <ExportedDialog name={dialog.name} notes={dialog.notes} onClose={close} />;
  }
}

/** Reads the files that wait, the next one when what became of the one before has been seen. */
function useWaitingFiles(): void {
  const t = useT();
  const upload = useUploadFiles();
  const runJob = useRunJob();
  const waiting = useExchangeFiles((state) => state.files.length);
  const isFree = useExchange((state) => state.dialog === null);
  const isReading = useRef(false);
  const readNext = useEffectEvent(async () => {
    isReading.current = true;
    try {
      // One that cannot be read does not keep the others out.
      for (let isShown = false; !isShown;) {
        const file = useExchangeFiles.getState().take();
        if (!file) break;
        const [uploaded] = await upload([file]);
        const read = uploaded && (await runJob('interchange.read', uploaded, { title: 'exchange.reading' }));
        if (read) useExchange.getState().set({ dialog: { kind: 'merge', file: read } });
        isShown = Boolean(read);
      }
    } catch (error) {
      // The banner says that the host is gone; any other fault is about this file.
      if (!(error instanceof HostUnreachable)) notify({ kind: 'error', text: t('collect.import.readFailed') });
    } finally {
      isReading.current = false;
    }
  });
  useEffect(() => {
    if (waiting > 0 && isFree && !isReading.current) void readNext();
  }, [waiting, isFree]);
}
