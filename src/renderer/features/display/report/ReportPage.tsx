import './report.css';
import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { reportForm, type ReportForm, type ReportFormat } from '../../../../shared/contract/report.ts';
import { language as languages, type Language } from '../../../../shared/contract/values.ts';
import { useWanted } from '../../../parts/ways.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useAnswer } from '../../../services/answers.ts';
import { saveFile } from '../../../services/files.ts';
import { useJob, useRunJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { JobProgress } from '../parts/JobProgress.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import { ReportBlocks } from './ReportBlocks.tsx';

/** What scrolls and has nothing to focus in it must take the focus itself (WCAG 2.1.1). */
const scrolledByKeys = { tabIndex: 0 };

/** the report as it would be written now, and as a file. */
export function ReportPage() {
  const t = useT();
  const runJob = useRunJob();
  const info = useAnswer('project.info', {}).data;
  const [form, setForm] = useState<ReportForm>('thesis');
  const [chosen, setLanguage] = useState<Language | null>(null);
  const [quotations, setQuotations] = useState(3);
  const language = chosen ?? info?.project.language ?? 'id';
  const options = { form, language, quotations };
  const { data, error, isRunning, stale, rerun, progressKey } = useJob('report.preview', info ? options : null);
  useEffect(() => {
    if (stale && !isRunning) rerun();
  }, [stale, isRunning, rerun]);
  const paper = useRef<HTMLElement>(null);
  const { claim, want } = useWanted();
  useEffect(() => {
    if (claim === null || !data) return;
    want({ claim: null });
    // As soon as the report is there: its sentence gets the focus, so that Enter leads back.
    const sentence = paper.current?.querySelector<HTMLElement>(`[data-claim="${claim}"]`);
    sentence?.scrollIntoView({ block: 'center' });
    sentence?.focus({ preventScroll: true });
  }, [claim, data, want]);
  const save = async (format: ReportFormat): Promise<void> => {
    const file = await runJob('report.export', { ...options, format }, { title: 'report.title' });
    if (file) saveFile(file);
  };
  useCommands([
    {
      id: 'report.docx',
      label: 'report.save.docx',
      keywords: 'report.keywords',
      group: 'project',
      run: () => void save('docx'),
    },
    {
      id: 'report.html',
      label: 'report.save.html',
      keywords: 'report.keywords',
      group: 'project',
      run: () => void save('html'),
    },
  ]);
  return (
    <div className="report">
      <div className="display-toolbar">
        <Select
          label={t('report.form')}
          size="small"
          options={reportForm.options.map((id) => ({ id, label: t(`report.form.${id}`) }))}
          value={form}
          onChange={setForm}
        />
        <Select
          label={t('report.language')}
          size="small"
          options={languages.options.map((id) => ({ id, label: t(`report.language.${id}`) }))}
          value={language}
          onChange={setLanguage}
        />
        <NumberInput
          label={t('report.quotations')}
          value={quotations}
          minimum={0}
          maximum={50}
          onChange={setQuotations}
        />
        <span className="display-toolbar-end">
          <Button size="small" icon={<FileText aria-hidden="true" />} onPress={() => void save('docx')}>
            {t('report.save.docx')}
          </Button>
          <Button size="small" icon={<FileText aria-hidden="true" />} onPress={() => void save('html')}>
            {t('report.save.html')}
          </Button>
        </span>
      </div>
      {error && <EmptyState title={t('display.failed')} text={error.message} />}
      {!data && !error && <JobProgress progressKey={progressKey} />}
      {data && (
        <section
          ref={paper}
          {...scrolledByKeys}
          className="report-paper"
          aria-label={t('report.preview')}
          lang={language}
        >
          <ReportBlocks blocks={data.blocks} />
        </section>
      )}
    </div>
  );
}
