import type { ReactNode } from 'react';
import type { NetworkDetails } from '../../../../shared/contract/networks.ts';
import { RestingOn } from '../../../parts/RestingOn.tsx';
import { useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Chosen } from './board-model.ts';
import { LinkPanel } from './LinkPanel.tsx';
import { NodePanel } from './NodePanel.tsx';
import { useNetworkWords } from './use-network-words.ts';

export type NetworkSideProps = {
  readonly network: NetworkDetails;
  readonly chosen: Chosen | null;
  readonly quotations: ReactNode;
  readonly onChoose: (chosen: Chosen) => void;
};

/** What is chosen on the board; before anything is, what rests on the network as a whole. */
export function NetworkSide({ network, chosen, quotations, onChoose }: NetworkSideProps) {
  const t = useT();
  const words = useNetworkWords(network);
  const node = chosen?.kind === 'node' ? network.nodes.find(({ guid }) => guid === chosen.guid) : undefined;
  const link = chosen?.kind === 'link' ? network.links.find(({ guid }) => guid === chosen.guid) : undefined;
  if (node)
    return <NodePanel key={node.guid} network={network} node={node} quotations={quotations} onChoose={onChoose} />;
  if (link) return <LinkPanel key={link.guid} link={link} title={words.link(link)} quotations={quotations} />;
  return (
    <div className="matrices-cell">
      <EmptyState title={t('networks.chosen.none')} text={t('networks.chosen.none.text')} />
      <RestingOn
        label={t('claims.resting.display')}
        target={network.guid}
        use={{ kind: 'display', guid: network.guid }}
      />
    </div>
  );
}
