// What can be done in a transcript, as commands: keys, palette, menus and buttons run the same ones.

import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { Command } from '../../commands/registry.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import type { Translate } from '../../services/text.ts';
import { useCode } from './store.ts';
import type { CodingActions } from './use-coding-actions.ts';

export type CodeCommandsInput = {
  readonly editor: () => TranscriptHandle | null;
  readonly codings: readonly PlacedCoding[];
  readonly recent: readonly Guid[];
  readonly actions: CodingActions;
  readonly canChange: boolean;
  readonly canReview: boolean;
  readonly setMode: (mode: 'read' | 'edit') => void;
  readonly resizeText: (by: number) => void;
  readonly t: Translate;
};

/** Where keys without a modifier count: in the text, while they cannot be meant as typing. */
const inText = '.transcript-text[data-mode="read"]';
/** Length to which a quotation in the title of a memo is cut. */
const longestTitle = 60;

export function codeCommands(input: CodeCommandsInput): readonly Command[] {
  return [...passageCommands(input), ...recentCommands(input), ...codingCommands(input), ...viewCommands(input)];
}

/** The coding before or after a place, in order of starts. */
export function codingBeside(codings: readonly PlacedCoding[], active: Guid | null, at: number, backward: boolean) {
  const placed = codings
    .filter(({ state }) => state !== 'orphaned')
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const index = placed.findIndex(({ guid }) => guid === active);
  if (index >= 0) return placed[(index + (backward ? -1 : 1) + placed.length) % placed.length] ?? null;
  const found = backward ? placed.findLast(({ start }) => start < at) : placed.find(({ start }) => start >= at);
  return found ?? (backward ? placed.at(-1) : placed[0]) ?? null;
}

function passageCommands({ editor, actions, canChange, t }: CodeCommandsInput): readonly Command[] {
  const hasPassage = (): boolean => passage() !== null;
  const canCode = (): boolean => canChange && hasPassage();
  const words = (range: Range): string => editor()?.slice(range.start, range.end) ?? '';
  const withPassage = (run: (range: Range) => void | Promise<void>) => (): void | Promise<void> => {
    const range = passage();
    if (range) return run(range);
    notify({ kind: 'info', text: t('code.quick.needsPassage') });
    return undefined;
  };
  return [
    {
      id: 'code.quick',
      label: 'code.quick',
      keywords: 'code.keywords.quick',
      shortcut: 'Enter',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange,
      run: withPassage((range) => useCode.getState().set({ quick: { range, codingId: null }, menu: null })),
    },
    {
      id: 'code.inVivo',
      label: 'code.inVivo',
      shortcut: 'Mod+Shift+V',
      group: 'coding',
      isEnabled: canCode,
      run: withPassage((range) => actions.applyInVivo(range, words(range))),
    },
    {
      id: 'code.memoPassage',
      label: 'code.memo.passage',
      shortcut: 'Mod+Shift+M',
      group: 'memo',
      isEnabled: canCode,
      run: withPassage((range) => actions.memoOnPassage(range, titleOf(words(range)))),
    },
    {
      id: 'code.copy',
      label: 'code.copy',
      group: 'coding',
      isEnabled: hasPassage,
      run: withPassage(async (range) => {
        await navigator.clipboard.writeText(words(range).replaceAll('\u2028', '\n'));
        notify({ kind: 'success', text: t('code.copied') });
      }),
    },
  ];
}

function recentCommands({ recent, actions, canChange }: CodeCommandsInput): readonly Command[] {
  return ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((number) => ({
    id: `code.recent.${number}`,
    label: `code.recent.${number}` as const,
    shortcut: String(number),
    within: inText,
    group: 'coding',
    isEnabled: () => canChange && passage() !== null && recent[number - 1] !== undefined,
    run: async () => {
      const code = recent[number - 1];
      const range = passage();
      if (code && range) await actions.apply(range, [code]);
    },
  }));
}

function codingCommands({ editor, codings, actions, canChange }: CodeCommandsInput): readonly Command[] {
  const active = (): PlacedCoding | null => {
    const { codingId } = usePlace.getState();
    return codings.find(({ guid }) => guid === codingId) ?? null;
  };
  const canAct = (): boolean => canChange && active() !== null;
  const onActive = (run: (coding: PlacedCoding) => void | Promise<void>) => (): void | Promise<void> => {
    const coding = active();
    return coding ? run(coding) : undefined;
  };
  const step = (backward: boolean) => async (): Promise<void> => {
    const { codingId, go } = usePlace.getState();
    const next = codingBeside(codings, codingId, editor()?.selected()?.focus ?? 0, backward);
    if (!next) return;
    go({ codingId: next.guid });
    await editor()?.reveal(next);
  };
  return [
    {
      id: 'code.change',
      label: 'code.change',
      group: 'coding',
      isEnabled: canAct,
      run: onActive(({ guid, start, end }) =>
        useCode.getState().set({ quick: { range: { start, end }, codingId: guid }, menu: null }),
      ),
    },
    {
      id: 'code.resize',
      label: 'code.resize',
      shortcut: 'Mod+Shift+Enter',
      group: 'coding',
      isEnabled: () => canAct() && passage() !== null,
      run: onActive(({ guid }) => {
        const range = passage();
        return range ? actions.resize(guid, range) : undefined;
      }),
    },
    {
      id: 'code.memoCoding',
      label: 'code.memo.coding',
      group: 'memo',
      isEnabled: canAct,
      run: onActive(({ guid, start, end }) => actions.memoOnCoding(guid, titleOf(editor()?.slice(start, end) ?? ''))),
    },
    {
      id: 'code.remove',
      label: 'code.remove',
      shortcut: 'Delete',
      within: inText,
      group: 'coding',
      isEnabled: canAct,
      run: onActive(({ guid }) => actions.remove([guid])),
    },
    {
      id: 'code.revealCode',
      label: 'code.revealCode',
      group: 'coding',
      isEnabled: () => active() !== null,
      run: onActive(({ code }) => usePlace.getState().go({ codeIds: [code] })),
    },
    { id: 'code.next', label: 'code.next', shortcut: 'Alt+ArrowDown', group: 'coding', run: step(false) },
    { id: 'code.previous', label: 'code.previous', shortcut: 'Alt+ArrowUp', group: 'coding', run: step(true) },
    {
      id: 'code.clear',
      label: 'code.clear',
      shortcut: 'Escape',
      within: inText,
      group: 'coding',
      isEnabled: () => active() !== null,
      run: () => usePlace.getState().go({ codingId: null }),
    },
  ];
}

function viewCommands({ canChange, canReview, setMode, resizeText }: CodeCommandsInput): readonly Command[] {
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
      run: () => useCode.getState().set({ isReviewOpen: true }),
    },
    { id: 'code.larger', label: 'code.size.larger', shortcut: 'Mod+Alt+.', group: 'view', run: () => resizeText(1) },
    { id: 'code.smaller', label: 'code.size.smaller', shortcut: 'Mod+Alt+,', group: 'view', run: () => resizeText(-1) },
  ];
}

function passage(): Range | null {
  const { selection } = usePlace.getState();
  return selection && selection.end > selection.start ? selection : null;
}

function titleOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= longestTitle ? line : `${line.slice(0, longestTitle).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
