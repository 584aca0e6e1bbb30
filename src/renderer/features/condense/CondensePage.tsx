import './condense.css';
import { useState } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { FunnelStrip } from './FunnelStrip.tsx';
import { RecheckList } from './RecheckList.tsx';
import { SegmentSheet } from './SegmentSheet.tsx';

type Part = 'segments' | 'recheck' | 'changes';

/** segments condensed one after the other, codings to be looked at again, and why the codebook changed. */
export function CondensePage() {
  const t = useT();
  const [part, setPart] = useState<Part>('segments');
  const waiting = useAnswer('condensation.recheck', {}).data?.length ?? 0;
  return (
    <div className="condense-page">
      <FunnelStrip />
      <Tabs<Part>
        label={t('condense.title')}
        selected={part}
        onSelect={setPart}
        parts={[
          { id: 'segments', label: t('condense.segments'), content: <SegmentSheet /> },
          {
            id: 'recheck',
            label: waiting === 0 ? t('condense.recheck') : t('condense.recheck.count', { count: waiting }),
            content: <RecheckList />,
          },
          { id: 'changes', label: t('condense.changes'), content: <ChangesTable /> },
        ]}
      />
    </div>
  );
}
