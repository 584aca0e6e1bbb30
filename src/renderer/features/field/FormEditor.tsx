import { FileText, Plus, Printer, Trash2 } from 'lucide-react';
import { sectionsOfForm, type SummaryForm } from '../../../shared/contract/forms.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { DayField } from '../../parts/DayField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { FormLine } from './FormLine.tsx';

/** One summary: what it is about, and lines under the headings of its kind. Every field saves by itself. */
export function FormEditor({ form }: { readonly form: SummaryForm }) {
  const t = useT();
  const perform = usePerform();
  const runJob = useRunJob();
  const canChange = useCanChange();
  const { data: documents = [] } = useAnswer('documents.list', {});
  const { data: cases = [] } = useAnswer('cases.list', {});
  const formId = form.guid;
  const isReadOnly = !canChange;
  const save = async (): Promise<void> => {
    const input = { format: 'docx' as const, blank: [], formIds: [formId] };
    const file = await runJob('forms.sheets', input, { title: 'forms.sheets.this' });
    if (file) saveFile(file);
  };
  const field = (name: 'title' | 'place' | 'who') => (
    <AutosaveField
      label={t(name === 'title' ? 'forms.title.label' : `forms.${name}`)}
      value={form[name]}
      isNeeded={name === 'title'}
      isReadOnly={isReadOnly}
      onSave={(text) => perform('forms.update', { formId, [name]: text })}
    />
  );
  return (
    <Panel
      title={t(`forms.kind.${form.kind}`)}
      className="field-form"
      actions={
        <>
          <Button size="small" icon={<FileText />} onPress={() => void save()}>
            {t('forms.sheets.this')}
          </Button>
          <Button size="small" icon={<Printer />} onPress={() => globalThis.print()}>
            {t('forms.print')}
          </Button>
          <IconButton
            label={t('forms.delete')}
            icon={<Trash2 />}
            size="small"
            isDisabled={isReadOnly}
            onPress={() => void perform('forms.delete', { formIds: [formId] })}
          />
        </>
      }
    >
      <div className="field-fields">
        {field('title')}
        <div className="field-pair">
          <ComboBox
            label={t('forms.document')}
            options={documents.map(({ guid, title }) => ({ id: guid, label: title }))}
            value={form.document}
            isDisabled={isReadOnly}
            onChange={(documentId) => void perform('forms.update', { formId, documentId })}
          />
          <ComboBox
            label={t('forms.case')}
            options={cases.map(({ guid, name }) => ({ id: guid, label: name }))}
            value={form.case}
            isDisabled={isReadOnly}
            onChange={(caseId) => void perform('forms.update', { formId, caseId })}
          />
          <DayField
            label={t('forms.date')}
            hint={t('forms.date.help')}
            value={form.date ?? ''}
            isReadOnly={isReadOnly}
            onSave={(date) => perform('forms.update', { formId, date })}
          />
          {field('place')}
          {field('who')}
        </div>
        {sectionsOfForm[form.kind].map((section) => (
          <section key={section} className="field-section" aria-label={t(`forms.section.${section}`)}>
            <header>
              <h3>{t(`forms.section.${section}`)}</h3>
              <Button
                size="small"
                variant="quiet"
                icon={<Plus />}
                isDisabled={isReadOnly}
                aria-label={t('forms.line.add.to', { section: t(`forms.section.${section}`) })}
                onPress={() =>
                  void perform('forms.addItem', { formId, section, state: section === 'next' ? 'to-do' : 'note' })
                }
              >
                {t('forms.line.add')}
              </Button>
            </header>
            {form.items
              .filter((item) => item.section === section)
              .map((item) => (
                <FormLine key={item.guid} item={item} />
              ))}
          </section>
        ))}
        <AutosaveField
          label={t('forms.body')}
          value={form.body}
          rows={6}
          isReadOnly={isReadOnly}
          onSave={(body) => perform('forms.update', { formId, body })}
        />
      </div>
    </Panel>
  );
}
