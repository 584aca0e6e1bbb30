import './field.css';
import { NotebookPen, Plus, Printer } from 'lucide-react';
import { useState } from 'react';
import type { FormKind, SummaryForm } from '../../../shared/contract/forms.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Command, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListBox } from '../../ui/ListBox.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { FormEditor } from './FormEditor.tsx';

const none: readonly SummaryForm[] = [];

/** contact and document summaries. */
export function SummariesPage() {
  const t = useT();
  const dates = useDateFormat();
  const perform = usePerform();
  const runJob = useRunJob();
  const canChange = useCanChange();
  const [chosen, setChosen] = useState<Guid | null>(null);
  const { data: forms = none, isPending } = useAnswer('forms.list', {});
  const form = forms.find(({ guid }) => guid === chosen) ?? forms[0];
  const add = async (kind: FormKind): Promise<void> => {
    const made = await perform('forms.create', { kind });
    if (made) setChosen(made.guid);
  };
  const saveBlank = async (format: 'docx' | 'html'): Promise<void> => {
    const file = await runJob('forms.sheets', { format }, { title: 'forms.sheets.blank' });
    if (file) saveFile(file);
  };
  const isEnabled = () => canChange;
  const commands: readonly Command[] = [
    { id: 'forms.contact', label: 'forms.add.contact', group: 'document', isEnabled, run: () => void add('contact') },
    {
      id: 'forms.document',
      label: 'forms.add.document',
      group: 'document',
      isEnabled,
      run: () => void add('document'),
    },
    ...(['docx', 'html'] as const).map((format): Command => ({
      id: `forms.blank-${format}`,
      label: `forms.sheets.save.${format}`,
      keywords: 'forms.sheets.keywords',
      group: 'document',
      run: () => void saveBlank(format),
    })),
  ];
  useCommands(commands);
  const blank = (
    <MenuButton
      key="blank"
      label={t('forms.sheets.blank')}
      entries={(['docx', 'html'] as const).map((format) => ({
        id: format,
        label: t(`forms.sheets.save.${format}`),
        onAction: () => void saveBlank(format),
      }))}
    >
      <Button size="small" icon={<Printer />}>
        {t('forms.sheets.blank')}
      </Button>
    </MenuButton>
  );
  const makers = (['contact', 'document'] as const).map((kind) => (
    <Button key={kind} size="small" icon={<Plus />} isDisabled={!canChange} onPress={() => void add(kind)}>
      {t(`forms.add.${kind}`)}
    </Button>
  ));
  const buttons = [...makers, blank];
  if (!isPending && forms.length === 0) {
    return (
      <EmptyState
        title={t('forms.empty.title')}
        text={t('forms.empty.text')}
        icon={<NotebookPen />}
        actions={buttons}
      />
    );
  }
  const list = (
    <Panel title={t('forms.title')} count={String(forms.length)} toolbar={buttons} className="field-list">
      <ListBox
        label={t('forms.title')}
        items={forms}
        itemId={({ guid }) => guid}
        itemText={({ title }) => title}
        selectedIds={new Set(form ? [form.guid] : [])}
        onSelect={([id]) => setChosen(forms.find(({ guid }) => guid === id)?.guid ?? null)}
        render={({ title, kind, date }) => (
          <span className="field-row">
            <span className="ellipsis">{title}</span>
            <span className="field-facts">
              {[t(`forms.kind.${kind}`), date === null ? null : dates.day(date)].filter(Boolean).join(' · ')}
            </span>
          </span>
        )}
      />
    </Panel>
  );
  return (
    <SplitView
      id="forms"
      parts={[
        { id: 'list', label: t('forms.title'), content: list, defaultSize: 320, minSize: 220 },
        {
          id: 'form',
          label: t('forms.one'),
          minSize: 320,
          content: form ? <FormEditor key={form.guid} form={form} /> : null,
        },
      ]}
    />
  );
}
