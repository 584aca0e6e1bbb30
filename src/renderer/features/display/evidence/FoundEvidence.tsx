import { type ReactNode, useMemo } from 'react';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Opened } from '../opened.ts';
import { JobQuotations } from './JobQuotations.tsx';

export type FoundEvidenceProps = {
  readonly opened: Extract<Opened, { readonly kind: 'found' }>;
  readonly quotations: ReactNode;
};

/** Segments that are read at once; all are counted. */
const mostSegments = 10_000;

/** What a retrieval query finds, as the project stands. */
export function FoundEvidence({ opened: { title, query }, quotations }: FoundEvidenceProps) {
  const t = useT();
  const job = useJob('analysis.retrieve', { ...query, limit: mostSegments });
  const { data } = job;
  const codings = useMemo(() => data && [...new Set(data.segments.flatMap((segment) => segment.codings))], [data]);
  return (
    <JobQuotations
      title={title}
      job={job}
      codings={codings ?? null}
      none={t('crosstab.cell.none', { title })}
      {...(data && { note: t('coding-matrix.found', { n: data.total }) })}
      quotations={quotations}
    />
  );
}
