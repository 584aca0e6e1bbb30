import { MoreHorizontal } from 'lucide-react';
import { useCanChange } from '../../services/session.ts';
import { type Translate, useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { GridColumn } from './grid-model.ts';
import { useCasesDialog } from './store.ts';

export type ColumnHeaderProps = { readonly column: GridColumn; readonly text: string };

/** The name of a column, and for a variable what can be done to it. */
export function ColumnHeader({ column, text }: ColumnHeaderProps) {
  const t = useT();
  const canChange = useCanChange();
  const open = useCasesDialog((state) => state.open);
  if (column.kind !== 'variable') {
    return (
      <span className="ellipsis" title={text}>
        {text}
      </span>
    );
  }
  const { variable } = column;
  const type = t('cases.variable.header', { name: variable.name, type: t(`cases.type.${variable.type}`) });
  const label = t('cases.variable.actions', { name: variable.name });
  return (
    <>
      <span className="ellipsis" title={variable.description === '' ? type : `${type}\n${variable.description}`}>
        {text}
      </span>
      {canChange && (
        <MenuButton
          label={label}
          entries={[
            { id: 'edit', label: t('cases.variable.edit'), onAction: () => open({ kind: 'edit-variable', variable }) },
            {
              id: 'delete',
              label: t('cases.variable.delete'),
              isDanger: true,
              onAction: () => open({ kind: 'delete-variable', variable }),
            },
          ]}
        >
          <IconButton label={label} icon={<MoreHorizontal />} size="small" />
        </MenuButton>
      )}
    </>
  );
}

/** How a column is called, in the grid of cases or of documents. */
export function columnText(t: Translate, scope: 'case' | 'document', column: GridColumn): string {
  switch (column.kind) {
    case 'name':
      return t(scope === 'case' ? 'cases.column.case' : 'cases.column.document');
    case 'case':
      return t('cases.column.ofCase');
    case 'documents':
      return t('cases.column.documents');
    case 'variable':
      return column.variable.name;
  }
}
