import { useMemo } from 'react';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useJob } from '../../../services/jobs.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { type Remembered } from '../../../services/window-memory.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import { distinctNames } from '../charts/labels.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { Picker } from '../../../parts/Picker.tsx';
import { ResultFrame } from '../parts/ResultFrame.tsx';
import { useRun } from '../parts/use-run.ts';
import { cooccurrenceParts, provenanceParts } from '../provenance.ts';
import { useKeepable } from '../results/use-keepable.ts';
import { cooccurrenceInput } from '../scope/scope.ts';
import { proximityPlan } from './proximity-plan.ts';

type Row = { readonly code: Guid; readonly name: string; readonly values: readonly (number | null)[] };

/** Targets at most: more colours than these are not told apart. */
const mostTargets = 8;

/** How near all codes stand to one, or to a few, that the researcher asks about. */
export function ProximityDisplay({ filter, scope, moment, project, study, onOpen, onKeepable }: OwnDisplayProps) {
  const t = useT();
  const number = useNumber();
  const [remembered, remember] = useRemembered<Remembered>(`display/proximity/${project.guid}`, []);
  const known = useMemo(() => study.codes.filter(({ codings }) => codings > 0), [study.codes]);
  const targets = useMemo((): readonly Guid[] => {
    const wanted = new Set(Array.isArray(remembered) ? remembered : []);
    const inScope = known.filter(({ guid }) => filter.codeIds?.includes(guid) ?? true);
    const chosen = inScope.filter(({ guid }) => wanted.has(guid)).slice(0, mostTargets);
    if (chosen.length > 0) return chosen.map(({ guid }) => guid);
    // At first the most frequent code: an empty picture teaches nothing.
    const first = inScope.toSorted((a, b) => b.codings - a.codings)[0];
    return first ? [first.guid] : [];
  }, [remembered, known, filter.codeIds]);
  const input = useMemo(
    () =>
      targets.length === 0 ? null : { ...cooccurrenceInput(scope, filter), targetIds: [...targets], layout: false },
    [scope, filter, targets],
  );
  const job = useJob('analysis.cooccurrencePacked', input, { progressElsewhere: true });
  const run = useRun(job);
  useKeepable(
    onKeepable,
    input && { method: 'analysis.cooccurrence', input, proposedName: t('display.view.proximity') },
  );
  const result = job.data?.proximity ? job.data : undefined;
  const rows = useMemo(() => (result ? rowsOf(result, scope.minimum) : []), [result, scope.minimum]);
  const names = useMemo(
    () => targets.map((target) => study.codes.find(({ guid }) => guid === target)?.name ?? ''),
    [targets, study.codes],
  );
  const plan = useMemo(
    (): PlanChart => (room, inks, measure) =>
      proximityPlan(
        {
          targets: names,
          rows,
          axis: t(`display.index.${result?.secondOrder ? 'second-order' : (result?.index ?? 'jaccard')}`),
          format: (value) => number(value, 2),
          describe: (row, target) => {
            const value = rows[row]?.values[target] ?? null;
            return t('charts.proximity.mark', {
              code: rows[row]?.name ?? '',
              target: names[target] ?? '',
              value: value === null ? '–' : number(value, 3),
            });
          },
          open: (row, target) => {
            const [rowId, columnId] = [rows[row]?.code, targets[target]];
            if (rowId && columnId) onOpen({ kind: 'cell', rowId, columnId });
          },
        },
        room,
        inks,
        measure,
      ),
    [names, rows, result, number, targets, onOpen, t],
  );
  const columns = useMemo(
    () => [
      wordColumn<Row>('code', t('display.frequency.code'), ({ name }) => name),
      ...names.map((label, place) =>
        numberColumn<Row>(`target ${place}`, label, ({ values }) => values[place] ?? null, number, 3),
      ),
    ],
    [names, number, t],
  );
  if (targets.length === 0) return <EmptyState title={t('display.few')} text={t('display.few.text')} />;
  const parts = result
    ? [...cooccurrenceParts(result, scope, t), ...provenanceParts(result.provenance, filter, { t, moment })]
    : [];
  return (
    <ResultFrame run={run} provenance={parts} warnings={[]}>
      {result ? (
        <ChartView
          id="proximity"
          title={t('charts.proximity.title', { codes: names.join(', ') })}
          captionLines={[projectLine(project, t), parts.join(' · ')]}
          fileName={fileNameOf(project.name, t('display.view.proximity'))}
          label={t('charts.proximity.picture', { n: rows.length })}
          tableLabel={t('charts.proximity.title', { codes: names.join(', ') })}
          plan={plan}
          columns={columns}
          rows={rows}
          rowId={({ code }) => code}
          onOpen={({ code }) => {
            const [columnId] = targets;
            if (columnId) onOpen({ kind: 'cell', rowId: code, columnId });
          }}
          note={t('charts.proximity.note')}
        >
          <Picker
            label={t('charts.proximity.targets')}
            items={known.map(({ guid, name, path, color }) => ({
              guid,
              name,
              fullName: path.join(' / '),
              depth: path.length - 1,
              color,
            }))}
            chosen={targets}
            onChange={(chosen) => remember(chosen.slice(-mostTargets))}
          />
        </ChartView>
      ) : null}
    </ResultFrame>
  );
}

/** In the order of the analysis: nearest first. */
function rowsOf({ codes, proximity = [] }: OutputOf<'analysis.cooccurrencePacked'>, minimum: number): readonly Row[] {
  const names = distinctNames(codes.map(({ path }) => path));
  return proximity.flatMap(({ code, values }): readonly Row[] => {
    const known = codes[code];
    return known && known.units >= minimum ? [{ code: known.guid, name: names[code] ?? '', values }] : [];
  });
}
