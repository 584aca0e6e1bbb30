import { useMemo } from 'react';
import type { CooccurrenceLevel } from '../../../../shared/contract/analysis.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Select } from '../../../ui/Select.tsx';
import type { TableValue } from '../../../ui/table-data.ts';
import { divergingScale, sequentialScale } from '../charts/color-scale.ts';
import { type ExportableChart, useMeasure } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { greatestOf, isSigned, type Matrix, type MatrixOrder, orderOf, pairsOf } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { PairTable } from '../parts/PairTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { Heatmap } from './Heatmap.tsx';
import { heatmapDrawing } from './heatmap-drawing.ts';
import { heatmapLayout } from './heatmap-layout.ts';
import { HeatmapLegend } from './HeatmapLegend.tsx';

export type HeatmapViewProps = {
  readonly matrix: Matrix;
  readonly level: CooccurrenceLevel;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpen: OpenCell;
};

const shown = ['count', 'index'] as const;
const orders = ['codebook', 'total', 'cluster'] as const satisfies readonly MatrixOrder[];

export function HeatmapView({ matrix, level, captionLines, fileName, onOpen }: HeatmapViewProps) {
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const measure = useMeasure();
  const [rememberedShows, setShows] = useRemembered<string>('display/heatmap-shows', 'count');
  const [rememberedOrder, setOrder] = useRemembered<string>('display/heatmap-order', 'codebook');
  const [asTable, setAsTable] = useRemembered<boolean>('display/heatmap-table', false);
  const shows = shown.find((each) => each === rememberedShows) ?? 'count';
  const kind = orders.find((each) => each === rememberedOrder) ?? 'codebook';

  const order = useMemo(() => orderOf(matrix, kind), [matrix, kind]);
  const layout = useMemo(
    () =>
      heatmapLayout(
        order.map((place) => matrix.codes[place]?.name ?? ''),
        measure,
      ),
    [order, matrix, measure],
  );
  const values = shows === 'count' ? matrix.counts : matrix.similarity;
  const signed = shows === 'index' && isSigned(matrix.index);
  const scaleOf = useMemo(() => {
    const maximum = greatestOf(values);
    return (of: typeof theme) => (signed ? divergingScale(of, maximum) : sequentialScale(of, maximum));
  }, [values, signed]);
  const scale = useMemo(() => scaleOf(theme), [scaleOf, theme]);
  const valueOf = useMemo(() => (row: number, column: number) => values[row]?.[column] ?? null, [values]);
  const format = useMemo(
    () => (value: number | null) =>
      value === null ? '–' : shows === 'count' ? number(value) : number(value, Math.abs(value) >= 10 ? 1 : 2),
    [number, shows],
  );
  const index = t(`display.index.${matrix.index}`);
  const legend =
    shows === 'index' ? index : t('display.heatmap.legend.count', { unit: t(`display.heatmap.unit.${level}`) });
  const describe = (row: number, column: number): string => {
    const name = (place: number): string => matrix.codes[place]?.name ?? '';
    const count = t(`display.n.${level}`, { n: matrix.counts[row]?.[column] ?? 0 });
    if (row === column) return t('display.heatmap.diagonal', { code: name(row), count });
    const value = matrix.similarity[row]?.[column] ?? null;
    return [
      t('display.heatmap.cell', {
        row: name(row),
        column: name(column),
        count,
        index,
        value: value === null ? t('display.heatmap.undefined') : number(value, 3),
      }),
      ...(matrix.warnings.get(`${row} ${column}`) ?? []).flatMap((warning) =>
        warning === 'unbalanced' || warning === 'out-of-range' ? [t(`display.warning.${warning}`)] : [],
      ),
    ].join(' · ');
  };

  const title = `${t('display.heatmap.title')}: ${legend}`;
  const chart: ExportableChart = {
    fileName,
    caption: { title, lines: captionLines },
    draw: (exact) =>
      heatmapDrawing({
        matrix,
        order,
        layout: heatmapLayout(
          order.map((place) => matrix.codes[place]?.name ?? ''),
          exact,
        ),
        scale: scaleOf('light'),
        valueOf,
        format,
        legend,
        withDendrogram: kind === 'cluster',
      }),
    rows: () => tableRows(matrix, order, valueOf),
  };

  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        <Select
          label={t('display.heatmap.shows')}
          size="small"
          value={shows}
          onChange={setShows}
          options={shown.map((id) => ({ id, label: t(`display.heatmap.shows.${id}`) }))}
        />
        <Select
          label={t('display.heatmap.order')}
          size="small"
          value={kind}
          onChange={setOrder}
          options={orders.map((id) => ({ id, label: t(`display.heatmap.order.${id}`) }))}
        />
      </ViewToolbar>
      {asTable ? (
        <PairTable matrix={matrix} pairs={pairsOf(matrix)} onOpen={onOpen} />
      ) : (
        <>
          <Heatmap
            matrix={matrix}
            order={order}
            layout={layout}
            scale={scale}
            ground={chartGround[theme]}
            valueOf={valueOf}
            format={format}
            withTree={kind === 'cluster' && order.length > 1}
            describe={describe}
            onOpen={onOpen}
          />
          <HeatmapLegend scale={scale} name={legend} format={format} />
        </>
      )}
    </>
  );
}

/** The matrix as a spreadsheet takes it, in the order shown. */
function tableRows(
  matrix: Matrix,
  order: readonly number[],
  valueOf: (row: number, column: number) => number | null,
): readonly (readonly TableValue[])[] {
  const path = (place: number): string => matrix.codes[place]?.path.join(' / ') ?? '';
  return [
    ['', ...order.map(path)],
    ...order.map((row): readonly TableValue[] => [path(row), ...order.map((column) => valueOf(row, column))]),
  ];
}
