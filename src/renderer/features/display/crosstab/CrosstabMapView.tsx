import { useMemo } from 'react';
import { useNumber, useT } from '../../../services/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { TableColumn } from '../../../ui/table-data.ts';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import { ChartView } from '../parts/ChartView.tsx';
import type { Correspondence, MapPoint } from './correspondence-layout.ts';
import { correspondencePlan } from './correspondence-plan.ts';
import type { CrosstabPictureProps } from './CrosstabPictures.tsx';

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
  const values = useMemo(() => result.columns.map(({ value }) => value), [result]);
  const plan = useMemo((): PlanChart => {
    const axis = (place: number): string =>
      t('crosstab.map.axis', { axis: place + 1, share: number((found.axes[place]?.share ?? 0) * 100, 1) });
    return (room, inks, measure) =>
      correspondencePlan(
        {
          found,
          names: { codes: names, values },
          colorOf: (code) => result.rows[code]?.color ?? '',
          axes: [axis(0), axis(1)],
          describe: ({ kind, place }) =>
            kind === 'code'
              ? t('crosstab.map.code', { name: names[place] ?? '' })
              : t('crosstab.map.value', { name: result.variable.name, value: values[place] ?? '' }),
          open: ({ kind, place }) => openPoint(onOpen, kind, place),
        },
        room,
        inks,
        measure,
      );
  }, [found, names, values, result, onOpen, number, t]);
  const rows: readonly Row[] = [
    ...found.columns.map((point) => ({ kind: 'value' as const, name: values[point.place] ?? '', point })),
    ...found.rows.map((point) => ({ kind: 'code' as const, name: names[point.place] ?? '', point })),
  ];
  const inertia = t('crosstab.map.inertia', {
    inertia: number(found.totalInertia, 4),
    chi: number(found.chiSquare, 2),
    share: number(found.axes.slice(0, 2).reduce((sum, { share }) => sum + share, 0) * 100, 1),
  });
  return (
    <ChartView
      id="crosstab-map"
      title={`${t('crosstab.caption', { name: result.variable.name })}: ${t('crosstab.shows.map')}`}
      captionLines={[inertia, ...captionLines]}
      fileName={fileName}
      label={t('crosstab.map.picture')}
      tableLabel={t('crosstab.map.table')}
      plan={plan}
      columns={columnsOf(found, t, number)}
      rows={rows}
      rowId={({ kind, point }) => `${kind} ${point.place}`}
      onOpen={({ kind, point }) => openPoint(onOpen, kind, point.place)}
    >
      <p className="display-note">
        {inertia} {t('crosstab.map.note')}
      </p>
    </ChartView>
  );
}

function openPoint(onOpen: CrosstabPictureProps['onOpen'], kind: MapPoint['kind'], place: number): void {
  if (kind === 'code') onOpen(place, null);
  else onOpen(null, place);
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
