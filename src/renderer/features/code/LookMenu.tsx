import { Glasses } from 'lucide-react';
import { runCommand, shortcutFor, useRegistry } from '../../commands/registry.ts';
import { numberKinds } from '../../editor/look.ts';
import { useTextNotes } from '../../parts/text-notes.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { MenuButton, type MenuAction } from '../../ui/Menu.tsx';
import type { LookChoice } from './use-look.ts';

/** What is seen beside and under the words, and how they are set. */
export function LookMenu({ choice }: { readonly choice: LookChoice }) {
  const t = useT();
  const entries = useRegistry((state) => state.entries);
  const entry = (id: string, isChecked?: boolean): MenuAction => {
    const command = entries.get(id)?.command;
    return {
      id,
      label: command ? t(command.label) : '',
      shortcut: command ? shortcutFor(command) : null,
      ...(isChecked === undefined ? {} : { isChecked }),
      onAction: () => void runCommand(id),
    };
  };
  const hasCards = useTextNotes((state) => state.hasCards);
  const { look, hasMargin } = choice;
  return (
    <MenuButton
      label={t('seeing.menu')}
      entries={[
        entry('look.margin', hasMargin),
        entry('look.overview', look.hasOverview),
        entry('look.patterns', look.hasPatterns),
        {
          id: 'numbers',
          label: t('seeing.numbers'),
          children: numberKinds.map((kind) => entry(`look.numbers.${kind}`, look.numbers === kind)),
        },
        entry('notes.cards', hasCards),
        { separator: 'modes' },
        entry('look.bare', look.isBare),
        entry('look.focus', choice.isFocused),
        { separator: 'reading' },
        entry('code.larger'),
        entry('code.smaller'),
        { id: 'reading', label: t('seeing.reading.open'), onAction: () => void runCommand('settings.open') },
      ]}
    >
      <IconButton label={t('seeing.menu')} icon={<Glasses />} size="small" />
    </MenuButton>
  );
}
