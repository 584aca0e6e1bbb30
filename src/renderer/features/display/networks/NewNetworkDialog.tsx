import { useState } from 'react';
import { networkKind, type NetworkKind } from '../../../../shared/contract/networks.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useLanguage, useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export type NewNetworkDialogProps = { readonly onClose: () => void; readonly onMade: (guid: Guid) => void };

/** A network begins with what is known of the study, or empty. */
export function NewNetworkDialog({ onClose, onMade }: NewNetworkDialogProps) {
  const t = useT();
  const perform = usePerform();
  const language = useLanguage();
  const { data: templates } = useAnswer('networks.templates', { language });
  const [kind, setKind] = useState<NetworkKind>('causal-network');
  const [typed, setName] = useState<string | null>(null);
  const [fromStudy, setFromStudy] = useState(true);
  const template = templates?.find((each) => each.kind === kind);
  const name = typed ?? t(`network.kind.${kind}`);
  const create = async (): Promise<void> => {
    const decisionRule = template?.decisionRule ?? '';
    const made = await perform('networks.create', {
      kind,
      name,
      decisionRule,
      begin: fromStudy ? 'study' : 'empty',
    });
    if (made) onMade(made.guid);
  };
  return (
    <Dialog
      title={t('networks.new')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void create()}>
            {t('networks.create')}
          </Button>
        </>
      }
    >
      <div className="matrices-form">
        <Select
          label={t('matrices.kind')}
          options={networkKind.options.map((id) => ({ id, label: t(`network.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <p className="display-note">{t(`network.purpose.${kind}`)}</p>
        <TextField label={t('matrices.name')} value={name} onChange={setName} maxLength={500} />
        <Checkbox isSelected={fromStudy} onChange={setFromStudy}>
          {t('networks.begin', { n: template?.nodes ?? 0 })}
        </Checkbox>
      </div>
    </Dialog>
  );
}
