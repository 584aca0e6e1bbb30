import './keyboard-map.css';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../services/text.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { findCommands } from './find-commands.ts';
import { type CommandCard, commandGroups, shortcutFor, useRegistry } from './registry.ts';
import { keysOf } from './shortcut.ts';
import { ShortcutButton } from './ShortcutButton.tsx';
import { useCustomShortcuts } from './use-custom-shortcuts.ts';

export type KeyboardMapProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** All commands with their shortcuts, each of which the user may change. */
export function KeyboardMap({ isOpen, onClose }: KeyboardMapProps) {
  const t = useT();
  const { reset, hasOwn } = useCustomShortcuts();
  return (
    <Dialog
      title={t('keyboard.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="wide"
      footer={
        <Button onPress={reset} isDisabled={!hasOwn}>
          {t('keyboard.reset')}
        </Button>
      }
    >
      <Shortcuts />
    </Dialog>
  );
}

function Shortcuts() {
  const t = useT();
  const [filter, setFilter] = useState('');
  const known = useRegistry((state) => state.known);
  const custom = useRegistry((state) => state.custom);
  const all = [...known.values()];
  const byKeys = all.filter((card) => {
    const shortcut = shortcutFor(card, custom);
    return shortcut !== null && keysOf(shortcut).join('+').toLowerCase() === filter.trim().toLowerCase();
  });
  const found = byKeys.length > 0 ? byKeys : findCommands(all, filter);
  return (
    <>
      <p className="dialog-text">{t('keyboard.intro')}</p>
      <SearchField label={t('keyboard.filter')} value={filter} onChange={setFilter} />
      <div className="keyboard-groups">
        {commandGroups
          .map((group) => ({ group, cards: found.filter((card) => card.group === group) }))
          .filter(({ cards }) => cards.length > 0)
          .map(({ group, cards }) => (
            <section key={group}>
              <h3 className="keyboard-heading">{t(`group.${group}`)}</h3>
              <ul>
                {cards.map((card) => (
                  <Line key={card.id} card={card} />
                ))}
              </ul>
            </section>
          ))}
        {filter === '' && <FixedKeys />}
      </div>
    </>
  );
}

function Line({ card }: { readonly card: CommandCard }) {
  const t = useT();
  const { custom, change, restore } = useCustomShortcuts();
  const command = t(card.label);
  return (
    <li className="keyboard-line">
      <span className="ellipsis">{command}</span>
      {custom[card.id] !== undefined && (
        <IconButton
          size="small"
          label={t('keyboard.reset-one', { command })}
          icon={<RotateCcw />}
          onPress={() => restore(card.id)}
        />
      )}
      <ShortcutButton card={card} onChange={(shortcut) => change(card.id, shortcut)} />
    </li>
  );
}

const fixedKeys = [
  { key: 'keyboard.fixed.tab', shortcuts: ['Tab', 'Shift+Tab'] },
  { key: 'keyboard.fixed.arrows', shortcuts: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  { key: 'keyboard.fixed.menu', shortcuts: ['Shift+F10'] },
  { key: 'keyboard.fixed.escape', shortcuts: ['Escape'] },
] as const;

function FixedKeys() {
  const t = useT();
  return (
    <section>
      <h3 className="keyboard-heading">{t('keyboard.fixed')}</h3>
      <ul>
        {fixedKeys.map(({ key, shortcuts }) => (
          <li key={key} className="keyboard-line">
            <span className="ellipsis">{t(key)}</span>
            <span className="keyboard-fixed">
              {shortcuts.map((shortcut) => (
                <Kbd key={shortcut} shortcut={shortcut} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
