import { useState } from 'react';
import { questionsIn } from '../../../shared/domain/guide.ts';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/TextField.tsx';

/** Characters of a question's short name; what is longer stands as its wording. */
const longestLabel = 80;

/** A guide that stands elsewhere, pasted: one question a line, numbers and bullets taken off. */
export function ImportQuestionsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const perform = usePerform();
  const [pasted, setPasted] = useState('');
  const lines = questionsIn(pasted).slice(0, 1000);
  const add = async (): Promise<void> => {
    if (lines.length === 0) return;
    const questions = lines.map((line) =>
      line.length <= longestLabel
        ? { label: line }
        : {
            label: `${line
              .slice(0, longestLabel - 1)
              .trimEnd()
              .toWellFormed()}…`,
            wording: line,
          },
    );
    if (await perform('guide.createMany', { questions })) onClose();
  };
  return (
    <Dialog
      title={t('structure.import.title')}
      isOpen
      onClose={onClose}
      onSubmit={() => void add()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={lines.length === 0}>
            {t('structure.import.do', { n: lines.length })}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('structure.import.list')}
        hint={t('structure.import.hint')}
        value={pasted}
        onChange={setPasted}
        rows={12}
        autoFocus
      />
    </Dialog>
  );
}
