// Small signs beside the words that jottings, memos and links stand at, in a strip of their own before the text.
// Where the strip is wide, jottings are shown with their words; where they crowd, with one line each.

import type { Range } from '../../shared/domain/segments.ts';
import { Pool } from './pool.ts';
import type { Transcript } from './transcript.ts';

export type NoteKind = 'jotting' | 'memo' | 'link-from' | 'link-to';

/** Something that stands at a passage besides a coding. */
export type TextNote = Range & {
  readonly id: string;
  readonly kind: NoteKind;
  /** What a card says; of jottings only. */
  readonly words: string;
  /** What is said of it to people who point at it. */
  readonly title: string;
};

export type NotesProps = {
  readonly items: readonly TextNote[];
  /** Jottings are shown with their words where there is room. */
  readonly hasCards: boolean;
  readonly onOpen: (ids: readonly string[], anchor: DOMRect) => void;
};

/** A note and the height of its first line. */
export type PlacedNote = { readonly note: TextNote; readonly top: number };
export type NoteGroup = { readonly notes: readonly TextNote[]; readonly top: number };
export type NoteCard = { readonly note: TextNote; readonly top: number; readonly height: number };

const measures = {
  sign: 18,
  line: 16,
  padding: 8,
  gap: 4,
  mostLines: 3,
  letter: 6.2,
  leastCardWidth: 120,
  mostAway: 120,
};
const svgSpace = 'http://www.w3.org/2000/svg';

export class NotesView {
  readonly #root: HTMLElement;
  readonly #signs = new Pool(() => this.#newSign());
  readonly #cards = new Pool(() => this.#newCard());
  readonly #held = new WeakMap<Element, readonly string[]>();

  /** @param root positioned element beside the text; for the eye and the pointer: keys reach the same by commands */
  constructor(root: HTMLElement, onOpen: NotesProps['onOpen']) {
    this.#root = root;
    root.replaceChildren();
    root.setAttribute('aria-hidden', 'true');
    root.addEventListener('click', ({ target }) => {
      const element = target instanceof Element ? target.closest('[data-note]') : null;
      const ids = element && this.#held.get(element);
      if (element && ids) onOpen(ids, element.getBoundingClientRect());
    });
  }

  draw(transcript: Transcript, window: Range, { items, hasCards }: Pick<NotesProps, 'items' | 'hasCards'>): void {
    const placed = transcript.isBare ? [] : placedIn(transcript, window, items);
    const width = placed.length > 0 && hasCards ? this.#root.clientWidth : 0;
    const isWide = width >= measures.leastCardWidth;
    const cards = isWide ? layOutCards(placed, width) : [];
    const signs = groupNotes(isWide ? placed.filter(({ note }) => note.kind !== 'jotting') : placed);
    this.#signs.show(
      signs,
      ({ notes }) => notes[0]?.id ?? '',
      ({ notes, top }) =>
        `${Math.round(top)} ${notes.map(({ id, kind, title }) => `${id} ${kind} ${title}`).join('\n')}`,
      (sign, group) => this.#drawSign(sign, group),
    );
    this.#cards.show(
      cards,
      ({ note }) => note.id,
      ({ note, top, height }) => `${Math.round(top)} ${height} ${note.words}`,
      (card, { note, top, height }) => {
        card.style.top = `${Math.round(top)}px`;
        card.style.height = `${height}px`;
        card.dataset['note'] = note.id;
        card.style.setProperty('--note-lines', String((height - measures.padding) / measures.line));
        if (card.firstElementChild) card.firstElementChild.textContent = note.words;
        card.title = note.title;
        this.#held.set(card, [note.id]);
      },
    );
  }

  #drawSign(sign: HTMLElement, { notes, top }: NoteGroup): void {
    const [icon, count] = sign.children;
    sign.style.top = `${Math.round(top)}px`;
    sign.title = notes.map(({ title }) => title).join('\n');
    sign.dataset['note'] = notes[0]?.id ?? '';
    sign.dataset['kind'] = notes[0]?.kind ?? '';
    icon?.firstElementChild?.setAttribute('d', shapes[notes[0]?.kind ?? 'memo']);
    if (count) count.textContent = notes.length > 1 ? String(notes.length) : '';
    this.#held.set(
      sign,
      notes.map(({ id }) => id),
    );
  }

  #newSign(): HTMLElement {
    const sign = document.createElement('div');
    sign.className = 'transcript-note';
    const icon = document.createElementNS(svgSpace, 'svg');
    icon.setAttribute('viewBox', '0 0 16 16');
    icon.append(document.createElementNS(svgSpace, 'path'));
    const count = document.createElement('span');
    count.className = 'transcript-note-count';
    sign.append(icon, count);
    this.#root.append(sign);
    return sign;
  }

  #newCard(): HTMLElement {
    const card = document.createElement('div');
    card.className = 'transcript-note-card';
    const words = document.createElement('span');
    words.className = 'transcript-note-words';
    card.append(words);
    this.#root.append(card);
    return card;
  }
}

/** Notes whose first lines are one share a sign. @param placed in order of tops */
export function groupNotes(placed: readonly PlacedNote[]): readonly NoteGroup[] {
  const groups: { readonly notes: TextNote[]; readonly top: number }[] = [];
  for (const { note, top } of placed) {
    const last = groups.at(-1);
    if (last && top - last.top < measures.sign) last.notes.push(note);
    else groups.push({ notes: [note], top });
  }
  return groups;
}

/**
 * Jottings below each other, none over another. Where that would take one far from its words, each has one line.
 * @param placed in order of tops @param width of the strip in pixels
 */
export function layOutCards(placed: readonly PlacedNote[], width: number): readonly NoteCard[] {
  const jottings = placed.filter(({ note }) => note.kind === 'jotting');
  const perLine = Math.max(1, Math.floor((width - measures.sign - measures.padding) / measures.letter));
  const linesOf = ({ words }: TextNote): number =>
    Math.min(measures.mostLines, Math.max(1, Math.ceil(words.length / perLine)));
  const whole = stacked(jottings, linesOf);
  const isCrowded = whole.some(({ top }, index) => top - (jottings[index]?.top ?? 0) > measures.mostAway);
  return isCrowded ? stacked(jottings, () => 1) : whole;
}

function stacked(placed: readonly PlacedNote[], linesOf: (note: TextNote) => number): readonly NoteCard[] {
  let free = Number.NEGATIVE_INFINITY;
  return placed.map(({ note, top: wanted }) => {
    const height = linesOf(note) * measures.line + measures.padding;
    const top = Math.max(wanted, free);
    free = top + height + measures.gap;
    return { note, top, height };
  });
}

function placedIn(transcript: Transcript, window: Range, items: readonly TextNote[]): readonly PlacedNote[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return transcript.notes
    .meeting(window)
    .flatMap((index) => {
      const { id, start, end } = transcript.notes.at(index);
      const item = byId.get(id);
      // A sign stands where its words begin; the words themselves are marked to their end.
      if (!item || start < window.start) return [];
      const box = transcript.viewport.boxOf({ start, end: start }, window);
      return box ? [{ note: { ...item, start, end }, top: box.top }] : [];
    })
    .toSorted((a, b) => a.top - b.top || a.note.start - b.note.start);
}

const shapes: Readonly<Record<NoteKind, string>> = {
  jotting: 'M2.5 13.5l1-4 7-7 3 3-7 7zM9 4l3 3',
  memo: 'M3 2.5h10v11H3zM5.5 6h5M5.5 8.5h5M5.5 11h3',
  'link-from': 'M2 8h11.5M9 3.5L13.5 8 9 12.5',
  'link-to': 'M14 8H2.5M7 3.5L2.5 8 7 12.5',
};
