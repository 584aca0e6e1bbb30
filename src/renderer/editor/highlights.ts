// Paints codings with CSS Custom Highlights: no node, no attribute and no style of the text changes when a code
// is applied or hidden. Every change of a highlight makes the browser check all its ranges again, so only what
// meets the window (the viewport and half a screen around it) is ever registered.

import type { Range } from '../../shared/domain/segments.ts';
import type { CodingLayer, Placed } from './coding-layer.ts';
import { type Pattern, patternOf, tintOf, type Theme, type Tint } from './tints.ts';

export type EditorCode = {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  /** The code at the top of its branch; itself where left out. */
  readonly branch?: string;
};

/** How codes are painted for this reader. */
export type PaintLook = {
  readonly theme: Theme;
  /** Each code has a line of its own besides its colour (WCAG 1.4.1). */
  readonly hasPatterns: boolean;
};

/** Marks that are not codings, each painted in its own way; later ones lie above earlier ones. */
export const markKinds = [
  'speaker-0',
  'speaker-1',
  'speaker-2',
  'speaker-3',
  'speaker-4',
  'speaker-5',
  // Colours that persons chose for speakers.
  'speaker-6',
  'speaker-7',
  'speaker-8',
  'speaker-9',
  'speaker-10',
  'speaker-11',
  'question',
  'time-stamp',
  'playing',
  'dimmed',
  'link',
  'memo',
  'overlap',
  'changed',
  'passage',
  'hover',
  'active',
  'found',
  'found-current',
] as const;
export type MarkKind = (typeof markKinds)[number];

type ResolveRange = (start: number, end: number) => StaticRange | null;

let painters = 0;

export class HighlightPainter {
  /** Highlights are registered for the whole page, so each painter has names of its own. */
  readonly #prefix: string;
  readonly #resolve: ResolveRange;
  readonly #sheet: CSSStyleSheet | null;
  readonly #page: Document;
  readonly #registered = new Map<string, readonly StaticRange[]>();
  #ranges = new Map<string, StaticRange | null>();
  #tints = new Map<string, Tint>();
  #names = new Map<string, string>();
  #order = new Map<string, number>();
  #look: PaintLook = { theme: 'light', hasPatterns: false };

  /** @param root element that holds the text; its highlight styles are inherited by everything in it */
  constructor(root: HTMLElement, resolve: ResolveRange) {
    painters += 1;
    this.#prefix = `simpul-${painters}`;
    this.#resolve = resolve;
    this.#page = root.ownerDocument;
    // Constructed sheets come from script, which the policy `style-src 'self'` allows; <style> elements do not.
    this.#sheet = typeof Highlight === 'undefined' ? null : new CSSStyleSheet();
    if (this.#sheet) this.#page.adoptedStyleSheets = [...this.#page.adoptedStyleSheets, this.#sheet];
    root.classList.add(`${this.#prefix}-text`);
  }

  /** How many ranges the page has to keep for this editor. */
  get registeredRanges(): number {
    let count = 0;
    for (const ranges of this.#registered.values()) count += ranges.length;
    return count;
  }

  /** Line colour of a code in the present theme. */
  lineOf(code: string): string {
    return this.#tints.get(code)?.line ?? 'currentColor';
  }

  /** The line that tells a code apart without its colour; null where colours are enough for this reader. */
  patternOf(code: string): Pattern | null {
    const index = this.#order.get(code);
    return this.#look.hasPatterns && index !== undefined ? patternOf(index) : null;
  }

  /** Colours of all codes and looks of all marks. */
  setCodes(codes: readonly EditorCode[], look: PaintLook): void {
    this.#look = look;
    this.#order = new Map(codes.map(({ id }, index) => [id, index]));
    this.#tints = new Map(codes.map(({ id, color }) => [id, tintOf(color, look.theme)]));
    this.#names = new Map(codes.map(({ id }, index) => [id, `${this.#prefix}-code-${index}`]));
    const selector = (name: string): string => `.${this.#prefix}-text::highlight(${name})`;
    const rules = codes.map(({ id }) => {
      const pattern = this.patternOf(id);
      const background = this.#tints.get(id)?.background ?? 'transparent';
      return `${selector(this.#nameOf(id))} { background-color: ${background}; ${pattern ? underlines[pattern] : ''} }`;
    });
    const looks = markKinds.map((kind) => `${selector(this.#markName(kind))} { ${lookOf(kind)} }`);
    this.#sheet?.replaceSync([...rules, ...looks].join('\n'));
  }

  /**
   * To be called after the text changed. What neither begins nor ends in the changed paragraphs stands where it stood
   * in the DOM, so that a typed key puts no other highlight on the page anew.
   * @param paragraphs the stretch of the text, before the change, that they took; null where paragraphs came, went or
   *   moved: all places are looked up anew
   * @param grown by how many UTF-16 units the text is longer now
   */
  textChanged(paragraphs: Range | null, grown: number): void {
    const former = this.#ranges;
    this.#ranges = new Map();
    if (!paragraphs) return;
    const isOutside = (offset: number): boolean => offset < paragraphs.start || offset > paragraphs.end;
    const movedBy = (offset: number): number => (offset > paragraphs.end ? offset + grown : offset);
    for (const [key, place] of former) {
      const [start = 0, end = 0] = key.split('-').map(Number);
      if (isOutside(start) && isOutside(end)) this.#ranges.set(keyOf(movedBy(start), movedBy(end)), place);
    }
  }

  /** Paints everything that meets the window and takes away everything else. */
  paint(
    layer: CodingLayer,
    window: Range,
    isVisible: (code: string) => boolean,
    marks: ReadonlyMap<MarkKind, readonly Range[]>,
  ): void {
    if (!this.#sheet) return;
    const visible = layer
      .meeting(window)
      .map((index) => layer.at(index))
      .filter(({ code }) => isVisible(code));
    const wanted = new Map<string, { readonly ranges: readonly Range[]; readonly priority: number }>();
    for (const [code, ranges] of byCode(visible)) {
      wanted.set(this.#nameOf(code), { ranges, priority: this.#order.get(code) ?? 0 });
    }
    const all = new Map([
      ...marks,
      // With patterns, the lines of the codes themselves show where they meet.
      ['overlap', this.#look.hasPatterns ? [] : overlapsOf(visible)] as const,
      ['changed', changedOf(visible)] as const,
    ]);
    for (const [kind, ranges] of all) {
      wanted.set(this.#markName(kind), {
        ranges: meeting(ranges, window),
        priority: this.#order.size + markKinds.indexOf(kind),
      });
    }
    const kept = new Map<string, StaticRange | null>();
    for (const [name, { ranges, priority }] of wanted) this.#register(name, this.#placed(ranges, kept), priority);
    for (const name of this.#registered.keys()) if (!wanted.has(name)) this.#register(name, [], 0);
    this.#ranges = kept;
  }

  /** Takes everything of this painter off the page. */
  dispose(): void {
    for (const name of this.#registered.keys()) this.#register(name, [], 0);
    if (!this.#sheet) return;
    this.#page.adoptedStyleSheets = this.#page.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }

  #nameOf(code: string): string {
    return this.#names.get(code) ?? `${this.#prefix}-code-unknown`;
  }

  #markName(kind: MarkKind): string {
    return `${this.#prefix}-${kind}`;
  }

  #placed(ranges: readonly Range[], kept: Map<string, StaticRange | null>): readonly StaticRange[] {
    const placed: StaticRange[] = [];
    for (const { start, end } of ranges) {
      const key = keyOf(start, end);
      const range = kept.get(key) ?? this.#ranges.get(key) ?? this.#resolve(start, end);
      kept.set(key, range);
      if (range) placed.push(range);
    }
    return placed;
  }

  #register(name: string, ranges: readonly StaticRange[], priority: number): void {
    const before = this.#registered.get(name) ?? [];
    if (before.length === ranges.length && before.every((range, index) => range === ranges[index])) return;
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      this.#registered.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = Math.max(0, priority);
    CSS.highlights.set(name, highlight);
    this.#registered.set(name, ranges);
  }
}

const keyOf = (start: number, end: number): string => `${start}-${end}`;

/** Stretches that two or more codings share, in order; they are underlined, so that no colour has to be told. */
export function overlapsOf(codings: readonly Range[]): readonly Range[] {
  const edges = codings
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.step - b.step);
  const overlaps: Range[] = [];
  let depth = 0;
  let from = 0;
  for (const { at, step } of edges) {
    const before = depth;
    depth += step;
    if (before < 2 && depth >= 2) from = at;
    if (before >= 2 && depth < 2 && at > from) overlaps.push({ start: from, end: at });
  }
  return overlaps;
}

function changedOf(codings: readonly Placed[]): readonly Range[] {
  return codings.filter(({ state }) => state === 'changed');
}

// Two codings with one code would otherwise stack their tints inside one highlight; the page merges them itself.
function byCode(codings: readonly Placed[]): ReadonlyMap<string, readonly Range[]> {
  return Map.groupBy(codings, ({ code }) => code);
}

function meeting(ranges: readonly Range[], window: Range): readonly Range[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > window.start) high = middle;
    else low = middle + 1;
  }
  const found: Range[] = [];
  for (let index = low; index < ranges.length; index += 1) {
    const range = ranges[index];
    if (!range || range.start >= window.end) break;
    found.push(range);
  }
  return found;
}

// Each at a height of its own, so that the lines of overlapping codings lie below each other. In ink: the colour
// is in the tint, and a line must be seen on every pile of tints.
const underlines: Readonly<Record<Pattern, string>> = {
  thick: underline('2.5px solid', 0.1),
  solid: underline('1px solid', 0.25),
  dashed: underline('1px dashed', 0.32),
  dotted: underline('1.5px dotted', 0.38),
  double: underline('1px double', 0.45),
};

function underline(line: string, offset: number): string {
  return `text-decoration: underline ${line} var(--transcript-overlap); text-underline-offset: ${offset}em;`;
}

// ::highlight takes colours and decoration only. The variables are set by the theme (transcript.css).
function lookOf(kind: MarkKind): string {
  switch (kind) {
    case 'overlap':
      return 'text-decoration: underline 1px solid var(--transcript-overlap); text-underline-offset: 0.28em;';
    case 'changed':
      return 'text-decoration: underline 1.5px wavy var(--transcript-changed); text-underline-offset: 0.3em;';
    case 'active':
      return 'background-color: var(--transcript-active); text-decoration: underline 2px solid var(--transcript-active-line); text-underline-offset: 0.22em;';
    case 'hover':
      return 'background-color: var(--transcript-hover); text-decoration: underline 1px solid var(--transcript-hover-line); text-underline-offset: 0.22em;';
    case 'passage':
      return 'background-color: var(--transcript-passage); color: var(--transcript-passage-text);';
    case 'found':
      return 'background-color: var(--transcript-found); color: var(--transcript-found-text);';
    case 'found-current':
      return 'background-color: var(--transcript-found-current); color: var(--transcript-found-current-text);';
    case 'link':
      return 'text-decoration: underline 1.5px dashed currentColor; text-underline-offset: 0.3em;';
    case 'memo':
      return 'text-decoration: underline 1.5px dotted currentColor; text-underline-offset: 0.3em;';
    case 'question':
      return 'text-decoration: underline 2px solid var(--transcript-question); text-underline-offset: 0.3em;';
    case 'time-stamp':
      return 'color: var(--transcript-stamp); text-decoration: underline 1px dotted currentColor; text-underline-offset: 0.25em;';
    case 'playing':
      return 'background-color: var(--transcript-playing);';
    case 'dimmed':
      return 'color: var(--transcript-dimmed);';
    case 'speaker-0':
    case 'speaker-1':
    case 'speaker-2':
    case 'speaker-3':
    case 'speaker-4':
    case 'speaker-5':
    case 'speaker-6':
    case 'speaker-7':
    case 'speaker-8':
    case 'speaker-9':
    case 'speaker-10':
    case 'speaker-11':
      return `color: var(--transcript-${kind});`;
  }
}
