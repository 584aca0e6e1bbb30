import { type KeyboardEvent, useId, useState } from 'react';
import { useT } from '../services/text.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { type CommandCard, holderOf, shortcutFor, useRegistry } from './registry.ts';
import { keysOf, shortcutOf } from './shortcut.ts';

export type ShortcutButtonProps = {
  readonly card: CommandCard;
  /** An empty shortcut means none. */
  readonly onChange: (shortcut: string) => void;
};

/** Keys by which one moves about in any window: taken away, a control could not be reached. */
const reserved: ReadonlySet<string> = new Set(['Tab', 'Shift+Tab', 'Space', 'Shift+F10', 'F6', 'Shift+F6']);

/** Shows a shortcut; pressed, it waits for the keys of a new one. */
export function ShortcutButton({ card, onChange }: ShortcutButtonProps) {
  const t = useT();
  const { known, custom } = useRegistry();
  const keysId = useId();
  const [isWaiting, setWaiting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const shortcut = shortcutFor(card, custom);

  const end = (): void => {
    setWaiting(false);
    setProblem(null);
  };
  const listen = (event: KeyboardEvent): void => {
    if (!isWaiting) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return end();
    if (event.key === 'Delete' || event.key === 'Backspace') {
      onChange('');
      return end();
    }
    const pressed = shortcutOf(event.nativeEvent);
    if (pressed === null) return;
    const keys = keysOf(pressed).join('+');
    if (reserved.has(pressed)) return setProblem(t('keyboard.reserved', { keys }));
    const other = holderOf([pressed], card, known, custom);
    if (other) return setProblem(t('keyboard.taken', { keys, command: t(other.label) }));
    onChange(pressed);
    end();
  };

  return (
    <span className="keyboard-change">
      <button
        type="button"
        className="keyboard-button"
        aria-label={t('keyboard.change', { command: t(card.label) })}
        aria-describedby={keysId}
        onClick={() => setWaiting(true)}
        onKeyDown={listen}
        onBlur={end}
      >
        <span id={keysId}>
          {isWaiting ? t('keyboard.press') : shortcut === null ? t('keyboard.none') : <Kbd shortcut={shortcut} />}
        </span>
      </button>
      {isWaiting && (
        <span role="status" className={problem === null ? 'field-hint' : 'field-error'}>
          {problem ?? t('keyboard.press.hint')}
        </span>
      )}
    </span>
  );
}
