import { useState } from 'react';
import type { GuideQuestion } from '../../../shared/contract/guide.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../ui/TextField.tsx';

export type QuestionDialogProps = {
  /** Null for a new one. */
  readonly question: GuideQuestion | null;
  readonly onClose: () => void;
};

export function QuestionDialog({ question, onClose }: QuestionDialogProps) {
  const t = useT();
  const perform = usePerform();
  const [label, setLabel] = useState(question?.label ?? '');
  const [wording, setWording] = useState(question?.wording ?? '');
  const save = async (): Promise<void> => {
    if (label.trim() === '') return;
    const input = { label: label.trim(), wording: wording.trim() };
    const answer = question
      ? await perform('guide.update', { questionId: question.guid, ...input })
      : await perform('guide.create', input);
    if (answer) onClose();
  };
  return (
    <Dialog
      title={t(question ? 'structure.question.edit' : 'structure.question.new')}
      isOpen
      onClose={onClose}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={label.trim() === ''}>
            {t(question ? 'structure.question.save' : 'structure.question.add')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('structure.question.label')}
        hint={t('structure.question.label.hint')}
        value={label}
        onChange={setLabel}
        autoFocus
        isRequired
        maxLength={500}
      />
      <TextArea
        label={t('structure.question.wording')}
        hint={t('structure.question.wording.hint')}
        value={wording}
        onChange={setWording}
        rows={4}
      />
    </Dialog>
  );
}
