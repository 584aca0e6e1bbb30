import { Maximize, RefreshCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CooccurrenceLevel } from '../../../../shared/contract/analysis.ts';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { sharedMeasure } from '../charts/measure.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import { type Matrix, orderOf } from '../matrix.ts';
import type { OpenCell } from '../opened.ts';
import { pairsOf } from '../pairs.ts';
import { PairTable } from '../parts/PairTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { boundsOf } from './label-placement.ts';
import { networkDrawing } from './network-drawing.ts';
import { networkOf, proposedThreshold, thresholdRange } from './network-model.ts';
import { NetworkControls, useNetworkSettings } from './NetworkControls.tsx';
import { NetworkLegend } from './NetworkLegend.tsx';
import { NetworkPicture } from './NetworkPicture.tsx';
import { useArrangement } from './use-arrangement.ts';
import { useViewport } from './use-viewport.ts';

export type NetworkViewProps = {
  readonly matrix: Matrix;
  readonly clustering: Clustering | null;
  readonly level: CooccurrenceLevel;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpen: OpenCell;
  readonly onOpenCode: (place: number) => void;
};

export function NetworkView(props: NetworkViewProps) {
  const { matrix, clustering, level, captionLines, fileName, onOpen, onOpenCode } = props;
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const measure = sharedMeasure();
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const [settings, change] = useNetworkSettings();
  const [asTable, setAsTable] = useRemembered<boolean>('display/network-table', false);

  const range = thresholdRange(matrix);
  const proposed = proposedThreshold(matrix);
  const threshold = Math.min(settings.thresholds[matrix.index] ?? proposed, range?.maximum ?? 0);
  const network = useMemo(
    () => networkOf(matrix, threshold, settings.withUnlinked),
    [matrix, threshold, settings.withUnlinked],
  );
  const around = useMemo(() => orderOf(matrix, 'cluster', clustering), [matrix, clustering]);
  const { points, computed, progress, move, reset } = useArrangement(network, settings.arrangement, around);
  // Labels stand outside the outermost nodes.
  const bounds = useMemo(() => boundsOf(computed ?? [], 110), [computed]);
  const fitKey = `${network.nodes.length} ${network.edges.length} ${settings.arrangement} ${points === null}`;
  const view = useViewport(svg, bounds, fitKey);
  const index = t(`display.index.${matrix.index}`);

  const describeNode = (node: number): string => {
    const { name, units, degree } = network.nodes[node] ?? { name: '', units: 0, degree: 0 };
    return t('display.network.node', { code: name, count: t(`display.n.${level}`, { n: units }), links: degree });
  };
  const describeEdge = (edge: number, from: number): string => {
    const link = network.edges[edge];
    if (!link) return '';
    const other = link.source === from ? link.target : link.source;
    return `${network.nodes[from]?.name ?? ''} – ${t('display.network.edge', {
      code: network.nodes[other]?.name ?? '',
      count: t(`display.n.${level}`, { n: link.count }),
      index,
      value: number(link.value, 3),
    })}`;
  };
  const openEdge = (edge: number): void => {
    const link = network.edges[edge];
    const [source, target] = [network.nodes[link?.source ?? -1], network.nodes[link?.target ?? -1]];
    if (source && target) onOpen(source.place, target.place);
  };

  const shownWords = [
    t('display.network.shown', { edges: network.edges.length, nodes: network.nodes.length }),
    ...(network.omitted > 0 ? [t('display.network.omitted', { n: network.omitted })] : []),
  ].join(' · ');
  const chart: ExportableChart = {
    fileName,
    caption: {
      title: `${t('display.network.title')}: ${t('display.network.threshold', { index })} ${number(threshold, 2)}`,
      lines: [
        [shownWords, t('display.network.unlinked', { n: network.unlinked }), t('display.network.legend')].join(' · '),
        ...captionLines,
      ],
    },
    draw: (exact) => points && networkDrawing(network, points, exact),
    rows: () => [
      [t('display.pairs.first'), t('display.pairs.second'), index, t('display.pairs.both')],
      ...pairsOf(matrix, threshold).map(({ row, column, value, count }) => [
        matrix.codes[row]?.path.join(' / ') ?? '',
        matrix.codes[column]?.path.join(' / ') ?? '',
        value,
        count,
      ]),
    ],
  };

  if (!range) return <EmptyState title={t('display.no-links')} text={t('display.no-links.text')} />;
  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        <NetworkControls
          settings={settings}
          onChange={change}
          range={range}
          threshold={threshold}
          index={matrix.index}
          unlinked={network.unlinked}
        />
      </ViewToolbar>
      {asTable ? (
        <PairTable matrix={matrix} threshold={threshold} onOpen={onOpen} />
      ) : (
        <div className="network-stage">
          <div className="network-ground">
            {points === null ? (
              <div className="network-arranging">
                <ProgressBar label={t('display.network.arranging')} value={progress} />
              </div>
            ) : network.nodes.length === 0 ? (
              <EmptyState title={t('display.network.none')} />
            ) : (
              <NetworkPicture
                svg={svg}
                svgRef={setSvg}
                network={network}
                points={points}
                viewport={view.viewport}
                size={view.size}
                ground={chartGround[theme]}
                measure={measure}
                describeNode={describeNode}
                describeEdge={describeEdge}
                onMove={move}
                onPan={view.pan}
                onZoom={view.zoom}
                onOpenNode={(node) => onOpenCode(network.nodes[node]?.place ?? 0)}
                onOpenEdge={openEdge}
              />
            )}
            <div className="network-buttons">
              <IconButton label={t('display.network.zoom-in')} icon={<ZoomIn />} onPress={() => view.zoom(1.25)} />
              <IconButton label={t('display.network.zoom-out')} icon={<ZoomOut />} onPress={() => view.zoom(0.8)} />
              <IconButton label={t('display.network.fit')} icon={<Maximize />} onPress={view.fit} />
              <IconButton label={t('display.network.arrange')} icon={<RefreshCw />} onPress={reset} />
            </div>
          </div>
          <NetworkLegend network={network} words={shownWords} />
        </div>
      )}
    </>
  );
}
