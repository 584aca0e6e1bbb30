// Commands as objects: the palette, menus, buttons, shortcuts and context menus all show and run the same ones.

import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { normalizeShortcut } from './shortcut.ts';

/** Headings under which commands are listed. */
export const commandGroups = [
  'project',
  'edit',
  'go',
  'document',
  'coding',
  'code',
  'case',
  'memo',
  'display',
  'view',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

export type Command = {
  /** `area.verb`, unique. */
  readonly id: string;
  readonly label: MessageKey;
  /** More words to find it by, separated by commas. */
  readonly keywords?: MessageKey;
  /** As shipped; the user may choose another. `Mod` is Command on a Mac and Control elsewhere. */
  readonly shortcut?: string;
  /** A second shipped one for other habits, in force as long as the user has not chosen one. */
  readonly alternate?: string;
  /** A selector the focus must be in for the shortcut to count, for keys such as Enter. */
  readonly within?: string;
  readonly group: CommandGroup;
  readonly isEnabled?: () => boolean;
  readonly run: () => void | Promise<void>;
};

/** What the keyboard map shows of a command, mounted or not. */
export type CommandCard = Pick<Command, 'id' | 'label' | 'keywords' | 'shortcut' | 'alternate' | 'within' | 'group'>;

type Entry = { readonly owner: string; readonly command: Command };

type RegistryState = {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Every command met so far, also of areas that are not on screen. */
  readonly known: ReadonlyMap<string, CommandCard>;
  /** The user's own shortcuts by command; empty where the user wants none. */
  readonly custom: Readonly<Record<string, string>>;
};

export const useRegistry = create<RegistryState>()(() => ({ entries: new Map(), known: new Map(), custom: {} }));

/**
 * Registers commands while the component is mounted. The array may be a new one at each render.
 * @throws Error where an identifier or a shipped shortcut is taken (not in the built program)
 */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  // Only what is listed of a command registers it anew; what it does is looked up when it runs.
  const [cards, setCards] = useState(() => commands.map(cardOf));
  const now = commands.map(cardOf);
  if (JSON.stringify(now) !== JSON.stringify(cards)) setCards(now);
  useEffect(() => {
    const find = (id: string): Command | undefined => latest.current.find((command) => command.id === id);
    register(
      owner,
      cards.map((card) => ({
        ...card,
        isEnabled: () => find(card.id)?.isEnabled?.() ?? true,
        run: () => find(card.id)?.run(),
      })),
    );
    return () => unregister(owner);
  }, [owner, cards]);
}

/** Makes commands of areas not on screen known to the keyboard map. */
export function describeCommands(cards: readonly CommandCard[]): void {
  useRegistry.setState(({ known }) => ({
    known: new Map([...known, ...cards.map((card): [string, CommandCard] => [card.id, cardOf(card)])]),
  }));
}

/** @returns a function that runs the command if it is there and enabled */
export function useRunCommand(id: string): () => void {
  return useCallback(() => runCommand(id), [id]);
}

/** A registered command, for a button or menu that shows it. */
export function useCommand(id: string): Command | undefined {
  return useRegistry(({ entries }) => entries.get(id)?.command);
}

/** @returns whether it ran */
export function runCommand(id: string): boolean {
  const command = useRegistry.getState().entries.get(id)?.command;
  if (!command || command.isEnabled?.() === false) return false;
  void command.run();
  return true;
}

/** The shortcut that counts now: the user's own, else the shipped one; null where there is none. */
export function shortcutFor(
  command: Pick<Command, 'id' | 'shortcut'>,
  custom: Readonly<Record<string, string>> = useRegistry.getState().custom,
): string | null {
  const text = normalizeShortcut(custom[command.id] ?? command.shortcut ?? '');
  return text === '' ? null : text;
}

/** Every shortcut in force for a command. */
export function shortcutsOf(
  command: Pick<Command, 'id' | 'shortcut' | 'alternate'>,
  custom: Readonly<Record<string, string>>,
): readonly string[] {
  const own = custom[command.id] === undefined ? [command.shortcut, command.alternate] : [custom[command.id]];
  return own.map((text) => normalizeShortcut(text ?? '')).filter((text) => text !== '');
}

/**
 * The command that has one of these shortcuts where this one would use them, or undefined. Places that share an
 * element, such as the text alone and the text with the list, count as one.
 */
export function holderOf(
  shortcuts: readonly string[],
  card: Pick<Command, 'id' | 'within'>,
  known: ReadonlyMap<string, CommandCard>,
  custom: Readonly<Record<string, string>>,
): CommandCard | undefined {
  return [...known.values()].find(
    (other) =>
      other.id !== card.id &&
      sharePlace(other.within, card.within) &&
      shortcutsOf(other, custom).some((shortcut) => shortcuts.includes(shortcut)),
  );
}

/** Whether two commands can be meant at one place: both everywhere, or both at one of the same places. */
export function sharePlace(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const places = other.split(', ');
  return one.split(', ').some((place) => places.includes(place));
}

/** `shortcutFor` that follows the user's changes. */
export function useShortcut(id: string): string | null {
  return useRegistry(({ entries, known, custom }) => {
    const card = entries.get(id)?.command ?? known.get(id);
    return card ? shortcutFor(card, custom) : null;
  });
}

/** Takes over the user's own shortcuts. */
export function setCustomShortcuts(custom: Readonly<Record<string, string>>): void {
  useRegistry.setState({ custom });
}

function register(owner: string, commands: readonly Command[]): void {
  useRegistry.setState(({ entries, known }) => {
    const next = new Map(entries);
    const cards = new Map(known);
    for (const command of commands) {
      refuseConflicts(next, command);
      next.set(command.id, { owner, command });
      cards.set(command.id, cardOf(command));
    }
    return { entries: next, known: cards };
  });
}

function unregister(owner: string): void {
  useRegistry.setState(({ entries }) => ({
    entries: new Map([...entries].filter(([, entry]) => entry.owner !== owner)),
  }));
}

/** A second command on one key would make the key's meaning depend on which came first: that is a fault of ours. */
function refuseConflicts(entries: ReadonlyMap<string, Entry>, command: Command): void {
  if (import.meta.env.PROD) return;
  if (entries.has(command.id)) throw new Error(`Command ${command.id} is registered twice`);
  if (command.shortcut !== undefined && normalizeShortcut(command.shortcut) === '') {
    throw new Error(`${command.shortcut} is no shortcut`);
  }
  const shortcuts = shortcutsOf(command, {});
  for (const { command: other } of entries.values()) {
    const shared = shortcutsOf(other, {}).find((shortcut) => shortcuts.includes(shortcut));
    if (shared !== undefined && sharePlace(other.within, command.within)) {
      throw new Error(`${shared} belongs to both ${other.id} and ${command.id}`);
    }
  }
}

function cardOf({ id, label, keywords, shortcut, alternate, within, group }: CommandCard): CommandCard {
  return {
    id,
    label,
    group,
    ...(keywords === undefined ? {} : { keywords }),
    ...(shortcut === undefined ? {} : { shortcut }),
    ...(alternate === undefined ? {} : { alternate }),
    ...(within === undefined ? {} : { within }),
  };
}
