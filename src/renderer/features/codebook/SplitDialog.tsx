import { useState } from 'react';
import type { CondensedSegment } from '../../../shared/contract/condensation.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

const none: readonly CondensedSegment[] = [];
/** A code with more codings is split with what was found by a query. */
const mostCodings = 2000;

/** R-11, CB2: a code that has bulked up gives some of its codings to a new one beside it, with a reason. */
export function SplitDialog({ code, onClose }: { readonly code: CodeSummary; readonly onClose: () => void }) {
  const t = useT();
  const perform = usePerform();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Guid>>(new Set());
  const [isTold, setTold] = useState(false);
  const codeId = code.guid;
  const { data } = useAnswer('condensation.list', { codeIds: [codeId], limit: mostCodings });
  const segments = (data?.segments ?? none).filter((segment) => segment.code === codeId);
  const lacks = (text: string): string | null => (isTold && text.trim() === '' ? t('content.needed') : null);
  const toggle = (coding: Guid): void =>
    setChosen(
      (former) => new Set(former.has(coding) ? [...former].filter((each) => each !== coding) : [...former, coding]),
    );
  const split = async (): Promise<void> => {
    setTold(true);
    if (name.trim() === '' || reason.trim() === '') return;
    const codingIds = [...chosen];
    const done = await perform('codes.split', { codeId, parts: [{ name, description, codingIds }], reason });
    if (!done) return;
    onClose();
    usePlace.getState().go({ codeIds: done.guids });
    notify({ kind: 'success', text: t('codebook.split.done', { count: done.moved, name }) });
  };
  return (
    <Dialog
      title={t('codebook.split.title', { name: code.name })}
      isOpen
      onClose={onClose}
      onSubmit={() => void split()}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button type="submit" variant="primary">
            {t('codebook.split.do')}
          </Button>
        </>
      }
    >
      <div className="codebook-redefine">
        <TextField
          label={t('codebook.split.name')}
          value={name}
          onChange={setName}
          isRequired
          autoFocus
          error={lacks(name)}
        />
        <TextArea label={t('codebook.card.description')} value={description} onChange={setDescription} rows={2} />
        <TextArea
          label={t('codebook.redefine.reason')}
          value={reason}
          onChange={setReason}
          rows={2}
          isRequired
          error={lacks(reason)}
        />
        <fieldset className="codebook-split">
          <legend>{t('codebook.split.which', { chosen: chosen.size, all: segments.length })}</legend>
          {segments.length === 0 && <p className="dialog-text">{t('codebook.split.none')}</p>}
          <ul>
            {segments.map(({ coding, quote, documentTitle }) => (
              <li key={coding}>
                <Checkbox isSelected={chosen.has(coding)} onChange={() => toggle(coding)}>
                  <span>
                    {quote} <span className="field-hint">{documentTitle}</span>
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
      </div>
    </Dialog>
  );
}
