import { useMemo } from 'react';
import type { CooccurrenceLevel } from '../../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { nullable } from '../../../../shared/domain/analysis/similarity.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Select } from '../../../ui/Select.tsx';
import type { TableValue } from '../../../ui/table-data.ts';
import { divergingScale, sequentialScale } from '../charts/color-scale.ts';
import { sharedMeasure } from '../charts/measure.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { countOf, isSigned, type Matrix, type MatrixOrder, orderOf, similarityOf, warningsAt } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { PairTable } from '../parts/PairTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { Heatmap } from './Heatmap.tsx';
import { heatmapDrawing } from './heatmap-drawing.ts';
import { heatmapLayout } from './heatmap-layout.ts';
import { HeatmapLegend } from './HeatmapLegend.tsx';

export type HeatmapViewProps = {
  readonly matrix: Matrix;
  readonly clustering: Clustering | null;
  readonly level: CooccurrenceLevel;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpen: OpenCell;
};

const shown = ['count', 'index'] as const;
const orders = ['codebook', 'total', 'cluster'] as const satisfies readonly MatrixOrder[];

export function HeatmapView({ matrix, clustering, level, captionLines, fileName, onOpen }: HeatmapViewProps) {
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const measure = sharedMeasure();
  const [rememberedShows, setShows] = useRemembered<string>('display/heatmap-shows', 'count');
  const [rememberedOrder, setOrder] = useRemembered<string>('display/heatmap-order', 'codebook');
  const [asTable, setAsTable] = useRemembered<boolean>('display/heatmap-table', false);
  const shows = shown.find((each) => each === rememberedShows) ?? 'count';
  const kind = orders.find((each) => each === rememberedOrder) ?? 'codebook';

  const order = useMemo(() => orderOf(matrix, kind, clustering), [matrix, kind, clustering]);
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
    const maximum = shows === 'count' ? matrix.greatest.count : matrix.greatest.similarity;
    return (of: typeof theme) => (signed ? divergingScale(of, maximum) : sequentialScale(of, maximum));
  }, [shows, matrix, signed]);
  const scale = useMemo(() => scaleOf(theme), [scaleOf, theme]);
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
    const count = t(`display.n.${level}`, { n: countOf(matrix, row, column) });
    if (row === column) return t('display.heatmap.diagonal', { code: name(row), count });
    const value = similarityOf(matrix, row, column);
    return [
      t('display.heatmap.cell', {
        row: name(row),
        column: name(column),
        count,
        index,
        value: value === null ? t('display.heatmap.undefined') : number(value, 3),
      }),
      ...warningsAt(matrix, row, column).map((warning) => t(`display.warning.${warning}`)),
    ].join(' · ');
  };

  const tree = kind === 'cluster' && order.length > 1 ? clustering : null;
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
        valueOf: (row, column) => valueAt(values, matrix.codes.length, row, column),
        format,
        legend,
        tree,
      }),
    rows: () => tableRows(matrix, order, values),
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
        <PairTable matrix={matrix} threshold={null} onOpen={onOpen} />
      ) : (
        <>
          <Heatmap
            matrix={matrix}
            order={order}
            layout={layout}
            scale={scale}
            ground={chartGround[theme]}
            values={values}
            format={format}
            tree={tree}
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
function tableRows(matrix: Matrix, order: readonly number[], values: Float64Array): readonly (readonly TableValue[])[] {
  const path = (place: number): string => matrix.codes[place]?.path.join(' / ') ?? '';
  return [
    ['', ...order.map(path)],
    ...order.map((row): readonly TableValue[] => [
      path(row),
      ...order.map((column) => valueAt(values, order.length, row, column)),
    ]),
  ];
}

function valueAt(values: Float64Array, size: number, row: number, column: number): number | null {
  return nullable(values[row * size + column] ?? Number.NaN);
}
