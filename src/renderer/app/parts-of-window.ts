// Parts of the window that F6 goes through, as in other programs for the desktop.

const partSelector = '[data-part], main section[aria-label], main section[aria-labelledby]';
const focusable =
  'button:not([disabled]), a[href], input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"], [contenteditable="true"]';

/** Focuses the first control of the next part, or of the one before. */
export function goToPart(step: 1 | -1): void {
  // A part that holds other parts is reached through them.
  const parts = [...document.querySelectorAll<HTMLElement>(partSelector)].filter(
    (part) => part.querySelector(partSelector) === null && firstControl(part) !== null,
  );
  if (parts.length === 0) return;
  const current = parts.findIndex((part) => part.contains(document.activeElement));
  const next = current < 0 ? (step === 1 ? 0 : parts.length - 1) : (current + step + parts.length) % parts.length;
  const part = parts[next];
  if (part) firstControl(part)?.focus();
}

function firstControl(part: HTMLElement): HTMLElement | null {
  return part.querySelector<HTMLElement>(focusable);
}
