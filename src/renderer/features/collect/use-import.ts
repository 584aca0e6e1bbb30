// From files to documents: hand over, ask, import, report. Good files are imported, bad ones refused one by one.

import { useCallback } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ImportedFile } from '../../../shared/contract/documents.ts';
import { useExchangeFiles } from '../../parts/exchange-files.ts';
import { useUploadFiles } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { HostUnreachable } from '../../services/transport.ts';
import { useRemembered } from '../../services/window-state.ts';
import { routed } from './incoming/routes.ts';
import { type CollectDialog, useCollect } from './store.ts';

export type ImportFiles = (files: readonly File[], options?: { readonly asks?: boolean }) => Promise<void>;

/** @returns what takes files; `asks: true` asks also where a person does not want to be asked about plain ones */
export function useImport(): ImportFiles {
  const t = useT();
  const upload = useUploadFiles();
  const runJob = useRunJob();
  const [remembered] = useRemembered<boolean>('import/ask', true);
  return useCallback(
    async (all, { asks = remembered } = {}) => {
      const { exchanges, projects, tables, documents } = routed(all);
      // Projects of other programs are merged, which asks first; documents are not kept waiting for that.
      useExchangeFiles.getState().offer(exchanges);
      if (exchanges.length > 0 && exchanges.length === all.length) return;
      if (documents.length + projects.length + tables.length === 0) {
        notify({ kind: 'info', text: t('collect.import.nothing') });
        return;
      }
      try {
        const dialogs: CollectDialog[] = [];
        const files = documents.length > 0 ? await upload(documents) : [];
        if (files.length > 0) {
          const seen = asks
            ? null
            : await runJob('documents.preview', { files: [...files] }, { title: 'incoming.reading' });
          if (seen !== null && isPlain(seen)) {
            const report = await runJob('documents.import', { files: [...files] }, { title: 'collect.report.running' });
            if (report) dialogs.push(reported(report.files));
          } else dialogs.push({ kind: 'incoming', files });
        }
        for (const file of await upload(projects)) dialogs.push({ kind: 'project', file });
        for (const file of await upload(tables)) dialogs.push({ kind: 'table', file });
        useCollect.getState().ask(dialogs);
      } catch (error) {
        // The banner says that the host is gone; any other fault is about these files.
        if (!(error instanceof HostUnreachable)) notify({ kind: 'error', text: t('collect.import.readFailed') });
      }
    },
    [t, upload, runJob, remembered],
  );
}

/** What was imported is shown where it stands now, and what became of each file. */
export function reported(files: readonly ImportedFile[]): CollectDialog {
  const first = files.find(({ document }) => document !== null)?.document ?? null;
  if (first !== null) {
    usePlace.getState().go({ documentId: first });
    useCollect.getState().set({ chosen: [first], filter: '' });
  }
  return { kind: 'report', files };
}

/** Nothing was guessed, changed or left out, and nothing refused. */
function isPlain({ files }: OutputOf<'documents.preview'>): boolean {
  return files.every(({ found, notes }) => found !== null && notes.length === 0 && found.comments === 0);
}
