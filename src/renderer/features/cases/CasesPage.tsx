import { Columns3, FolderPlus, Users } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Command, useCommands } from '../../commands/registry.ts';
import { notify } from '../../services/notices.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CasesDialogs } from './CasesDialogs.tsx';
import { ColumnHeader, columnText } from './ColumnHeader.tsx';
import { DocumentTray } from './DocumentTray.tsx';
import type { Grid } from './grid-model.ts';
import { useCasesDialog } from './store.ts';
import { useCaseDrop } from './use-case-drop.ts';
import type { GridOptions } from './use-grid.ts';
import { useGridChanges, useStudyGrids } from './use-study-grids.ts';
import { VariableGrid } from './VariableGrid.tsx';
import './cases.css';

type Scope = 'case' | 'document';

export type CasesPageProps = {
  /** The memos about a case (`SubjectContext`), put in by the window's composition. */
  readonly memos?: ReactNode;
};

/** Whom or what the study compares, and what is known of each: cases and documents against their variables. */
export function CasesPage({ memos }: CasesPageProps) {
  const t = useT();
  const canChange = useCanChange();
  const [scope, setScope] = useState<Scope>('case');
  const open = useCasesDialog((state) => state.open);
  const { cases, documents, caseGrid, documentGrid, isPending } = useStudyGrids();
  const newCase = (): void => open({ kind: 'new-case' });
  const newVariable = (): void => open({ kind: 'new-variable', scope });
  const isEnabled = () => canChange;
  const commands: readonly Command[] = [
    { id: 'cases.new', label: 'cases.new', group: 'case', isEnabled, run: newCase },
    { id: 'cases.newVariable', label: 'cases.variable.new', group: 'case', isEnabled, run: newVariable },
  ];
  useCommands(commands);
  const caseEntries = (target: Element): readonly MenuEntry[] => {
    const caseId = cases.find(({ guid }) => guid === rowOf(target))?.guid;
    if (caseId === undefined) return [];
    return [
      { id: 'memos', label: t('cases.memos'), onAction: () => open({ kind: 'memos', caseId }) },
      {
        id: 'assign',
        label: t('cases.assign'),
        isDisabled: !canChange,
        onAction: () => open({ kind: 'assign', caseId }),
      },
      {
        id: 'delete',
        label: t('cases.delete'),
        isDanger: true,
        isDisabled: !canChange,
        onAction: () => open({ kind: 'delete-case', caseId }),
      },
    ];
  };
  const newCaseButton = (
    <Button size="small" variant="primary" icon={<FolderPlus />} isDisabled={!canChange} onPress={newCase}>
      {t('cases.new')}
    </Button>
  );
  const casesView =
    !isPending && cases.length === 0 ? (
      <EmptyState
        title={t('cases.empty.title')}
        text={t('cases.empty.text')}
        icon={<Users />}
        actions={newCaseButton}
      />
    ) : (
      <SplitView
        id="cases"
        parts={[
          {
            id: 'grid',
            label: t('cases.grid.cases'),
            content: (
              <ContextMenu label={t('cases.tab.cases')} entries={caseEntries} className="cases-menu">
                <StudyGrid scope="case" grid={caseGrid} />
              </ContextMenu>
            ),
          },
          {
            id: 'tray',
            label: t('cases.tray'),
            content: <DocumentTray documents={documents} cases={cases} />,
            defaultSize: 240,
            minSize: 160,
            isCollapsible: true,
          },
        ]}
      />
    );
  const documentsView =
    documents.length === 0 ? (
      <EmptyState title={t('cases.documents.empty.title')} text={t('cases.documents.empty.text')} icon={<Users />} />
    ) : (
      <StudyGrid scope="document" grid={documentGrid} />
    );
  return (
    <>
      <Tabs<Scope>
        label={t('cases.title')}
        selected={scope}
        onSelect={setScope}
        actions={
          <>
            {newCaseButton}
            <Button size="small" icon={<Columns3 />} isDisabled={!canChange} onPress={newVariable}>
              {t('cases.variable.new')}
            </Button>
          </>
        }
        parts={[
          { id: 'case', label: t('cases.tab.cases'), content: casesView },
          { id: 'document', label: t('cases.tab.documents'), content: documentsView },
        ]}
      />
      <CasesDialogs cases={cases} documents={documents} memos={memos} />
    </>
  );
}

function StudyGrid({ scope, grid }: { readonly scope: Scope; readonly grid: Grid }) {
  const t = useT();
  const canChange = useCanChange();
  const apply = useGridChanges(scope);
  const drop = useCaseDrop();
  const open = useCasesDialog((state) => state.open);
  const options: GridOptions = {
    canChange,
    pageLength: 12,
    apply,
    open: ({ row }) => {
      const found = grid.rows[row];
      if (found && canChange) open({ kind: 'assign', caseId: found.guid });
    },
    onPasted: ({ set, refused, outside }) => {
      const parts = [
        t('cases.paste.done', { count: set }),
        ...(refused > 0 ? [t('cases.paste.refused', { count: refused })] : []),
        ...(outside > 0 ? [t('cases.paste.outside', { count: outside })] : []),
      ];
      notify({ kind: refused + outside > 0 ? 'error' : 'success', text: parts.join(' ') });
    },
    onCopied: (count) => notify({ kind: 'info', text: t('cases.copy.done', { count }) }),
  };
  return (
    <VariableGrid
      label={t(scope === 'case' ? 'cases.grid.cases' : 'cases.grid.documents')}
      grid={grid}
      options={options}
      headerText={(column) => columnText(t, scope, column)}
      renderHeader={(column) => <ColumnHeader column={column} text={columnText(t, scope, column)} />}
      {...(scope === 'case' ? { drop } : {})}
    />
  );
}

/** The row a menu is asked for: the one pointed at, else the one the keyboard is on. */
function rowOf(target: Element): string | undefined {
  const row =
    target.closest<HTMLElement>('.cases-row') ?? document.querySelector<HTMLElement>('.cases-row:has([data-active])');
  return row?.dataset['guid'];
}
