import { useMemo } from 'react';
import type { CooccurrenceLevel, PackedCooccurrenceResult } from '../../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { PlanChart } from '../charts/DrawnChart.tsx';
import type { Matrix } from '../matrix.ts';
import { ChartView } from '../parts/ChartView.tsx';
import { numberColumn, wordColumn } from '../parts/columns.ts';
import { NumberInput } from '../parts/NumberInput.tsx';
import { clustersOf, type MapBubble, mapPlan } from './map-plan.ts';

export type MapViewProps = {
  readonly result: PackedCooccurrenceResult;
  readonly matrix: Matrix;
  /** Null while it is being computed. */
  readonly clustering: Clustering | null;
  readonly level: CooccurrenceLevel;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpenCode: (place: number) => void;
};

type Row = MapBubble & { readonly place: number };

/** The concept map with its fit: what it leaves out of the similarities is said beside it. */
export function MapView(props: MapViewProps) {
  const { result, matrix, clustering, level, captionLines, fileName, onOpenCode } = props;
  const t = useT();
  const number = useNumber();
  const [wanted, setWanted] = useRemembered<number>('display/map-clusters', 4);
  const clusters = Math.max(1, Math.min(matrix.codes.length, 9, wanted));
  const rows = useMemo((): readonly Row[] => {
    const all = new Map(result.codes.map(({ guid }, place) => [guid, result.map.points[place]]));
    const size = matrix.codes.length;
    const cluster = clustering?.order.length === size ? clustersOf(clustering.merges, size, clusters) : null;
    return matrix.codes.flatMap(({ guid, name, units, color }, place) => {
      const point = all.get(guid);
      return point ? [{ place, name, units, color, point, cluster: cluster?.[place] ?? null }] : [];
    });
  }, [result, matrix, clustering, clusters]);
  const plan = useMemo(
    (): PlanChart => (room, inks, measure) =>
      mapPlan(
        {
          bubbles: rows,
          describe: (rank) => {
            const { name = '', units = 0, cluster = null } = rows[rank] ?? {};
            return t('charts.map.mark', {
              code: name,
              count: t(`display.n.${level}`, { n: units }),
              cluster: cluster === null ? '–' : cluster + 1,
            });
          },
          open: (rank) => onOpenCode(rows[rank]?.place ?? 0),
        },
        room,
        inks,
        measure,
      ),
    [rows, level, onOpenCode, t],
  );
  const columns = useMemo(
    () => [
      wordColumn<Row>('code', t('display.frequency.code'), ({ name }) => name),
      numberColumn<Row>(
        'cluster',
        t('charts.map.cluster'),
        ({ cluster }) => (cluster === null ? null : cluster + 1),
        number,
      ),
      numberColumn<Row>('units', t(`display.heatmap.unit.${level}`), ({ units }) => units, number),
      numberColumn<Row>('x', 'x', ({ point }) => point[0], number, 3),
      numberColumn<Row>('y', 'y', ({ point }) => point[1], number, 3),
    ],
    [level, number, t],
  );
  const { stress, r2 } = result.map;
  if (rows.length < 3) return <EmptyState title={t('charts.map.few')} text={t('charts.map.few.text')} />;
  const fit = t('charts.map.fit', {
    stress: stress === null ? '–' : number(stress, 3),
    r2: r2 === null ? '–' : number(r2, 3),
  });
  return (
    <ChartView
      id="map"
      title={t('display.map.title')}
      captionLines={[fit, ...captionLines]}
      fileName={fileName}
      label={t('charts.map.picture', { n: rows.length })}
      tableLabel={t('display.map.title')}
      plan={plan}
      columns={columns}
      rows={rows}
      rowId={({ place }) => String(place)}
      onOpen={({ place }) => onOpenCode(place)}
      note={`${fit} ${t('charts.map.note')}`}
    >
      <NumberInput label={t('charts.map.clusters')} value={clusters} minimum={1} maximum={9} onChange={setWanted} />
    </ChartView>
  );
}
