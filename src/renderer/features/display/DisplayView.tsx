import { memo } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CooccurrenceDisplay } from './CooccurrenceDisplay.tsx';
import { FrequencyDisplay } from './FrequencyDisplay.tsx';
import type { Opened } from './opened.ts';
import type { RunState } from './parts/ResultFrame.tsx';
import type { Scope, ScopeFilter } from './scope/scope.ts';
import { ScopeBar } from './scope/ScopeBar.tsx';
import type { Study } from './scope/use-scope.ts';
import type { Counted } from './use-matrix.ts';

export type DisplayViewProps = {
  readonly view: 'frequency' | 'heatmap' | 'network' | 'dendrogram';
  readonly study: Study;
  readonly scope: Scope;
  readonly filter: ScopeFilter;
  readonly onChange: (change: Partial<Scope>) => void;
  readonly run: RunState;
  readonly frequencies: OutputOf<'analysis.frequency'> | undefined;
  readonly counted: Counted | null;
  readonly openedCode: Guid | null;
  readonly moment: (iso: string) => string;
  readonly onOpen: (opened: Opened) => void;
};

/** What stands below the tabs. Drawn anew only where something in it changed: a chart of hundreds of codes takes time. */
export const DisplayView = memo(function DisplayView(props: DisplayViewProps) {
  const { view, study, scope, filter, onChange, run, frequencies, counted, openedCode, moment, onOpen } = props;
  const shared = { run, filter, scope, moment, project: study.info.project, onOpen };
  // Below the tabs, so that these stay where they are when the scope grows by a line.
  return (
    <div className="display-view">
      <ScopeBar scope={scope} study={study} onChange={onChange} withLevel={view !== 'frequency'} />
      {view === 'frequency' ? (
        <FrequencyDisplay {...shared} result={frequencies} openedCode={openedCode} />
      ) : (
        <CooccurrenceDisplay {...shared} view={view} counted={counted} />
      )}
    </div>
  );
});
