// Paragraphs that are not shown, such as turns of other speakers. They keep their place with no height, so that
// what is measured from top to bottom stays in order, and the text itself is as before. Only attributes are set,
// and only when what is to be hidden changes, never per keystroke or frame.

import type { Range } from '../../shared/domain/segments.ts';
import type { Transcript } from './transcript.ts';

const attribute = 'data-away';

/** Whether the paragraph at an offset is hidden. */
export function isAway({ model, elements }: Transcript, offset: number): boolean {
  return elements.elementOf(model.keyAt(model.paragraphAt(offset)))?.hasAttribute(attribute) ?? false;
}

export class AwayView {
  readonly #root: HTMLElement;
  readonly #transcript: Transcript;
  readonly #observer: MutationObserver;
  #ranges: readonly Range[] = [];
  #frame = 0;

  constructor(root: HTMLElement, transcript: Transcript) {
    this.#root = root;
    this.#transcript = transcript;
    // Paragraphs come anew when the text changes, and when a long section is cut up.
    this.#observer = new MutationObserver(() => this.#later());
  }

  /** @param ranges in order of starts; a paragraph that begins in one of them is hidden */
  set(ranges: readonly Range[]): void {
    if (ranges === this.#ranges || (ranges.length === 0 && this.#ranges.length === 0)) return;
    this.#ranges = ranges;
    this.#observer.disconnect();
    if (ranges.length > 0) this.#observer.observe(this.#root, { childList: true, subtree: true });
    this.#apply();
  }

  dispose(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  #later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#apply();
    });
  }

  #apply(): void {
    const { model, elements } = this.#transcript;
    if (this.#ranges.length === 0) {
      for (const line of this.#root.querySelectorAll(`[${attribute}]`)) line.removeAttribute(attribute);
    } else {
      let next = 0;
      for (let index = 0; index < model.size; index += 1) {
        const start = model.startOf(index);
        while (next < this.#ranges.length && (this.#ranges[next]?.end ?? 0) < start) next += 1;
        const range = this.#ranges[next];
        const isHidden = range !== undefined && range.start <= start && start <= range.end;
        const line = elements.elementOf(model.keyAt(index));
        if (line && line.hasAttribute(attribute) !== isHidden) line.toggleAttribute(attribute, isHidden);
      }
    }
    this.#transcript.requestPaint();
  }
}
