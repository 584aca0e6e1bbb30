import { FileArchive } from 'lucide-react';
import { stream, type QualityStandard, type Stream } from '../../../shared/contract/trustworthiness.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { AnalyticLog } from './AnalyticLog.tsx';

/** What scrolls and may have nothing to focus in it must take the focus itself (WCAG 2.1.1). */
const scrolledByKeys = { tabIndex: 0 };

/** the standards of quality with what the project shows for each, the log, and the audit bundle. */
export function TrustPage() {
  const t = useT();
  const runJob = useRunJob();
  const page = useAnswer('trustworthiness.page', {}).data;
  const [remembered, setStream] = useRemembered<string>('conclusion/stream', 'all');
  const chosen: Stream | 'all' = stream.options.find((each) => each === remembered) ?? 'all';
  const log = useAnswer('trustworthiness.log', chosen === 'all' ? {} : { stream: chosen }).data;
  const audit = async (): Promise<void> => {
    const file = await runJob('trustworthiness.audit', {}, { title: 'trust.audit' });
    if (file) saveFile(file);
  };
  useCommands([
    {
      id: 'trust.audit',
      label: 'trust.audit',
      keywords: 'trust.keywords',
      group: 'project',
      run: () => void audit(),
    },
  ]);
  if (!page) return null;
  return (
    <section {...scrolledByKeys} className="trust" aria-label={t('trust.page')}>
      <header className="trust-head">
        <p className="conclude-note">{t('trust.text')}</p>
        <Button icon={<FileArchive aria-hidden="true" />} onPress={() => void audit()}>
          {t('trust.audit')}
        </Button>
      </header>
      <div className="trust-standards">
        {page.map((standard) => (
          <Standard key={standard.criterion} standard={standard} />
        ))}
      </div>
      <div className="trust-head">
        <h2>{t('trust.log')}</h2>
        <Select
          label={t('trust.stream')}
          size="small"
          options={[
            { id: 'all' as const, label: t('trust.stream.all') },
            ...stream.options.map((id) => ({ id, label: t(`trust.stream.${id}`) })),
          ]}
          value={chosen}
          onChange={setStream}
        />
      </div>
      <AnalyticLog steps={log ?? []} />
    </section>
  );
}

function Standard({ standard: { criterion, facts, remark } }: { readonly standard: QualityStandard }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const name = t(`trust.criterion.${criterion}`);
  return (
    <section className="trust-standard" aria-label={name}>
      <h2>{name}</h2>
      <ul>
        {facts.map(({ text, isGap }) => (
          <li key={text}>
            {text} {isGap && <Badge tone="warning">{t('trust.gap')}</Badge>}
          </li>
        ))}
      </ul>
      <AutosaveField
        label={t('trust.remark', { criterion: name })}
        value={remark}
        rows={3}
        maxLength={20_000}
        isReadOnly={!canChange}
        onSave={(text) => perform('trustworthiness.remark', { kind: 'criterion', criterion, text })}
      />
    </section>
  );
}
