import type { ReactNode } from 'react';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Opened } from '../opened.ts';
import { JobQuotations } from './JobQuotations.tsx';

export type CrosstabEvidenceProps = {
  readonly opened: Extract<Opened, { readonly kind: 'crosstab' }>;
  readonly quotations: ReactNode;
};

/** The passages behind one cell of a crosstab, as the project stands. */
export function CrosstabEvidence({ opened: { title, cell }, quotations }: CrosstabEvidenceProps) {
  const t = useT();
  const job = useJob('analysis.crosstabCell', cell);
  return (
    <JobQuotations
      title={title}
      job={job}
      codings={job.data?.codings ?? null}
      none={t('crosstab.cell.none', { title })}
      quotations={quotations}
    />
  );
}
