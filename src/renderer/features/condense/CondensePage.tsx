import './condense.css';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { CaseSummaries } from './CaseSummaries.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { FunnelStrip } from './FunnelStrip.tsx';
import { RecheckList } from './RecheckList.tsx';
import { SegmentSheet } from './SegmentSheet.tsx';
import { VignettesPage } from './VignettesPage.tsx';

const parts = ['segments', 'recheck', 'changes', 'vignettes', 'cases'] as const;
type Part = (typeof parts)[number];

/** segments condensed, codings to be looked at again, why the codebook changed, and accounts of cases. */
export function CondensePage() {
  const t = useT();
  const [part, setPart] = useRemembered<string>('condense.part', 'segments');
  const waiting = useAnswer('condensation.recheck', {}).data?.length ?? 0;
  return (
    <div className="condense-page">
      <FunnelStrip />
      <Tabs<Part>
        label={t('condense.title')}
        selected={parts.find((each) => each === part) ?? 'segments'}
        onSelect={setPart}
        parts={[
          { id: 'segments', label: t('condense.segments'), content: <SegmentSheet /> },
          {
            id: 'recheck',
            label: waiting === 0 ? t('condense.recheck') : t('condense.recheck.count', { count: waiting }),
            content: <RecheckList />,
          },
          { id: 'changes', label: t('condense.changes'), content: <ChangesTable /> },
          { id: 'vignettes', label: t('vignettes.title'), content: <VignettesPage /> },
          { id: 'cases', label: t('summaries.title'), content: <CaseSummaries /> },
        ]}
      />
    </div>
  );
}
