// ED11: what is typed in one go over a selection is one replacement. Each key is told as a replacement of all that
// was typed so far: then a coding over exactly these words keeps them all, and not only the first key, and it does
// not matter how many keys were stored together.

import { moveRange, type Range, type Splice } from '../../shared/domain/segments.ts';

export class Retyping {
  /** What was typed so far in the place of a selection. Never empty. */
  #run: Range | null = null;

  end(): void {
    this.#run = null;
  }

  /** A caret that goes elsewhere ends the run. */
  caretAt(selection: Range | null): void {
    if (selection && (selection.start !== this.#run?.end || selection.end !== this.#run.end)) this.#run = null;
  }

  /** What was typed over a selection is what stood there: nothing is to be told, yet the run has begun. */
  typedAlike(selected: Range): void {
    this.#run = selected;
  }

  /** Edits made elsewhere move the run, or end it where they reach it. */
  follow(splices: readonly Splice[]): void {
    for (const splice of splices) {
      const moved = this.#run && moveRange(this.#run, splice);
      this.#run = moved && (moved.fate === 'kept' || moved.fate === 'shifted') ? moved : null;
    }
  }

  /**
   * An edit of the person here, as it is to be told.
   * @param selected the selection before it
   * @param slice words of the text before it
   */
  tell(
    splices: readonly Splice[],
    selected: Range | null,
    slice: (start: number, end: number) => string,
  ): readonly Splice[] {
    const run = this.#run;
    this.#run = null;
    const [only] = splices;
    if (!only || splices.length > 1) return splices;
    const { at, remove, insert } = only;
    if (run && at >= run.start && at + remove === run.end) {
      const text = slice(run.start, at) + insert;
      if (text !== '') this.#run = { start: run.start, end: run.start + text.length };
      return [{ at: run.start, remove: run.end - run.start, insert: text }];
    }
    const replaced = selected !== null && remove > 0 && selected.start === at && selected.end === at + remove;
    if (replaced && insert !== '') this.#run = { start: at, end: at + insert.length };
    return splices;
  }
}
