// What can be done with a selected passage.

import type { Range } from '../../../shared/domain/segments.ts';
import type { Command } from '../../commands/registry.ts';
import { notify } from '../../services/notices.ts';
import type { CodeCommandsInput } from './code-commands.ts';
import { inText, passageIn, titleOf } from './passage.ts';
import { useCode } from './store.ts';

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export function passageCommands({
  editor,
  actions,
  canChange,
  keyCodes,
  last,
  t,
}: CodeCommandsInput): readonly Command[] {
  const hasPassage = (): boolean => passageIn(editor()) !== null;
  const canCode = (): boolean => canChange && hasPassage();
  const words = (range: Range): string => editor()?.slice(range.start, range.end) ?? '';
  const withPassage = (run: (range: Range) => void | Promise<void>) => (): void | Promise<void> => {
    const range = passageIn(editor());
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
      run: withPassage((range) =>
        useCode.getState().set({ quick: { passages: [range], codingIds: [], note: null }, menu: null }),
      ),
    },
    {
      id: 'code.repeat',
      label: 'coding.repeat',
      keywords: 'coding.repeat.keywords',
      shortcut: '.',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange && last.length > 0,
      run: withPassage((range) => actions.apply([range], last)),
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
    ...numbers.map((number) => ({
      id: `code.key.${number}`,
      label: `coding.key.${number}` as const,
      keywords: 'coding.key.keywords' as const,
      shortcut: String(number),
      within: inText,
      group: 'coding' as const,
      isEnabled: () => canChange && keyCodes[number - 1] !== undefined,
      run: withPassage((range) => {
        const code = keyCodes[number - 1];
        return code && actions.apply([range], [code.guid]);
      }),
    })),
  ];
}
