// Projects and codebooks of other programs: what would change is shown first, what was carried over is kept as a report.

import './exchange.css';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useExchangeFiles } from '../../parts/exchange-files.ts';
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
import { useExchange } from './store.ts';

export function ExchangeDialogs() {
  const { dialog, set } = useExchange();
  useWaitingFiles();
  const list = useExporting((state) => state.wanted);
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
      id: 'exchange.reports',
      label: 'exchange.reports.open',
      keywords: 'exchange.keywords',
      group: 'project',
      run: () => set({ dialog: { kind: 'reports' } }),
    },
  ]);
  const close = (): void => set({ dialog: null });
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
