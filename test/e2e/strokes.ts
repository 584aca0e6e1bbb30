// Counts what hands do: one key or one chord is one stroke, one press or drag of the mouse is one too.

import type { Page } from '@playwright/test';
import { expect } from './served.ts';

export type Strokes = ReturnType<typeof strokesOf>;

export function strokesOf(page: Page) {
  let count = 0;
  const press = async (key: string): Promise<void> => {
    count += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    type: async (text: string): Promise<void> => {
      for (const letter of text) await press(letter);
    },
    /** Does something and says how many strokes it may take. */
    within: async (most: number, what: () => Promise<void>): Promise<void> => {
      count = 0;
      await what();
      expect(count).toBeLessThanOrEqual(most);
      expect(count).toBeGreaterThan(0);
    },
  };
}
