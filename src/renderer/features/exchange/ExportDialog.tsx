import { useState } from 'react';
import { exchangeFormat, type ExchangeFormat } from '../../../shared/contract/interchange.ts';
import { useAnswer } from '../../services/answers.ts';
import { saveFile } from '../../services/files.ts';
import { useRunJob } from '../../services/jobs.ts';
import { notify } from '../../services/notices.ts';
import { useT } from '../../services/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useExchange } from './store.ts';

/** The project for other programs. What they will not see of it is said once the file is there. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const runJob = useRunJob();
  const [isConfirmed, setConfirmed] = useState(false);
  const isHeld = useAnswer('collection.exportGate', {}).data?.open === false;
  const [format, setFormat] = useState<ExchangeFormat>('qdpx');
  const save = async (): Promise<void> => {
    onClose();
    const made = await runJob(
      'interchange.export',
      { format, ...(isConfirmed ? { confirmed: true } : {}) },
      { title: 'exchange.exporting' },
    );
    if (!made) return;
    const { file, notes } = made;
    saveFile(file);
    if (notes.length > 0) useExchange.getState().set({ dialog: { kind: 'exported', name: file.name, notes } });
    else notify({ kind: 'success', text: t('exchange.exported', { name: file.name }) });
  };
  return (
    <Dialog
      title={t('exchange.export.title')}
      size="small"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('content.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={isHeld && format === 'qdpx' && !isConfirmed}
            onPress={() => void save()}
          >
            {t('exchange.export.do')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('exchange.export.what')}
        value={format}
        onChange={setFormat}
        options={exchangeFormat.options.map((id) => ({
          id,
          label: t(`exchange.export.${id}`),
          description: t(`exchange.export.${id}.about`),
        }))}
      />
      {isHeld && format === 'qdpx' && (
        <Checkbox isSelected={isConfirmed} onChange={setConfirmed}>
          {t('exchange.gate')}
        </Checkbox>
      )}
    </Dialog>
  );
}
