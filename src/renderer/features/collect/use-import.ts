// From files to documents: hand over, import, report. Good files are imported, bad ones refused one by one.

import { useCallback } from 'react';
import { isExchangeFile, useExchangeFiles } from '../../parts/exchange-files.ts';
import { useUploadFiles } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { HostUnreachable } from '../../services/transport.ts';
import { useCollect } from './store.ts';

export function useImport(): (files: readonly File[]) => Promise<void> {
  const t = useT();
  const upload = useUploadFiles();
  const runJob = useRunJob();
  return useCallback(
    async (all) => {
      // Projects of other programs are merged, which asks first; documents are not kept waiting for that.
      useExchangeFiles.getState().offer(all.filter(isExchangeFile));
      const files = all.filter((file) => !isExchangeFile(file));
      if (all.length > 0 && files.length === 0) return;
      if (files.length === 0) {
        notify({ kind: 'info', text: t('collect.import.nothing') });
        return;
      }
      try {
        const uploaded = await upload(files);
        const result = await runJob('documents.import', { files: [...uploaded] }, { title: 'collect.report.running' });
        if (!result) return;
        const first = result.files.find(({ document }) => document !== null)?.document ?? null;
        if (first !== null) {
          usePlace.getState().go({ documentId: first });
          useCollect.getState().set({ chosen: [first], filter: '' });
        }
        useCollect.getState().set({ dialog: { kind: 'report', files: result.files } });
      } catch (error) {
        // The banner says that the host is gone; any other fault is about these files.
        if (!(error instanceof HostUnreachable)) notify({ kind: 'error', text: t('collect.import.readFailed') });
      }
    },
    [t, upload, runJob],
  );
}
