// Draws the margin: brackets in lanes as SVG in document space, so that they scroll with the text without a redraw,
// and the names beside them with a line that leads to their bracket. Elements are pooled: scrolling through ten
// thousand codings makes no garbage.

import { bracketPath, lanesWidth, leaderPath } from './margin-drawing.ts';
import { layOutLabels, type MarginBar, type MarginLabel } from './margin-layout.ts';
import { Pool } from './pool.ts';
import type { Pattern } from './tints.ts';

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
  readonly patternOf: (code: string) => Pattern | null;
  readonly activeId: string | null;
  /** Codings under the pointer, here or in the text. */
  readonly hovered: ReadonlySet<string>;
  /** What a name says when it is pointed at. */
  readonly titleOf: (bar: MarginBar) => string;
  /** Text of a "+n" for people who point at it. */
  readonly moreTitle: (names: readonly string[]) => string;
  /** Another number means other codings: nothing has to stay where it was. */
  readonly version: number;
};

const measures = { labelHeight: 20, least: 60, most: 160 };
const svgSpace = 'http://www.w3.org/2000/svg';

export class MarginView {
  readonly #root: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #names: HTMLElement;
  readonly #bars = new Pool(() => this.#newBar());
  readonly #leaders = new Pool(() => this.#newLeader());
  readonly #labels = new Pool(() => this.#newLabel());
  readonly #groups = new WeakMap<Element, readonly string[]>();
  #width = 0;
  #former: { readonly version: number; readonly labels: readonly MarginLabel[] } = { version: -1, labels: [] };

  /** @param root positioned element beside the text; what is drawn in it is for the eye, its keys are MarginWalk's */
  constructor(root: HTMLElement, callbacks: MarginCallbacks) {
    this.#root = root;
    this.#svg = document.createElementNS(svgSpace, 'svg');
    this.#svg.classList.add('transcript-bars');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#names = document.createElement('div');
    this.#names.setAttribute('aria-hidden', 'true');
    root.replaceChildren(this.#svg, this.#names);
    root.addEventListener('click', (event) => this.#onClick(event, callbacks));
    root.addEventListener('contextmenu', (event) => {
      const id = idOf(event.target);
      if (id) callbacks.onMenu(id, event);
    });
    root.addEventListener('pointerover', (event) => callbacks.onHover(idOf(event.target)));
    root.addEventListener('pointerleave', () => callbacks.onHover(null));
  }

  /** Where the name of a coding, or the "+n" that holds it, stands on the screen. */
  anchorOf(id: string): DOMRect | null {
    const label = this.#former.labels.find(({ bar, more }) => [bar, ...more].some((one) => one.id === id));
    const shown = label && this.#names.querySelector(`[data-label="${CSS.escape(label.bar.id)}"]`);
    return shown?.getBoundingClientRect() ?? null;
  }

  /** Shows these brackets, sorted by `top`, and nothing else. */
  draw(bars: readonly MarginBar[], looks: MarginLooks): void {
    const width = lanesWidth(bars);
    if (width !== this.#width) this.#root.style.setProperty('--transcript-lanes', `${width}px`);
    this.#width = width;
    const former = this.#former.version === looks.version ? this.#former.labels : [];
    const labels = layOutLabels(bars, { ...measures, height: this.#root.clientHeight }, former);
    this.#former = { version: looks.version, labels };
    const lookOf = ({ id, code, changed }: MarginBar): string =>
      `${id === looks.activeId} ${looks.hovered.has(id)} ${changed} ${looks.patternOf(code)} ${looks.colorOf(code)} ${looks.nameOf(code)}`;
    this.#bars.show(
      bars,
      ({ id }) => id,
      (bar) => `${bracketPath(bar, null)} ${lookOf(bar)}`,
      (group, bar) => this.#drawBar(group, bar, looks),
    );
    this.#leaders.show(
      labels,
      ({ bar }) => bar.id,
      (label) => `${leaderPath(label, width)} ${lookOf(label.bar)}`,
      (path, { bar, ...label }) => {
        path.setAttribute('d', leaderPath({ bar, ...label }, width));
        path.classList.toggle('is-stressed', bar.id === looks.activeId || looks.hovered.has(bar.id));
        path.style.stroke = looks.colorOf(bar.code);
      },
    );
    this.#labels.show(
      labels,
      ({ bar }) => bar.id,
      ({ bar, more, top }) => `${top} ${[bar, ...more].map((one) => `${one.id} ${lookOf(one)}`).join(' ')}`,
      (label, shown) => this.#drawLabel(label, shown, looks),
    );
  }

  #drawBar(group: SVGGElement, bar: MarginBar, looks: MarginLooks): void {
    const [title, hit, line] = group.children;
    group.dataset['coding'] = bar.id;
    group.classList.toggle('is-active', bar.id === looks.activeId);
    group.classList.toggle('is-hovered', looks.hovered.has(bar.id));
    group.classList.toggle('is-changed', bar.changed);
    const pattern = looks.patternOf(bar.code);
    group.dataset['pattern'] = pattern ?? '';
    hit?.setAttribute('d', bracketPath({ ...bar, opens: false, closes: false }, null));
    line?.setAttribute('d', bracketPath(bar, pattern));
    group.style.stroke = looks.colorOf(bar.code);
    if (title) title.textContent = looks.titleOf(bar);
  }

  #drawLabel(label: HTMLElement, { bar, more, top }: MarginLabel, looks: MarginLooks): void {
    // Of a "+n" the one that is meant is named.
    const all = [bar, ...more];
    const shown = all.find(({ id }) => id === looks.activeId) ?? all.find(({ id }) => looks.hovered.has(id)) ?? bar;
    const [swatch, name, count] = label.children;
    label.style.top = `${Math.round(top)}px`;
    label.dataset['coding'] = shown.id;
    label.dataset['label'] = bar.id;
    label.dataset['pattern'] = looks.patternOf(shown.code) ?? '';
    label.classList.toggle('is-active', shown.id === looks.activeId);
    label.classList.toggle('is-hovered', looks.hovered.has(shown.id));
    label.classList.toggle('is-changed', shown.changed);
    label.style.setProperty('--transcript-code', looks.colorOf(shown.code));
    if (!(swatch && name instanceof HTMLElement && count instanceof HTMLElement)) return;
    name.textContent = looks.nameOf(shown.code);
    label.title = looks.titleOf(shown);
    count.style.display = more.length > 0 ? '' : 'none';
    count.textContent = `+${more.length}`;
    count.title = more.length > 0 ? looks.moreTitle(all.map(({ code }) => looks.nameOf(code))) : '';
    this.#groups.set(
      count,
      all.map(({ id }) => id),
    );
  }

  #newBar(): SVGGElement {
    const group = document.createElementNS(svgSpace, 'g');
    const hit = document.createElementNS(svgSpace, 'path');
    hit.classList.add('transcript-bar-hit');
    const line = document.createElementNS(svgSpace, 'path');
    line.classList.add('transcript-bar-line');
    group.append(document.createElementNS(svgSpace, 'title'), hit, line);
    this.#svg.append(group);
    return group;
  }

  #newLeader(): SVGPathElement {
    const path = document.createElementNS(svgSpace, 'path');
    path.classList.add('transcript-leader');
    this.#svg.prepend(path);
    return path;
  }

  #newLabel(): HTMLElement {
    const label = document.createElement('div');
    label.className = 'transcript-name';
    for (const part of ['swatch', 'text', 'more']) {
      const span = document.createElement('span');
      span.className = `transcript-name-${part}`;
      label.append(span);
    }
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
