// The context menu of a list whose rows never have the focus themselves.

import type { KeyboardEvent } from 'react';

/** Whether a key press asks for the context menu. */
export function asksForMenu(event: KeyboardEvent): boolean {
  return event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
}

/** Opens the menu at the row the keyboard is on, not at the top of the list. */
export function openMenuAt(event: KeyboardEvent, rowSelector: string): void {
  const row = event.currentTarget.querySelector(rowSelector);
  if (!row) return;
  event.preventDefault();
  event.stopPropagation();
  const { left, bottom } = row.getBoundingClientRect();
  const place = { clientX: left + 40, clientY: bottom - 4 };
  row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...place }));
}
