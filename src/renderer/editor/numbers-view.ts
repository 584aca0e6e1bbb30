// Paragraph numbers beside the text, for the window only. They cannot be counted by the style sheet: a section
// that is skipped would start again at one.

import type { Range } from '../../shared/domain/segments.ts';
import type { Transcript } from './transcript.ts';

export class NumbersView {
  readonly #root: HTMLElement;
  readonly #pool: HTMLElement[] = [];
  #shown = true;

  constructor(root: HTMLElement) {
    this.#root = root;
    root.replaceChildren();
    root.setAttribute('aria-hidden', 'true');
  }

  setShown(shown: boolean): void {
    this.#shown = shown;
  }

  draw(transcript: Transcript, window: Range): void {
    let used = 0;
    if (this.#shown) {
      const { model, viewport } = transcript;
      const last = model.paragraphAt(Math.max(window.start, window.end - 1));
      for (let index = model.paragraphAt(window.start); index <= last; index += 1) {
        const at = model.startOf(index);
        const box = viewport.boxOf({ start: at, end: at }, window);
        if (!box) continue;
        const label = this.#labelAt(used);
        label.textContent = String(index + 1);
        label.style.top = `${Math.round(box.top)}px`;
        label.style.display = '';
        used += 1;
      }
    }
    for (const unused of this.#pool.slice(used)) unused.style.display = 'none';
  }

  #labelAt(index: number): HTMLElement {
    const known = this.#pool[index];
    if (known) return known;
    const label = document.createElement('div');
    label.className = 'transcript-number';
    this.#root.append(label);
    this.#pool.push(label);
    return label;
  }
}
