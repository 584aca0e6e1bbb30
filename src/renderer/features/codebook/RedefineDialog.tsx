import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextField.tsx';

/** CB1: another definition with its reason, which sends older codings back to be looked at; and the former ones. */
export function RedefineDialog({ code, onClose }: { readonly code: CodeSummary; readonly onClose: () => void }) {
  const t = useT();
  const dates = useDateFormat();
  const perform = usePerform();
  const codeId = code.guid;
  const [description, setDescription] = useState(code.description);
  const [include, setInclude] = useState(code.include);
  const [exclude, setExclude] = useState(code.exclude);
  const [reason, setReason] = useState('');
  const [isTold, setTold] = useState(false);
  const { data: versions = [] } = useAnswer('condensation.versions', { codeId });
  const save = async (): Promise<void> => {
    setTold(true);
    if (reason.trim() === '') return;
    if (await perform('codes.update', { codeId, description, include, exclude, reason })) onClose();
  };
  return (
    <Dialog
      title={t('codebook.redefine.title', { name: code.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('codebook.redefine.do')}
          </Button>
        </>
      }
    >
      <div className="codebook-redefine">
        <TextArea label={t('codebook.card.description')} value={description} onChange={setDescription} rows={2} />
        <TextArea label={t('codebook.card.include')} value={include} onChange={setInclude} rows={2} />
        <TextArea label={t('codebook.card.exclude')} value={exclude} onChange={setExclude} rows={2} />
        <TextArea
          label={t('codebook.redefine.reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          isRequired
          error={isTold && reason.trim() === '' ? t('content.needed') : null}
        />
        {versions.length > 1 && (
          <section aria-label={t('codebook.versions')}>
            <h3>{t('codebook.versions')}</h3>
            <ol className="codebook-versions">
              {versions.map((version) => (
                <li key={version.sequence ?? 0}>
                  <p className="field-hint">
                    {[dates.moment(version.at), version.coder, version.reason].filter(Boolean).join(' · ')}
                  </p>
                  <p>{version.description === '' ? '–' : version.description}</p>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </Dialog>
  );
}
