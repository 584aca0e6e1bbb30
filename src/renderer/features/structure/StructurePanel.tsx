// What the open transcript is made of, beside it: its outline, who speaks, the questions of the guide, the recording.

import './structure.css';
import { useOpenTranscript } from '../../parts/open-transcript.ts';
import { type StructureTab, useStructureTab } from '../../parts/structure-panel.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { GuideTab } from './GuideTab.tsx';
import { OutlineTab } from './OutlineTab.tsx';
import { RecordingTab } from './RecordingTab.tsx';
import { SpeakersTab } from './SpeakersTab.tsx';

export function StructurePanel() {
  const t = useT();
  const [tab, setTab] = useStructureTab();
  const open = useOpenTranscript((state) => state.open);
  if (!open) return <EmptyState title={t('structure.none')} />;
  return (
    <section className="structure" aria-label={t('structure.title')} data-part>
      <Tabs<StructureTab>
        label={t('structure.title')}
        selected={tab}
        onSelect={setTab}
        parts={[
          { id: 'outline', label: t('structure.tab.outline'), content: <OutlineTab open={open} /> },
          { id: 'speakers', label: t('structure.tab.speakers'), content: <SpeakersTab open={open} /> },
          { id: 'guide', label: t('structure.tab.guide'), content: <GuideTab open={open} /> },
          { id: 'recording', label: t('structure.tab.recording'), content: <RecordingTab open={open} /> },
        ]}
      />
    </section>
  );
}
