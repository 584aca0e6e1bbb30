// Where lines stand in their paragraph. To ask the browser costs a layout and a walk through the shaped text, so an
// answer is kept for as long as the paragraph keeps its words and its size.

import { domPointOf, type Elements } from './dom-points.ts';
import type { TextModel } from './text-model.ts';

export type Box = { readonly top: number; readonly bottom: number };

type Known = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  /** Offset in the paragraph, and which side of it → pixels from the top of the paragraph. */
  readonly places: Map<number, Box>;
};

/** Paragraphs that are remembered: several screens of them. */
const mostKnown = 600;

export class Lines {
  readonly #model: TextModel;
  readonly #elements: Elements;
  /** One for all questions: every live range of a page is looked at whenever its DOM changes. */
  readonly #range: globalThis.Range;
  readonly #known = new Map<string, Known>();
  #look = '';
  /** Boxes of paragraphs, valid until the end of a frame; null outside of one. */
  #frame: Map<string, DOMRect> | null = null;

  constructor(model: TextModel, elements: Elements) {
    this.#model = model;
    this.#elements = elements;
    this.#range = elements.root.ownerDocument.createRange();
  }

  /** Until `end`, what was measured once is not asked for again: nothing drawn in between may move the text. */
  begin(): void {
    this.#frame = new Map();
    const { font, letterSpacing, wordSpacing, textAlign } = getComputedStyle(this.#elements.root);
    const look = `${font} ${letterSpacing} ${wordSpacing} ${textAlign}`;
    if (look !== this.#look || this.#known.size > mostKnown) this.#known.clear();
    this.#look = look;
  }

  end(): void {
    this.#frame = null;
  }

  /** The line at an offset, in the coordinates of the page; null where its paragraph is not rendered. */
  at(offset: number, side: 'before' | 'after'): Box | null {
    const { index, key, offset: inside } = this.#model.pointAt(offset);
    const box = this.#boxOf(key);
    if (!box) return null;
    const text = this.#model.textAt(index);
    let known = this.#known.get(key);
    if (known?.text !== text || known.width !== box.width || known.height !== box.height) {
      known = { text, width: box.width, height: box.height, places: new Map() };
      this.#known.set(key, known);
    }
    const place = inside * 2 + (side === 'before' ? 1 : 0);
    let line = known.places.get(place);
    if (!line) {
      const measured = this.#measure(offset, side) ?? box;
      line = { top: measured.top - box.top, bottom: measured.bottom - box.top };
      known.places.set(place, line);
    }
    return { top: box.top + line.top, bottom: box.top + line.bottom };
  }

  #boxOf(key: string): DOMRect | null {
    const measured = this.#frame?.get(key);
    if (measured) return measured;
    const box = this.#elements.elementOf(key)?.getBoundingClientRect() ?? null;
    if (box) this.#frame?.set(key, box);
    return box;
  }

  #measure(offset: number, side: 'before' | 'after'): Box | null {
    const point = domPointOf(this.#model, this.#elements, offset, side);
    if (!point) return null;
    this.#range.setStart(point.node, point.offset);
    this.#range.collapse(true);
    const box = this.#range.getClientRects()[0];
    this.#range.setStart(this.#elements.root.ownerDocument, 0);
    this.#range.collapse(true);
    // An empty paragraph and the place at a `<br>` have no rectangle of their own.
    const holder = point.node instanceof Element ? point.node : point.node.parentElement;
    return box ?? holder?.getBoundingClientRect() ?? null;
  }
}
