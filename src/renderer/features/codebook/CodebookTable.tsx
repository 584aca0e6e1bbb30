import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { usePlace } from '../../services/place.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Table } from '../../ui/Table.tsx';
import type { TableColumn } from '../../ui/table-data.ts';

export type CodebookTableProps = { readonly codes: readonly CodeSummary[]; readonly onOpen: () => void };

/** Every code with its rules side by side, as a codebook is checked before it is printed. */
export function CodebookTable({ codes, onOpen }: CodebookTableProps) {
  const t = useT();
  const number = useNumber();
  const codeIds = usePlace((place) => place.codeIds);
  const go = usePlace((place) => place.go);
  const prose = (id: 'description' | 'include' | 'exclude', label: string): TableColumn<CodeSummary> => ({
    id,
    label,
    text: (code) => code[id],
    render: (code) => (
      <span className="codebook-table-cell" title={code[id]}>
        {code[id]}
      </span>
    ),
  });
  const columns: readonly TableColumn<CodeSummary>[] = [
    {
      id: 'code',
      label: t('codebook.page.column.code'),
      text: ({ path }) => path.join(pathSeparator),
      render: ({ color, path }) => <CodeLabel color={color} path={path} />,
      sortBy: ({ path }) => path.join(pathSeparator),
      isRowHeader: true,
    },
    {
      id: 'kind',
      label: t('codebook.page.column.kind'),
      text: ({ kind }) => (kind === null ? '' : t(`codebook.kind.${kind}`)),
      sortBy: ({ kind }) => (kind === null ? null : t(`codebook.kind.${kind}`)),
    },
    prose('description', t('codebook.page.column.definition')),
    prose('include', t('codebook.page.column.include')),
    prose('exclude', t('codebook.page.column.exclude')),
    {
      id: 'codings',
      label: t('codebook.page.column.codings'),
      text: ({ codings }) => number(codings),
      sortBy: ({ codings }) => codings,
      align: 'end',
    },
    {
      id: 'documents',
      label: t('codebook.page.column.documents'),
      text: ({ documents }) => number(documents),
      sortBy: ({ documents }) => documents,
      align: 'end',
    },
  ];
  return (
    <Table
      label={t('codebook.title')}
      columns={columns}
      rows={codes}
      rowId={({ guid }) => guid}
      selectedIds={new Set(codeIds)}
      onSelect={(ids) => go({ codeIds: codes.filter(({ guid }) => ids.includes(guid)).map(({ guid }) => guid) })}
      onAction={({ guid }) => {
        go({ codeIds: [guid] });
        onOpen();
      }}
    />
  );
}
