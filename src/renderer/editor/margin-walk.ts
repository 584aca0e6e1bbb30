// The margin under the keyboard: one stop for Tab, whose arrows lead from coding to coding through the whole
// document. A screen reader hears it as a value that steps; the codings themselves are a list of their own, so that
// none is named twice.

import type { Placed } from './coding-layer.ts';
import type { Transcript } from './transcript.ts';

export type MarginWords = {
  readonly label: string;
  /** What is heard of a coding. @param at from 1, among the `count` that are shown */
  readonly value: (coding: Placed | null, at: number, count: number) => string;
};

export type MarginWalkEvents = {
  readonly onActivate: (id: string) => void;
  /** Enter: to the words of the coding. */
  readonly onEnter: (coding: Placed) => void;
  readonly onMenu: (id: string) => void;
  readonly onLeave: () => void;
};

export class MarginWalk {
  readonly #root: HTMLElement;
  readonly #transcript: Transcript;
  readonly #events: MarginWalkEvents;
  readonly #words: () => MarginWords;
  #heard = '';

  /** @param root the margin */
  constructor(root: HTMLElement, transcript: Transcript, words: () => MarginWords, events: MarginWalkEvents) {
    this.#root = root;
    this.#transcript = transcript;
    this.#words = words;
    this.#events = events;
    root.tabIndex = 0;
    root.setAttribute('role', 'spinbutton');
    root.addEventListener('keydown', (event) => this.#onKeyDown(event));
    root.addEventListener('focus', () => this.draw(true));
  }

  /**
   * Says which coding is the active one.
   * @param isHeard counts its place among the others, which takes a walk through them; told only while in focus
   */
  draw(isHeard = this.#root.ownerDocument.activeElement === this.#root): void {
    const { layer, activeId } = this.#transcript;
    const words = this.#words();
    const key = `${isHeard} ${layer.version} ${activeId} ${words.label}`;
    if (key === this.#heard) return;
    this.#heard = key;
    const index = isHeard && activeId !== null ? layer.indexOf(activeId) : -1;
    const at = index >= 0 && layer.isShown(index) ? this.#shownUpTo(index) : 0;
    this.#say('aria-label', words.label);
    this.#say('aria-valuemin', '0');
    this.#say('aria-valuemax', String(layer.shownCount));
    this.#say('aria-valuenow', String(at));
    this.#say('aria-valuetext', words.value(at > 0 ? layer.at(index) : null, at, layer.shownCount));
  }

  // Typing moves codings without another word to say; each write costs the page its styles.
  #say(attribute: string, value: string): void {
    if (this.#root.getAttribute(attribute) !== value) this.#root.setAttribute(attribute, value);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { layer, activeId } = this.#transcript;
    const index = activeId === null ? -1 : layer.indexOf(activeId);
    const isMenu = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (isMenu && activeId !== null) this.#events.onMenu(activeId);
    else if (event.key === 'Enter' && index >= 0) this.#events.onEnter(layer.at(index));
    else if (event.key === 'Escape') this.#events.onLeave();
    else {
      const next = this.#next(event.key, index);
      if (next === null) return;
      this.#goTo(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Position of the coding a key leads to, -1 where there is none; null where the key means nothing here. */
  #next(key: string, index: number): number | null {
    const { layer, viewport } = this.#transcript;
    const step = keySteps[key];
    if (step !== undefined) {
      if (index >= 0) return this.#shownFrom(index + step, step);
      const top = layer.firstFrom(viewport.topOffset());
      return step > 0 ? this.#shownFrom(top, 1) : this.#shownFrom(top - 1, -1);
    }
    if (key === 'Home') return this.#shownFrom(0, 1);
    return key === 'End' ? this.#shownFrom(layer.count - 1, -1) : null;
  }

  #shownFrom(index: number, step: number): number {
    const { layer } = this.#transcript;
    for (let at = index; at >= 0 && at < layer.count; at += step) if (layer.isShown(at)) return at;
    return -1;
  }

  #shownUpTo(index: number): number {
    let count = 0;
    for (let at = 0; at <= index; at += 1) if (this.#transcript.layer.isShown(at)) count += 1;
    return count;
  }

  #goTo(index: number): void {
    if (index < 0) return;
    const { id, start } = this.#transcript.layer.at(index);
    this.#events.onActivate(id);
    if (!this.#transcript.viewport.shows(start)) void this.#transcript.viewport.scrollTo(start);
  }
}

const keySteps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
