import { useState } from 'react';
import { completeness, type CoverageAnswer, entryStatus } from '../../../shared/contract/collection.ts';
import type { Completeness, EntryStatus } from '../../../shared/domain/coverage.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

type Named = { readonly guid: CoverageAnswer['source']; readonly name: string };

export type EntryDialogProps = {
  readonly source: Named;
  readonly question: Named;
  readonly cell: CoverageAnswer | null;
  readonly onClose: () => void;
};

/** What the log says about one source and one question, and why the cell is as it is. */
export function EntryDialog({ source, question, cell, onClose }: EntryDialogProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const entry = cell?.entry ?? null;
  const [status, setStatus] = useState<EntryStatus | 'none'>(entry?.status ?? 'none');
  const [complete, setComplete] = useState<Completeness | 'unknown'>(entry?.completeness ?? 'unknown');
  const [who, setWho] = useState(entry?.who ?? '');
  const [note, setNote] = useState(entry?.note ?? '');
  const save = async (): Promise<void> => {
    const at = { sourceId: source.guid, questionId: question.guid };
    const fields = { completeness: complete === 'unknown' ? null : complete, who, note };
    const item = status === 'none' ? { ...at, status: null } : { ...at, status, ...fields };
    if (await perform('collection.setEntries', { items: [item] })) onClose();
  };
  const asked = cell?.asked ?? 'nobody';
  return (
    <Dialog
      title={`${source.name} · ${question.name}`}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={!canChange}>
            {t('coverage.entry.save')}
          </Button>
        </>
      }
    >
      <div className="questions-card">
        <p>{t(`coverage.asked.${asked}`, { codings: cell?.codings ?? 0 })}</p>
        <Select<EntryStatus | 'none'>
          label={t('coverage.entry.status')}
          value={status}
          isDisabled={!canChange}
          options={[
            { id: 'none', label: t('coverage.entry.none') },
            ...entryStatus.options.map((id) => ({ id, label: t(`coverage.status.${id}`) })),
          ]}
          onChange={setStatus}
        />
        <Select<Completeness | 'unknown'>
          label={t('coverage.entry.completeness')}
          value={complete}
          isDisabled={!canChange || status === 'none'}
          options={[
            { id: 'unknown', label: t('coverage.entry.unknown') },
            ...completeness.options.map((id) => ({ id, label: t(`coverage.completeness.${id}`) })),
          ]}
          onChange={setComplete}
        />
        <TextField label={t('coverage.entry.who')} value={who} onChange={setWho} isReadOnly={!canChange} />
        <TextArea label={t('coverage.entry.note')} value={note} onChange={setNote} rows={2} isReadOnly={!canChange} />
      </div>
    </Dialog>
  );
}
