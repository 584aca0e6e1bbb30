import { documentKind, type PreviewedFile } from '../../../../shared/contract/documents.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useT } from '../../../services/text.ts';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { encodings, type FileChoices } from './choices.ts';
import { SplitFields } from './SplitFields.tsx';

export type FileChoicesFormProps = {
  readonly name: string;
  readonly choices: FileChoices;
  /** Undefined while the file is read. */
  readonly preview: PreviewedFile | undefined;
  readonly onChange: (change: Partial<FileChoices>) => void;
};

const noCases: never[] = [];

/** What one file becomes: title, kind, case, encoding, comments, and whether it is split. */
export function FileChoicesForm({ name, choices, preview, onChange }: FileChoicesFormProps) {
  const t = useT();
  const { data: cases = noCases } = useAnswer('cases.list', {});
  const found = preview?.found ?? null;
  // Only what is text by itself has an encoding to choose; one that cannot be told must be chosen.
  const hasEncoding = (found?.encoding ?? null) !== null || choices.encoding !== '' || preview?.error !== null;
  const hasComments = (found?.comments ?? 0) > 0 || choices.comments === 'memos';
  return (
    <div className="incoming-choices">
      {choices.split === null && (
        <TextField
          label={t('collect.paste.name')}
          value={choices.title}
          onChange={(title) => onChange({ title })}
          placeholder={found?.title ?? name}
          maxLength={500}
        />
      )}
      <Select
        label={t('collect.paste.kind')}
        value={choices.kind}
        onChange={(kind) => onChange({ kind })}
        options={documentKind.options.map((id) => ({ id, label: t(`collect.kind.${id}`) }))}
      />
      <Select<FileChoices['about']>
        label={t('collect.details.case')}
        value={choices.about}
        onChange={(about) => onChange({ about })}
        options={[
          { id: 'none', label: t('collect.details.noCase') },
          { id: 'own', label: t('incoming.case.own') },
          ...cases.map(({ guid, name: label }) => ({ id: guid, label })),
        ]}
      />
      {hasEncoding && (
        <Select
          label={t('incoming.encoding')}
          value={choices.encoding}
          onChange={(encoding) => onChange({ encoding })}
          options={[
            { id: '', label: t('incoming.encoding.found', { encoding: found?.encoding ?? '?' }) },
            ...encodings.map((id) => ({ id, label: id.toUpperCase() })),
          ]}
        />
      )}
      {hasComments && (
        <Select
          label={t('incoming.comments')}
          value={choices.comments}
          onChange={(comments) => onChange({ comments })}
          options={(['leave-out', 'memos'] as const).map((id) => ({ id, label: t(`incoming.comments.${id}`) }))}
        />
      )}
      <SplitFields rule={choices.split} headings={found?.headings ?? []} onChange={(split) => onChange({ split })} />
    </div>
  );
}
