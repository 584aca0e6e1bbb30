import { type ReactNode, useEffect } from 'react';
import { QuotationsContext } from '../../../parts/quotations-about.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Opened } from '../opened.ts';
import { JobProgress } from '../parts/JobProgress.tsx';

export type CrosstabEvidenceProps = {
  readonly opened: Extract<Opened, { readonly kind: 'crosstab' }>;
  readonly quotations: ReactNode;
};

/** The passages behind one cell of a crosstab, as the project stands. */
export function CrosstabEvidence({ opened: { title, cell }, quotations }: CrosstabEvidenceProps) {
  const t = useT();
  const { data, isRunning, progressKey, stale, rerun } = useJob('analysis.crosstabCell', cell);
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  return (
    <div className="display-evidence">
      {isRunning && !data && <JobProgress progressKey={progressKey} />}
      {data?.codings.length === 0 && <p className="display-note">{t('crosstab.cell.none', { title })}</p>}
      {data && data.codings.length > 0 && (
        <div className="display-evidence-list">
          <QuotationsContext value={{ title, filter: { codingIds: data.codings } }}>{quotations}</QuotationsContext>
        </div>
      )}
    </div>
  );
}
