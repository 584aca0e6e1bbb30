// A height for sections that were never laid out, so that the scroll bar is about right from the start.

/** Letters on a line of the usual measure. */
const lineLength = 68;
/** Scripts that stack signs above and below a letter. */
const stacked =
  /\p{Script=Javanese}|\p{Script=Balinese}|\p{Script=Sundanese}|\p{Script=Khmer}|\p{Script=Myanmar}|\p{Script=Tibetan}/u;

/**
 * Gives every new section an estimate in lines; the style sheet turns it into pixels with the reading size of
 * the moment. Once laid out, the browser remembers the real height instead. Sections with letters that stack are
 * told, so that their lines stand further apart.
 */
export function sectionHeights(root: HTMLElement): void {
  for (const section of root.children) {
    if (!(section instanceof HTMLElement) || section.style.getPropertyValue('--section-lines') !== '') continue;
    let lines = 0;
    for (const line of section.children) {
      const text = line.textContent ?? '';
      lines += 0.7 + Math.max(1, Math.ceil(text.length / lineLength));
      if (stacked.test(text)) section.dataset['script'] = 'tall';
    }
    section.style.setProperty('--section-lines', lines.toFixed(1));
  }
}
