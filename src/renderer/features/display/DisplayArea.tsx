import './display.css';
import { type ReactNode, useMemo, useState } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useJob } from '../../services/jobs.ts';
import { usePlace } from '../../services/place.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CooccurrenceDisplay } from './CooccurrenceDisplay.tsx';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import { FrequencyDisplay } from './FrequencyDisplay.tsx';
import { matrixOf } from './matrix.ts';
import type { Opened } from './opened.ts';
import { ScopeBar } from './scope/ScopeBar.tsx';
import { cooccurrenceInput } from './scope/scope.ts';
import { useScope } from './scope/use-scope.ts';

export type DisplayAreaProps = {
  /** The list of quotations behind a number. */
  readonly quotations: ReactNode;
};

const views = ['frequency', 'heatmap', 'network', 'dendrogram'] as const;
export type DisplayView = (typeof views)[number];

/** Stream C: data display. Every picture has a table for a twin, and every number its quotations beside it. */
export function DisplayArea({ quotations }: DisplayAreaProps) {
  const t = useT();
  const { moment } = useDateFormat();
  const { scope, change, filter, study } = useScope();
  const [rememberedView, setView] = useRemembered<string>('display/view', 'frequency');
  const view = views.find((each) => each === rememberedView) ?? 'frequency';
  const [opened, setOpened] = useState<Opened | null>(null);
  const go = usePlace((place) => place.go);

  const settings = useMemo(() => (filter ? cooccurrenceInput(scope, filter) : null), [scope, filter]);
  const frequency = useJob('analysis.frequency', view === 'frequency' ? filter : null);
  const cooccurrence = useJob('analysis.cooccurrence', view === 'frequency' ? null : settings);
  const run = view === 'frequency' ? frequency : cooccurrence;
  const matrix = useMemo(
    () => (cooccurrence.data ? matrixOf(cooccurrence.data, scope.minimum) : null),
    [cooccurrence.data, scope.minimum],
  );
  useCommands([
    ...views.map((each) => ({
      id: `display.${each}`,
      label: `display.command.${each}` as const,
      keywords: 'display.command.keywords' as const,
      group: 'display' as const,
      run: () => setView(each),
    })),
    {
      id: 'display.rerun',
      label: 'display.command.rerun',
      keywords: 'display.command.rerun.keywords',
      group: 'display',
      run: run.rerun,
    },
  ]);

  if (!study || !filter || !settings) return null;
  if (study.info.counts.codings === 0) {
    return (
      <EmptyState
        title={t('display.empty')}
        text={t('display.empty.text')}
        actions={
          <Button variant="primary" onPress={() => go({ area: 'reduction' })}>
            {t('display.empty.go')}
          </Button>
        }
      />
    );
  }
  const shared = { run, filter, scope, moment, project: study.info.project, onOpen: setOpened };
  const content =
    view === 'frequency' ? (
      <FrequencyDisplay
        {...shared}
        result={frequency.data}
        openedCode={opened?.kind === 'code' ? opened.codeId : null}
      />
    ) : (
      <CooccurrenceDisplay {...shared} view={view} result={cooccurrence.data} matrix={matrix} />
    );
  // Below the tabs, so that these stay where they are when the scope grows by a line.
  const shown = (
    <div className="display-view">
      <ScopeBar scope={scope} study={study} onChange={change} withLevel={view !== 'frequency'} />
      {content}
    </div>
  );
  return (
    <section className="display" aria-label={t('display.title')}>
      <h1 className="visually-hidden">{t('display.title')}</h1>
      <SplitView
        id="display"
        parts={[
          {
            id: 'chart',
            label: t('display.views'),
            minSize: 360,
            content: (
              <div className="display-main">
                <Tabs
                  label={t('display.views')}
                  selected={view}
                  onSelect={setView}
                  parts={views.map((id) => ({ id, label: t(`display.view.${id}`), content: id === view && shown }))}
                />
              </div>
            ),
          },
          {
            id: 'quotations',
            label: t('quotations.title'),
            defaultSize: 380,
            minSize: 260,
            isCollapsible: true,
            content: (
              <EvidencePanel
                opened={opened}
                filter={filter}
                matrix={matrix}
                settings={settings}
                level={cooccurrence.data?.level ?? scope.level}
                quotations={quotations}
              />
            ),
          },
        ]}
      />
    </section>
  );
}
