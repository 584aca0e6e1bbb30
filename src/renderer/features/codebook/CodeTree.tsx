import { ChevronsDownUp, Eye, Plus, Tags } from 'lucide-react';
import { useMemo } from 'react';
import { runCommand, shortcutFor, useCommands } from '../../commands/registry.ts';
import { useFavourites } from '../../parts/favourites.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ContextMenu } from '../../ui/ContextMenu.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { codeCommands } from './code-commands.ts';
import { CodebookDialogs } from './CodebookDialogs.tsx';
import { CodeTreeLines } from './CodeTreeLines.tsx';
import { useCodebook } from './store.ts';
import { selectedPassage, useCodeActions } from './use-code-actions.ts';
import { useCodeTree } from './use-code-tree.ts';
import { useHiddenCodes } from '../../parts/hidden-codes.ts';
import './codebook.css';

/** The entries of the menu, in their groups. Each is a command. */
const menu: readonly (readonly string[])[] = [
  ['codebook.apply', 'codebook.card', 'codebook.favourite'],
  ['codebook.new', 'codebook.newChild', 'codebook.rename', 'codebook.recolor'],
  ['codebook.moveUp', 'codebook.moveDown', 'codebook.moveIn', 'codebook.moveOut', 'codebook.moveTo'],
  ['codebook.merge', 'codebook.delete'],
  ['codebook.toggleMarks', 'codebook.onlyMarks', 'codebook.showAllMarks'],
];

const noCodes: never[] = [];

/** The codes of the study as a tree: found, made, moved, described, and laid on words. */
export function CodeTree() {
  const t = useT();
  const number = useNumber();
  const canChange = useCanChange();
  const { data: codes = noCodes, isPending } = useAnswer('codes.list', {});
  const actions = useCodeActions(codes);
  const hidden = useHiddenCodes();
  const favourites = useFavourites();
  const tree = useCodeTree(codes);
  const { filter, editing, set } = useCodebook();
  const codeIds = usePlace((place) => place.codeIds);
  const openCard = (): void => void runCommand('codebook.open');
  const commands = codeCommands({
    codes,
    actions,
    hidden,
    favourites,
    canChange,
    isHidden: codeIds.some((guid) => hidden.hidden.has(guid)),
    setCollapsed: tree.setCollapsed,
    openCard,
    t,
  });
  useCommands(commands);
  // What is chosen is asked when the menu opens: the press that opens it may just have chosen it.
  const entries = (): readonly MenuEntry[] =>
    usePlace.getState().codeIds.length === 0
      ? []
      : menu.flatMap((ids, index): MenuEntry[] => [
          ...(index === 0 ? [] : [{ separator: `separator-${index}` }]),
          ...ids.flatMap((id) => {
            const command = commands.find((each) => each.id === id);
            if (!command) return [];
            return {
              id,
              label: t(id === 'codebook.toggleMarks' ? marksLabel() : command.label),
              shortcut: shortcutFor(command),
              isDisabled: command.isEnabled?.() === false,
              isDanger: id === 'codebook.delete',
              onAction: () => void command.run(),
            };
          }),
        ]);
  const marksLabel = () => {
    const isHidden = usePlace.getState().codeIds.some((guid) => hidden.hidden.has(guid));
    return isHidden ? ('codebook.marks.show' as const) : ('codebook.marks.hide' as const);
  };
  const open = (): void => {
    const passage = selectedPassage();
    if (canChange && passage && codeIds.length > 0) void actions.apply(codeIds, passage);
    else openCard();
  };
  const codings = useMemo(() => codes.reduce((sum, code) => sum + code.codings, 0), [codes]);
  const isEmpty = !isPending && codes.length === 0 && editing === null;
  const start = (
    <Button
      variant="primary"
      size="small"
      icon={<Plus />}
      isDisabled={!canChange}
      onPress={() => runCommand('codebook.new')}
    >
      {t('codebook.new')}
    </Button>
  );
  return (
    <Panel
      title={t('codebook.tree')}
      count={codes.length === 0 ? '' : number(codes.length)}
      className="codebook-tree"
      actions={
        <>
          {hidden.hidden.size > 0 && (
            <IconButton
              label={t('codebook.marks.showAll')}
              icon={<Eye />}
              size="small"
              onPress={() => runCommand('codebook.showAllMarks')}
            />
          )}
          <IconButton
            label={t('codebook.collapseAll')}
            icon={<ChevronsDownUp />}
            size="small"
            onPress={() => runCommand('codebook.collapseAll')}
          />
          <IconButton
            label={t('codebook.new')}
            icon={<Plus />}
            size="small"
            isDisabled={!canChange}
            onPress={() => runCommand('codebook.new')}
          />
        </>
      }
      toolbar={<SearchField label={t('codebook.filter')} value={filter} onChange={(text) => set({ filter: text })} />}
      footer={
        codeIds.length > 1
          ? t('codebook.selected', { count: codeIds.length })
          : t('codebook.page.summary', { codes: codes.length, codings })
      }
    >
      {isEmpty ? (
        <EmptyState title={t('codebook.empty.title')} text={t('codebook.empty.text')} icon={<Tags />} actions={start} />
      ) : tree.lines.length === 0 && filter !== '' ? (
        <EmptyState
          title={t('codebook.filter.none', { text: filter })}
          actions={
            <Button
              size="small"
              isDisabled={!canChange}
              onPress={() => {
                void actions.create(filter.trim(), null);
                set({ filter: '' });
              }}
            >
              {t('codebook.filter.create', { text: filter.trim() })}
            </Button>
          }
        />
      ) : (
        <ContextMenu label={t('codebook.tree')} entries={entries} className="codebook-tree-menu">
          <CodeTreeLines
            codes={codes}
            tree={tree}
            actions={actions}
            hidden={hidden}
            canChange={canChange}
            onOpen={open}
          />
        </ContextMenu>
      )}
      <CodebookDialogs codes={codes} actions={actions} />
    </Panel>
  );
}
