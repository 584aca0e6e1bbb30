import { memo } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CooccurrenceDisplay } from './CooccurrenceDisplay.tsx';
import type { Display, OwnDisplayProps } from './displays.ts';
import { FrequencyDisplay } from './FrequencyDisplay.tsx';
import type { RunState } from './parts/ResultFrame.tsx';
import type { Counted } from './use-matrix.ts';

export type DisplayViewProps = OwnDisplayProps & {
  readonly display: Display;
  readonly run: RunState;
  readonly frequencies: OutputOf<'analysis.frequency'> | undefined;
  readonly counted: Counted | null;
  readonly openedCode: Guid | null;
};

/** What stands below the tabs. Drawn anew only where something in it changed: a chart of hundreds of codes takes time. */
export const DisplayView = memo(function DisplayView(props: DisplayViewProps) {
  const { display, frequencies, counted, openedCode, run, ...shared } = props;
  return <div className="display-view">{shown()}</div>;

  function shown() {
    switch (display.shows) {
      case 'frequency':
        return <FrequencyDisplay {...shared} run={run} result={frequencies} openedCode={openedCode} />;
      case 'matrix':
        return <CooccurrenceDisplay {...shared} run={run} view={display.id} counted={counted} />;
      case 'own':
        return <display.View {...shared} />;
    }
  }
});
