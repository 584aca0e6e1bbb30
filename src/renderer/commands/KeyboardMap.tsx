import './keyboard-map.css';
import { Printer, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { saveBlob } from '../services/files.ts';
import { useLanguage, useT } from '../services/text.ts';
import { notify } from '../services/notices.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { findCommands } from './find-commands.ts';
import { keyboardPage } from './keyboard-page.ts';
import { type CommandCard, commandGroups, holderOf, shortcutFor, shortcutsOf, useRegistry } from './registry.ts';
import { keysOf } from './shortcut.ts';
import { ShortcutButton } from './ShortcutButton.tsx';
import { useCustomShortcuts } from './use-custom-shortcuts.ts';

export type KeyboardMapProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** All commands with their shortcuts, each of which the user may change. */
export function KeyboardMap({ isOpen, onClose }: KeyboardMapProps) {
  const t = useT();
  const language = useLanguage();
  const { reset, hasOwn } = useCustomShortcuts();
  const save = (): void => {
    const { known, custom } = useRegistry.getState();
    const page = keyboardPage([...known.values()], custom, t, language);
    saveBlob(new Blob([page], { type: 'text/html' }), `${t('keyboard.file')}.html`);
  };
  return (
    <Dialog
      title={t('keyboard.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button icon={<Printer />} onPress={save}>
            {t('keyboard.save')}
          </Button>
          <Button onPress={reset} isDisabled={!hasOwn}>
            {t('keyboard.reset')}
          </Button>
        </>
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
  const known = useRegistry((state) => state.known);
  const command = t(card.label);
  const shared = holderOf(shortcutsOf(card, custom), card, known, custom);
  // Its own keys may have gone to another command meanwhile: that one is named, and nothing changes.
  const giveBack = (): void => {
    const shipped = shortcutsOf(card, {});
    const holder = holderOf(shipped, card, known, custom);
    if (!holder) return restore(card.id);
    const keys = shipped.map((shortcut) => keysOf(shortcut).join('+')).join(', ');
    notify({ kind: 'info', text: t('keyboard.taken', { keys, command: t(holder.label) }) });
  };
  return (
    <li className="keyboard-line">
      <span className="ellipsis" title={command}>
        {command}
      </span>
      {shared && <span className="field-error">{t('keyboard.shared', { command: t(shared.label) })}</span>}
      {custom[card.id] !== undefined && (
        <IconButton size="small" label={t('keyboard.reset-one', { command })} icon={<RotateCcw />} onPress={giveBack} />
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
