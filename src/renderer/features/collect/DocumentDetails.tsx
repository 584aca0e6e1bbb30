import { BookOpen, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { documentKind, type DocumentSummary } from '../../../shared/contract/documents.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { DayField } from '../../parts/DayField.tsx';
import { ValueField } from '../../parts/ValueField.tsx';
import { runCommand } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useNumber, useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import './collect.css';

export type DocumentDetailsProps = {
  readonly document: DocumentSummary;
  /** The memos about it, put in by whoever composes the area. */
  readonly memos?: ReactNode;
};

/** What is known about a document; every field saves by itself. */
export function DocumentDetails({ document, memos }: DocumentDetailsProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const cases = useAnswer('cases.list', {}).data ?? [];
  const variables = (useAnswer('variables.list', {}).data ?? []).filter(({ scope }) => scope === 'document');
  const values = useAnswer('variables.documentValues', {}).data ?? [];
  const documentId = document.guid;
  const update = (change: {
    readonly title?: string;
    readonly date?: string | null;
    readonly place?: string;
    readonly language?: string;
  }) => perform('documents.update', { documentId, ...change });
  const isReadOnly = !canChange;
  return (
    <Panel
      title={t('collect.details')}
      className="collect-details"
      actions={
        <>
          <Button size="small" icon={<BookOpen />} onPress={() => runCommand('collect.open')}>
            {t('collect.open')}
          </Button>
          <IconButton
            label={t('collect.delete')}
            icon={<Trash2 />}
            size="small"
            isDisabled={isReadOnly}
            onPress={() => runCommand('collect.delete')}
          />
        </>
      }
    >
      <div className="collect-details-fields">
        <AutosaveField
          label={t('collect.details.title')}
          value={document.title}
          isNeeded
          isReadOnly={isReadOnly}
          onSave={(title) => update({ title })}
        />
        <div className="collect-details-pair">
          <Select
            label={t('collect.details.kind')}
            value={document.kind}
            isDisabled={isReadOnly}
            options={documentKind.options.map((id) => ({ id, label: t(`collect.kind.${id}`) }))}
            onChange={(kind) => void perform('documents.update', { documentId, kind })}
          />
          <Select
            label={t('collect.details.case')}
            value={document.case ?? 'none'}
            isDisabled={isReadOnly}
            options={[
              { id: 'none' as const, label: t('collect.details.noCase') },
              ...cases.map(({ guid, name }) => ({ id: guid, label: name })),
            ]}
            onChange={(id) =>
              void perform('cases.assign', { documentIds: [documentId], caseId: id === 'none' ? null : id })
            }
          />
          <DayField
            label={t('collect.details.date')}
            hint={t('collect.details.dateHelp')}
            value={document.date ?? ''}
            isReadOnly={isReadOnly}
            onSave={(date) => update({ date })}
          />
          <AutosaveField
            label={t('collect.details.language')}
            hint={t('collect.details.languageHelp')}
            value={document.language}
            maxLength={35}
            isReadOnly={isReadOnly}
            onSave={(language) => update({ language })}
          />
        </div>
        <AutosaveField
          label={t('collect.details.place')}
          value={document.place}
          isReadOnly={isReadOnly}
          onSave={(place) => update({ place })}
        />
        <AutosaveField
          label={t('collect.details.description')}
          hint={t('collect.details.descriptionHelp')}
          value={document.description}
          rows={3}
          isReadOnly={isReadOnly}
          onSave={(description) => perform('documents.setNote', { documentId, description })}
        />
        <h3 className="collect-details-heading">{t('collect.details.variables')}</h3>
        {variables.length === 0 && <p className="collect-details-note">{t('collect.details.noVariables')}</p>}
        <div className="collect-details-pair">
          {variables.map((variable) => (
            <ValueField
              key={variable.guid}
              variable={variable}
              value={
                values.find((each) => each.document === documentId && each.variable === variable.guid)?.value ?? ''
              }
              isReadOnly={isReadOnly}
              onSave={(value) =>
                perform('variables.setValue', { variableId: variable.guid, targetId: documentId, value })
              }
            />
          ))}
        </div>
        <OriginalFile document={document} />
        {memos}
      </div>
    </Panel>
  );
}

function OriginalFile({ document }: { readonly document: DocumentSummary }) {
  const t = useT();
  const number = useNumber();
  const dates = useDateFormat();
  const { data: original, isPending } = useAnswer('documents.original', { documentId: document.guid });
  return (
    <>
      <h3 className="collect-details-heading">{t('collect.details.original')}</h3>
      {original ? (
        <dl className="collect-details-facts">
          <dt className="visually-hidden">{t('collect.report.file')}</dt>
          <dd>{original.name}</dd>
          <dd>{t('collect.details.size', { size: number(original.size) })}</dd>
          <dt>{t('collect.details.hash')}</dt>
          <dd className="collect-details-hash">{original.sha256}</dd>
        </dl>
      ) : (
        !isPending && <p className="collect-details-note">{t('collect.details.noOriginal')}</p>
      )}
      <p className="collect-details-note">
        {t('collect.details.added', { date: dates.moment(document.createdAt) })} ·{' '}
        {t('content.characters', { count: document.characters })} · {t('content.codings', { count: document.codings })}
      </p>
    </>
  );
}
