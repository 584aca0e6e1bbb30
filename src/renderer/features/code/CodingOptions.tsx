import { List, Tags } from 'lucide-react';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { useT } from '../../services/text.ts';
import { IconButton, ToggleButton } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/Menu.tsx';
import type { CodingView } from './code-commands.ts';

/** What is on the screen while coding, and how selections are taken. */
export function CodingOptions({ view }: { readonly view: CodingView }) {
  const t = useT();
  const listKey = useShortcut('code.list');
  return (
    <>
      <ToggleButton
        label={t('coding.list.toggle')}
        icon={<List />}
        shortcut={listKey}
        size="small"
        isSelected={view.hasList}
        onChange={() => runCommand('code.list')}
      />
      <MenuButton
        label={t('coding.options')}
        entries={[
          {
            id: 'strip',
            label: t('coding.strip.toggle'),
            isChecked: view.hasStrip,
            onAction: () => void runCommand('code.strip'),
          },
          {
            id: 'words',
            label: t('coding.toWords.toggle'),
            isChecked: view.toWords,
            onAction: () => void runCommand('code.toWords'),
          },
        ]}
      >
        <IconButton label={t('coding.options')} icon={<Tags />} size="small" />
      </MenuButton>
    </>
  );
}
