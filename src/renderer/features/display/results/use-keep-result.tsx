import { Bookmark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useRunJob } from '../../../services/jobs.ts';
import { notify } from '../../../services/notices.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';

export type ResultToKeep = Pick<InputOf<'results.save'>, 'method'> & {
  /** As the analysis on screen was asked. */
  readonly input: object;
  readonly proposedName: string;
};

/**
 * Keeps the result on screen with a name and a comment.
 * @param result null where what is on the screen cannot be kept
 * @returns the button and the dialog apart: a row of tabs renders what stands in it twice
 */
export function useKeepResult(result: ResultToKeep | null): { readonly button: ReactNode; readonly dialog: ReactNode } {
  const t = useT();
  const runJob = useRunJob();
  const canChange = useCanChange();
  const [name, setName] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const open = (): void => {
    setName(result?.proposedName ?? null);
    setComment('');
  };
  const isOffered = canChange && result !== null;
  useCommands(isOffered ? [{ id: 'results.keep', label: 'results.keep', group: 'display', run: open }] : []);
  const save = async (): Promise<void> => {
    if (result === null || name === null || name.trim() === '') return;
    setName(null);
    const { method } = result;
    const input = JSON.parse(JSON.stringify(result.input)) as InputOf<'results.save'>['input'];
    const made = await runJob('results.save', { name, comment, method, input }, { title: 'results.keep' });
    if (made) notify({ kind: 'success', text: t('results.kept', { name }) });
  };
  const button = result !== null && (
    <Button size="small" icon={<Bookmark aria-hidden="true" />} isDisabled={!canChange} onPress={open}>
      {t('results.keep')}
    </Button>
  );
  const dialog = name !== null && (
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
  );
  return { button, dialog };
}
