// A height for sections that were never laid out, so that the scroll bar is about right from the start.

import type { TextModel } from './text-model.ts';

/** Letters on a line of the usual measure. */
const lineLength = 68;
/** Letters of scripts that stack signs above and below. */
const stacked =
  /[\p{Script=Javanese}\p{Script=Balinese}\p{Script=Sundanese}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/**
 * Gives every new section an estimate in lines; the style sheet turns it into pixels with the reading size of
 * the moment. Once laid out, the browser remembers the real height instead. Sections with letters that stack are
 * told, so that their lines stand further apart.
 */
export function sectionHeights(root: HTMLElement, model: TextModel): void {
  let index = 0;
  for (const section of root.children) {
    const end = index + section.childElementCount;
    if (section instanceof HTMLElement && section.style.getPropertyValue('--section-lines') === '') {
      let lines = 0;
      for (let at = index; at < end; at += 1) {
        const text = model.textAt(at);
        lines += 0.7 + Math.max(1, Math.ceil(text.length / lineLength));
        if (stacked.test(text)) section.dataset['script'] = 'tall';
      }
      section.style.setProperty('--section-lines', lines.toFixed(1));
    }
    index = end;
  }
}
