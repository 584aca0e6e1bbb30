import { useCallback } from 'react';
import { saveFile } from '../services/files.ts';
import { useRunJob } from '../services/jobs.ts';
import { notify } from '../services/notices.ts';
import { useT } from '../services/text.ts';

/** Makes a verified copy of the whole project and lets the user save it. */
export function useSaveCopy(): () => Promise<void> {
  const runJob = useRunJob();
  const t = useT();
  return useCallback(async () => {
    const file = await runJob('project.copy', {}, { title: 'connection.save-copy.title' });
    if (!file) return;
    saveFile(file);
    notify({ kind: 'success', text: t('connection.copy-saved') });
  }, [runJob, t]);
}

/** Looks for damage and says what was found. */
export function useCheckProject(): () => Promise<void> {
  const runJob = useRunJob();
  const t = useT();
  return useCallback(async () => {
    const report = await runJob('project.check', {}, { title: 'project.check.title' });
    if (!report) return;
    if (report.ok) return notify({ kind: 'success', text: t('project.check.ok') });
    const found = t('project.check.problems', { n: report.problems.length });
    const first = report.problems.slice(0, 5).map(({ message }) => message);
    notify({ kind: 'error', text: [found, ...first].join('\n') });
  }, [runJob, t]);
}
