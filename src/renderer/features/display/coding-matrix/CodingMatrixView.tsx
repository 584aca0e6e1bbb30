import { useMemo } from 'react';
import type { MatrixResult } from '../../../../shared/contract/analysis-retrieval.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { fileNameOf, projectLine } from '../captions.ts';
import { sequentialScale } from '../charts/color-scale.ts';
import { distinctNames } from '../charts/labels.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { chartGround, useChartTheme } from '../charts/use-chart-theme.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { gridDrawing } from '../grid/grid-drawing.ts';
import { type GridHead, NumberGrid } from '../grid/NumberGrid.tsx';
import { HeatmapLegend } from '../heatmap/HeatmapLegend.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import type { Study } from '../scope/use-scope.ts';
import { cellQuery, type CellSide } from './cell-query.ts';
import type { MatrixChoice, MatrixInput } from './matrix-settings.ts';
import { matrixNumbers, matrixView } from './matrix-view.ts';

export type CodingMatrixViewProps = OwnDisplayProps & {
  readonly choice: MatrixChoice;
  readonly input: MatrixInput;
  readonly result: MatrixResult;
  readonly provenance: readonly string[];
};

/** Rows by columns as a table of numbers, coloured by their size. A cell opens what it counts. */
export function CodingMatrixView(props: CodingMatrixViewProps) {
  const { choice, input, result, provenance, filter, scope, study, project, onOpen } = props;
  const t = useT();
  const number = useNumber();
  const theme = useChartTheme();
  const [remembered, setShows] = useRemembered<string>('display/coding-matrix-shows', 'references');
  const shows = matrixNumbers.find((each) => each === remembered) ?? 'references';
  const areCodes = { rows: input.rows.kind === 'codes', columns: input.columns.kind === 'codes' };
  const view = matrixView(result, shows, areCodes, scope.minimum);
  const rows = useMemo(() => headsOf(result.rows, study), [result, study]);
  const columns = useMemo(() => headsOf(result.columns, study), [result, study]);
  const scale = sequentialScale(theme, view.greatest);
  const format = (value: number | null): string =>
    value === null ? '–' : view.isShare ? `${number(value * 100, 1)} %` : number(value);
  const legend = t(`coding-matrix.shows.${shows}`);
  const name = (heads: readonly GridHead[], place: number): string => heads[place]?.title ?? '';
  const describe = (row: number, column: number): string =>
    t('crosstab.cell', {
      code: name(rows, row),
      value: name(columns, column),
      number: format(view.valueAt(row, column)),
      what: legend,
    });
  const open = (row: number | null, column: number | null): void => {
    const side = (of: 'rows' | 'columns', place: number | null): CellSide => {
      const line = place === null ? undefined : result[of][place];
      return line ? { axis: input[of], line } : null;
    };
    const titles = [row === null ? [] : name(rows, row), column === null ? [] : name(columns, column)].flat();
    const [first = '', second] = titles;
    onOpen({
      kind: 'found',
      title: second === undefined ? first : t('display.cell.title', { row: first, column: second }),
      query: { ...filter, ...cellQuery(side('rows', row), side('columns', column), choice.relation) },
    });
  };
  const chart: ExportableChart = {
    fileName: fileNameOf(project.name, t('display.view.coding-matrix')),
    caption: {
      title: `${t('coding-matrix.title')}: ${legend}`,
      lines: [projectLine(project, t), provenance.join(' · ')],
    },
    draw: (exact) =>
      gridDrawing(
        {
          view,
          rows: rows.map((head) => head.name),
          columns: columns.map((head) => head.name),
          scale: sequentialScale('light', view.greatest),
          format,
        },
        exact,
      ),
    rows: () => [
      ['', ...view.columns.map((column) => name(columns, column))],
      ...view.rows.map((row) => [name(rows, row), ...view.columns.map((column) => view.valueAt(row, column))]),
    ],
  };
  return (
    <>
      <ViewToolbar chart={chart}>
        <Select
          label={t('display.heatmap.shows')}
          size="small"
          value={shows}
          onChange={setShows}
          options={matrixNumbers.map((id) => ({
            id,
            label: t(`coding-matrix.shows.${id}`),
            description: t(`coding-matrix.shows.${id}.help`),
          }))}
        />
        {view.leftOut > 0 && <p className="display-note">{t('display.provenance.left-out', { n: view.leftOut })}</p>}
      </ViewToolbar>
      {view.rows.length === 0 || view.columns.length === 0 ? (
        <EmptyState title={t('coding-matrix.empty')} text={t('coding-matrix.empty.text')} />
      ) : (
        <>
          <NumberGrid
            label={t('coding-matrix.grid', { rows: view.rows.length, columns: view.columns.length })}
            corner={t(`coding-matrix.side.${input.columns.kind}`)}
            rows={rows}
            columns={columns}
            view={view}
            scale={scale}
            ground={chartGround[theme]}
            format={format}
            describe={describe}
            onOpen={open}
          />
          <HeatmapLegend scale={scale} name={legend} format={format} hasDiagonal />
        </>
      )}
    </>
  );
}

function headsOf(lines: MatrixResult['rows'], { codes }: Study): readonly GridHead[] {
  const colors = new Map(codes.map(({ guid, color }) => [guid, color]));
  const names = distinctNames(lines.map(({ path }) => path));
  return lines.map(({ guid, path }, place) => {
    const color = guid === null ? undefined : colors.get(guid);
    return {
      id: guid ?? path.join(pathSeparator),
      name: names[place] ?? '',
      title: path.join(pathSeparator),
      ...(color === undefined ? {} : { color }),
    };
  });
}
