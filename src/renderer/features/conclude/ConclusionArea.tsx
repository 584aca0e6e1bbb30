import './conclude.css';
import type { ReactNode } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useRemembered } from '../../services/window-state.ts';
import { useT } from '../../services/text.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { PropositionsPage } from './PropositionsPage.tsx';
import { TrustPage } from './TrustPage.tsx';
import { TriangulationPage } from './TriangulationPage.tsx';

export type ConclusionAreaProps = {
  /** The list of quotations, put in by the window. */
  readonly quotations?: ReactNode;
  /** The graph of claims, put in by the window. */
  readonly graph?: ReactNode;
};

const pages = ['propositions', 'graph', 'triangulation', 'trust'] as const;
type Page = (typeof pages)[number];

/** Stream D: propositions as they ripen, what they rest on, and what the sources say of them together. */
export function ConclusionArea({ quotations = null, graph = null }: ConclusionAreaProps) {
  const t = useT();
  const [page, setPage] = useRemembered<string>('conclusion.page', 'propositions');
  useCommands([
    {
      id: 'conclusion.graph',
      label: 'claims.graph.open',
      keywords: 'claims.graph.keywords',
      group: 'go',
      run: () => setPage('graph'),
    },
    {
      id: 'conclusion.trust',
      label: 'trust.open',
      keywords: 'trust.keywords',
      group: 'go',
      run: () => setPage('trust'),
    },
  ]);
  return (
    <section className="conclude" aria-label={t('conclude.title')}>
      <h1 className="visually-hidden">{t('conclude.title')}</h1>
      <Tabs<Page>
        label={t('conclude.title')}
        selected={pages.find((each) => each === page) ?? 'propositions'}
        onSelect={setPage}
        parts={[
          {
            id: 'propositions',
            label: t('claims.propositions'),
            content: <PropositionsPage quotations={quotations} />,
          },
          { id: 'graph', label: t('claims.graph'), content: graph },
          {
            id: 'triangulation',
            label: t('claims.triangulation'),
            content: <TriangulationPage quotations={quotations} onOpen={() => setPage('propositions')} />,
          },
          { id: 'trust', label: t('trust.page'), content: <TrustPage /> },
        ]}
      />
    </section>
  );
}
