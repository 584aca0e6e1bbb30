import type { ReactNode } from 'react';
import { useT } from '../services/text.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export type ConfirmDialogProps = {
  readonly title: string;
  readonly text: string;
  /** Says what will be done: “Delete 3 codes”, not “OK”. */
  readonly confirmLabel: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly isDanger?: boolean;
  /** Choices that belong to the question. */
  readonly children?: ReactNode;
};

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirmLabel, isOpen, onClose, onConfirm, isDanger = false, children } = props;
  const t = useT();
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose} autoFocus={isDanger}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant={isDanger ? 'danger' : 'primary'}
            autoFocus={!isDanger}
            onPress={() => {
              onConfirm();
              onClose();
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{text}</p>
      {children}
    </Dialog>
  );
}
