// Nodes and links in words: what a screen reader hears, and what stands over the details of one.

import { useMemo } from 'react';
import type { NetworkDetails, NetworkLink, NetworkNode } from '../../../../shared/contract/networks.ts';
import { useT } from '../../../services/text.ts';

export type NetworkWords = {
  readonly node: (node: NetworkNode) => string;
  readonly link: (link: NetworkLink) => string;
};

export function useNetworkWords(network: NetworkDetails | null): NetworkWords {
  const t = useT();
  return useMemo(() => {
    const labels = new Map(network?.nodes.map(({ guid, label }) => [guid, label]));
    const counts = new Map<string, number>();
    for (const { from, to } of network?.links ?? []) {
      counts.set(from, (counts.get(from) ?? 0) + 1);
      counts.set(to, (counts.get(to) ?? 0) + 1);
    }
    return {
      node: ({ guid, kind, label, isGone }) =>
        [
          t('networks.node.say', { kind: t(`network.node.${kind}`), label, n: counts.get(guid) ?? 0 }),
          ...(isGone ? [t('network.gone')] : []),
        ].join(' · '),
      link: ({ from, to, kind, evidence, isMarked }) =>
        [
          `${labels.get(from) ?? ''} – ${t(`network.link.${kind}`)} – ${labels.get(to) ?? ''}`,
          t('networks.link.evidence', { n: evidence.length }),
          ...(isMarked ? [t('network.marked')] : []),
        ].join(' · '),
    };
  }, [network, t]);
}
