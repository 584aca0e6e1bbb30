import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useRunJob } from '../../../services/jobs.ts';
import { notify } from '../../../services/notices.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';

export type KeepResultProps = Pick<InputOf<'results.save'>, 'method'> & {
  /** As the analysis on screen was asked. */
  readonly input: object;
  readonly proposedName: string;
};

/** Keeps the result on screen with a name and a comment. Any display may show it. */
export function KeepResult({ method, input, proposedName }: KeepResultProps) {
  const t = useT();
  const runJob = useRunJob();
  const canChange = useCanChange();
  const [name, setName] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const open = (): void => {
    setName(proposedName);
    setComment('');
  };
  useCommands(canChange ? [{ id: 'results.keep', label: 'results.keep', group: 'display', run: open }] : []);
  const save = async (): Promise<void> => {
    if (name === null || name.trim() === '') return;
    setName(null);
    const plain = JSON.parse(JSON.stringify(input)) as InputOf<'results.save'>['input'];
    const made = await runJob('results.save', { name, comment, method, input: plain }, { title: 'results.keep' });
    if (made) notify({ kind: 'success', text: t('results.kept', { name }) });
  };
  return (
    <>
      <Button size="small" icon={<Bookmark aria-hidden="true" />} isDisabled={!canChange} onPress={open}>
        {t('results.keep')}
      </Button>
      {name !== null && (
        <Dialog
          title={t('results.keep')}
          isOpen
          onClose={() => setName(null)}
          footer={
            <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
              {t('results.keep.do')}
            </Button>
          }
        >
          <TextField label={t('results.name')} value={name} onChange={setName} maxLength={500} autoFocus />
          <TextArea label={t('results.comment')} value={comment} onChange={setComment} rows={3} />
        </Dialog>
      )}
    </>
  );
}
