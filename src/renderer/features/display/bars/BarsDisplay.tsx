import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useAnswer } from '../../../services/answers.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { distinctNames } from '../charts/labels.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { type Bar, barsPlan, type BarRow } from './bars-plan.ts';
import { membersOf } from './members.ts';

const measures = ['codings', 'cases', 'words'] as const;
type Crosstab = OutputOf<'analysis.crosstab'>;
const ungrouped = 'none';

/** How often each code was used, alone or by the values of a variable. */
export function BarsDisplay(props: OwnDisplayProps) {
  const { filter, scope, moment, project, study, onOpen, onKeepable } = props;
  const t = useT();
  const number = useNumber();
  const [rememberedMeasure, setMeasure] = useRemembered<string>('display/bars-measure', 'codings');
  const [rememberedGroup, setGroup] = useRemembered<string>(`display/bars-group/${project.guid}`, ungrouped);
  const [order, setOrder] = useRemembered<string>('display/bars-order', 'count');
  const { data: variables = [] } = useAnswer('variables.list', {});
  const { data: documentValues = [] } = useAnswer('variables.documentValues', {});
  const measure = measures.find((each) => each === rememberedMeasure) ?? 'codings';
  const variable = variables.find(({ guid }) => guid === rememberedGroup);
  const plain = useJob('analysis.frequency', variable ? null : filter, { progressElsewhere: true });
  const groupedInput = variable ? { ...filter, variableId: variable.guid, measure, draws: 0 } : null;
  const grouped = useJob('analysis.crosstab', groupedInput, { progressElsewhere: true });
  useKeepable(
    onKeepable,
    groupedInput
      ? { method: 'analysis.crosstab', input: groupedInput, proposedName: t('display.view.bars') }
      : { method: 'analysis.frequency', input: filter, proposedName: t('display.view.bars') },
  );
  const run = useRun(variable ? grouped : plain);
  const crosstab: Crosstab | undefined = grouped.data?.variable.guid === variable?.guid ? grouped.data : undefined;
  const provenance = variable ? crosstab?.provenance : plain.data?.provenance;

  const rows = useMemo((): readonly BarRow[] => {
    const open = (code: Guid, title: string, members: ReturnType<typeof membersOf> | null) => (): void =>
      onOpen({
        kind: 'quotations',
        title,
        filter: { ...filter, ...members, codeIds: [code], states: ['kept', 'changed'] },
      });
    const all = variable
      ? (crosstab?.rows ?? []).map(({ guid, path, color }, place): Unnamed => {
          const bars = (crosstab?.columns ?? []).map(({ value }, column): Bar => {
            const count = crosstab?.counts[place]?.[column] ?? null;
            const label = `${path.at(-1) ?? ''}, ${value}: ${count === null ? '–' : number(count)}`;
            const members = membersOf(variable, value, study.cases, documentValues, filter);
            return { value: count, label, open: open(guid, `${path.join(' / ')} · ${value}`, members) };
          });
          return { id: guid, path, color, bars };
        })
      : (plain.data?.rows ?? []).map((row): Unnamed => {
          const label = `${row.path.at(-1) ?? ''}: ${number(row[measure])}`;
          const bars = [{ value: row[measure], label, open: open(row.code, row.path.join(' / '), null) }];
          return { id: row.code, path: row.path, color: row.color, bars };
        });
    const kept = all.filter((row) => sumOf(row) >= Math.max(scope.minimum, 0));
    const names = distinctNames(kept.map(({ path }) => path));
    const named = kept.map((row, place): BarRow => ({ ...row, name: names[place] ?? '' }));
    return order === 'codebook' ? named : named.toSorted((a, b) => sumOf(b) - sumOf(a));
  }, [
    variable,
    crosstab,
    plain.data,
    measure,
    order,
    filter,
    scope.minimum,
    study.cases,
    documentValues,
    number,
    onOpen,
  ]);

  const groups = useMemo(
    () => (variable ? (crosstab?.columns.map(({ value }) => value) ?? []) : []),
    [variable, crosstab],
  );
  const plan = useMemo(
    (): Parameters<typeof ChartView>[0]['plan'] => (room, inks, of) =>
      barsPlan(
        {
          rows,
          groups,
          axis: t(`display.frequency.${measure}`),
          format: (value) => number(value),
          isCount: true,
        },
        room,
        inks,
        of,
      ),
    [rows, groups, measure, number, t],
  );
  const columns = useMemo(
    () => [
      wordColumn<BarRow>('code', t('display.frequency.code'), ({ name }) => name),
      ...(groups.length === 0 ? [t(`display.frequency.${measure}`)] : groups).map((label, place) =>
        numberColumn<BarRow>(`bar ${place}`, label, ({ bars }) => bars[place]?.value ?? null, number),
      ),
    ],
    [groups, measure, number, t],
  );
  if (!provenance) {
    return (
      <ResultFrame run={run} provenance={[]} warnings={[]}>
        {null}
      </ResultFrame>
    );
  }
  const parts = [
    ...(variable && crosstab ? [t('charts.bars.by', { variable: variable.name, n: crosstab.n })] : []),
    ...provenanceParts(provenance, filter, { t, moment }),
  ];
  return (
    <ResultFrame run={run} provenance={parts} warnings={[]}>
      <ChartView
        id="bars"
        title={`${t('display.frequency.title')}: ${t(`display.frequency.${measure}`)}${variable ? ` · ${variable.name}` : ''}`}
        captionLines={[projectLine(project, t), parts.join(' · ')]}
        fileName={fileNameOf(project.name, t('display.view.bars'))}
        label={t('charts.bars.picture', { n: rows.length })}
        tableLabel={t('display.frequency.table')}
        plan={plan}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        onOpen={({ id, name }) => onOpen({ kind: 'code', codeId: id as Guid, title: name })}
      >
        <Select
          label={t('charts.measure')}
          size="small"
          value={measure}
          onChange={setMeasure}
          options={measures.map((id) => ({ id, label: t(`display.frequency.${id}`) }))}
        />
        <Select
          label={t('charts.bars.group')}
          size="small"
          value={variable?.guid ?? ungrouped}
          onChange={setGroup}
          options={[
            { id: ungrouped, label: t('charts.bars.ungrouped') },
            ...variables.map(({ guid, name }) => ({ id: guid, label: name })),
          ]}
        />
        <Select
          label={t('display.heatmap.order')}
          size="small"
          value={order === 'codebook' ? 'codebook' : 'count'}
          onChange={setOrder}
          options={[
            { id: 'count', label: t('charts.order.count') },
            { id: 'codebook', label: t('display.heatmap.order.codebook') },
          ]}
        />
      </ChartView>
      {rows.length === 0 && <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />}
    </ResultFrame>
  );
}

type Unnamed = Omit<BarRow, 'name'> & { readonly path: readonly string[] };

function sumOf({ bars }: Pick<BarRow, 'bars'>): number {
  return bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
}
