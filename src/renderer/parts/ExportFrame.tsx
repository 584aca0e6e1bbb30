import type { ReactNode } from 'react';
import { useT } from '../services/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

export type ExportFrameProps = {
  readonly title: string;
  /** Of the button that exports. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly size?: 'small' | 'medium';
  readonly onClose: () => void;
  readonly onExport: () => void;
  readonly children: ReactNode;
};

/** What every dialog has that asks how something goes out. */
export function ExportFrame(props: ExportFrameProps) {
  const { title, label, isDisabled = false, size = 'small', onClose, onExport, children } = props;
  const t = useT();
  return (
    <Dialog
      title={title}
      size={size}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button variant="primary" isDisabled={isDisabled} onPress={onExport}>
            {label}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
