// Paragraph numbers beside the text, for the window only. They cannot be counted by the style sheet: a section
// that is skipped would start again at one.

import type { Range } from '../../shared/domain/segments.ts';
import { Pool } from './pool.ts';
import type { Transcript } from './transcript.ts';

type Numbered = { readonly number: string; readonly top: number };

export class NumbersView {
  readonly #root: HTMLElement;
  readonly #pool = new Pool(() => this.#newLabel());
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
    const shown: Numbered[] = [];
    if (this.#shown) {
      const { model, viewport } = transcript;
      const last = model.paragraphAt(Math.max(window.start, window.end - 1));
      for (let index = model.paragraphAt(window.start); index <= last; index += 1) {
        const at = model.startOf(index);
        const box = viewport.boxOf({ start: at, end: at }, window);
        if (box) shown.push({ number: String(index + 1), top: Math.round(box.top) });
      }
    }
    this.#pool.show(
      shown,
      ({ number }) => number,
      ({ number, top }) => `${number} ${top}`,
      (label, { number, top }) => {
        label.textContent = number;
        label.style.top = `${top}px`;
      },
    );
  }

  #newLabel(): HTMLElement {
    const label = document.createElement('div');
    label.className = 'transcript-number';
    this.#root.append(label);
    return label;
  }
}
