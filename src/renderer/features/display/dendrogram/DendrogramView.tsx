import './dendrogram.css';
import { useMemo, useState } from 'react';
import type { Clustering } from '../../../../shared/domain/analysis/clustering.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { sharedMeasure } from '../charts/measure.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import type { Matrix } from '../matrix.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { Dendrogram } from './Dendrogram.tsx';
import { dendrogramDrawing, dendrogramPlan } from './dendrogram-drawing.ts';

export type DendrogramViewProps = {
  readonly matrix: Matrix;
  /** Null while it is being computed. */
  readonly clustering: Clustering | null;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpenCode: (place: number) => void;
};

export function DendrogramView({ clustering, ...rest }: DendrogramViewProps) {
  const t = useT();
  if (!clustering) return <ProgressBar label={t('display.running')} value={null} />;
  return <ClusteredView {...rest} clustering={clustering} />;
}

type Step = { readonly step: number; readonly first: string; readonly second: string; readonly height: number };

const width = 860;

function ClusteredView(props: DendrogramViewProps & { readonly clustering: Clustering }) {
  const { matrix, clustering, captionLines, fileName, onOpenCode } = props;
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const measure = sharedMeasure();
  const theme = useChartTheme();
  const [asTable, setAsTable] = useRemembered<boolean>('display/dendrogram-table', false);
  const [sort, setSort] = useState<Sort | null>(null);
  const axis = t('display.dendrogram.axis', { index: t(`display.index.${matrix.index}`) });
  const { cophenetic } = clustering;
  const fit = t('display.provenance.cophenetic', { value: cophenetic === null ? '–' : number(cophenetic, 3) });
  const planOf = useMemo(
    () => (of: typeof measure) =>
      dendrogramPlan(matrix.codes, clustering, width, of, (value) => number(value, 2), axis),
    [matrix, clustering, number, axis],
  );
  const plan = useMemo(() => planOf(measure), [planOf, measure]);
  const steps = useMemo(() => stepsOf(matrix, clustering), [matrix, clustering]);
  const columns: readonly TableColumn<Step>[] = [
    { id: 'step', label: t('display.dendrogram.step'), text: ({ step }) => number(step), sortBy: ({ step }) => step },
    { id: 'first', label: t('display.dendrogram.first'), text: ({ first }) => first, sortBy: ({ first }) => first },
    {
      id: 'second',
      label: t('display.dendrogram.second'),
      text: ({ second }) => second,
      sortBy: ({ second }) => second,
    },
    {
      id: 'height',
      label: t('display.dendrogram.height'),
      align: 'end',
      text: ({ height }) => number(height, 3),
      sortBy: ({ height }) => height,
    },
  ];
  const chart: ExportableChart = {
    fileName,
    caption: { title: t('display.dendrogram.title'), lines: [fit, ...captionLines] },
    draw: (exact) => dendrogramDrawing(planOf(exact), matrix.codes),
    rows: () => [
      columns.map(({ label }) => label),
      ...steps.map(({ step, first, second, height }) => [step, first, second, height]),
    ],
  };
  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        <p className="display-note">
          {fit}. {t('display.dendrogram.note')}
        </p>
      </ViewToolbar>
      {asTable ? (
        <DataTable
          label={t('display.dendrogram.table')}
          columns={columns}
          rows={sortRows(steps, columns, sort, compare)}
          rowId={({ step }) => String(step)}
          sort={sort}
          onSort={setSort}
        />
      ) : (
        <Dendrogram codes={matrix.codes} plan={plan} ground={chartGround[theme]} onOpenCode={onOpenCode} />
      )}
    </>
  );
}

/** Merges in words: each cluster is called by its codes, as many as can be read. */
function stepsOf({ codes }: Matrix, { merges }: Clustering): readonly Step[] {
  const clusters: Cluster[] = codes.map(({ name }) => ({ names: [name], size: 1 }));
  return merges.map(([a, b, height], index) => {
    const [first, second] = [clusters[a] ?? noCluster, clusters[b] ?? noCluster];
    const names = [...first.names, ...second.names].slice(0, mostNames);
    clusters.push({ names, size: first.size + second.size });
    return { step: index + 1, first: called(first), second: called(second), height };
  });
}

/** The first few codes of a cluster, and how many there are. */
type Cluster = { readonly names: readonly string[]; readonly size: number };
const noCluster: Cluster = { names: [], size: 0 };
const mostNames = 3;

function called({ names, size }: Cluster): string {
  const shown = names.join(', ');
  return size > mostNames ? `${shown}, … (${size})` : shown;
}
