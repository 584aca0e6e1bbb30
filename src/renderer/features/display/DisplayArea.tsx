import './display.css';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { useJob } from '../../services/jobs.ts';
import { usePlace } from '../../services/place.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { displayOf, displays } from './displays.ts';
import { DisplayView } from './DisplayView.tsx';
import { EvidencePanel } from './evidence/EvidencePanel.tsx';
import type { Opened } from './opened.ts';
import type { RunState } from './parts/ResultFrame.tsx';
import { type ResultToKeep, useKeepResult } from './results/use-keep-result.tsx';
import { rerunCommand } from './parts/rerun-command.ts';
import { cooccurrenceInput } from './scope/scope.ts';
import { ScopeBar } from './scope/ScopeBar.tsx';
import { useScope } from './scope/use-scope.ts';
import { useMatrix } from './use-matrix.ts';

export type DisplayAreaProps = {
  /** The list of quotations behind a number. */
  readonly quotations: ReactNode;
};

/** Stream C: data display. Every picture has a table for a twin, and every number its quotations beside it. */
export function DisplayArea({ quotations }: DisplayAreaProps) {
  const t = useT();
  const { moment } = useDateFormat();
  const { scope, change, filter, study } = useScope();
  const [rememberedView, setView] = useRemembered<string>('display/view', 'frequency');
  const wanted = displayOf(rememberedView);
  // The tab answers at once; what it shows is drawn in slices.
  const view = useDeferredValue(wanted);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [offered, setOffered] = useState<ResultToKeep | null>(null);
  const go = usePlace((place) => place.go);

  const settings = useMemo(() => (filter ? cooccurrenceInput(scope, filter) : null), [scope, filter]);
  const frequency = useJob('analysis.frequency', wanted.shows === 'frequency' ? filter : null, {
    progressElsewhere: true,
  });
  const cooccurrence = useJob('analysis.cooccurrencePacked', wanted.shows === 'matrix' ? settings : null, {
    progressElsewhere: true,
  });
  const frequencies = useDeferredValue(frequency.data);
  const { counted, isMaking } = useMatrix(cooccurrence.data, scope.minimum);
  const { error, isRunning, progressKey, cancel, stale, rerun } = view.shows === 'frequency' ? frequency : cooccurrence;
  const isDrawing = view.shows === 'frequency' ? frequencies !== frequency.data : isMaking;
  const run = useMemo(
    (): RunState => ({ error, isRunning: isRunning || isDrawing, progressKey, cancel, stale, rerun }),
    [error, isRunning, isDrawing, progressKey, cancel, stale, rerun],
  );
  useCommands([
    ...displays.map(({ id }) => ({
      id: `display.${id}`,
      label: `display.command.${id}` as const,
      keywords: 'display.command.keywords' as const,
      group: 'display' as const,
      run: () => setView(id),
    })),
    // A display with a job of its own brings its own way to compute it again.
    ...(wanted.shows === 'own' ? [] : [rerunCommand(rerun)]),
  ]);

  const kept = useKeepResult(
    view.shows === 'frequency' && filter
      ? { method: 'analysis.frequency', input: filter, proposedName: t('display.frequency.title') }
      : view.shows === 'matrix' && settings
        ? { method: 'analysis.cooccurrence', input: settings, proposedName: t('display.heatmap.title') }
        : offered,
  );

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
  const shown = (
    <DisplayView
      display={view}
      study={study}
      project={study.info.project}
      scope={scope}
      filter={filter}
      run={run}
      frequencies={frequencies}
      counted={counted}
      openedCode={opened?.kind === 'code' ? opened.codeId : null}
      moment={moment}
      onOpen={setOpened}
      onScope={change}
      onKeepable={setOffered}
    />
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
                  selected={wanted.id}
                  onSelect={setView}
                  actions={kept.button}
                  shared={
                    <ScopeBar
                      scope={scope}
                      study={study}
                      onChange={change}
                      withLevel={view.shows === 'matrix' || (view.shows === 'own' && view.needsLevel === true)}
                    />
                  }
                  parts={displays.map(({ id }) => ({
                    id,
                    label: t(`display.view.${id}`),
                    // A panel that is left goes empty: else all that is in it would be styled once more on its way out.
                    content: id === view.id && id === wanted.id && shown,
                  }))}
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
                codes={study.codes}
                matrix={counted?.matrix ?? null}
                settings={settings}
                level={counted?.result.level ?? scope.level}
                quotations={quotations}
              />
            ),
          },
        ]}
      />
      {kept.dialog}
    </section>
  );
}
