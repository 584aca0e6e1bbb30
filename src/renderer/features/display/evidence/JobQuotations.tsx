import { type ReactNode, useEffect } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { QuotationsContext } from '../../../parts/quotations-about.ts';
import type { JobName, JobState } from '../../../services/jobs.ts';
import { JobProgress } from '../parts/JobProgress.tsx';

export type JobQuotationsProps = {
  readonly title: string;
  /** Finds the codings of a cell: it is small, so it follows the project at once. */
  readonly job: Pick<JobState<JobName>, 'isRunning' | 'progressKey' | 'stale' | 'rerun'>;
  /** Null until they are found. */
  readonly codings: readonly Guid[] | null;
  /** What is said where there is none. */
  readonly none: string;
  /** Said above the quotations. */
  readonly note?: string;
  /** The list of quotations, put in by the window. */
  readonly quotations: ReactNode;
};

/** The quotations of codings that a job finds. */
export function JobQuotations({ title, job, codings, none, note, quotations }: JobQuotationsProps) {
  const { isRunning, progressKey, stale, rerun } = job;
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  return (
    <div className="display-evidence">
      {isRunning && !codings && <JobProgress progressKey={progressKey} />}
      {codings?.length === 0 && <p className="display-note">{none}</p>}
      {codings && codings.length > 0 && (
        <>
          {note !== undefined && <p className="display-note">{note}</p>}
          <div className="display-evidence-list">
            <QuotationsContext value={{ title, filter: { codingIds: [...codings] } }}>{quotations}</QuotationsContext>
          </div>
        </>
      )}
    </div>
  );
}
