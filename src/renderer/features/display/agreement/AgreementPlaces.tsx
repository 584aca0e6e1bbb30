import { X } from 'lucide-react';
import type { AgreementResult } from '../../../../shared/contract/analysis-agreement.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useJob } from '../../../services/jobs.ts';
import { usePlace } from '../../../services/place.ts';
import { type Translate, useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { JobProgress } from '../parts/JobProgress.tsx';

export type Finding = 'both' | 'first' | 'second';
export type OpenedFinding = { readonly codeId: Guid; readonly name: string; readonly finding: Finding };

export type AgreementPlacesProps = {
  readonly settings: InputOf<'analysis.agreement'>;
  readonly coders: AgreementResult['coders'];
  readonly opened: OpenedFinding;
  readonly onOpen: (opened: OpenedFinding) => void;
  readonly onClose: () => void;
};

const findings = ['both', 'first', 'second'] as const satisfies readonly Finding[];
const shown = 200;

/** The places behind one number; each leads to the passage in its document. */
export function AgreementPlaces({ settings, coders, opened, onOpen, onClose }: AgreementPlacesProps) {
  const t = useT();
  const reveal = usePlace((place) => place.reveal);
  const { codeId, name, finding } = opened;
  const job = useJob('analysis.agreementPlaces', { ...settings, codeId, finding, limit: shown });
  const title = t('agreement.places', { code: name, finding: findingName(finding, coders, t) });
  const { data } = job;
  return (
    <section className="agreement-places" aria-label={title}>
      <header className="agreement-places-head">
        <h3>{title}</h3>
        <Select
          label={t('agreement.finding')}
          isLabelHidden
          size="small"
          value={finding}
          onChange={(next) => onOpen({ ...opened, finding: next })}
          options={findings.map((id) => ({ id, label: findingName(id, coders, t) }))}
        />
        <Button size="small" icon={<X aria-hidden="true" />} onPress={onClose}>
          {t('agreement.close')}
        </Button>
      </header>
      {job.isRunning && <JobProgress progressKey={job.progressKey} />}
      {job.error && <p role="alert">{job.error.message}</p>}
      {data?.total === 0 && <EmptyState title={t('agreement.places.none')} />}
      {data && data.total > data.places.length && (
        <p className="display-note">{t('agreement.places.more', { shown: data.places.length, total: data.total })}</p>
      )}
      <ul className="agreement-list">
        {data?.places.map(({ document, title: source, start, end, quote }) => (
          <li key={`${document} ${start} ${end}`}>
            <button
              type="button"
              className="agreement-place"
              onClick={() => reveal({ area: 'reduction', documentId: document, start, end })}
            >
              <span className="agreement-source">{source}</span>
              {quote === '' ? t('agreement.places.open', { document: source }) : quote}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who found the code, in words. */
export function findingName(finding: Finding, [first, second]: AgreementResult['coders'], t: Translate): string {
  if (finding === 'both') return t('agreement.both');
  return t('agreement.only', { coder: finding === 'first' ? first.name : second.name });
}
