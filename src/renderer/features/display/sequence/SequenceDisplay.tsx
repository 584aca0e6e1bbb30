import './sequence.css';
import { useCallback, useMemo } from 'react';
import { useCommands } from '../../../commands/registry.ts';
import { useJob } from '../../../services/jobs.ts';
import { useT } from '../../../services/text.ts';
import type { Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { parseChoice, type SequenceChoice, sequenceInput } from './sequence-settings.ts';
import { SequenceFields } from './SequenceFields.tsx';
import { SequenceView } from './SequenceView.tsx';

/** Which code follows which in the texts, and how far from chance. */
export function SequenceDisplay(props: OwnDisplayProps) {
  const { filter, moment } = props;
  const t = useT();
  const [remembered, remember] = useRemembered<Remembered>('display/sequence', null);
  const choice = useMemo(() => parseChoice(remembered), [remembered]);
  const change = useCallback((to: Partial<SequenceChoice>) => remember({ ...choice, ...to }), [remember, choice]);
  const settings = useMemo(() => sequenceInput(choice, filter), [choice, filter]);
  const run = useJob('analysis.sequence', settings, { progressElsewhere: true });
  useKeepable(props.onKeepable, {
    method: 'analysis.sequence',
    input: settings,
    proposedName: t('display.view.sequence'),
  });
  useCommands([rerunCommand(run.rerun)]);
  const { data: result } = run;
  const provenance = useMemo(() => {
    if (!result) return [];
    const { lag, distance, n } = result;
    return [
      distance
        ? t('sequence.provenance.distance', { ...distance, unit: t(`display.unit.${choice.distanceUnit}`) })
        : t('sequence.provenance.lag', { lag: lag ?? 1 }),
      t('sequence.provenance.n', { n }),
      ...(choice.selfFollows ? [] : [t('sequence.provenance.no-self')]),
      ...provenanceParts(result.provenance, filter, { t, moment }),
    ];
  }, [result, choice, filter, t, moment]);
  const warnings =
    result?.cautions.map((caution) =>
      // There are no corrected columns to read here.
      t(caution === 'many-tests' ? 'sequence.many-pairs' : `analysis.caution.${caution}`),
    ) ?? [];
  return (
    <>
      <SequenceFields choice={choice} onChange={change} />
      <ResultFrame run={run} provenance={provenance} warnings={warnings}>
        {result ? <SequenceView {...props} result={result} settings={settings} provenance={provenance} /> : null}
      </ResultFrame>
    </>
  );
}
