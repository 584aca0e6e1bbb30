import { useEffect } from 'react';
import { useWindowEvent } from '../services/client.ts';
import { type Command, runCommand, shortcutsOf, useRegistry } from './registry.ts';
import { shortcutOf, typesText } from './shortcut.ts';

/** Runs commands by their shortcuts, and those the system's menu asks for. */
export function ShortcutListener() {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useWindowEvent((event) => {
    if (event.type === 'menu') runCommand(event.command);
  });
  return null;
}

function onKeyDown(event: KeyboardEvent): void {
  // A composed character is not a command, and what a control has dealt with is done.
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = shortcutOf(event);
  const target = event.target instanceof Element ? event.target : document.body;
  if (shortcut === null || target.closest('.dialog-backdrop')) return;
  const command = commandFor(shortcut, target);
  if (!command || command.isEnabled?.() === false) return;
  event.preventDefault();
  void command.run();
}

/** The command meant here: one bound to where the focus is comes before one that holds everywhere. */
function commandFor(shortcut: string, target: Element): Command | undefined {
  const { entries, custom } = useRegistry.getState();
  const candidates = [...entries.values()]
    .map(({ command }) => command)
    .filter((command) => shortcutsOf(command, custom).includes(shortcut));
  const bound = candidates.find(({ within }) => within !== undefined && target.closest(within) !== null);
  if (bound && !isField(target)) return bound;
  if (!isFree(shortcut, target)) return undefined;
  return bound ?? candidates.find(({ within }) => within === undefined);
}

const fields = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select';
/** Controls that take letters, Enter and arrows for themselves. */
const controls =
  'button, a[href], summary, input, [role="tree"], [role="treegrid"], [role="listbox"], [role="menu"], [role="grid"], ' +
  '[role="radiogroup"], [role="tablist"], [role="slider"], [role="separator"]';
/** Editing keys that belong to a field while one has the focus. */
const fieldKeys: ReadonlySet<string> = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+A', 'Mod+C', 'Mod+V', 'Mod+X']);

function isFree(shortcut: string, target: Element): boolean {
  if (isField(target)) return !typesText(shortcut) && !fieldKeys.has(shortcut);
  if (!typesText(shortcut)) return true;
  return target.closest(controls) === null && target.closest('[contenteditable="true"]') === null;
}

function isField(target: Element): boolean {
  return target.matches(fields);
}
