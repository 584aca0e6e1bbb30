// While the text is edited: a new turn at the caret, a turn joined with the one before it, what a paste left out.

import { useCommands } from '../../commands/registry.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import { joinedTurn, newTurn } from '../../../shared/domain/turn-edits.ts';
import { speakersOf, turnsOf } from '../../../shared/domain/turns.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { notify } from '../../services/notices.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { NewTurnPopover } from './NewTurnPopover.tsx';
import { useCode } from './store.ts';
import { usePasteNotice } from './use-paste-notice.ts';

export type TurnToolsProps = {
  readonly editor: TranscriptHandle | null;
  /** Stores what was typed; what is done between two calls is one step of the history. */
  readonly flush: () => Promise<boolean>;
};

const inEditing = '.transcript-text[data-mode="edit"]';

export function TurnTools({ editor, flush }: TurnToolsProps) {
  const t = useT();
  const canChange = useCanChange();
  usePasteNotice();
  const { mode, dividing, set } = useCode();
  const isEditing = canChange && mode === 'edit';
  const isEnabled = (): boolean => isEditing && editor?.selected() !== null;
  const caret = (): number | null => editor?.selected()?.focus ?? null;
  const carryOut = async ({ at, remove, insert }: Splice): Promise<void> => {
    if (!editor || !(await flush())) return;
    editor.edit({ at, remove, insert });
    const focus = at + insert.length;
    editor.select({ anchor: focus, focus });
    await flush();
  };
  useCommands([
    {
      id: 'code.turn.split',
      label: 'texts.turn.split',
      keywords: 'texts.turn.keywords',
      shortcut: 'Mod+Enter',
      within: inEditing,
      group: 'document',
      isEnabled,
      run: () => set({ dividing: caret() }),
    },
    {
      id: 'code.turn.join',
      label: 'texts.turn.join',
      keywords: 'texts.turn.join.keywords',
      shortcut: 'Mod+Shift+Backspace',
      within: inEditing,
      group: 'document',
      isEnabled,
      run: async () => {
        const at = caret();
        const text = editor?.text() ?? '';
        const splice = at === null ? null : joinedTurn(text, turnsOf(text), at);
        if (splice) await carryOut(splice);
        else notify({ kind: 'info', text: t('texts.turn.join.none') });
      },
    },
  ]);
  const box = dividing === null || !isEditing ? null : editor?.boxOf({ start: dividing, end: dividing });
  if (dividing === null || !box || !editor) return null;
  const text = editor.text();
  const turns = turnsOf(text);
  const leave = (): void => {
    set({ dividing: null });
    editor.focus();
    editor.select({ anchor: dividing, focus: dividing });
  };
  return (
    <NewTurnPopover
      at={box}
      speakers={speakersOf(turns)}
      last={turns.findLast(({ start }) => start <= dividing)?.speaker ?? null}
      onChoose={(speaker) => {
        leave();
        void carryOut(newTurn(text, turns, dividing, speaker));
      }}
      onClose={leave}
    />
  );
}
