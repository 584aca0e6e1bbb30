import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type NewConclusionProps = {
  readonly codes: readonly CodeSummary[];
  readonly onClose: () => void;
  readonly onMade: (memo: Guid) => void;
};

/** A claim in one sentence, kept as a summary memo on the study or on a code. */
export function NewConclusion({ codes, onClose, onMade }: NewConclusionProps) {
  const t = useT();
  const perform = usePerform();
  const [statement, setStatement] = useState('');
  const [about, setAbout] = useState<Guid | null>(null);
  const [isTried, setIsTried] = useState(false);
  const isMissing = statement.trim() === '';
  const make = async (): Promise<void> => {
    setIsTried(true);
    if (isMissing) return;
    const made = await perform('memos.create', {
      title: statement.trim(),
      body: '',
      kind: 'summary',
      targets: [about === null ? { kind: 'project' } : { kind: 'code', guid: about }],
    });
    if (made) onMade(made.guid);
  };
  return (
    <Dialog
      title={t('conclude.new')}
      isOpen
      onClose={onClose}
      onSubmit={() => void make()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit">
            {t('conclude.new.create')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('conclude.new.statement')}
        hint={t('conclude.new.statement.hint')}
        value={statement}
        onChange={setStatement}
        maxLength={500}
        error={isTried && isMissing ? t('conclude.new.statement.missing') : null}
        autoFocus
      />
      <CodePicker
        label={t('conclude.new.about')}
        placeholder={t('conclude.new.about.project')}
        codes={codes}
        value={about}
        onChange={setAbout}
      />
    </Dialog>
  );
}
