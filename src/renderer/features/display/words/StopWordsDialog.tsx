import { useState } from 'react';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextField.tsx';

export type StopWordsDialogProps = {
  readonly own: readonly string[];
  /** Resolves to false where they could not be kept. */
  readonly onSave: (own: string[]) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The study's own stop words, written as one list. */
export function StopWordsDialog({ own, onSave, onClose }: StopWordsDialogProps) {
  const t = useT();
  const [text, setText] = useState(own.join('\n'));
  const save = async (): Promise<void> => {
    const words = text.split(/[\s,;]+/).filter((word) => word !== '');
    if (await onSave(words)) onClose();
  };
  return (
    <Dialog
      title={t('charts.words.stop.edit')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={() => void save()}>
          {t('charts.words.stop.edit.save')}
        </Button>
      }
    >
      <p>{t('charts.words.stop.edit.text')}</p>
      <TextArea label={t('charts.words.stop.edit.field')} value={text} onChange={setText} rows={10} autoFocus />
    </Dialog>
  );
}
