import { describe, expect, test } from 'vitest';
import { findCommands } from '../../../src/renderer/commands/find-commands.ts';
import { fuzzyScore } from '../../../src/renderer/commands/fuzzy.ts';
import type { CommandCard } from '../../../src/renderer/commands/registry.ts';
import { keysOf, normalizeShortcut, shortcutOf, typesText } from '../../../src/renderer/commands/shortcut.ts';

const press = (key: string, rest: Partial<KeyboardEventInit> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...rest,
});

describe('shortcuts', () => {
  test('are written one way, whatever the order they were given in', () => {
    expect(normalizeShortcut('shift+mod+z')).toBe('Mod+Shift+Z');
    expect(normalizeShortcut('Enter')).toBe('Enter');
    expect(normalizeShortcut('Mod++')).toBe('Mod++');
    expect(normalizeShortcut('Mod')).toBe('');
    expect(normalizeShortcut('')).toBe('');
  });

  test('Mod is Control, and Command on a Mac', () => {
    expect(shortcutOf(press('k', { ctrlKey: true }), false)).toBe('Mod+K');
    expect(shortcutOf(press('k', { metaKey: true }), true)).toBe('Mod+K');
    expect(shortcutOf(press('k', { ctrlKey: true }), true)).toBe('Control+K');
  });

  test('Shift belongs to letters and named keys; with other signs it is part of the sign', () => {
    expect(shortcutOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+Z');
    expect(shortcutOf(press('F6', { shiftKey: true }), false)).toBe('Shift+F6');
    expect(shortcutOf(press('?', { shiftKey: true, code: 'Slash' }), false)).toBe('?');
    expect(shortcutOf(press('!', { ctrlKey: true, shiftKey: true, code: 'Digit1' }), false)).toBe('Mod+Shift+1');
  });

  test('a modifier alone, or a dead key, is none', () => {
    expect(shortcutOf(press('Shift', { shiftKey: true }), false)).toBeNull();
    expect(shortcutOf(press('Dead'), false)).toBeNull();
  });

  test('are shown with the names of the keys', () => {
    expect(keysOf('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keysOf('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keysOf('Mod++', false)).toEqual(['Ctrl', '+']);
  });

  test('plain keys are text in a field, others are not', () => {
    expect(['C', 'Enter', 'Shift+A'].map(typesText)).toEqual([true, true, true]);
    expect(['Mod+K', 'Alt+1', 'F6', 'Shift+F6'].map(typesText)).toEqual([false, false, false, false]);
  });
});

describe('finding by some letters', () => {
  test('a beginning beats the beginning of a word, which beats a middle, which beats initials', () => {
    const [start, word, middle, initials] = ['Redo', 'Undo and redo', 'Predoctoral', 'Read old'].map((text) =>
      fuzzyScore(text === 'Read old' ? 'ro' : 'redo', text),
    );
    expect(start).toBeGreaterThan(word ?? 0);
    expect(word).toBeGreaterThan(middle ?? 0);
    expect(middle).toBeGreaterThan(initials ?? 0);
    expect(initials).not.toBeNull();
  });

  test('letters strewn over a text do not fit', () => {
    expect(fuzzyScore('undo', 'bahasa, language, indonesian')).toBeNull();
    expect(fuzzyScore('xyz', 'History')).toBeNull();
  });

  test('every word must fit, case and accents do not matter', () => {
    expect(fuzzyScore('PROYEK baru', 'Proyek baru')).not.toBeNull();
    expect(fuzzyScore('proyek lama', 'Proyek baru')).toBeNull();
    expect(fuzzyScore('saldana', 'Saldaña')).not.toBeNull();
  });

  test('both languages and the keywords find a command; without a query all are listed by group', () => {
    const undo: CommandCard = { id: 'u', label: 'command.undo', keywords: 'command.undo.keywords', group: 'edit' };
    const close: CommandCard = { id: 'c', label: 'command.project.close', group: 'project' };
    expect(findCommands([undo, close], 'urungkan')).toEqual([undo]);
    expect(findCommands([undo, close], 'undo')).toEqual([undo]);
    expect(findCommands([undo, close], 'batalkan')).toEqual([undo]);
    expect(findCommands([undo, close], ' ')).toEqual([close, undo]);
  });
});
