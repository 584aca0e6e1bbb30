// The overview beside the scroll bar: the whole document on one strip, with how densely it is coded and by which
// branches of the codebook, what was found, what is to be reviewed, the active coding and the part on the screen.
// The strip is a canvas drawn when the browser has nothing else to do; scrolling only moves a frame over it.

import type { Range } from '../../shared/domain/segments.ts';
import type { EditorCode } from './highlights.ts';
import { Density, offsetAt, rowOf, rowsOf } from './overview-model.ts';
import type { Theme } from './tints.ts';
import type { Transcript } from './transcript.ts';

export type OverviewWords = {
  readonly label: string;
  /** What is heard of a place. @param paragraph from 1 */
  readonly value: (paragraph: number, count: number) => string;
};

/** What the strip shows; another object is another drawing. */
export type OverviewContent = {
  readonly codes: readonly EditorCode[];
  readonly hits: readonly Range[];
  readonly theme: Theme;
  readonly isShown: boolean;
};

/** Columns of the strip in CSS pixels: reviews, density, hits. */
const columns = { review: [1, 4], density: [7, 34], hits: [43, 6] } as const;
/** A text so short that it fills less of the strip has letters enough for each of its rows. */
const lettersPerRow = 8;
const leastRows = 48;
/** Typing and dragging change the strip many times a second; it follows when they rest. */
const settling = 150;

export class OverviewView {
  readonly #root: HTMLElement;
  readonly #transcript: Transcript;
  readonly #words: () => OverviewWords;
  readonly #canvas = document.createElement('canvas');
  readonly #frame = document.createElement('div');
  readonly #off = new AbortController();
  readonly #resized: ResizeObserver | null;
  #content: OverviewContent = { codes: [], hits: [], theme: 'light', isShown: true };
  #drawn = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle = 0;
  #place = '';
  /** Kept, because to ask for it between two things that are drawn costs a layout. */
  #height = 0;

  /** @param root positioned element of the strip's size */
  constructor(root: HTMLElement, transcript: Transcript, words: () => OverviewWords) {
    this.#root = root;
    this.#transcript = transcript;
    this.#words = words;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#frame.className = 'transcript-overview-frame';
    root.replaceChildren(this.#canvas, this.#frame);
    root.tabIndex = 0;
    root.setAttribute('role', 'slider');
    root.setAttribute('aria-orientation', 'vertical');
    root.setAttribute('aria-valuemin', '1');
    const { signal } = this.#off;
    root.addEventListener('pointerdown', (event) => this.#press(event), { signal });
    root.addEventListener('pointermove', (event) => this.#drag(event), { signal });
    root.addEventListener('pointerup', (event) => this.#release(event), { signal });
    root.addEventListener('keydown', (event) => this.#onKeyDown(event), { signal });
    this.#resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => this.#resize());
    this.#resized?.observe(root);
  }

  #resize(): void {
    this.#height = this.#root.clientHeight;
    this.#redraw(0);
  }

  setContent(content: OverviewContent): void {
    this.#content = content;
    this.#drawn = '';
    if (content.isShown) this.#redraw(0);
  }

  /** To be called whenever the window may be another one, or the codings in it. */
  draw(window: Range): void {
    const { model, viewport, layer, activeId } = this.#transcript;
    const top = viewport.topOffset();
    const share = (offset: number): number => (model.length === 0 ? 0 : offset / model.length);
    const from = share(top);
    // The window reaches half a screen beyond the view on both sides.
    const to = Math.max(from, share(Math.max(top, window.end - (window.start > 0 ? top - window.start : 0))));
    const paragraph = model.paragraphAt(top) + 1;
    const { label, value } = this.#words();
    const rows = this.#rows();
    const place = `${from.toFixed(4)} ${to.toFixed(4)} ${model.size} ${rows} ${label}`;
    if (place !== this.#place) {
      this.#place = place;
      this.#frame.style.top = `${Math.round(from * rows)}px`;
      this.#frame.style.height = `${Math.max(6, Math.round((to - from) * rows))}px`;
      this.#root.setAttribute('aria-label', label);
      this.#root.setAttribute('aria-valuemax', String(model.size));
      this.#root.setAttribute('aria-valuenow', String(paragraph));
      this.#root.setAttribute('aria-valuetext', value(paragraph, model.size));
    }
    const state = `${layer.version} ${model.length} ${activeId} ${this.#transcript.isBare}`;
    if (state !== this.#drawn) this.#redraw(this.#drawn === '' ? 0 : settling);
    this.#drawn = state;
  }

  dispose(): void {
    this.#off.abort();
    this.#resized?.disconnect();
    clearTimeout(this.#timer);
    if (this.#idle !== 0) cancelIdleCallback(this.#idle);
  }

  /** How many pixels of the strip the text takes. */
  #rows(): number {
    const wanted = Math.max(leastRows, Math.round(this.#transcript.model.length / lettersPerRow));
    if (this.#height === 0) this.#height = this.#root.clientHeight;
    return Math.min(this.#height, wanted);
  }

  #redraw(wait: number): void {
    clearTimeout(this.#timer);
    if (this.#idle !== 0) cancelIdleCallback(this.#idle);
    this.#idle = 0;
    this.#timer = setTimeout(() => this.#begin(), wait);
  }

  #begin(): void {
    const rows = this.#rows();
    if (rows === 0 || typeof requestIdleCallback === 'undefined') return;
    const { layer, model } = this.#transcript;
    const branches = branchesOf(this.#content.codes);
    const density = new Density(
      {
        count: layer.count,
        isShown: (index) => !this.#transcript.isBare && layer.isShown(index),
        startAt: (index) => layer.startAt(index),
        endAt: (index) => layer.endAt(index),
        branchAt: (index) => branches.indexOf.get(layer.codeAt(index)) ?? 0,
      },
      model.length,
      rows,
      branches.heads.length,
    );
    const count = (deadline: IdleDeadline): void => {
      const isDone = density.run(() => deadline.timeRemaining() > 2);
      this.#idle = isDone ? 0 : requestIdleCallback(count);
      if (isDone) this.#paint(density, branches.heads);
    };
    this.#idle = requestIdleCallback(count);
  }

  #paint(density: Density, heads: readonly string[]): void {
    const scale = window.devicePixelRatio || 1;
    const { clientWidth: width } = this.#root;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(density.rows * scale);
    this.#canvas.style.height = `${density.rows}px`;
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    context.scale(scale, scale);
    this.#paintDensity(context, density, heads);
    const { layer, model, activeId } = this.#transcript;
    const look = getComputedStyle(this.#root);
    const tick = (rows: readonly number[], [left, size]: readonly [number, number], color: string): void => {
      context.fillStyle = look.getPropertyValue(color);
      for (const row of rows) context.fillRect(left, Math.min(density.rows - 3, row), size, 3);
    };
    const changed = layer.all().filter(({ state, lane }) => state === 'changed' && lane >= 0);
    tick(rowsOf(changed, model.length, density.rows), columns.review, '--transcript-changed');
    tick(rowsOf(this.#content.hits, model.length, density.rows), columns.hits, '--transcript-overview-hit');
    const active = activeId === null ? null : layer.find(activeId);
    if (!active) return;
    const from = rowOf(active.start, model.length, density.rows);
    const to = rowOf(active.end, model.length, density.rows);
    context.strokeStyle = look.getPropertyValue('--transcript-active-line');
    context.lineWidth = 2;
    context.strokeRect(columns.density[0] - 1, from - 1, columns.density[1] + 2, Math.max(4, to - from + 2));
  }

  // The root of the count, so that one coding is seen beside thirty.
  #paintDensity(context: CanvasRenderingContext2D, density: Density, heads: readonly string[]): void {
    const most = Math.sqrt(Math.max(4, density.most()));
    const [left, width] = columns.density;
    const colors = heads.map((code) => this.#transcript.painter.lineOf(code));
    const ends = new Float64Array(density.rows).fill(left);
    const perCoding = Float64Array.from({ length: density.rows }, (_, row) => {
      const total = density.total(row);
      return total === 0 ? 0 : ((Math.sqrt(total) / most) * width) / total;
    });
    // Branch by branch: another colour costs more than another bar.
    for (let branch = 0; branch < density.branches; branch += 1) {
      context.fillStyle = colors[branch] ?? 'gray';
      for (let row = 0; row < density.rows; row += 1) {
        const count = density.at(row, branch);
        if (count === 0) continue;
        const at = ends[row] ?? left;
        const share = count * (perCoding[row] ?? 0);
        context.fillRect(at, row, share, 1);
        ends[row] = at + share;
      }
    }
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.#root.focus({ preventScroll: true });
    this.#root.setPointerCapture(event.pointerId);
    this.#show(this.#offsetUnder(event));
  }

  #drag(event: PointerEvent): void {
    if (this.#root.hasPointerCapture(event.pointerId)) this.#show(this.#offsetUnder(event));
  }

  #release(event: PointerEvent): void {
    if (!this.#root.hasPointerCapture(event.pointerId)) return;
    this.#root.releasePointerCapture(event.pointerId);
    // Heights that were estimated on the way are real ones now: the place is looked for once more.
    void this.#transcript.viewport.scrollTo(this.#offsetUnder(event));
  }

  #offsetUnder({ clientY }: PointerEvent): number {
    const { top } = this.#root.getBoundingClientRect();
    return offsetAt((clientY - top) / Math.max(1, this.#rows()), this.#transcript.model.length);
  }

  #show(offset: number): void {
    const { key } = this.#transcript.model.pointAt(offset);
    this.#transcript.elements.elementOf(key)?.scrollIntoView({ block: 'center' });
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { model, viewport } = this.#transcript;
    const at = model.paragraphAt(viewport.topOffset());
    const tenth = Math.max(1, Math.round(model.size / 10));
    const hundredth = Math.max(1, Math.round(model.size / 100));
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: at + hundredth,
      ArrowUp: at - hundredth,
      PageDown: at + tenth,
      PageUp: at - tenth,
      Home: 0,
      End: model.size - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const paragraph = Math.min(model.size - 1, Math.max(0, target));
    void viewport.scrollTo(model.startOf(paragraph), 0);
  }
}

/** Branches in the order of the codebook: the code at the head of each, and which branch a code belongs to. */
function branchesOf(codes: readonly EditorCode[]): {
  readonly heads: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
} {
  const heads = [...new Set(codes.map(({ id, branch }) => branch ?? id))];
  const order = new Map(heads.map((head, index) => [head, index]));
  return { heads, indexOf: new Map(codes.map(({ id, branch }) => [id, order.get(branch ?? id) ?? 0])) };
}
