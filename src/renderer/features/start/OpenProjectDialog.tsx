import { useState } from 'react';
import { CallError } from '../../../shared/contract/client.ts';
import { useServices } from '../../services/client.ts';
import { perform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';

export type OpenProjectDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** A project that is in no list: by where its file is. */
export function OpenProjectDialog({ isOpen, onClose }: OpenProjectDialogProps) {
  return isOpen ? <OpenProjectForm onClose={onClose} /> : null;
}

function OpenProjectForm({ onClose }: Pick<OpenProjectDialogProps, 'onClose'>) {
  const t = useT();
  const services = useServices();
  const [path, setPath] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (): Promise<void> => {
    // Paths copied from a file manager often come in quotes.
    const wanted = path.trim().replace(/^(["'])(.*)\1$/, '$2');
    if (wanted === '') return;
    try {
      await perform(services, 'projects.open', { path: wanted });
      onClose();
    } catch (error) {
      setProblem(error instanceof CallError ? error.message : t('notice.unexpected'));
    }
  };
  return (
    <Dialog
      title={t('start.open')}
      isOpen
      onClose={onClose}
      onSubmit={() => void open()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={path.trim() === ''}>
            {t('start.open.go')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('start.open.path')}
        hint={t('start.open.path.hint')}
        value={path}
        onChange={(value) => {
          setPath(value);
          setProblem(null);
        }}
        error={problem}
        autoFocus
      />
    </Dialog>
  );
}
