import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { type Translate, useDateFormat, useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Table } from '../../ui/Table.tsx';
import type { TableColumn } from '../../ui/table-data.ts';

export function HistoryTable({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const t = useT();
  const { moment } = useDateFormat();
  const columns: readonly TableColumn<HistoryEntry>[] = [
    { id: 'when', label: t('history.when'), text: ({ at }) => moment(at) },
    {
      id: 'what',
      label: t('history.what'),
      isRowHeader: true,
      text: (entry) => wordsFor(entry, t),
      render: (entry) => (
        <span className={entry.undone ? 'history-undone' : undefined}>
          {wordsFor(entry, t)} {entry.undone && <Badge>{t('history.undone')}</Badge>}
        </span>
      ),
    },
    { id: 'who', label: t('history.who'), text: ({ coderName }) => coderName ?? t('history.nobody') },
    {
      id: 'changes',
      label: t('history.changes'),
      align: 'end',
      text: (entry) => (entry.kind === 'do' ? t('history.changes.rows', { n: rowsOf(entry) }) : ''),
    },
  ];
  return (
    <div className="history-table">
      <Table label={t('history.title')} columns={columns} rows={entries} rowId={({ sequence }) => String(sequence)} />
    </div>
  );
}

function wordsFor({ kind, label }: HistoryEntry, t: Translate): string {
  return kind === 'do' ? label : t(`history.kind.${kind}`, { what: label });
}

function rowsOf({ changes }: HistoryEntry): number {
  return Object.values(changes).reduce((sum, count) => sum + count, 0);
}
