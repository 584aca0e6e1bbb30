// What can be done in a transcript, as commands: keys, palette, menus and buttons run the same ones.

import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/turns.ts';
import type { Command } from '../../commands/registry.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { useReviewing } from '../../parts/reviewing.ts';
import { useSearching } from '../../parts/searching.ts';
import type { Translate } from '../../services/text.ts';
import { codingCommands } from './coding-commands.ts';
import { inText } from './passage.ts';
import { passageCommands } from './passage-commands.ts';
import type { Resizing } from './resizing.ts';
import { useCode } from './store.ts';
import { unitCommands } from './unit-commands.ts';
import type { CodingActions } from './use-coding-actions.ts';

export type CodeCommandsInput = {
  readonly editor: () => TranscriptHandle | null;
  readonly codings: readonly PlacedCoding[];
  readonly turns: readonly Turn[];
  /** What the number keys stand for. */
  readonly keyCodes: readonly CodeSummary[];
  /** What the last passage was coded with. */
  readonly last: readonly Guid[];
  readonly actions: CodingActions;
  readonly resizing: Resizing;
  readonly view: CodingView;
  readonly canChange: boolean;
  readonly canReview: boolean;
  readonly setMode: (mode: 'read' | 'edit') => void;
  readonly t: Translate;
};

/** What is shown and done while coding, as this user likes it. */
export type CodingView = {
  readonly hasStrip: boolean;
  readonly hasList: boolean;
  /** Every selection is widened to whole words. */
  readonly toWords: boolean;
  readonly toggle: (what: 'hasStrip' | 'hasList' | 'toWords') => void;
};

export function codeCommands(input: CodeCommandsInput): readonly Command[] {
  return [...passageCommands(input), ...unitCommands(input), ...codingCommands(input), ...viewCommands(input)];
}

function viewCommands({ canChange, canReview, setMode, view }: CodeCommandsInput): readonly Command[] {
  return [
    {
      id: 'code.find',
      label: 'code.find.open',
      keywords: 'code.keywords.find',
      shortcut: 'Mod+F',
      group: 'document',
      run: () => {
        const { find, set } = useCode.getState();
        set({ find: { ...find, isOpen: true } });
      },
    },
    {
      id: 'code.replace',
      label: 'texts.replace.here',
      keywords: 'texts.replace.here.keywords',
      shortcut: 'Mod+Shift+H',
      group: 'document',
      isEnabled: () => canChange,
      run: () => {
        useSearching.getState().set({ replaces: true });
        useCode.getState().set({ find: { isOpen: true } });
      },
    },
    {
      id: 'code.mode',
      label: 'code.mode.toggle',
      keywords: 'code.keywords.mode',
      shortcut: 'Mod+E',
      group: 'document',
      isEnabled: () => canChange,
      run: () => setMode(useCode.getState().mode === 'read' ? 'edit' : 'read'),
    },
    {
      id: 'code.review',
      label: 'code.review.open',
      group: 'document',
      isEnabled: () => canReview,
      run: () => useReviewing.getState().set({ scope: 'document' }),
    },
    {
      id: 'code.strip',
      label: 'coding.strip.toggle',
      keywords: 'coding.strip.keywords',
      group: 'view',
      run: () => view.toggle('hasStrip'),
    },
    {
      id: 'code.list',
      label: 'coding.list.toggle',
      keywords: 'coding.list.keywords',
      shortcut: 'L',
      within: inText,
      group: 'view',
      run: () => view.toggle('hasList'),
    },
    {
      id: 'code.toWords',
      label: 'coding.toWords.toggle',
      keywords: 'coding.select.keywords',
      group: 'view',
      run: () => view.toggle('toWords'),
    },
  ];
}
