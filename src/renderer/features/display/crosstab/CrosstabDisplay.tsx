import { Table2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { crosstabMeasure, type CrosstabResult } from '../../../../shared/contract/analysis-relations.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useCommands } from '../../../commands/registry.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { rerunCommand } from '../parts/rerun-command.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { fewUnits, smallColumns } from './crosstab-model.ts';
import { CrosstabPictures } from './CrosstabPictures.tsx';

export const crosstabShows = ['table', 'map', 'tests'] as const;
export type CrosstabShows = (typeof crosstabShows)[number];

/** Codes by the values of a variable. Counts and quotations are on, tests are off until they are asked for. */
export function CrosstabDisplay(props: OwnDisplayProps) {
  const { study, filter, moment, onKeepable } = props;
  const t = useT();
  const number = useNumber();
  const { data: variables } = useAnswer('variables.list', {});
  const project = study.info.project.guid;
  const [rememberedVariable, setVariable] = useRemembered<string>(`display/crosstab-variable/${project}`, '');
  const [rememberedMeasure, setMeasure] = useRemembered<string>('display/crosstab-measure', 'cases');
  // Each opening begins without tests: they are a choice, not a habit.
  const [shows, setShows] = useState<CrosstabShows>('table');
  const variable = variables?.find(({ guid }) => guid === rememberedVariable) ?? variables?.[0];
  const measure = crosstabMeasure.options.find((each) => each === rememberedMeasure) ?? 'cases';
  const variableId = variable?.guid;
  const settings = useMemo(
    (): InputOf<'analysis.crosstab'> | null =>
      variableId === undefined
        ? null
        : {
            ...filter,
            variableId,
            measure,
            ...(shows === 'tests' ? { tests: true } : {}),
            ...(shows === 'map' ? { correspondence: true } : {}),
          },
    [filter, variableId, measure, shows],
  );
  const run = useJob('analysis.crosstab', settings, { progressElsewhere: true });
  useCommands([rerunCommand(run.rerun)]);
  useKeepable(
    onKeepable,
    settings && {
      method: 'analysis.crosstab',
      input: settings,
      proposedName: t('crosstab.caption', { name: variable?.name ?? '' }),
    },
  );
  const { data: result } = run;
  const provenance = useMemo(
    () =>
      result
        ? [
            t('crosstab.provenance.variable', { name: result.variable.name }),
            t(`crosstab.provenance.measure`, { measure: t(`crosstab.measure.${result.measure}`) }),
            t(`crosstab.provenance.n.${result.variable.scope}`, { n: result.n }),
            ...(result.withoutValue > 0 ? [t('crosstab.provenance.without', { n: result.withoutValue })] : []),
            ...provenanceParts(result.provenance, filter, { t, moment }),
          ]
        : [],
    [result, filter, t, moment],
  );
  if (!variables) return null;
  if (!variable) {
    return <EmptyState icon={<Table2 />} title={t('crosstab.no-variable')} text={t('crosstab.no-variable.text')} />;
  }
  return (
    <>
      <div className="display-toolbar">
        <Select<Guid>
          label={t('crosstab.variable')}
          size="small"
          value={variable.guid}
          onChange={setVariable}
          options={variables.map(({ guid, name }) => ({ id: guid, label: name }))}
        />
        <Select
          label={t('crosstab.measure')}
          size="small"
          value={measure}
          onChange={setMeasure}
          options={crosstabMeasure.options.map((id) => ({ id, label: t(`crosstab.measure.${id}`) }))}
        />
        <Select
          label={t('crosstab.shows')}
          size="small"
          value={shows}
          onChange={setShows}
          options={crosstabShows.map((id) => ({
            id,
            label: t(`crosstab.shows.${id}`),
            description: t(`crosstab.shows.${id}.help`),
          }))}
        />
      </div>
      <ResultFrame run={run} provenance={provenance} warnings={result ? warningsOf(result, t, number) : []}>
        {result ? (
          <CrosstabPictures {...props} result={result} settings={settings} shows={shows} provenance={provenance} />
        ) : null}
      </ResultFrame>
    </>
  );
}

function warningsOf(
  result: CrosstabResult,
  t: ReturnType<typeof useT>,
  number: (value: number) => string,
): readonly string[] {
  const small = smallColumns(result);
  const named = small.slice(0, 5).join(', ');
  return [
    ...(small.length > 0
      ? [t('crosstab.warning.small', { n: small.length, values: named, few: number(fewUnits) })]
      : []),
    ...result.cautions.map((caution) => t(`analysis.caution.${caution}`)),
  ];
}
