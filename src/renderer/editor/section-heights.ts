// A height for sections that were never laid out, so that the scroll bar is about right from the start.

/** Letters on a line of the usual measure. */
const lineLength = 68;

/**
 * Gives every new section an estimate in lines; the style sheet turns it into pixels with the reading size of
 * the moment. Once laid out, the browser remembers the real height instead.
 */
export function sectionHeights(root: HTMLElement): void {
  for (const section of root.children) {
    if (!(section instanceof HTMLElement) || section.style.getPropertyValue('--section-lines') !== '') continue;
    let lines = 0;
    for (const line of section.children)
      lines += 0.7 + Math.max(1, Math.ceil((line.textContent?.length ?? 0) / lineLength));
    section.style.setProperty('--section-lines', lines.toFixed(1));
  }
}
