import { useMemo } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { NumberInput } from '../parts/NumberInput.tsx';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import type { FlowLink } from './flow-layout.ts';
import { flowModel } from './flow-model.ts';
import { flowPlan } from './flow-plan.ts';

const fewest = 30;

/** Codes flow to the cases, or documents, in which they were used: bands as wide as there are codings. */
export function FlowDisplay({ filter, moment, project, study, onOpen, onKeepable }: OwnDisplayProps) {
  const t = useT();
  const number = useNumber();
  const [rememberedSide, setSide] = useRemembered<string>('display/flow-side', 'cases');
  const [most, setMost] = useRemembered<number>('display/flow-most', fewest);
  const side = rememberedSide === 'documents' || study.cases.length === 0 ? 'documents' : 'cases';
  const job = useJob('analysis.spread', { ...filter, order: 'list' }, { progressElsewhere: true });
  const run = useRun(job);
  useKeepable(onKeepable, {
    method: 'analysis.spread',
    input: { ...filter, order: 'list' },
    proposedName: t('display.view.flow'),
  });
  const result = job.data;
  const model = useMemo(
    () => (result ? flowModel(result, side, study.cases, most, t('quotations.no-case')) : null),
    [result, side, study.cases, most, t],
  );
  const open = useMemo(
    () => (from: number | null, to: number | null) => {
      if (!model) return;
      const [code, end] = [model.from[from ?? -1], model.to[to ?? -1]];
      const codeIds = code?.guid ? [code.guid] : model.from.flatMap(({ guid }) => guid ?? []);
      const title = [code?.name, end?.name].filter((name) => name !== undefined).join(' → ');
      const documentIds = documentsOf(to === null ? null : (end?.guid ?? null));
      onOpen({
        kind: 'quotations',
        title,
        filter: { ...filter, codeIds, ...(documentIds ? { documentIds } : {}), states: ['kept', 'changed'] },
      });

      function documentsOf(guid: Guid | null): Guid[] | null {
        if (to === null) return null;
        if (side === 'documents') return guid ? [guid] : [];
        return (result?.documents ?? []).filter((document) => document.case === guid).map((document) => document.guid);
      }
    },
    [model, side, result, filter, onOpen],
  );
  const plan = useMemo(
    (): PlanChart => (room, inks, measure) => {
      const { links = [], from = [], to = [] } = model ?? {};
      const name = (ends: typeof from, place: number): string => ends[place]?.name ?? '';
      const words = (link: FlowLink): string =>
        t('charts.flow.band', { code: name(from, link.from), end: name(to, link.to), n: link.value });
      return flowPlan(
        {
          links,
          from,
          to,
          describeBand: words,
          describeFrom: (place, n) => t('charts.flow.node', { name: name(from, place), n }),
          describeTo: (place, n) => t('charts.flow.node', { name: name(to, place), n }),
          openBand: (link) => open(link.from, link.to),
          openFrom: (place) => open(place, null),
          openTo: (place) => open(null, place),
        },
        room,
        inks,
        measure,
      );
    },
    [model, open, t],
  );
  const columns = useMemo(
    () => [
      wordColumn<FlowLink>('from', t('display.frequency.code'), ({ from }) => model?.from[from]?.name ?? ''),
      wordColumn<FlowLink>('to', t(`charts.flow.${side}`), ({ to }) => model?.to[to]?.name ?? ''),
      numberColumn<FlowLink>('codings', t('display.frequency.codings'), ({ value }) => value, number),
    ],
    [model, side, number, t],
  );
  const parts = result
    ? [
        ...provenanceParts(result.provenance, filter, { t, moment }),
        ...(model && model.leftOut > 0 ? [t('charts.left-out', { n: model.leftOut })] : []),
      ]
    : [];
  return (
    <ResultFrame run={run} provenance={parts} warnings={[]}>
      {model ? (
        <ChartView
          id="flow"
          title={t(`charts.flow.title.${side}`)}
          captionLines={[projectLine(project, t), parts.join(' · ')]}
          fileName={fileNameOf(project.name, t('display.view.flow'))}
          label={t('charts.flow.picture', { n: model.links.length })}
          tableLabel={t(`charts.flow.title.${side}`)}
          plan={plan}
          columns={columns}
          rows={model.links}
          rowId={({ from, to }) => `${from} ${to}`}
          onOpen={({ from, to }) => open(from, to)}
        >
          <Select
            label={t('charts.flow.side')}
            size="small"
            value={side}
            onChange={setSide}
            options={(['cases', 'documents'] as const).map((id) => ({ id, label: t(`charts.flow.${id}`) }))}
          />
          <NumberInput label={t('charts.most')} value={most} minimum={1} maximum={1000} onChange={setMost} />
        </ChartView>
      ) : null}
    </ResultFrame>
  );
}
