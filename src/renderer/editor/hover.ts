// Pointing at a name or bracket stresses its words, and pointing at words their names and brackets.

import { offsetUnder } from './pointer.ts';
import type { Transcript } from './transcript.ts';

const nothing: ReadonlySet<string> = new Set();

export class Hover {
  readonly #transcript: Transcript;
  #ids = nothing;
  #frame = 0;

  /** @param text element with the words */
  constructor(text: HTMLElement, transcript: Transcript) {
    this.#transcript = transcript;
    text.addEventListener('pointermove', ({ clientX, clientY, buttons, pointerType }) => {
      // A finger points at nothing before it presses, and a pressed button sweeps over words.
      if (buttons !== 0 || pointerType === 'touch' || this.#frame !== 0) return;
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#overText(clientX, clientY);
      });
    });
    text.addEventListener('pointerleave', () => this.#set(nothing));
  }

  /** Codings under the pointer. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** The pointer is on a coding in the margin, or no longer on any. */
  overMargin(id: string | null): void {
    const coding = id === null ? null : this.#transcript.layer.find(id);
    this.#set(coding ? new Set([coding.id]) : nothing);
    this.#transcript.setMark('hover', coding ? [coding] : []);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
  }

  #overText(x: number, y: number): void {
    const offset = this.#transcript.layer.shownCount === 0 ? null : offsetUnder(this.#transcript, x, y);
    this.#set(offset === null ? nothing : new Set(this.#transcript.codingsAt(offset).map(({ id }) => id)));
  }

  #set(ids: ReadonlySet<string>): void {
    if (ids.size === this.#ids.size && [...ids].every((id) => this.#ids.has(id))) return;
    this.#ids = ids;
    this.#transcript.requestPaint();
  }
}
