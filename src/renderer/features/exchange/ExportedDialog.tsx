import type { ExchangeNoteAnswer } from '../../../shared/contract/interchange.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notes } from './Notes.tsx';

export type ExportedDialogProps = {
  readonly name: string;
  readonly notes: readonly ExchangeNoteAnswer[];
  readonly onClose: () => void;
};

/** The file is made; this is what is not in it, or only Simpul reads from it. */
export function ExportedDialog({ name, notes, onClose }: ExportedDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t('exchange.exported', { name })}
      isOpen
      onClose={onClose}
      footer={
        <Button variant="primary" autoFocus onPress={onClose}>
          {t('content.close')}
        </Button>
      }
    >
      <Notes notes={notes} />
    </Dialog>
  );
}
