import { useProgress } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';

/** How far a job is: drawn anew many times a second, and nothing else with it. */
export function JobProgress({ progressKey }: { readonly progressKey: string }) {
  const t = useT();
  return <ProgressBar label={t('display.running')} value={useProgress(progressKey)} />;
}
