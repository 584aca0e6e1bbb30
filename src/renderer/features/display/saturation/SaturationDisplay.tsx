import { useMemo } from 'react';
import type { SpreadResult } from '../../../../shared/contract/analysis-spread.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import { distinctNames } from '../charts/labels.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { saturationPlan } from './saturation-plan.ts';

type Row = {
  readonly place: number;
  readonly title: string;
  readonly day: string | null;
  readonly fresh: readonly string[];
  readonly met: number;
};

/** What each document brought that was new, in the order of collection. */
export function SaturationDisplay({ filter, moment, project, onOpen, onKeepable }: OwnDisplayProps) {
  const t = useT();
  const number = useNumber();
  const [remembered, setOrder] = useRemembered<string>('display/saturation-order', 'day');
  const order = remembered === 'list' ? 'list' : 'day';
  const job = useJob('analysis.spread', { ...filter, order }, { progressElsewhere: true });
  const run = useRun(job);
  useKeepable(onKeepable, {
    method: 'analysis.spread',
    input: { ...filter, order },
    proposedName: t('display.view.saturation'),
  });
  const result = job.data;
  const rows = useMemo(() => (result ? rowsOf(result) : []), [result]);
  const open = useMemo(
    () =>
      (place: number): void => {
        const document = result?.documents[place];
        const fresh = result?.saturation[place]?.fresh ?? [];
        if (!document || fresh.length === 0) return;
        const codeIds = fresh.flatMap((code) => result?.codes[code]?.guid ?? []);
        onOpen({
          kind: 'quotations',
          title: t('charts.saturation.opened', { title: document.title }),
          filter: { ...filter, codeIds, documentIds: [document.guid], states: ['kept', 'changed'] },
        });
      },
    [result, filter, onOpen, t],
  );
  const plan = useMemo(
    (): PlanChart => (room, inks, measure) =>
      saturationPlan(
        {
          documents: result?.documents ?? [],
          saturation: result?.saturation ?? [],
          axis: t('charts.saturation.axis'),
          legend: { fresh: t('charts.saturation.fresh'), met: t('charts.saturation.met') },
          format: (value) => number(value),
          describe: (place) => {
            const row = rows[place];
            return t('charts.saturation.step', {
              title: row?.title ?? '',
              fresh: row?.fresh.length ?? 0,
              met: row?.met ?? 0,
            });
          },
          open,
        },
        room,
        inks,
        measure,
      ),
    [result, rows, number, open, t],
  );
  const columns = useMemo(
    () => [
      numberColumn<Row>('place', t('charts.saturation.number'), ({ place }) => place + 1, number),
      wordColumn<Row>('title', t('charts.document'), ({ title }) => title),
      wordColumn<Row>('day', t('charts.day'), ({ day }) => day ?? '–'),
      numberColumn<Row>('fresh', t('charts.saturation.fresh'), ({ fresh }) => fresh.length, number),
      numberColumn<Row>('met', t('charts.saturation.met'), ({ met }) => met, number),
      wordColumn<Row>('codes', t('charts.saturation.codes'), ({ fresh }) => fresh.join(', ')),
    ],
    [number, t],
  );
  const parts = result
    ? [t(`charts.saturation.by.${order}`), ...provenanceParts(result.provenance, filter, { t, moment })]
    : [];
  return (
    <ResultFrame run={run} provenance={parts} warnings={[]}>
      {result ? (
        <ChartView
          id="saturation"
          title={t('charts.saturation.title')}
          captionLines={[projectLine(project, t), parts.join(' · ')]}
          fileName={fileNameOf(project.name, t('charts.saturation.title'))}
          label={t('charts.saturation.picture', { n: rows.length })}
          tableLabel={t('charts.saturation.title')}
          plan={plan}
          columns={columns}
          rows={rows}
          rowId={({ place }) => String(place)}
          onOpen={({ place }) => open(place)}
          note={t('charts.saturation.note')}
        >
          <Select
            label={t('charts.saturation.order')}
            size="small"
            value={order}
            onChange={setOrder}
            options={(['day', 'list'] as const).map((id) => ({ id, label: t(`charts.saturation.order.${id}`) }))}
          />
        </ChartView>
      ) : null}
    </ResultFrame>
  );
}

function rowsOf({ documents, saturation, codes }: SpreadResult): readonly Row[] {
  const names = distinctNames(codes.map(({ path }) => path));
  return documents.map(({ title, day }, place) => ({
    place,
    title,
    day,
    fresh: (saturation[place]?.fresh ?? []).map((code) => names[code] ?? ''),
    met: saturation[place]?.met ?? 0,
  }));
}
