import './palette.css';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { useT } from '../services/text.ts';
import { afterClosing } from '../ui/after-closing.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { findCommands } from './find-commands.ts';
import { type Command, runCommand, shortcutFor, useRegistry } from './registry.ts';

export type CommandPaletteProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Every command that can be run now, found by typing in either language. */
export function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const t = useT();
  return (
    <ModalOverlay className="dialog-backdrop" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="dialog-modal palette-modal">
        <Dialog className="palette" aria-label={t('palette.title')}>
          <Commands onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Commands({ onClose }: Pick<CommandPaletteProps, 'onClose'>) {
  const t = useT();
  const [query, setQuery] = useState('');
  const entries = useRegistry((state) => state.entries);
  const found = useMemo(() => {
    const enabled = [...entries.values()]
      .map(({ command }) => command)
      .filter(({ isEnabled }) => isEnabled?.() !== false);
    return findCommands(enabled, query);
  }, [entries, query]);
  const run = (id: string): void => {
    onClose();
    // The command may put the focus elsewhere.
    afterClosing(() => runCommand(id));
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField aria-label={t('palette.title')} autoFocus className="palette-search">
        <Input className="palette-input" placeholder={t('palette.placeholder')} {...combobox} />
      </TextField>
      <ListBox
        className="list palette-list"
        aria-label={t('palette.results')}
        items={found}
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <p className="list-empty">{t('palette.empty')}</p>}
      >
        {(command) => <Entry command={command} />}
      </ListBox>
      <p className="palette-hint">{t('palette.hint')}</p>
    </Autocomplete>
  );
}

/** A field whose list is always open. `Autocomplete` adds which list it controls and which entry is active. */
const combobox = { role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': true } as const;

function Entry({ command }: { readonly command: Command }) {
  const t = useT();
  const shortcut = useRegistry(({ custom }) => shortcutFor(command, custom));
  return (
    <ListBoxItem id={command.id} textValue={t(command.label)} className="list-item">
      <span className="palette-group">{t(`group.${command.group}`)}</span>
      <span className="list-label">{t(command.label)}</span>
      {shortcut !== null && <Kbd shortcut={shortcut} />}
    </ListBoxItem>
  );
}
