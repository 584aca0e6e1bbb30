import './dendrogram.css';
import { useMemo, useState } from 'react';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import type { Sort, TableColumn } from '../../../ui/table-data.ts';
import { sortRows } from '../../../ui/table-data.ts';
import { hexOf, legible } from '../charts/color-scale.ts';
import type { Mark } from '../charts/drawing.ts';
import { type ExportableChart, useMeasure } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import type { Matrix } from '../matrix.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { dendrogramPlan, printedDendrogram } from './dendrogram-drawing.ts';

export type DendrogramViewProps = {
  readonly matrix: Matrix;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  readonly onOpenCode: (place: number) => void;
};

type Step = { readonly step: number; readonly first: string; readonly second: string; readonly height: number };

const width = 860;

export function DendrogramView({ matrix, captionLines, fileName, onOpenCode }: DendrogramViewProps) {
  const t = useT();
  const number = useNumber();
  const measure = useMeasure();
  const theme = useChartTheme();
  const [asTable, setAsTable] = useRemembered<boolean>('display/dendrogram-table', false);
  const [sort, setSort] = useState<Sort | null>(null);
  const axis = t('display.dendrogram.axis', { index: t(`display.index.${matrix.index}`) });
  const { cophenetic } = matrix.clustering;
  const fit = t('display.provenance.cophenetic', { value: cophenetic === null ? '–' : number(cophenetic, 3) });
  const plan = useMemo(
    () =>
      dendrogramPlan(matrix, width, measure, (value) => number(value, 2), axis, {
        ink: 'var(--color-text)',
        soft: 'var(--color-text-muted)',
        hairline: 'var(--color-border)',
        background: 'none',
        colorOf: (color) => hexOf(legible(color, chartGround[theme], 3)),
      }),
    [matrix, measure, number, axis, theme],
  );
  const steps = useMemo(() => stepsOf(matrix), [matrix]);
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
    draw: (exact) => dendrogramPlan(matrix, width, exact, (value) => number(value, 2), axis, printedDendrogram).drawing,
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
          rows={sortRows(steps, columns, sort, (a, b) => a.localeCompare(b))}
          rowId={({ step }) => String(step)}
          sort={sort}
          onSort={setSort}
        />
      ) : (
        <div className="dendrogram-scroll">
          <div className="dendrogram" style={{ width: plan.drawing.width, height: plan.drawing.height }}>
            <svg
              width={plan.drawing.width}
              height={plan.drawing.height}
              role="img"
              aria-label={t('display.dendrogram.picture', { n: matrix.codes.length })}
            >
              {plan.drawing.marks.map((mark, index) => (
                <MarkElement key={index} mark={mark} />
              ))}
            </svg>
            {matrix.clustering.order.map((place) => (
              <button
                key={place}
                type="button"
                className="dendrogram-leaf"
                style={{ top: (plan.rows[place] ?? 0) - plan.rowHeight / 2, height: plan.rowHeight }}
                title={matrix.codes[place]?.path.join(' / ')}
                onClick={() => onOpenCode(place)}
              >
                <span className="visually-hidden">{matrix.codes[place]?.name}</span>
              </button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}

function MarkElement({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'rect':
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={mark.fill} />;
    case 'path':
      return (
        <path
          d={mark.d}
          transform={`translate(${mark.x} ${mark.y})`}
          fill="none"
          stroke={mark.stroke}
          strokeWidth={mark.width}
        />
      );
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          fontSize={mark.size}
          fill={mark.fill}
          textAnchor={mark.anchor}
          dominantBaseline="central"
        >
          {mark.text}
        </text>
      );
  }
}

/** Merges in words: each cluster is called by its codes, as many as can be read. */
function stepsOf({ clustering, codes }: Matrix): readonly Step[] {
  const clusters = codes.map(({ name }) => [name]);
  return clustering.merges.map(([a, b, height], index) => {
    const [first, second] = [clusters[a] ?? [], clusters[b] ?? []];
    clusters.push([...first, ...second]);
    return { step: index + 1, first: called(first), second: called(second), height };
  });
}

function called(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown}, … (${names.length})` : shown;
}
