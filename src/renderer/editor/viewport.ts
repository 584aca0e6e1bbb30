// Which part of the text is on the screen, and where passages stand on it. Sections far away are not laid out;
// asking for places inside them would force it, so only sections that meet the window are measured.

import type { Range } from '../../shared/domain/segments.ts';
import type { Elements } from './dom-points.ts';
import { type Box, Lines } from './lines.ts';
import type { TextModel } from './text-model.ts';

export type { Box } from './lines.ts';

export class Viewport {
  readonly #scroller: HTMLElement;
  readonly #model: TextModel;
  readonly #elements: Elements;
  readonly #lines: Lines;
  /** Top of the text on the page, for as long as a frame is drawn. */
  #origin: number | null = null;
  /** Start of the uppermost paragraph, for as long as a frame is drawn. */
  #uppermost: number | null = null;
  /** Where it was scrolled to in the frame before. */
  #formerTop = 0;
  /** Number of the last jump: a new one takes over from one that is still settling. */
  #jump = 0;

  readonly #layOut: (places: readonly Node[]) => void;

  /** @param layOut makes the browser lay out the sections of some places at once */
  constructor(
    scroller: HTMLElement,
    model: TextModel,
    elements: Elements,
    layOut: (places: readonly Node[]) => void = () => undefined,
  ) {
    this.#scroller = scroller;
    this.#layOut = layOut;
    this.#model = model;
    this.#elements = elements;
    this.#lines = new Lines(model, elements);
  }

  /** Runs what draws one frame. It may read and write in turns: the text is measured once, before anything moves. */
  inFrame(window: Range, draw: () => void): void {
    const { top, width } = this.#elements.root.getBoundingClientRect();
    if (width === 0) return; // not on the screen
    this.#lines.begin();
    this.#origin = top;
    this.#uppermost = this.topOffset();
    const last = this.#model.paragraphAt(Math.max(window.start, window.end - 1));
    for (let index = this.#model.paragraphAt(window.start); index <= last; index += 1) {
      this.#lines.at(this.#model.startOf(index), 'after');
    }
    try {
      draw();
    } finally {
      this.#lines.end();
      this.#origin = null;
      this.#uppermost = null;
    }
  }

  /** True where the text went by more than half a screen since this was last asked, in each frame. */
  isFlying(): boolean {
    const { scrollTop, clientHeight } = this.#scroller;
    const isFlying = Math.abs(scrollTop - this.#formerTop) > clientHeight / 2;
    this.#formerTop = scrollTop;
    return isFlying;
  }

  /** True where the browser has yet to draw what a jump led to: nothing can be marked there in this frame. */
  isBlank(): boolean {
    const { top, height } = this.#scroller.getBoundingClientRect();
    const sections = this.#elements.root.children;
    const line = sections[firstReaching(sections, top + height / 2)]?.firstElementChild;
    return line?.checkVisibility?.({ contentVisibilityAuto: true }) === false;
  }

  /** Offsets of the paragraphs that meet the viewport and half a screen above and below it. */
  window(): Range {
    const view = this.#scroller.getBoundingClientRect();
    if (view.height === 0) return { start: 0, end: this.#model.length };
    const top = view.top - view.height / 2;
    const bottom = view.bottom + view.height / 2;
    const sections = this.#elements.root.children;
    const first = firstReaching(sections, top);
    let last = first;
    while (last + 1 < sections.length && boxOf(sections[last + 1]).top < bottom) last += 1;
    const head = sections[first]?.children;
    const tail = sections[last]?.children;
    if (!head || !tail) return { start: 0, end: this.#model.length };
    const from = this.#indexOf(head[firstReaching(head, top)]);
    let end = firstReaching(tail, bottom);
    end = Math.min(end, tail.length - 1);
    const to = this.#indexOf(tail[end]);
    return {
      start: this.#model.startOf(Math.max(0, from)),
      end: to < 0 ? this.#model.length : this.#model.startOf(to) + this.#model.textAt(to).length + 1,
    };
  }

  /** Start of the uppermost paragraph on the screen. */
  topOffset(): number {
    if (this.#uppermost !== null) return this.#uppermost;
    const view = this.#scroller.getBoundingClientRect();
    const sections = this.#elements.root.children;
    const lines = sections[firstReaching(sections, view.top + 4)]?.children;
    const index = lines ? this.#indexOf(lines[firstReaching(lines, view.top + 4)]) : 0;
    return this.#model.startOf(Math.max(0, index));
  }

  /** Top and bottom of a range in pixels from the top of the text, cut to the window; null where nothing shows. */
  boxOf(range: Range, window: Range): Box | null {
    const start = Math.max(range.start, window.start);
    const end = Math.min(range.end, window.end);
    const first = this.#lines.at(start, 'after');
    const last = this.#lines.at(Math.max(start, end), 'before');
    if (!first || !last) return null;
    const origin = this.#origin ?? this.#elements.root.getBoundingClientRect().top;
    return { top: first.top - origin, bottom: Math.max(first.bottom, last.bottom) - origin };
  }

  /**
   * Scrolls until estimated heights have become real ones, or another place is asked for.
   * @param share where on the screen the place shall stand: 0 at its top, by default in the upper third
   */
  async scrollTo(offset: number, share = 1 / 3): Promise<void> {
    this.#jump += 1;
    const jump = this.#jump;
    const point = this.#model.pointAt(offset);
    const line = this.#elements.elementOf(point.key);
    if (!line) return;
    const section = line.parentElement;
    // What will be on the screen has its real height at once, so that the first frame shows it in its place.
    this.#layOut([line, section?.previousElementSibling, section?.nextElementSibling].filter((place) => !!place));
    this.#bring(offset, share);
    // Sections further up and down are laid out for the first time in the frames that follow and may move it again.
    for (let round = 0, still = 0; round < 12 && still < 3; round += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (jump !== this.#jump) return;
      still = this.#bring(offset, share) ? 0 : still + 1;
    }
  }

  /** @returns true where that moved the text */
  #bring(offset: number, share: number): boolean {
    const box = this.#lines.at(offset, 'after');
    if (!box) return false;
    const view = this.#scroller.getBoundingClientRect();
    const away = box.top - view.top - view.height * share;
    const before = this.#scroller.scrollTop;
    if (Math.abs(away) >= 2) this.#scroller.scrollTop = before + away;
    return this.#scroller.scrollTop !== before;
  }

  /** True where a place is on the screen, with a little room. */
  shows(offset: number): boolean {
    const view = this.#scroller.getBoundingClientRect();
    // Of a section that is far away no line is asked for: the browser would lay it out only to tell.
    const section = this.#elements.elementOf(this.#model.pointAt(offset).key)?.parentElement;
    const { top, bottom } = boxOf(section ?? undefined);
    if (bottom < view.top || top > view.bottom) return false;
    const box = this.#lines.at(offset, 'after');
    return box !== null && box.top >= view.top + 8 && box.bottom <= view.bottom - 8;
  }

  #indexOf(line: Element | undefined): number {
    const key = line ? this.#elements.keyOf(line) : null;
    return key === null ? -1 : this.#model.indexOf(key);
  }
}

/** Index of the first element whose lower edge is at or below `y`, by binary search; the last where none is. */
function firstReaching(elements: HTMLCollection, y: number): number {
  let low = 0;
  let high = Math.max(0, elements.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boxOf(elements[middle]).bottom >= y) high = middle;
    else low = middle + 1;
  }
  return low;
}

function boxOf(element: Element | undefined): Box {
  return element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
}
