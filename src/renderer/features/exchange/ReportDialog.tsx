import type { ExchangeReport } from '../../../shared/contract/interchange.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReportBody } from './ReportBody.tsx';

/** What became of a file that was merged. The report stays in the project. */
export function ReportDialog({ report, onClose }: { readonly report: ExchangeReport; readonly onClose: () => void }) {
  const t = useT();
  const save = useSaveReport();
  return (
    <Dialog
      title={t('exchange.merged.title', { name: report.file })}
      size="wide"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => void save(report)}>{t('exchange.report.save')}</Button>
          <Button variant="primary" autoFocus onPress={onClose}>
            {t('content.close')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('exchange.merged.about')}</p>
      <ReportBody report={report} />
    </Dialog>
  );
}

/** Saves a report as a text file. */
export function useSaveReport(): (report: ExchangeReport) => Promise<void> {
  const runJob = useRunJob();
  return async ({ guid }) => {
    const file = await runJob('interchange.exportReport', { reportId: guid }, { title: 'exchange.report.save' });
    if (file) saveFile(file);
  };
}
