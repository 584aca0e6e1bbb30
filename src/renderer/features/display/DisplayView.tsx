import { memo } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CooccurrenceDisplay } from './CooccurrenceDisplay.tsx';
import { FrequencyDisplay } from './FrequencyDisplay.tsx';
import type { Opened } from './opened.ts';
import type { RunState } from './parts/ResultFrame.tsx';
import type { Scope, ScopeFilter } from './scope/scope.ts';
import type { Counted } from './use-matrix.ts';

export type DisplayViewProps = {
  readonly view: 'frequency' | 'heatmap' | 'network' | 'dendrogram';
  readonly project: ProjectInfo['project'];
  readonly scope: Scope;
  readonly filter: ScopeFilter;
  readonly run: RunState;
  readonly frequencies: OutputOf<'analysis.frequency'> | undefined;
  readonly counted: Counted | null;
  readonly openedCode: Guid | null;
  readonly moment: (iso: string) => string;
  readonly onOpen: (opened: Opened) => void;
};

/** What stands below the tabs. Drawn anew only where something in it changed: a chart of hundreds of codes takes time. */
export const DisplayView = memo(function DisplayView(props: DisplayViewProps) {
  const { view, frequencies, counted, openedCode, ...shared } = props;
  return (
    <div className="display-view">
      {view === 'frequency' ? (
        <FrequencyDisplay {...shared} result={frequencies} openedCode={openedCode} />
      ) : (
        <CooccurrenceDisplay {...shared} view={view} counted={counted} />
      )}
    </div>
  );
});
