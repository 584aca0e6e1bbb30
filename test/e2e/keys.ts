// Hands that have no mouse: everything goes through the keys, and each stop of the Tab key must show the focus.

import type { Locator, Page } from '@playwright/test';
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts';
import { expect } from './served.ts';
import type { SimpulWindow } from './window.ts';

/** More stops than any screen has: whoever needs more is caught in a circle. */
const mostStops = 160;

export type Keys = ReturnType<typeof keysOf>;

export function keysOf({ page, t, dialog }: SimpulWindow) {
  const { keyboard } = page;

  /** Goes by Tab until the focus is on it, or in it where it takes none itself. */
  const tabTo = async (wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await expect(wanted.first()).toBeVisible();
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await hasFocus(wanted)) {
        await expectVisibleFocus(page);
        return;
      }
      await keyboard.press(key);
      await expectVisibleFocus(page);
    }
    throw new Error(`the Tab key does not lead to ${String(wanted)}`);
  };

  /** Runs a command by its name in the palette. */
  const run = async (name: MessageKey): Promise<void> => {
    await keyboard.press('Control+k');
    const palette = dialog('palette.title');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await keyboard.type(t(name));
    const entry = palette.getByRole('option').first();
    await expect(entry).toContainText(t(name));
    // The entry that fits best is the active one by itself.
    await expect.poll(() => palette.getByRole('combobox').evaluate(activeText)).toContain(t(name));
    await keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  };

  /** Chooses in an open menu by its arrows. */
  const pick = async (name: MessageKey): Promise<void> => {
    const item = page.getByRole('menuitem', { name: new RegExp(`^${t(name)}`) });
    await expect(item).toBeVisible();
    for (let step = 0; step < 40 && !(await hasFocus(item)); step += 1) await keyboard.press('ArrowDown');
    await expect(item).toBeFocused();
    await expectVisibleFocus(page);
    await keyboard.press('Enter');
  };

  /** Goes to a tab of a row by the arrow keys. */
  const toTab = async (tab: Locator): Promise<void> => {
    const chosen = tab.locator('xpath=ancestor::*[@role="tablist"]').locator('[role=tab][aria-selected=true]');
    await tabTo(chosen);
    for (let step = 0; step < 8 && !(await hasFocus(tab)); step += 1) await keyboard.press('ArrowRight');
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  };

  /** Chooses one of several by the arrow keys, from the one that has the focus. */
  const choose = async (radio: Locator): Promise<void> => {
    for (let step = 0; step < 10 && !(await radio.isChecked()); step += 1) await keyboard.press('ArrowDown');
    await expect(radio).toBeChecked();
    await expectVisibleFocus(page);
  };

  /** Walks a grid of cells, row by row, to the one that says these words. */
  const toCell = async (grid: Locator, said: RegExp): Promise<void> => {
    const count = Number(await grid.getAttribute('aria-rowcount'));
    const cell = grid.getByRole('gridcell');
    for (let row = 1; row <= count; row += 1) {
      for (let column = 1; column <= count; column += 1) {
        const isHere = row !== column && said.test((await cell.textContent()) ?? '');
        if (isHere) return expectVisibleFocus(page);
        await keyboard.press('ArrowRight');
      }
      await keyboard.press('ArrowDown');
      await keyboard.press('Home');
    }
    throw new Error(`no cell says ${String(said)}`);
  };

  /** Selects words of the open text by finding them. */
  const select = async (words: string): Promise<void> => {
    await keyboard.press('Control+f');
    await expect(page.getByRole('textbox', { name: t('code.find'), exact: true })).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type(words);
    await expect(page.getByText(t('code.find.count', { at: 1, count: '1' }), { exact: true })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByText(t('code.status.selected', { n: words.length }), { exact: true })).toBeVisible();
  };

  return {
    press: (key: string) => keyboard.press(key),
    type: (text: string) => keyboard.type(text),
    tabTo,
    run,
    pick,
    toTab,
    choose,
    toCell,
    select,
  };
}

/** WCAG 2.2 2.4.7: whatever has the focus is outlined, itself or the line of it that is active. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  expect(await page.evaluate(invisibleFocus)).toBe('');
}

/** Goes around by Tab: every stop shows the focus, and the circle closes. @returns the number of stops */
export async function goAround(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<number> {
  // The first round may begin in the middle, where something that had the focus is gone.
  await oneRound(page, key);
  return oneRound(page, key);
}

async function oneRound(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<number> {
  const seen = new Set<string>();
  while (seen.size < mostStops) {
    await page.keyboard.press(key);
    const place = await page.evaluate(placeOfFocus);
    // The circle closes where it began, with or without a stop at the browser itself.
    if (place === '' || place === [...seen][0]) return seen.size;
    expect(seen).not.toContain(place);
    seen.add(place);
    await expectVisibleFocus(page);
  }
  throw new Error('the Tab key never comes back to where it began');
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.first().evaluate((one) => one === document.activeElement);
}

function activeText(field: Element): string {
  return document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';
}

/** Runs in the page: a path to the focused element, empty where the document itself has the focus. */
function placeOfFocus(): string {
  const steps: number[] = [];
  const focused = document.activeElement;
  if (!focused || focused === document.body) return '';
  for (let one: Element = focused; one.parentElement; one = one.parentElement) {
    steps.push([...one.parentElement.children].indexOf(one));
  }
  return steps.join('.');
}

/** Runs in the page: what has the focus without showing it, empty where it shows. */
function invisibleFocus(): string {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return '';
  const isDrawn = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  // The line between two panels is drawn by what stands after it, as its ground or as its border.
  const after = getComputedStyle(focused, '::after');
  const isClear = (color: string): boolean => /^(transparent|rgba\(.*, 0\))$/.test(color);
  const isLine = Number.parseFloat(after.borderInlineStartWidth) >= 2 && !isClear(after.borderInlineStartColor);
  if (after.content !== 'none' && (isLine || !isClear(after.backgroundColor))) return '';
  // A shape in a picture has a thick edge in the colour of the focus.
  if (focused instanceof SVGElement) {
    return [...focused.children].some((part) => Number.parseFloat(getComputedStyle(part).strokeWidth) >= 3)
      ? ''
      : focused.outerHTML.slice(0, 200);
  }
  const active = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  // A field inside a frame is outlined by its frame; a drawn radio button or tick by its label's parts.
  const label = focused.closest('label');
  const near = [focused, ...(active ? [active] : []), ...(label ? [label, ...label.querySelectorAll('*')] : [])];
  const frames = [
    focused.parentElement,
    focused.parentElement?.parentElement,
    focused.parentElement?.parentElement?.parentElement,
  ];
  const isFramed = frames.some((frame) => {
    if (!frame) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(frame);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow.includes('inset');
  });
  // Where one stop holds many things, the one that is meant has the outline: nothing else of the window is outlined.
  const isWithin = [...focused.querySelectorAll('*')].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
  });
  return isFramed || isWithin || near.some(isDrawn) || [...focused.children].some(isDrawn)
    ? ''
    : focused.outerHTML.slice(0, 200);
}
