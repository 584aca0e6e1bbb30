import { useMemo } from 'react';
import type { SequenceResult } from '../../../../shared/contract/analysis-relations.ts';
import type { InputOf } from '../../../../shared/contract/contract.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { divergingScale, sequentialScale } from '../charts/color-scale.ts';
import { sharedMeasure } from '../charts/measure.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { Heatmap } from '../heatmap/Heatmap.tsx';
import { heatmapDrawing } from '../heatmap/heatmap-drawing.ts';
import { heatmapLayout } from '../heatmap/heatmap-layout.ts';
import { HeatmapLegend } from '../heatmap/HeatmapLegend.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { flaggedFrom, type SequenceKind, sequenceKinds, sequenceView, transitionsOf } from './sequence-model.ts';
import { transitionRows, TransitionTable } from './TransitionTable.tsx';

export type SequenceViewProps = OwnDisplayProps & {
  readonly result: SequenceResult;
  readonly settings: InputOf<'analysis.sequence'>;
  readonly provenance: readonly string[];
};

/** The lag matrix: the row comes first, the column follows. A cell opens its pairs of quotations. */
export function SequenceView({ result, settings, provenance, scope, project, onOpen }: SequenceViewProps) {
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const measure = sharedMeasure();
  const [rememberedKind, setKind] = useRemembered<string>('display/sequence-shows', 'z');
  const [asTable, setAsTable] = useRemembered<boolean>('display/sequence-table', false);
  const kind: SequenceKind = sequenceKinds.find((each) => each === rememberedKind) ?? 'z';
  const view = useMemo(() => sequenceView(result, kind, scope.minimum), [result, kind, scope.minimum]);
  const transitions = useMemo(() => transitionsOf(result, view), [result, view]);
  const { codes, values, signed, greatest, places } = view;
  const order = useMemo(() => codes.map((_, place) => place), [codes]);
  const layout = useMemo(
    () =>
      heatmapLayout(
        codes.map(({ name }) => name),
        measure,
      ),
    [codes, measure],
  );
  const scaleOf = useMemo(
    () => (of: typeof theme) => (signed ? divergingScale(of, greatest) : sequentialScale(of, greatest)),
    [signed, greatest],
  );
  const scale = useMemo(() => scaleOf(theme), [scaleOf, theme]);
  const format = useMemo(
    () => (value: number | null) =>
      value === null ? '–' : number(value, kind === 'counts' ? 0 : kind === 'z' ? 1 : 2),
    [number, kind],
  );
  const legend = t(`sequence.shows.${kind}`);
  const describe = (row: number, column: number): string => {
    const [from, to] = [places[row] ?? 0, places[column] ?? 0];
    const z = result.z[from]?.[to] ?? null;
    const told = t('sequence.cell', {
      from: codes[row]?.name ?? '',
      to: codes[column]?.name ?? '',
      count: result.counts[from]?.[to] ?? 0,
      z: z === null ? '–' : number(z, 2),
    });
    return z !== null && Math.abs(z) > flaggedFrom ? `${told}, ${t('sequence.flagged')}` : told;
  };
  const open = (row: number, column: number): void => {
    const [from, to] = [codes[row], codes[column]];
    if (!from || !to) return;
    const title = t('sequence.pair', { from: from.name, to: to.name });
    onOpen({ kind: 'sequence', title, cell: { ...settings, fromId: from.guid, toId: to.guid } });
  };
  const valueAt = (row: number, column: number): number | null => {
    const value = values[row * codes.length + column] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  const path = (place: number): string => codes[place]?.path.join(pathSeparator) ?? '';
  const chart: ExportableChart = {
    fileName: fileNameOf(project.name, t('display.view.sequence')),
    caption: { title: `${t('sequence.caption')}: ${legend}`, lines: [projectLine(project, t), provenance.join(' · ')] },
    draw: (exact) =>
      heatmapDrawing({
        matrix: view,
        order,
        layout: heatmapLayout(
          codes.map(({ name }) => name),
          exact,
        ),
        scale: scaleOf('light'),
        valueOf: valueAt,
        format,
        legend,
        tree: null,
        hasDiagonal: true,
      }),
    rows: () =>
      asTable
        ? transitionRows(transitions, path, t)
        : [
            [t('sequence.first-then'), ...order.map(path)],
            ...order.map((row) => [path(row), ...order.map((column) => valueAt(row, column))]),
          ],
  };
  if (codes.length === 0) return <EmptyState title={t('sequence.empty')} text={t('sequence.empty.text')} />;
  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        <Select
          label={t('display.heatmap.shows')}
          size="small"
          value={kind}
          onChange={setKind}
          options={sequenceKinds.map((id) => ({
            id,
            label: t(`sequence.shows.${id}`),
            description: t(`sequence.shows.${id}.help`),
          }))}
        />
        <p className="display-note">{t('sequence.hint')}</p>
      </ViewToolbar>
      {asTable ? (
        <TransitionTable transitions={transitions} codes={codes} onOpen={open} />
      ) : (
        <>
          <Heatmap
            matrix={view}
            order={order}
            layout={layout}
            scale={scale}
            ground={chartGround[theme]}
            values={values}
            format={format}
            tree={null}
            describe={describe}
            onOpen={open}
            hasDiagonal
          />
          <HeatmapLegend scale={scale} name={legend} format={format} hasDiagonal />
        </>
      )}
    </>
  );
}
