// What can be done to documents, as commands: keys, menus, buttons and the palette run the same ones.

import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Command } from '../../commands/registry.ts';
import type { Perform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCollect } from './store.ts';

/** Where the keys of these commands count. */
const inList = '.collect-list';

export type CollectCommandsInput = {
  /** In the researcher's own order. */
  readonly documents: readonly DocumentSummary[];
  readonly canChange: boolean;
  /** Reordering means nothing while the list is sorted by something else. */
  readonly isOwnOrder: boolean;
  readonly perform: Perform;
  readonly chooseFiles: () => void;
  readonly chooseFolder: () => void;
  /** False where files with nothing to decide are imported without being shown. */
  readonly asks: boolean;
  readonly setAsks: (asks: boolean) => void;
};

export function collectCommands(input: CollectCommandsInput): readonly Command[] {
  const { documents, canChange, isOwnOrder, perform } = input;
  const { set } = useCollect.getState();
  const current = (): DocumentSummary | undefined =>
    documents.find(({ guid }) => guid === usePlace.getState().documentId);
  const chosen = (): readonly Guid[] => {
    const { chosen: several } = useCollect.getState();
    const one = current();
    return several.length > 1 ? several : one ? [one.guid] : [];
  };
  const move = (step: 1 | -1) => async () => {
    const document = current();
    const position = document ? documents.indexOf(document) + step : -1;
    if (document && position >= 0 && position < documents.length) {
      await perform('documents.move', { documentId: document.guid, position });
    }
  };
  const group = 'document';
  const within = inList;
  const ifOne = () => canChange && current() !== undefined;
  return [
    {
      id: 'collect.import',
      label: 'collect.import',
      shortcut: 'Mod+I',
      group,
      isEnabled: () => canChange,
      run: input.chooseFiles,
    },
    {
      id: 'collect.importFolder',
      label: 'collect.importFolder',
      group,
      isEnabled: () => canChange,
      run: input.chooseFolder,
    },
    {
      id: 'collect.ask',
      label: input.asks ? 'incoming.ask' : 'incoming.ask.always',
      group,
      run: () => input.setAsks(!input.asks),
    },
    {
      id: 'collect.paste',
      label: 'collect.paste',
      group,
      isEnabled: () => canChange,
      run: () => set({ dialog: { kind: 'paste' } }),
    },
    {
      id: 'collect.open',
      label: 'collect.open',
      group,
      isEnabled: () => current() !== undefined,
      run: () => usePlace.getState().go({ area: 'reduction' }),
    },
    {
      id: 'collect.rename',
      label: 'collect.rename',
      shortcut: 'F2',
      within,
      group,
      isEnabled: ifOne,
      run: () => set({ renaming: current()?.guid ?? null }),
    },
    {
      id: 'collect.moveUp',
      label: 'collect.moveUp',
      shortcut: 'Alt+ArrowUp',
      within,
      group,
      isEnabled: () => ifOne() && isOwnOrder,
      run: move(-1),
    },
    {
      id: 'collect.moveDown',
      label: 'collect.moveDown',
      shortcut: 'Alt+ArrowDown',
      within,
      group,
      isEnabled: () => ifOne() && isOwnOrder,
      run: move(1),
    },
    {
      id: 'collect.delete',
      label: 'collect.delete',
      shortcut: 'Delete',
      within,
      group,
      isEnabled: () => canChange && chosen().length > 0,
      run: () => set({ dialog: { kind: 'delete', documentIds: chosen() } }),
    },
  ];
}
