// What can be done to codes, as commands: the tree's keys, its menu and the palette run the same ones.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Command } from '../../commands/registry.ts';
import type { Favourites } from '../../parts/favourites.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import type { Translate } from '../../services/text.ts';
import { useCodebook } from './store.ts';
import { childrenOf, nudge, topmost } from './tree-model.ts';
import { type CodeActions, selectedPassage } from './use-code-actions.ts';
import type { HiddenCodes } from '../../parts/hidden-codes.ts';

/** Where the keys of these commands count. */
const inTree = '.codebook-tree-lines';

export type CodeCommandsInput = {
  readonly codes: readonly CodeSummary[];
  readonly actions: CodeActions;
  readonly hidden: HiddenCodes;
  readonly favourites: Favourites;
  readonly canChange: boolean;
  /** The marks of a chosen code are hidden, so that the command shows them. */
  readonly isHidden: boolean;
  readonly setCollapsed: (guids: readonly Guid[]) => void;
  readonly openCard: () => void;
  readonly t: Translate;
};

export function codeCommands(input: CodeCommandsInput): readonly Command[] {
  const { codes, actions, hidden, favourites, canChange, isHidden, setCollapsed, openCard, t } = input;
  const chosen = (): readonly CodeSummary[] => {
    const { codeIds } = usePlace.getState();
    const { active } = useCodebook.getState();
    // With nothing selected, keys are about the row they are pressed on.
    const wanted = codeIds.length === 0 && active !== null ? [active] : codeIds;
    return wanted.flatMap((guid) => codes.find((code) => code.guid === guid) ?? []);
  };
  const first = (): CodeSummary | undefined => chosen()[0];
  const ids = (): readonly Guid[] => chosen().map(({ guid }) => guid);
  const { set } = useCodebook.getState();
  const change = (needed: 'one' | 'any' | 'none') => () =>
    canChange && (needed === 'none' || (needed === 'one' ? chosen().length === 1 : chosen().length > 0));
  const move = (direction: 'up' | 'down' | 'in' | 'out') => () => {
    const code = first();
    if (code) return actions.move(nudge(codes, code.guid, direction));
    return undefined;
  };
  const group = 'code';
  const within = inTree;
  return [
    {
      id: 'codebook.new',
      label: 'codebook.new',
      shortcut: 'Insert',
      within,
      group,
      isEnabled: change('none'),
      run: () => {
        const code = first();
        set({ filter: '', editing: { kind: 'new', parentId: code?.parent ?? null, after: code?.guid ?? null } });
      },
    },
    {
      id: 'codebook.newChild',
      label: 'codebook.newChild',
      shortcut: 'Shift+Insert',
      within,
      group,
      isEnabled: change('one'),
      run: () => {
        const code = first();
        if (!code) return;
        set({
          filter: '',
          editing: { kind: 'new', parentId: code.guid, after: childrenOf(codes, code.guid).at(-1) ?? null },
        });
      },
    },
    {
      id: 'codebook.apply',
      label: 'codebook.apply',
      group: 'coding',
      isEnabled: () => canChange && chosen().length > 0 && selectedPassage() !== null,
      run: () => {
        const passage = selectedPassage();
        if (passage) return actions.apply(ids(), passage);
        notify({ kind: 'info', text: t('codebook.apply.hint') });
        return undefined;
      },
    },
    {
      id: 'codebook.card',
      label: 'codebook.card',
      group,
      isEnabled: () => chosen().length > 0,
      run: openCard,
    },
    {
      id: 'codebook.rename',
      label: 'codebook.rename',
      shortcut: 'F2',
      within,
      group,
      isEnabled: change('one'),
      run: () => {
        const code = first();
        if (code) set({ editing: { kind: 'rename', guid: code.guid } });
      },
    },
    {
      id: 'codebook.recolor',
      label: 'codebook.recolor',
      group,
      isEnabled: change('one'),
      run: () => {
        const code = first();
        if (code) set({ dialog: { kind: 'color', guid: code.guid } });
      },
    },
    {
      id: 'codebook.moveUp',
      label: 'codebook.moveUp',
      shortcut: 'Alt+ArrowUp',
      within,
      group,
      isEnabled: change('one'),
      run: move('up'),
    },
    {
      id: 'codebook.moveDown',
      label: 'codebook.moveDown',
      shortcut: 'Alt+ArrowDown',
      within,
      group,
      isEnabled: change('one'),
      run: move('down'),
    },
    {
      id: 'codebook.moveIn',
      label: 'codebook.moveIn',
      shortcut: 'Alt+ArrowRight',
      within,
      group,
      isEnabled: change('one'),
      run: move('in'),
    },
    {
      id: 'codebook.moveOut',
      label: 'codebook.moveOut',
      shortcut: 'Alt+ArrowLeft',
      within,
      group,
      isEnabled: change('one'),
      run: move('out'),
    },
    {
      id: 'codebook.moveTo',
      label: 'codebook.moveTo',
      group,
      isEnabled: change('any'),
      run: () => set({ dialog: { kind: 'move', codeIds: topmost(codes, ids()).map(({ guid }) => guid) } }),
    },
    {
      id: 'codebook.merge',
      label: 'codebook.merge',
      group,
      isEnabled: change('any'),
      run: () => set({ dialog: { kind: 'merge', codeIds: ids() } }),
    },
    {
      id: 'codebook.split',
      label: 'codebook.split',
      keywords: 'codebook.split.keywords',
      group,
      isEnabled: change('one'),
      run: () => {
        const code = first();
        if (code) set({ dialog: { kind: 'split', guid: code.guid } });
      },
    },
    {
      id: 'codebook.favourite',
      label: 'coding.favourite',
      keywords: 'coding.favourite.keywords',
      shortcut: 'Mod+D',
      within,
      group,
      isEnabled: change('any'),
      run: () => favourites.toggle(ids()),
    },
    {
      id: 'codebook.delete',
      label: 'codebook.delete',
      shortcut: 'Delete',
      within,
      group,
      isEnabled: change('any'),
      run: () => set({ dialog: { kind: 'delete', codeIds: ids() } }),
    },
    {
      id: 'codebook.toggleMarks',
      label: isHidden ? 'codebook.marks.show' : 'codebook.marks.hide',
      group: 'view',
      isEnabled: () => chosen().length > 0,
      run: () => hidden.toggle(ids()),
    },
    {
      id: 'codebook.onlyMarks',
      label: 'codebook.marks.only',
      group: 'view',
      isEnabled: () => chosen().length > 0,
      run: () =>
        hidden.showOnly(
          ids(),
          codes.map(({ guid }) => guid),
        ),
    },
    {
      id: 'codebook.showAllMarks',
      label: 'codebook.marks.showAll',
      group: 'view',
      isEnabled: () => hidden.hidden.size > 0,
      run: hidden.showAll,
    },
    { id: 'codebook.expandAll', label: 'codebook.expandAll', group: 'view', run: () => setCollapsed([]) },
    {
      id: 'codebook.collapseAll',
      label: 'codebook.collapseAll',
      group: 'view',
      run: () =>
        setCollapsed(codes.filter(({ guid }) => codes.some(({ parent }) => parent === guid)).map(({ guid }) => guid)),
    },
    {
      id: 'codebook.export',
      label: 'codebook.export',
      group: 'project',
      isEnabled: () => codes.length > 0,
      run: () => set({ dialog: { kind: 'export' } }),
    },
  ];
}
