import { Quote } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RetrievalResult } from '../../../../shared/contract/analysis-retrieval.ts';
import type { QuotationFilter } from '../../../parts/quotations-about.ts';
import { useCollator, useNumber, useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import { type Sort, sortRows } from '../../../ui/table-data.ts';
import { fileNameOf, projectLine } from '../captions.ts';
import type { ExportableChart } from '../charts/use-chart-export.ts';
import type { OwnDisplayProps } from '../displays.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { ViewToolbar } from '../parts/ViewToolbar.tsx';
import { resultColumns, type ResultRow, resultRows, resultViews } from './result-tables.ts';

export type RetrievalResultsProps = OwnDisplayProps & {
  readonly result: RetrievalResult;
  readonly provenance: readonly string[];
};

/** What was found: each segment, or how many there are of each code, case or document. A row opens its quotations. */
export function RetrievalResults({ result, provenance, study, project, onOpen }: RetrievalResultsProps) {
  const t = useT();
  const number = useNumber();
  const compare = useCollator();
  const [rememberedView, setView] = useRemembered<string>('display/query-shows', 'segments');
  const view = resultViews.find((each) => each === rememberedView) ?? 'segments';
  const [sort, setSort] = useState<Sort | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const all = useMemo(() => [...new Set(result.segments.flatMap(({ codings }) => codings))], [result]);
  const rows = useMemo(() => resultRows(result, view, study, t), [result, view, study, t]);
  const columns = useMemo(() => resultColumns(view, t, number), [view, t, number]);
  const sorted = useMemo(() => sortRows(rows, columns, sort, compare), [rows, columns, sort, compare]);
  const read = (title: string, filter: QuotationFilter): void => onOpen({ kind: 'quotations', title, filter });
  const chart: ExportableChart = {
    fileName: fileNameOf(project.name, t('display.view.retrieval')),
    caption: { title: t('retrieval.caption'), lines: [projectLine(project, t), provenance.join(' · ')] },
    draw: null,
    rows: () => [columns.map(({ label }) => label), ...sorted.map((row) => columns.map(({ text }) => text(row)))],
  };
  const open = (row: ResultRow): void => {
    setOpened(row.id);
    read(row.name, row.codings ? { codingIds: [...row.codings] } : { codingIds: all, ...row.narrowed });
  };
  return (
    <>
      <ViewToolbar chart={chart}>
        <Select
          label={t('retrieval.shows')}
          size="small"
          value={view}
          onChange={setView}
          options={resultViews.map((id) => ({ id, label: t(`retrieval.shows.${id}`) }))}
        />
        <p className="display-note" role="status">
          {t('retrieval.total', { n: result.total, documents: result.byDocument.length, codings: all.length })}
        </p>
        {all.length > 0 && (
          <Button
            size="small"
            icon={<Quote aria-hidden="true" />}
            onPress={() => {
              setOpened(null);
              read(t('retrieval.found'), { codingIds: all });
            }}
          >
            {t('retrieval.read-all')}
          </Button>
        )}
      </ViewToolbar>
      {result.total === 0 ? (
        <EmptyState title={t('retrieval.none')} text={t('retrieval.none.text')} />
      ) : (
        <DataTable
          label={t(`retrieval.table.${view}`)}
          columns={columns}
          rows={sorted}
          rowId={({ id }) => id}
          sort={sort}
          onSort={setSort}
          onAction={open}
          currentId={opened}
        />
      )}
    </>
  );
}
