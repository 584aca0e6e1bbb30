// Keyboard shortcuts as text: `Mod+Shift+Z`. `Mod` is Command on a Mac and Control elsewhere.

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** The one way to write a shortcut, so that two that mean the same are equal. Empty where it is none. */
export function normalizeShortcut(text: string): string {
  const parts = text.split('+').map((part) => part.trim());
  // `Mod++` is the plus key with Mod.
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  if (key === '' || modifierNames.has(key)) return '';
  const modifiers = modifierOrder.filter((name) =>
    parts.slice(0, -1).some((part) => part.toLowerCase() === name.toLowerCase()),
  );
  return [...modifiers, key.length === 1 ? key.toUpperCase() : key].join('+');
}

/** The shortcut a key press makes, or null where only modifiers are held. */
export function shortcutOf(press: KeyPress, mac = isMac): string | null {
  if (modifierNames.has(press.key) || press.key === 'Dead' || press.key === 'Unidentified') return null;
  const isMod = mac ? press.metaKey : press.ctrlKey;
  const isControl = mac ? press.ctrlKey : press.metaKey;
  const key = keyOf(press);
  // Shift makes a sign of its own (`?`, `!`), which names it already; letters and named keys keep it.
  const keepsShift = key.length > 1 || /^[\p{L}\p{N}]$/u.test(key);
  const modifiers = [
    isMod ? 'Mod' : '',
    isControl ? 'Control' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey && keepsShift ? 'Shift' : '',
  ].filter((name) => name !== '');
  return [...modifiers, key].join('+');
}

/** How the keys are called on this keyboard, one by one. */
export function keysOf(shortcut: string, mac = isMac): readonly string[] {
  const key = shortcut.endsWith('+') ? '+' : (shortcut.split('+').at(-1) ?? '');
  const modifiers = shortcut
    .slice(0, shortcut.length - key.length)
    .split('+')
    .filter((name) => name !== '');
  return [...modifiers.map((name) => (mac ? macNames : plainNames)[name] ?? name), keyNames[key] ?? key];
}

/** Whether a shortcut would be typed as text in a field. */
export function typesText(shortcut: string): boolean {
  return !/(?:^|\+)(?:Mod|Control|Alt)\+/.test(shortcut) && !/^(?:Shift\+)?F\d{1,2}$/.test(shortcut);
}

const modifierOrder = ['Mod', 'Control', 'Alt', 'Shift'];
const modifierNames: ReadonlySet<string> = new Set([
  'Mod',
  'Control',
  'Alt',
  'Shift',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Fn',
]);
const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const plainNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', Control: 'Meta', Alt: 'Alt', Shift: 'Shift' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

function keyOf({ key, code, altKey, shiftKey }: KeyPress): string {
  // Alt makes other signs of letters on a Mac, and Shift of digits everywhere: the key itself is meant.
  const fromCode = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  const isSign = key.length === 1 && !/^[\p{L}\p{N}]$/u.test(key);
  if (fromCode && (altKey || (shiftKey && isSign))) return fromCode[1] ?? fromCode[2] ?? key;
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}
