import { useMemo, useState } from 'react';
import type { NetworkDetails } from '../../../../shared/contract/networks.ts';
import { useCollator, useT } from '../../../services/text.ts';
import { type Sort, sortRows, type TableColumn } from '../../../ui/table-data.ts';
import { DataTable } from '../parts/DataTable.tsx';
import { type BoardRow, boardRows, type Chosen } from './board-model.ts';

export type NetworkTableProps = {
  readonly network: NetworkDetails;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen) => void;
};

/** The network without a picture: a line for each link, and for each node that has none. */
export function NetworkTable({ network, chosen, onChoose }: NetworkTableProps) {
  const t = useT();
  const compare = useCollator();
  const [sort, setSort] = useState<Sort | null>(null);
  const columns = useMemo((): readonly TableColumn<BoardRow>[] => {
    const column = (id: 'from' | 'relation' | 'to' | 'note', text: (row: BoardRow) => string) => ({
      id,
      label: t(`network.${id}`),
      text,
      sortBy: text,
    });
    const count = ({ link }: BoardRow): number => link?.evidence.length ?? 0;
    return [
      column('from', ({ node }) => node.label),
      column('relation', ({ link }) => (link ? t(`network.link.${link.kind}`) : t('network.alone'))),
      column('to', ({ to }) => to?.label ?? ''),
      {
        id: 'evidence',
        label: t('network.evidence'),
        align: 'end',
        text: (row) => (row.link?.isMarked ? `${count(row)} – ${t('network.marked')}` : String(count(row))),
        sortBy: count,
      },
      column('note', ({ node, link }) => (link ?? node).note),
    ];
  }, [t]);
  const rows = useMemo(() => sortRows(boardRows(network), columns, sort, compare), [network, columns, sort, compare]);
  return (
    <DataTable
      label={t('networks.table', { name: network.name })}
      columns={columns}
      rows={rows}
      rowId={({ node, link }) => (link ?? node).guid}
      sort={sort}
      onSort={setSort}
      currentId={chosen?.guid ?? null}
      onAction={({ node, link }) =>
        onChoose(link ? { kind: 'link', guid: link.guid } : { kind: 'node', guid: node.guid })
      }
    />
  );
}
