import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { NetworkDetails } from '../../../../shared/contract/networks.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { Picker } from '../../../parts/Picker.tsx';
import { useAnswer } from '../../../services/answers.ts';
import { usePerform } from '../../../services/perform.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';

export type AddNodesProps = { readonly network: NetworkDetails; readonly onClose: () => void };

const ownKinds = ['event', 'free'] as const;

/** Codes, cases and documents that are not there yet, an event, or words of its own. */
export function AddNodes({ network, onClose }: AddNodesProps) {
  const t = useT();
  const perform = usePerform();
  const codes = useAnswer('codes.list', {}).data ?? [];
  const cases = useAnswer('cases.list', {}).data ?? [];
  const documents = useAnswer('documents.list', {}).data ?? [];
  const there = new Set(network.nodes.map(({ target }) => target));
  const [chosen, setChosen] = useState<Readonly<Record<'code' | 'case' | 'document', readonly Guid[]>>>({
    code: [],
    case: [],
    document: [],
  });
  const [ownKind, setOwnKind] = useState<(typeof ownKinds)[number]>('free');
  const [label, setLabel] = useState('');
  const items = {
    code: codes.map(({ guid, name, path }) => ({
      guid,
      name,
      fullName: path.join(pathSeparator),
      depth: path.length - 1,
    })),
    case: cases.map(({ guid, name }) => ({ guid, name, fullName: name, depth: 0 })),
    document: documents.map(({ guid, title }) => ({ guid, name: title, fullName: title, depth: 0 })),
  };
  const kinds = ['code', 'case', 'document'] as const;
  const nodes = [
    ...kinds.flatMap((kind) => chosen[kind].map((target) => ({ kind, target }))),
    ...(label.trim() === '' ? [] : [{ kind: ownKind, label }]),
  ];
  const add = async (): Promise<void> => {
    if (nodes.length > 0 && (await perform('networks.addNodes', { networkId: network.guid, nodes }))) onClose();
  };
  return (
    <Dialog
      title={t('networks.add')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            icon={<Plus aria-hidden="true" />}
            isDisabled={nodes.length === 0}
            onPress={() => void add()}
          >
            {t('networks.add.do', { n: nodes.length })}
          </Button>
        </>
      }
    >
      <div className="matrices-form">
        <p className="display-note">{t('networks.add.text')}</p>
        <div className="networks-pickers">
          {kinds.map((kind) => (
            <Picker
              key={kind}
              label={t(`network.node.${kind}`)}
              items={items[kind].filter(({ guid }) => !there.has(guid))}
              chosen={chosen[kind]}
              none={t('networks.add.none')}
              onChange={(ids) => setChosen({ ...chosen, [kind]: ids })}
            />
          ))}
        </div>
        <Select
          label={t('networks.add.own')}
          options={ownKinds.map((id) => ({ id, label: t(`network.node.${id}`) }))}
          value={ownKind}
          onChange={setOwnKind}
        />
        <TextField label={t('networks.node.words')} value={label} onChange={setLabel} maxLength={500} />
      </div>
    </Dialog>
  );
}
