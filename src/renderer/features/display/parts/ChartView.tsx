import { type ReactNode, useMemo, useState } from 'react';
import { useCollator } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { type Sort, sortRows, type TableColumn, type TableValue } from '../../../ui/table-data.ts';
import { DrawnChart, type PlanChart, type Room } from '../charts/DrawnChart.tsx';
import { paperInks } from '../charts/inks.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import { DataTable } from './DataTable.tsx';
import { ViewToolbar } from './ViewToolbar.tsx';

export type ChartViewProps<Row> = {
  /** Under which the choice of picture or table is remembered. */
  readonly id: string;
  /** Of exported files. */
  readonly title: string;
  readonly captionLines: readonly string[];
  readonly fileName: string;
  /** The picture in words, with its keys. */
  readonly label: string;
  readonly tableLabel: string;
  readonly plan: PlanChart;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  /** Controls of this display. */
  readonly children?: ReactNode;
  /** Words below the picture. */
  readonly note?: ReactNode;
  /** Where the numbers say more than the picture. */
  readonly tableFirst?: boolean;
};

/** The size of a picture in a file, in pixels of 1/96 inch: a page across. */
const paperRoom: Room = { width: 900, height: 600 };

/** A picture and its table twin, with exports of both. */
export function ChartView<Row>(props: ChartViewProps<Row>) {
  const { id, title, captionLines, fileName, label, tableLabel, plan, columns, rows, rowId } = props;
  const { onOpen, children, note, tableFirst = false } = props;
  const compare = useCollator();
  const [asTable, setAsTable] = useRemembered<boolean>(`display/${id}-table`, tableFirst);
  const [sort, setSort] = useState<Sort | null>(null);
  const sorted = useMemo(() => sortRows(rows, columns, sort, compare), [rows, columns, sort, compare]);
  const chart: ExportableChart = {
    fileName,
    caption: { title, lines: captionLines },
    draw: (measure) => plan(paperRoom, paperInks, measure).drawing,
    rows: () => [
      columns.map((column) => column.label),
      ...sorted.map((row) => columns.map((column): TableValue => (column.sortBy ?? column.text)(row))),
    ],
  };
  return (
    <>
      <ViewToolbar chart={chart} asTable={asTable} onAsTable={setAsTable}>
        {children}
      </ViewToolbar>
      {asTable ? (
        <DataTable
          label={tableLabel}
          columns={columns}
          rows={sorted}
          rowId={rowId}
          sort={sort}
          onSort={setSort}
          {...(onOpen ? { onAction: onOpen } : {})}
        />
      ) : (
        <DrawnChart label={label} plan={plan} />
      )}
      {note !== undefined && <p className="display-chart-note">{note}</p>}
    </>
  );
}
