import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CallError } from '../../../../shared/contract/client.ts';
import { JobProgress } from './JobProgress.tsx';
import { ProvenanceLine } from './ProvenanceLine.tsx';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';

/** What is known of a job, whatever its result. */
export type RunState = {
  readonly error: CallError | null;
  readonly isRunning: boolean;
  readonly progressKey: string;
  readonly cancel: () => void;
  readonly stale: boolean;
  readonly rerun: () => void;
};

export type ResultFrameProps = {
  readonly run: RunState;
  /** How the numbers came about, part by part. */
  readonly provenance: readonly string[];
  readonly warnings: readonly string[];
  /** Null where there is no result yet. */
  readonly children: ReactNode;
};

/** A result with everything that must stand beside it: whether it still holds, warnings, and how it came about. */
export function ResultFrame({ run, provenance, warnings, children }: ResultFrameProps) {
  const t = useT();
  const { error, isRunning, progressKey, cancel, stale, rerun } = run;
  const hasResult = children !== null;
  return (
    <div className="display-result">
      {isRunning && (
        <div className="display-running">
          <JobProgress progressKey={progressKey} />
          <Button size="small" onPress={cancel}>
            {t('display.cancel')}
          </Button>
        </div>
      )}
      {stale && !isRunning && (
        <div className="display-banner">
          <output>{t('display.stale')}</output>
          <Button size="small" onPress={rerun}>
            {t('display.again')}
          </Button>
        </div>
      )}
      {error && !isRunning && (
        <div className="display-banner display-banner-error" role="alert">
          <span>
            {t('display.failed')}: {error.message}
          </span>
          <Button size="small" onPress={rerun}>
            {t('display.again')}
          </Button>
        </div>
      )}
      {hasResult && warnings.length > 0 && (
        <ul className="display-warnings">
          {warnings.map((warning) => (
            <li key={warning}>
              <TriangleAlert aria-hidden="true" />
              {warning}
            </li>
          ))}
        </ul>
      )}
      <div className={stale ? 'display-canvas display-canvas-stale' : 'display-canvas'} aria-busy={isRunning}>
        {children}
        {!hasResult && !isRunning && !error && (
          <EmptyState title={t('display.cancelled')} actions={<Button onPress={rerun}>{t('display.again')}</Button>} />
        )}
      </div>
      {hasResult && <ProvenanceLine parts={provenance} />}
    </div>
  );
}
