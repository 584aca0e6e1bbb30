import { useMemo, useState } from 'react';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { sharedMeasure } from '../charts/measure.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { correspondenceDrawing } from './correspondence-drawing.ts';
import { type Correspondence, type MapPoint, mapLayout } from './correspondence-layout.ts';
import { CorrespondenceMap } from './CorrespondenceMap.tsx';
import type { CrosstabPictureProps } from './CrosstabPictures.tsx';

const size = { width: 860, height: 600 };

/** Correspondence analysis: codes and values that go together stand on the same side of the centre. */
export function CrosstabMapView(props: CrosstabPictureProps) {
  const found = props.result.correspondence;
  const t = useT();
  if (!found) return <EmptyState title={t('crosstab.map.none')} text={t('crosstab.map.none.text')} />;
  return <MapOf {...props} found={found} />;
}

type Row = { readonly kind: 'code' | 'value'; readonly name: string; readonly point: Correspondence['rows'][number] };

function MapOf({
  result,
  names,
  captionLines,
  fileName,
  onOpen,
  found,
}: CrosstabPictureProps & { readonly found: Correspondence }) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const theme = useChartTheme();
  const [asTable, setAsTable] = useRemembered<boolean>('display/crosstab-map-table', false);
  const [sort, setSort] = useState<Sort | null>(null);
  const values = useMemo(() => result.columns.map(({ value }) => value), [result]);
  const layout = useMemo(
    () => mapLayout(found, { codes: names, values }, size, sharedMeasure()),
    [found, names, values],
  );
  const axis = (place: number): string =>
    t('crosstab.map.axis', { axis: place + 1, share: number((found.axes[place]?.share ?? 0) * 100, 1) });
  const axes = [axis(0), axis(1)] as const;
  const rows: readonly Row[] = [
    ...found.columns.map((point) => ({ kind: 'value' as const, name: values[point.place] ?? '', point })),
    ...found.rows.map((point) => ({ kind: 'code' as const, name: names[point.place] ?? '', point })),
  ];
  const open = (kind: 'code' | 'value', place: number): void =>
    kind === 'code' ? onOpen(place, null) : onOpen(null, place);
  const columns = columnsOf(found, t, number);
  const describe = ({ kind, place }: MapPoint): string =>
    kind === 'code'
      ? t('crosstab.map.code', { name: names[place] ?? '' })
      : t('crosstab.map.value', { name: result.variable.name, value: values[place] ?? '' });
  const chart: ExportableChart = {
    fileName,
    caption: {
      title: `${t('crosstab.caption', { name: result.variable.name })}: ${t('crosstab.shows.map')}`,
      lines: [inertiaLine(), ...captionLines],
    },
    draw: () => correspondenceDrawing(layout, (code) => result.rows[code]?.color ?? '', axes),
    rows: () => [
      columns.map(({ label }) => label),
      ...rows.map((row) => columns.map(({ sortBy, text }) => sortBy?.(row) ?? text(row))),
    ],
  };
  function inertiaLine(): string {
    return t('crosstab.map.inertia', {
      inertia: number(found.totalInertia, 4),
      chi: number(found.chiSquare, 2),
      share: number(found.axes.slice(0, 2).reduce((sum, { share }) => sum + share, 0) * 100, 1),
    });
  }
  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        <p className="display-note">
          {inertiaLine()} {t('crosstab.map.note')}
        </p>
      </ViewToolbar>
      {asTable ? (
        <DataTable
          label={t('crosstab.map.table')}
          columns={columns}
          rows={sortRows(rows, columns, sort, compare)}
          rowId={({ kind, point }) => `${kind} ${point.place}`}
          sort={sort}
          onSort={setSort}
          onAction={({ kind, point }) => open(kind, point.place)}
        />
      ) : (
        <CorrespondenceMap
          result={result}
          layout={layout}
          axes={axes}
          ground={chartGround[theme]}
          describe={describe}
          onOpen={({ kind, place }) => open(kind, place)}
        />
      )}
    </>
  );
}

function columnsOf(
  found: Correspondence,
  t: ReturnType<typeof useT>,
  number: (value: number, digits?: number) => string,
): readonly TableColumn<Row>[] {
  const column = (id: string, label: string, of: (row: Row) => number | null): TableColumn<Row> => ({
    id,
    label,
    align: 'end',
    sortBy: of,
    text: (row) => {
      const value = of(row);
      return value === null ? '–' : number(value, 3);
    },
  });
  const dimensions = found.axes.slice(0, 2).map((_, place) => place);
  return [
    { id: 'name', label: t('crosstab.map.point'), text: ({ name }) => name, sortBy: ({ name }) => name },
    { id: 'kind', label: t('crosstab.map.kind'), text: ({ kind }) => t(`crosstab.map.kind.${kind}`) },
    column('mass', t('crosstab.map.mass'), ({ point }) => point.mass),
    column('inertia', t('crosstab.map.share'), ({ point }) => point.inertia),
    ...dimensions.flatMap((place) => [
      column(
        `axis ${place}`,
        t('crosstab.map.coordinate', { axis: place + 1 }),
        ({ point }) => point.coordinates[place] ?? null,
      ),
      column(
        `part ${place}`,
        t('crosstab.map.contribution', { axis: place + 1 }),
        ({ point }) => point.contributions[place] ?? null,
      ),
      column(
        `cos ${place}`,
        t('crosstab.map.cosine', { axis: place + 1 }),
        ({ point }) => point.cosines[place] ?? null,
      ),
    ]),
  ];
}
