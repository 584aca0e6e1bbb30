import { useState } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { useLanguage, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { ReportBody } from './ReportBody.tsx';
import { useSaveReport } from './ReportDialog.tsx';

/** The reports of all exchanges of the project, the latest first. */
export function ReportsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { data: reports } = useAnswer('interchange.reports', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const save = useSaveReport();
  const report = reports?.find(({ guid }) => guid === chosen) ?? reports?.[0] ?? null;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog
      title={t('exchange.reports.title')}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          {report && <Button onPress={() => void save(report)}>{t('exchange.report.save')}</Button>}
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('content.close')}
          </Button>
        </>
      }
    >
      {reports?.length === 0 && (
        <EmptyState title={t('exchange.reports.none')} text={t('exchange.reports.none.about')} />
      )}
      {reports && report && (
        <>
          <Select
            label={t('exchange.reports.which')}
            value={report.guid}
            onChange={setChosen}
            options={reports.map(({ guid, file, at, direction }) => ({
              id: guid,
              label: `${direction === 'export' ? '↑' : '↓'} ${file} · ${when.format(new Date(at))}`,
            }))}
          />
          <ReportBody report={report} />
        </>
      )}
    </Dialog>
  );
}
