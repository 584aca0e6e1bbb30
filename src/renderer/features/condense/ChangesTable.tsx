import { History } from 'lucide-react';
import { useMemo } from 'react';
import type { CodeChange } from '../../../shared/contract/condensation.ts';
import { useAnswer } from '../../services/answers.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table } from '../../ui/Table.tsx';
import type { TableColumn } from '../../ui/table-data.ts';

const none: readonly CodeChange[] = [];

/** what was redefined, renamed, split and merged, and why. */
export function ChangesTable() {
  const t = useT();
  const dates = useDateFormat();
  const { data: changes = none, isPending } = useAnswer('condensation.changes', {});
  const columns = useMemo(
    (): readonly TableColumn<CodeChange>[] => [
      { id: 'at', label: t('condense.changes.at'), text: ({ at }) => dates.moment(at), sortBy: ({ at }) => at },
      { id: 'kind', label: t('condense.changes.kind'), text: ({ kind }) => t(`condense.change.${kind}`) },
      {
        id: 'code',
        label: t('condense.changes.code'),
        text: ({ codeName }) => codeName,
        sortBy: ({ codeName }) => codeName,
        isRowHeader: true,
      },
      { id: 'other', label: t('condense.changes.other'), text: ({ otherName }) => otherName },
      { id: 'reason', label: t('condense.changes.reason'), text: ({ reason }) => reason },
      { id: 'coder', label: t('condense.changes.coder'), text: ({ coder }) => coder ?? '' },
    ],
    [t, dates],
  );
  if (!isPending && changes.length === 0) {
    return <EmptyState title={t('condense.changes.none')} text={t('condense.changes.help')} icon={<History />} />;
  }
  return <Table label={t('condense.changes')} columns={columns} rows={changes} rowId={({ guid }) => guid} />;
}
