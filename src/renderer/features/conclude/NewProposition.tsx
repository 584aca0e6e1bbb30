import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type NewPropositionProps = {
  readonly codes: readonly CodeSummary[];
  readonly onClose: () => void;
  readonly onMade: (proposition: Guid) => void;
};

/** A claim in one sentence, and the code it is about. */
export function NewProposition({ codes, onClose, onMade }: NewPropositionProps) {
  const t = useT();
  const perform = usePerform();
  const [statement, setStatement] = useState('');
  const [about, setAbout] = useState<Guid | null>(null);
  const [isTried, setIsTried] = useState(false);
  const isMissing = statement.trim() === '';
  const make = async (): Promise<void> => {
    setIsTried(true);
    if (isMissing) return;
    const made = await perform('propositions.create', { statement: statement.trim(), dimensionId: about });
    if (made) onMade(made.guid);
  };
  return (
    <Dialog
      title={t('claims.new')}
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
