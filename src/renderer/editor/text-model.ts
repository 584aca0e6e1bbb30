// The canonical text as the editor holds it: paragraphs with their node keys and starts. Everything that finds,
// jumps, paints or copies goes through these offsets, never through the text of the DOM (T2, T3).

import type { Range } from '../../shared/domain/segments.ts';
import { paragraphAt } from '../../shared/domain/text.ts';

/** One paragraph: the key of its node and its text, soft breaks as U+2028. */
export type Entry = { readonly key: string; readonly text: string };

/** A place in a paragraph. `offset` counts UTF-16 units from the start of the paragraph. */
export type ParagraphPoint = { readonly index: number; readonly key: string; readonly offset: number };

export class TextModel {
  #keys: string[] = [];
  #texts: string[] = [];
  #starts = new Int32Array(1);
  #indexes = new Map<string, number>();
  #whole: string | null = '';
  /** Paragraphs that were read back from the tree so far: a typed key costs one (measured by the clock-free gates). */
  paragraphsRead = 0;

  constructor(entries: readonly Entry[]) {
    this.replace(0, 0, entries);
  }

  /** Number of paragraphs; a text has at least one. */
  get size(): number {
    return this.#keys.length;
  }

  /** Length of the text in UTF-16 units. */
  get length(): number {
    const last = this.size - 1;
    return last < 0 ? 0 : this.startOf(last) + this.textAt(last).length;
  }

  /** The whole text; joined when first asked for after a change. */
  text(): string {
    this.#whole ??= this.#texts.join('\n');
    return this.#whole;
  }

  /** The words of a range, without joining the whole text. */
  slice(start: number, end: number): string {
    if (this.#whole !== null) return this.#whole.slice(start, end);
    const first = this.paragraphAt(start);
    const last = this.paragraphAt(Math.max(start, end));
    const block = this.#texts.slice(first, last + 1).join('\n');
    const from = this.startOf(first);
    return block.slice(start - from, Math.max(start, end) - from);
  }

  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  textAt(index: number): string {
    return this.#texts[index] ?? '';
  }

  keyAt(index: number): string {
    return this.#keys[index] ?? '';
  }

  indexOf(key: string): number {
    return this.#indexes.get(key) ?? -1;
  }

  /** Index of the paragraph that holds an offset; its line end belongs to it. */
  paragraphAt(offset: number): number {
    return paragraphAt(this.#starts.subarray(0, Math.max(1, this.size)), offset);
  }

  /** The paragraph and the place in it. An offset outside the text is brought to its nearer end. */
  pointAt(offset: number): ParagraphPoint {
    const within = Math.min(Math.max(0, offset), this.length);
    const index = this.paragraphAt(within);
    return { index, key: this.keyAt(index), offset: within - this.startOf(index) };
  }

  /** @returns the offset in the text, or null where no paragraph has this key */
  offsetOf(key: string, offset: number): number | null {
    const index = this.indexOf(key);
    if (index < 0) return null;
    return this.startOf(index) + Math.min(Math.max(0, offset), this.textAt(index).length);
  }

  /**
   * Puts paragraphs in the place of `count` others. Costs one pass over the paragraphs, not over the text.
   * @returns the stretch of the text that the others took, without the line end after the last, and by how many
   *   UTF-16 units the text is longer now
   */
  replace(from: number, count: number, entries: readonly Entry[]): { readonly former: Range; readonly grown: number } {
    const last = from + count - 1;
    const former = { start: this.startOf(from), end: this.startOf(last) + this.textAt(last).length };
    const { length } = this;
    this.#whole = null;
    if (count === entries.length && entries.every(({ key }, at) => this.#keys[from + at] === key)) {
      for (const [at, { text }] of entries.entries()) this.#texts[from + at] = text;
    } else {
      this.#keys = this.#keys.toSpliced(from, count, ...entries.map(({ key }) => key));
      this.#texts = this.#texts.toSpliced(from, count, ...entries.map(({ text }) => text));
      this.#indexes = new Map(this.#keys.map((key, index) => [key, index]));
    }
    this.#measureFrom(from);
    return { former, grown: this.length - length };
  }

  #measureFrom(from: number): void {
    if (this.#starts.length < this.size) {
      const grown = new Int32Array(Math.max(16, this.size * 2));
      grown.set(this.#starts);
      this.#starts = grown;
    }
    let at = from === 0 ? 0 : this.startOf(from - 1) + this.textAt(from - 1).length + 1;
    for (let index = from; index < this.size; index += 1) {
      this.#starts[index] = at;
      at += this.textAt(index).length + 1;
    }
  }
}
