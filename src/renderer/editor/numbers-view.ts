// Numbers beside the text, for the window only. They cannot be counted by the style sheet: a section that is skipped
// would start again at one. All of them count from the start of the document, so that they can be cited.

import type { Range } from '../../shared/domain/segments.ts';
import { isAway } from './away.ts';
import type { NumberKind } from './look.ts';
import { Pool } from './pool.ts';
import type { TextModel } from './text-model.ts';
import type { Transcript } from './transcript.ts';
import { softBreak } from './tree.ts';

type Numbered = { readonly number: string; readonly at: number };

export class NumbersView {
  readonly #root: HTMLElement;
  readonly #pool = new Pool(() => this.#newLabel());
  #kind: NumberKind = 'paragraph';
  #lines: LineCount | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    root.replaceChildren();
    root.setAttribute('aria-hidden', 'true');
  }

  setKind(kind: NumberKind): void {
    this.#kind = kind;
    this.#lines = null;
  }

  /** @param turns speaker turns in order of starts */
  draw(transcript: Transcript, window: Range, turns: readonly Range[]): void {
    const shown: { readonly number: string; readonly top: number }[] = [];
    for (const { number, at } of this.#numbersIn(transcript.model, window, turns)) {
      const box = isAway(transcript, at) ? null : transcript.viewport.boxOf({ start: at, end: at }, window);
      if (box) shown.push({ number, top: Math.round(box.top) });
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

  #numbersIn(model: TextModel, window: Range, turns: readonly Range[]): readonly Numbered[] {
    const first = model.paragraphAt(window.start);
    const last = model.paragraphAt(Math.max(window.start, window.end - 1));
    switch (this.#kind) {
      case 'none':
        return [];
      case 'turn':
        return turnsIn(turns, window);
      case 'paragraph':
      case 'fifth':
        return paragraphsIn(model, first, last, this.#kind === 'fifth' ? 5 : 1);
      case 'line':
        this.#lines ??= new LineCount();
        return linesIn(model, first, last, this.#lines.before(model, first));
    }
  }

  #newLabel(): HTMLElement {
    const label = document.createElement('div');
    label.className = 'transcript-number';
    this.#root.append(label);
    return label;
  }
}

function paragraphsIn(model: TextModel, first: number, last: number, every: number): readonly Numbered[] {
  const found: Numbered[] = [];
  for (let index = first; index <= last; index += 1) {
    if ((index + 1) % every === 0) found.push({ number: String(index + 1), at: model.startOf(index) });
  }
  return found;
}

/** Lines end where the text says so, at paragraphs and soft breaks: how wide the window is does not matter. */
function linesIn(model: TextModel, first: number, last: number, before: number): readonly Numbered[] {
  const found: Numbered[] = [];
  let number = before;
  for (let index = first; index <= last; index += 1) {
    const text = model.textAt(index);
    const start = model.startOf(index);
    for (let at = 0; at >= 0; at = nextLine(text, at)) {
      number += 1;
      found.push({ number: String(number), at: start + at });
    }
  }
  return found;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf(softBreak, from);
  return at < 0 ? -1 : at + 1;
}

function turnsIn(turns: readonly Range[], window: Range): readonly Numbered[] {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) < window.start) low = middle + 1;
    else high = middle;
  }
  const found: Numbered[] = [];
  for (let index = low; index < turns.length; index += 1) {
    const turn = turns[index];
    if (!turn || turn.start >= window.end) break;
    found.push({ number: String(index + 1), at: turn.start });
  }
  return found;
}

/** How many lines come before a paragraph. Counted once per text, for soft breaks are rare and texts are long. */
class LineCount {
  #text: readonly string[] = [];
  #breaks: readonly number[] = [];

  before(model: TextModel, paragraph: number): number {
    let lines = paragraph;
    const texts: string[] = [];
    const breaks: number[] = [];
    for (let index = 0; index < paragraph; index += 1) {
      const text = model.textAt(index);
      // The same string as before has the breaks it had.
      const known = this.#text[index] === text ? this.#breaks[index] : undefined;
      const count = known ?? text.split(softBreak).length - 1;
      texts.push(text);
      breaks.push(count);
      lines += count;
    }
    if (paragraph >= this.#text.length) {
      this.#text = texts;
      this.#breaks = breaks;
    }
    return lines;
  }
}
