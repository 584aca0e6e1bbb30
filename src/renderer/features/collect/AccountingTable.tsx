import { ClipboardList, FileDown } from 'lucide-react';
import { useMemo } from 'react';
import { useAnswer, useFetchAnswer } from '../../services/answers.ts';
import { useSaveFromStudy } from '../../services/leaving.ts';
import { usePlace } from '../../services/place.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import type { TableColumn } from '../../ui/table-data.ts';
import { type AccountingColumn, accountingOf, type AccountingRow } from './accounting.ts';
import './collect.css';

const none: never[] = [];

/** which sources there are for which case, how they were gathered, and what is missing. */
export function AccountingTable() {
  const t = useT();
  const dates = useDateFormat();
  const fetchAnswer = useFetchAnswer();
  const { data: documents = none } = useAnswer('documents.list', {});
  const { data: cases = none } = useAnswer('cases.list', {});
  const { data: variables = none } = useAnswer('variables.list', {});
  const { data: values = none } = useAnswer('variables.documentValues', {});
  const log = useMemo(
    () => accountingOf(documents, cases, variables, values, ({ kind }) => t(`collect.kind.${kind}`)),
    [documents, cases, variables, values, t],
  );
  const nameOf = (column: AccountingColumn): string =>
    'name' in column ? column.name : t(`collect.accounting.column.${column.id}`);
  const typeOf = (column: AccountingColumn) => variables.find(({ guid }) => guid === column.id)?.type;
  const isDay = (column: AccountingColumn): boolean => column.id === 'date' || typeOf(column) === 'Date';
  const shown = (column: AccountingColumn, cell: string): string => {
    if (isDay(column)) return dates.day(cell);
    if (typeOf(column) !== 'Boolean') return cell;
    return t(cell === 'true' ? 'cases.value.true' : 'cases.value.false');
  };
  const columns: readonly TableColumn<AccountingRow>[] = [
    {
      id: 'document',
      label: t('collect.accounting.column.document'),
      text: ({ document }) => document.title,
      sortBy: ({ document }) => document.title,
      isRowHeader: true,
    },
    ...log.columns.map((column, index): TableColumn<AccountingRow> => {
      const gap = t(column.id === 'coded' ? 'collect.accounting.uncoded' : 'collect.accounting.gap');
      const cellOf = ({ cells }: AccountingRow): string | null => cells[index] ?? null;
      return {
        id: column.id,
        label: nameOf(column),
        text: (row) => cellOf(row) ?? '',
        render: (row) => {
          const cell = cellOf(row);
          if (cell === null) return <Badge tone="warning">{gap}</Badge>;
          const words = shown(column, cell);
          return isDay(column) ? <span className="collect-accounting-day">{words}</span> : words;
        },
        sortBy: (row) => {
          const cell = cellOf(row);
          return column.id === 'coded' && cell !== null ? Number(cell) : cell;
        },
        ...(column.id === 'coded' ? { align: 'end' as const } : {}),
      };
    }),
  ];
  const saveFromStudy = useSaveFromStudy();
  const save = async (): Promise<void> => {
    const rows = log.rows.map(({ document, cells }) => [document.title, ...cells]);
    const head = columns.map(({ label }) => label);
    const { csv } = await fetchAnswer('analysis.exportTable', { rows: [head, ...rows] });
    await saveFromStudy(new Blob([csv], { type: 'text/csv' }), `${t('collect.accounting.file')}.csv`);
  };
  if (documents.length === 0) {
    return (
      <EmptyState
        title={t('collect.accounting.empty.title')}
        text={t('collect.accounting.empty.text')}
        icon={<ClipboardList />}
      />
    );
  }
  const gaps = log.columns.flatMap((column, index) => {
    const count = log.gaps[index] ?? 0;
    return count === 0 ? [] : [{ id: column.id, text: `${nameOf(column)}: ${count}` }];
  });
  return (
    <section className="collect-accounting" aria-label={t('collect.accounting.title')}>
      <header className="collect-accounting-head">
        <div>
          <h2 className="collect-accounting-title">{t('collect.accounting.title')}</h2>
          <p className="collect-details-note">{t('collect.accounting.intro')}</p>
        </div>
        <Button size="small" icon={<FileDown />} onPress={() => void save()}>
          {t('collect.accounting.export')}
        </Button>
      </header>
      <div className="collect-accounting-gaps">
        {gaps.length === 0 && log.casesWithoutDocuments.length === 0 && (
          <Badge tone="success">{t('collect.accounting.complete')}</Badge>
        )}
        {gaps.length > 0 && <span>{t('collect.accounting.gaps')}</span>}
        {gaps.map(({ id, text }) => (
          <Badge key={id} tone="warning">
            {text}
          </Badge>
        ))}
        {log.casesWithoutDocuments.length > 0 && (
          <Badge tone="warning">
            {t('collect.accounting.cases', { names: log.casesWithoutDocuments.map(({ name }) => name).join(', ') })}
          </Badge>
        )}
      </div>
      <div className="collect-accounting-table">
        <Table
          label={t('collect.accounting.title')}
          columns={columns}
          rows={log.rows}
          rowId={({ document }) => document.guid}
          onAction={({ document }) => usePlace.getState().go({ area: 'reduction', documentId: document.guid })}
        />
      </div>
    </section>
  );
}
