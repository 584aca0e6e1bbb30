import { useMemo } from 'react';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { divergingScale, sequentialScale } from '../charts/color-scale.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { gridDrawing } from '../grid/grid-drawing.ts';
import { NumberGrid } from '../grid/NumberGrid.tsx';
import { HeatmapLegend } from '../heatmap/HeatmapLegend.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { type CellKind, cellKinds, type CrosstabOrder, crosstabView } from './crosstab-model.ts';
import type { CrosstabPictureProps } from './CrosstabPictures.tsx';

const orders = ['codebook', 'cluster'] as const satisfies readonly CrosstabOrder[];

/** Codes by values as a table that is also a heatmap; likes can stand together, in rows and columns. */
export function CrosstabTableView(props: CrosstabPictureProps & { readonly minimum: number }) {
  const { result, names, captionLines, fileName, minimum, onOpen } = props;
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const [rememberedKind, setKind] = useRemembered<string>('display/crosstab-cells', 'measure');
  const [rememberedOrder, setOrder] = useRemembered<string>('display/crosstab-order', 'codebook');
  const kind: CellKind = cellKinds.find((each) => each === rememberedKind) ?? 'measure';
  const order = orders.find((each) => each === rememberedOrder) ?? 'codebook';
  const view = useMemo(() => crosstabView(result, kind, order, minimum), [result, kind, order, minimum]);
  const { signed, isShare, greatest } = view;
  const scaleOf = useMemo(
    () => (of: typeof theme) => (signed ? divergingScale(of, greatest) : sequentialScale(of, greatest)),
    [signed, greatest],
  );
  const scale = useMemo(() => scaleOf(theme), [scaleOf, theme]);
  const format = (value: number | null): string => {
    if (value === null) return '–';
    if (isShare) return `${number(value * 100, 1)} %`;
    return number(value, signed ? 2 : result.measure === 'rate' ? 1 : 0);
  };
  const measure = t(`crosstab.measure.${result.measure}`);
  const legend = kind === 'measure' ? measure : t(`crosstab.cells.${kind}`);
  const describe = (row: number, column: number): string =>
    t('crosstab.cell', {
      code: names[row] ?? '',
      value: result.columns[column]?.value ?? '',
      number: format(view.valueAt(row, column)),
      what: legend,
    });
  const rows = result.rows.map(({ guid, path, color }, place) => ({
    id: guid,
    name: names[place] ?? '',
    title: path.join(pathSeparator),
    color,
  }));
  const columns = result.columns.map(({ value, units }) => ({
    id: value,
    name: value,
    title: value,
    note: `n = ${units}`,
  }));
  const values = result.columns.map(({ value, units }) => `${value} (n = ${units})`);
  const chart: ExportableChart = {
    fileName,
    caption: { title: `${t('crosstab.caption', { name: result.variable.name })}: ${legend}`, lines: captionLines },
    draw: (exact) => gridDrawing({ view, rows: names, columns: values, scale: scaleOf('light'), format }, exact),
    rows: () => [
      ['', ...view.columns.map((column) => result.columns[column]?.value ?? '')],
      [t('crosstab.units'), ...view.columns.map((column) => result.columns[column]?.units ?? 0)],
      ...view.rows.map((row) => [
        result.rows[row]?.path.join(pathSeparator) ?? '',
        ...view.columns.map((column) => view.valueAt(row, column)),
      ]),
    ],
  };
  return (
    <>
      <ViewToolbar chart={chart}>
        <Select
          label={t('display.heatmap.shows')}
          size="small"
          value={kind}
          onChange={setKind}
          options={cellKinds.map((id) => ({ id, label: id === 'measure' ? measure : t(`crosstab.cells.${id}`) }))}
        />
        <Select
          label={t('display.heatmap.order')}
          size="small"
          value={order}
          onChange={setOrder}
          options={orders.map((id) => ({ id, label: t(`crosstab.order.${id}`) }))}
        />
        {view.leftOut > 0 && <p className="display-note">{t('display.provenance.left-out', { n: view.leftOut })}</p>}
      </ViewToolbar>
      {view.rows.length === 0 ? (
        <EmptyState title={t('quotations.empty')} text={t('quotations.empty.text')} />
      ) : (
        <>
          <NumberGrid
            label={t('crosstab.grid', { rows: view.rows.length, columns: view.columns.length })}
            corner={result.variable.name}
            rows={rows}
            columns={columns}
            view={view}
            scale={scale}
            ground={chartGround[theme]}
            format={format}
            describe={describe}
            onOpen={onOpen}
          />
          <HeatmapLegend scale={scale} name={legend} format={format} hasDiagonal />
        </>
      )}
    </>
  );
}
