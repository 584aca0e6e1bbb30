import type { ExchangeReport } from '../../../shared/contract/interchange.ts';
import { useT } from '../../services/text.ts';
import { Changes } from './Changes.tsx';
import { Counts } from './Counts.tsx';
import { Notes } from './Notes.tsx';

/** What a file held, what it did to the project, and what was not carried over as it was. */
export function ReportBody({ report }: { readonly report: ExchangeReport }) {
  const t = useT();
  return (
    <>
      <p className="dialog-text">
        {t(report.direction === 'export' ? 'exchange.reports.exported' : 'exchange.merge.about', {
          origin: report.origin || t('exchange.origin.unknown'),
        })}
      </p>
      <Counts counts={report.counts} />
      {report.direction === 'import' && <Changes label={t('exchange.changes.done')} changes={report.changes} />}
      <Notes notes={report.notes} />
    </>
  );
}
