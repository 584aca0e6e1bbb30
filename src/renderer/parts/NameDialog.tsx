import { useState } from 'react';
import { useT } from '../services/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

export type NameDialogProps = {
  readonly title: string;
  /** Of the field. */
  readonly label: string;
  readonly proposed: string;
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
};

/** Asks for the name under which something is kept. */
export function NameDialog({ title, label, proposed, onClose, onName }: NameDialogProps) {
  const t = useT();
  const [name, setName] = useState(proposed.slice(0, 80));
  const save = (): void => {
    if (name.trim() === '') return;
    onName(name);
    onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={name.trim() === ''} onPress={save}>
          {t('search.save.do')}
        </Button>
      }
    >
      <TextField label={label} value={name} onChange={setName} onSubmit={save} autoFocus />
    </Dialog>
  );
}
