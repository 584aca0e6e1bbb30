// Draws the margin: bars in lanes as SVG in document space, so that they scroll with the text without a redraw,
// and the names beside them. Elements are pooled: scrolling through ten thousand codings makes no garbage.

import { layOutLabels, type MarginBar, type MarginLabel } from './margin-layout.ts';
import { Pool } from './pool.ts';

export type MarginCallbacks = {
  readonly onActivate: (id: string) => void;
  readonly onHover: (id: string | null) => void;
  /** A "+n" was pressed: the codings behind it, and where it stands. */
  readonly onGroup: (ids: readonly string[], anchor: DOMRect) => void;
  readonly onMenu: (id: string, event: MouseEvent) => void;
};

export type MarginLooks = {
  readonly nameOf: (code: string) => string;
  readonly colorOf: (code: string) => string;
  readonly activeId: string | null;
  /** Text of a "+n" for people who hover it. */
  readonly moreTitle: (names: readonly string[]) => string;
};

const lanePitch = 7;
const barWidth = 3;
/** Lanes beyond this one share its place. */
const mostLanes = 12;
const measures = { labelHeight: 20, furthest: 50 };
const svgSpace = 'http://www.w3.org/2000/svg';

export class MarginView {
  readonly #root: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #names: HTMLElement;
  readonly #bars = new Pool(() => this.#newBar());
  readonly #labels = new Pool(() => this.#newLabel());
  #width = '';
  readonly #groups = new WeakMap<Element, readonly string[]>();

  /** @param root positioned element beside the text; everything in it is for the pointer only */
  constructor(root: HTMLElement, callbacks: MarginCallbacks) {
    this.#root = root;
    root.replaceChildren();
    root.setAttribute('aria-hidden', 'true');
    this.#svg = document.createElementNS(svgSpace, 'svg');
    this.#svg.classList.add('transcript-bars');
    this.#names = document.createElement('div');
    root.append(this.#svg, this.#names);
    root.addEventListener('click', (event) => this.#onClick(event, callbacks));
    root.addEventListener('contextmenu', (event) => {
      const id = idOf(event.target);
      if (id) callbacks.onMenu(id, event);
    });
    root.addEventListener('pointerover', (event) => callbacks.onHover(idOf(event.target)));
    root.addEventListener('pointerleave', () => callbacks.onHover(null));
  }

  /** Shows these bars, sorted by `top`, and nothing else. */
  draw(bars: readonly MarginBar[], looks: MarginLooks): void {
    const lanes = Math.min(mostLanes, 1 + Math.max(-1, ...bars.map(({ lane }) => lane)));
    const width = `${Math.max(1, lanes) * lanePitch + 6}px`;
    if (width !== this.#width) this.#root.style.setProperty('--transcript-lanes', width);
    this.#width = width;
    const lookOf = ({ top, bottom, lane, id, code }: MarginBar): string =>
      `${Math.round(top)} ${Math.round(bottom)} ${lane} ${id === looks.activeId} ${looks.colorOf(code)} ${looks.nameOf(code)}`;
    this.#bars.show(
      bars,
      ({ id }) => id,
      lookOf,
      (rect, bar) => this.#drawBar(rect, bar, looks),
    );
    this.#labels.show(
      layOutLabels(bars, measures),
      ({ bar }) => bar.id,
      ({ bar, more, top }) => `${Math.round(top)} ${[bar, ...more].map((one) => `${one.id} ${lookOf(one)}`).join(' ')}`,
      (label, shown) => this.#drawLabel(label, shown, looks),
    );
  }

  #drawBar(rect: SVGRectElement, bar: MarginBar, looks: MarginLooks): void {
    rect.dataset['coding'] = bar.id;
    rect.classList.toggle('is-active', bar.id === looks.activeId);
    rect.setAttribute('x', String(Math.min(bar.lane, mostLanes - 1) * lanePitch));
    rect.setAttribute('y', String(Math.round(bar.top) + 2));
    rect.setAttribute('height', String(Math.max(6, Math.round(bar.bottom - bar.top) - 4)));
    rect.style.fill = looks.colorOf(bar.code);
    const title = rect.firstElementChild;
    if (title) title.textContent = looks.nameOf(bar.code);
  }

  #drawLabel(label: HTMLElement, { bar, more, top }: MarginLabel, looks: MarginLooks): void {
    const [name, count] = label.children;
    label.style.top = `${Math.round(top)}px`;
    label.dataset['coding'] = bar.id;
    label.classList.toggle('is-active', bar.id === looks.activeId || more.some(({ id }) => id === looks.activeId));
    label.style.setProperty('--transcript-code', looks.colorOf(bar.code));
    if (!(name instanceof HTMLElement) || !(count instanceof HTMLElement)) return;
    name.textContent = looks.nameOf(bar.code);
    name.title = looks.nameOf(bar.code);
    count.style.display = more.length > 0 ? '' : 'none';
    count.textContent = `+${more.length}`;
    count.title = more.length > 0 ? looks.moreTitle(more.map(({ code }) => looks.nameOf(code))) : '';
    this.#groups.set(
      count,
      [bar, ...more].map(({ id }) => id),
    );
  }

  #newBar(): SVGRectElement {
    const rect = document.createElementNS(svgSpace, 'rect');
    rect.setAttribute('width', String(barWidth));
    rect.setAttribute('rx', '1.5');
    rect.append(document.createElementNS(svgSpace, 'title'));
    this.#svg.append(rect);
    return rect;
  }

  #newLabel(): HTMLElement {
    const label = document.createElement('div');
    label.className = 'transcript-name';
    const name = document.createElement('span');
    name.className = 'transcript-name-text';
    const count = document.createElement('span');
    count.className = 'transcript-name-more';
    label.append(name, count);
    this.#names.append(label);
    return label;
  }

  #onClick(event: MouseEvent, callbacks: MarginCallbacks): void {
    const { target } = event;
    const group = target instanceof Element ? this.#groups.get(target) : undefined;
    if (group && target instanceof Element) callbacks.onGroup(group, target.getBoundingClientRect());
    else {
      const id = idOf(target);
      if (id) callbacks.onActivate(id);
    }
  }
}

function idOf(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const holder = target.closest('[data-coding]');
  return holder?.getAttribute('data-coding') ?? null;
}
