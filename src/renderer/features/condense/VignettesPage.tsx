import { Plus, ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { Vignette } from '../../../shared/contract/condensation.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { type Command, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListBox } from '../../ui/ListBox.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { VignetteEditor } from './VignetteEditor.tsx';

const none: readonly Vignette[] = [];

/** short, bounded accounts of telling episodes, put together from segments and words of the researcher. */
export function VignettesPage() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [chosen, setChosen] = useState<Guid | null>(null);
  const { data: vignettes = none, isPending } = useAnswer('condensation.vignettes', {});
  const vignette = vignettes.find(({ guid }) => guid === chosen) ?? vignettes[0];
  const add = async (): Promise<void> => {
    const made = await perform('condensation.createVignette', {
      title: t('vignettes.new.title', { n: vignettes.length + 1 }),
    });
    if (made) setChosen(made.guid);
  };
  const commands: readonly Command[] = [
    { id: 'vignettes.add', label: 'vignettes.add', group: 'memo', isEnabled: () => canChange, run: () => void add() },
  ];
  useCommands(commands);
  const addButton = (
    <Button size="small" variant="primary" icon={<Plus />} isDisabled={!canChange} onPress={() => void add()}>
      {t('vignettes.add')}
    </Button>
  );
  if (!isPending && vignettes.length === 0) {
    return (
      <EmptyState
        title={t('vignettes.empty.title')}
        text={t('vignettes.empty.text')}
        icon={<ScrollText />}
        actions={addButton}
      />
    );
  }
  return (
    <SplitView
      id="vignettes"
      parts={[
        {
          id: 'list',
          label: t('vignettes.title'),
          defaultSize: 300,
          minSize: 220,
          content: (
            <Panel title={t('vignettes.title')} count={String(vignettes.length)} actions={addButton}>
              <ListBox
                label={t('vignettes.title')}
                items={vignettes}
                itemId={({ guid }) => guid}
                itemText={({ title }) => title}
                selectedIds={new Set(vignette ? [vignette.guid] : [])}
                onSelect={([id]) => setChosen(vignettes.find(({ guid }) => guid === id)?.guid ?? null)}
                render={({ title }) => <span className="ellipsis">{title}</span>}
              />
            </Panel>
          ),
        },
        {
          id: 'vignette',
          label: t('vignettes.one'),
          minSize: 320,
          content: vignette ? <VignetteEditor key={vignette.guid} vignette={vignette} /> : null,
        },
      ]}
    />
  );
}
