import { Spline, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  networkLinkKind,
  type NetworkDetails,
  type NetworkLinkKind,
  type NetworkNode,
} from '../../../../shared/contract/networks.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { AutosaveField } from '../../../parts/AutosaveField.tsx';
import { QuotationsContext, type QuotationFilter } from '../../../parts/quotations-about.ts';
import { usePerform } from '../../../services/perform.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { ComboBox } from '../../../ui/ComboBox.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Chosen } from './board-model.ts';
import { useNetworkWords } from './use-network-words.ts';

export type NodePanelProps = {
  readonly network: NetworkDetails;
  readonly node: NetworkNode;
  readonly quotations: ReactNode;
  readonly onChoose: (chosen: Chosen) => void;
};

/** What a node stands for, its links, a new link from it, and its quotations. */
export function NodePanel({ network, node, quotations, onChoose }: NodePanelProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const words = useNetworkWords(network);
  const [kind, setKind] = useState<NetworkLinkKind>(network.kind === 'causal-network' ? 'increases' : 'associated');
  const [to, setTo] = useState<Guid | null>(null);
  const own = network.links.filter((link) => link.from === node.guid || link.to === node.guid);
  const filter = filterOf(node);
  const draw = async (): Promise<void> => {
    const made = to && (await perform('networks.addLink', { fromId: node.guid, toId: to, kind }));
    if (made) onChoose({ kind: 'link', guid: made.guid });
  };
  return (
    <article className="matrices-cell" aria-label={words.node(node)}>
      <h2 className="matrices-cell-title">{node.label}</h2>
      <p className="display-note">
        {t(`network.node.${node.kind}`)}
        {node.isGone && ` – ${t('network.gone')}`}
      </p>
      {node.target === null && (
        <AutosaveField
          label={t('networks.node.words')}
          value={node.label}
          isNeeded
          isReadOnly={!canChange}
          onSave={(label) => perform('networks.updateNode', { nodeId: node.guid, label })}
        />
      )}
      <AutosaveField
        label={t('network.note')}
        value={node.note}
        rows={2}
        isReadOnly={!canChange}
        onSave={(note) => perform('networks.updateNode', { nodeId: node.guid, note })}
      />
      {canChange && (
        <div className="networks-draw" role="group" aria-label={t('networks.draw')}>
          <Select
            label={t('networks.draw.kind')}
            options={networkLinkKind.options.map((id) => ({ id, label: t(`network.link.${id}`) }))}
            value={kind}
            onChange={setKind}
          />
          <ComboBox<Guid>
            label={t('networks.draw.to')}
            options={network.nodes
              .filter(({ guid }) => guid !== node.guid)
              .map(({ guid, label }) => ({ id: guid, label }))}
            value={to}
            onChange={setTo}
          />
          <Button icon={<Spline aria-hidden="true" />} isDisabled={to === null} onPress={() => void draw()}>
            {t('networks.draw')}
          </Button>
        </div>
      )}
      {own.length > 0 && (
        <ul className="networks-links" aria-label={t('networks.links')}>
          {own.map((link) => (
            <li key={link.guid}>
              <button
                type="button"
                className="matrices-item"
                onClick={() => onChoose({ kind: 'link', guid: link.guid })}
              >
                {words.link(link)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {canChange && (
        <Button
          size="small"
          icon={<Trash2 aria-hidden="true" />}
          onPress={() => void perform('networks.removeNodes', { nodeIds: [node.guid] })}
        >
          {t('networks.node.remove')}
        </Button>
      )}
      {filter && (
        <div className="matrices-quotations">
          <QuotationsContext value={{ title: node.label, filter }}>{quotations}</QuotationsContext>
        </div>
      )}
    </article>
  );
}

function filterOf({ kind, target, isGone }: NetworkNode): QuotationFilter | null {
  if (target === null || isGone) return null;
  const states: QuotationFilter['states'] = ['kept', 'changed'];
  if (kind === 'code') return { codeIds: [target], states };
  return kind === 'case' ? { caseIds: [target], states } : { documentIds: [target], states };
}
