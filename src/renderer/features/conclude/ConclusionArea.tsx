import './conclude.css';
import type { ReactNode } from 'react';
import { useRemembered } from '../../services/window-state.ts';
import { useT } from '../../services/text.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { PropositionsPage } from './PropositionsPage.tsx';
import { TriangulationPage } from './TriangulationPage.tsx';

export type ConclusionAreaProps = {
  /** The list of quotations, put in by the window. */
  readonly quotations?: ReactNode;
};

/** Stream D: propositions as they ripen, what they rest on, and what the sources say of them together. */
export function ConclusionArea({ quotations = null }: ConclusionAreaProps) {
  const t = useT();
  const [page, setPage] = useRemembered<string>('conclusion.page', 'propositions');
  return (
    <section className="conclude" aria-label={t('conclude.title')}>
      <h1 className="visually-hidden">{t('conclude.title')}</h1>
      <Tabs
        label={t('conclude.title')}
        selected={page === 'triangulation' ? 'triangulation' : 'propositions'}
        onSelect={setPage}
        parts={[
          {
            id: 'propositions',
            label: t('claims.propositions'),
            content: <PropositionsPage quotations={quotations} />,
          },
          {
            id: 'triangulation',
            label: t('claims.triangulation'),
            content: <TriangulationPage quotations={quotations} onOpen={() => setPage('propositions')} />,
          },
        ]}
      />
    </section>
  );
}
