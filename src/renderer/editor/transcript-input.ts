// The pointer, the clipboard and the read-only keyboard of a transcript. In read mode the text stays focusable and
// the browser's own caret works (arrows, Shift, Home, Page Down), but nothing that changes text gets through.

import type { Range } from '../../shared/domain/segments.ts';
import { type DropTarget, dropTargetAt } from './drop-target.ts';
import { keepSelection } from './keep-selection.ts';
import { pasted } from './editing.ts';
import { type Selected, passageOf, rangeOf } from './passages.ts';
import { offsetUnder } from './pointer.ts';
import { snapped } from './snap.ts';
import { listenToSnapping, snapTextOf, type SnapSettings } from './snap-input.ts';
import type { Transcript } from './transcript.ts';
import { softBreak } from './tree.ts';

/** What a drag carries between the parts of the window. */
export const passageType = 'application/x-simpul-passage';
export const codesType = 'application/x-simpul-codes';

export type InputEvents = {
  /** @param passage what the selection means, null where nothing is selected */
  readonly onSelect: (selected: Selected | null, passage: Range | null) => void;
  /** A coded place was clicked: its codings, the innermost first. Empty where the place has none. */
  readonly onPress: (codings: readonly string[]) => void;
  readonly onMenu: (place: { readonly x: number; readonly y: number; readonly codings: readonly string[] }) => void;
  /** Codes were dropped: on the selection where they fell into it, else on the paragraph under the pointer. */
  readonly onCodesDropped: (codes: string, passage: Range) => void;
  /** Codes are held over the text: what they would be given to, or null once they no longer are. */
  readonly onDropTarget: (target: DropTarget | null) => void;
  /** An input method began or ended composing. */
  readonly onCompose: (composing: boolean) => void;
  readonly onBlur: () => void;
  /** What a drag of the passage carries, as JSON. */
  readonly passageData: (passage: Range) => string;
};

/** @returns a function that takes all listeners off */
export function listenTo(
  root: HTMLElement,
  transcript: Transcript,
  events: InputEvents,
  settings: () => SnapSettings = () => noSnapping,
): () => void {
  const page = root.ownerDocument;
  const controller = new AbortController();
  const { signal } = controller;
  const readOnly = (): boolean => transcript.mode === 'read';
  const on = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    handle: (event: HTMLElementEventMap[Name]) => void,
    capture = false,
  ): void => root.addEventListener(name, handle, { signal, capture });

  // Before Lexical hears of them too: it acts at the place it was told of last.
  on('keydown', (event) => transcript.catchUp(event), true);
  for (const name of ['cut', 'paste'] as const) on(name, () => transcript.catchUp(), true);
  page.addEventListener('selectionchange', () => tellSelection(root, transcript, events, settings()), {
    signal,
  });
  // Before Lexical hears of it.
  on('beforeinput', (event) => void (readOnly() && stop(event)), true);
  on('compositionstart', () => (readOnly() ? endComposition(root, transcript) : events.onCompose(true)));
  on('compositionend', () => void (readOnly() || events.onCompose(false)));
  on('blur', () => events.onBlur());
  keepSelection(root, transcript, signal);
  on('copy', (event) => copy(event, transcript), true);
  on('cut', (event) => cut(event, transcript), true);
  on('paste', (event) => void (readOnly() && stop(event)), true);
  listenToSnapping(root, transcript, settings, signal);
  on('dragstart', (event) => dragPassage(event, transcript, events));
  on('dragover', (event) => {
    allowDrop(event, readOnly());
    if (event.dataTransfer?.types.includes(codesType)) aim(event, transcript, events, settings());
  });
  on('dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && root.contains(event.relatedTarget))) unaim(transcript, events);
  });
  page.addEventListener('dragend', () => unaim(transcript, events), { signal });
  on('drop', (event) => drop(event, transcript, events, settings()), true);
  on('click', (event) => press(event, transcript, events));
  on('contextmenu', (event) => {
    event.preventDefault();
    const at = placeOfMenu(event, transcript);
    const codings = at.offset === null ? [] : transcript.codingsAt(at.offset).map(({ id }) => id);
    events.onMenu({ x: at.x, y: at.y, codings });
  });
  return () => controller.abort();
}

const noSnapping: SnapSettings = { turns: [], toWords: false };
/** Texts in which a passage is marked that was widened to whole words. */
const withWiderPassage = new WeakSet<Transcript>();

function tellSelection(root: HTMLElement, transcript: Transcript, events: InputEvents, settings: SnapSettings): void {
  const focus = root.ownerDocument.getSelection()?.focusNode ?? null;
  // A selection elsewhere in the window, such as in a field, leaves the one of the text as it was.
  if (!focus || !root.contains(focus)) return;
  transcript.caretSections.follow();
  const selected = transcript.selected();
  const whole = wholePassage(transcript, selected, settings);
  markWider(transcript, selected && selectedPassage(transcript, selected), whole);
  events.onSelect(selected, whole);
}

/** The passage a selection means, widened where that is wished; null where nothing is selected. */
export function wholePassage(
  transcript: Transcript,
  selected: Selected | null,
  { turns, toWords }: SnapSettings,
): Range | null {
  const passage = selected && selectedPassage(transcript, selected);
  return toWords && passage ? snapped(snapTextOf(transcript, { turns }), passage, 'word') : passage;
}

/** What will be coded must be seen where it is more than what is selected. */
function markWider(transcript: Transcript, passage: Range | null, whole: Range | null): void {
  const isWider = passage !== null && whole !== null && whole.end - whole.start > passage.end - passage.start;
  if (!isWider && !withWiderPassage.has(transcript)) return;
  transcript.setMark('passage', isWider ? [whole] : []);
  if (isWider) withWiderPassage.add(transcript);
  else withWiderPassage.delete(transcript);
}

function selectedPassage(transcript: Transcript, selected: Selected): Range | null {
  const { start, end } = rangeOf(selected);
  if (start === end) return null;
  const around = { start: Math.max(0, start - 1), end: end + 1 };
  const passage = passageOf(transcript.model.slice(around.start, around.end), {
    anchor: start - around.start,
    focus: end - around.start,
  });
  return passage && { start: passage.start + around.start, end: passage.end + around.start };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

// An input method's text cannot be refused by `beforeinput`. Taking editability away for a moment ends it.
function endComposition(root: HTMLElement, transcript: Transcript): void {
  const selected = transcript.selected();
  root.contentEditable = 'false';
  root.contentEditable = 'true';
  if (selected) transcript.select(selected);
}

function copy(event: ClipboardEvent, transcript: Transcript): boolean {
  const selected = transcript.selected();
  if (!selected || selected.anchor === selected.focus || !event.clipboardData) return false;
  const { start, end } = rangeOf(selected);
  event.clipboardData.setData('text/plain', transcript.model.slice(start, end).replaceAll(softBreak, '\n'));
  stop(event);
  return true;
}

function cut(event: ClipboardEvent, transcript: Transcript): void {
  if (!copy(event, transcript) || transcript.mode === 'read') return;
  const selected = transcript.selected();
  if (!selected) return;
  const { start, end } = rangeOf(selected);
  transcript.edit({ at: start, remove: end - start, insert: '' });
}

function dragPassage(event: DragEvent, transcript: Transcript, events: InputEvents): void {
  const selected = transcript.selected();
  const passage = selected && selectedPassage(transcript, selected);
  if (!event.dataTransfer || !passage) {
    event.preventDefault();
    return;
  }
  event.dataTransfer.clearData();
  event.dataTransfer.setData(passageType, events.passageData(passage));
  event.dataTransfer.setData('text/plain', transcript.model.slice(passage.start, passage.end));
  event.dataTransfer.effectAllowed = 'copyLink';
}

function allowDrop(event: DragEvent, readOnly: boolean): void {
  const types = event.dataTransfer?.types ?? [];
  if (types.includes(codesType)) {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  } else if (!types.includes('Files') && (readOnly || types.includes(passageType))) {
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    event.preventDefault();
  }
}

function aim(event: DragEvent, transcript: Transcript, events: InputEvents, settings: SnapSettings): void {
  const target = targetOf(event, transcript, settings);
  transcript.setMark('passage', target ? [target.passage] : []);
  events.onDropTarget(target);
}

function unaim(transcript: Transcript, events: InputEvents): void {
  transcript.setMark('passage', []);
  events.onDropTarget(null);
}

function targetOf(event: DragEvent, transcript: Transcript, settings: SnapSettings): DropTarget | null {
  const selected = transcript.selected();
  return dropTargetAt(transcript, event, selected && selectedPassage(transcript, selected), settings);
}

function drop(event: DragEvent, transcript: Transcript, events: InputEvents, settings: SnapSettings): void {
  const data = event.dataTransfer;
  if (!data || data.types.includes('Files')) return;
  stop(event);
  const codes = data.getData(codesType);
  if (codes !== '') {
    const target = targetOf(event, transcript, settings);
    unaim(transcript, events);
    if (target) events.onCodesDropped(codes, target.passage);
    return;
  }
  const offset = offsetUnder(transcript, event.clientX, event.clientY);
  if (offset === null) return;
  if (transcript.mode === 'read' || data.types.includes(passageType)) return;
  const insert = pasted(data.getData('text/plain'));
  if (insert !== '') transcript.edit({ at: offset, remove: 0, insert });
}

function press(event: MouseEvent, transcript: Transcript, events: InputEvents): void {
  const selected = transcript.selected();
  if (event.button !== 0 || !selected || selected.anchor !== selected.focus) return;
  const offset = offsetUnder(transcript, event.clientX, event.clientY);
  events.onPress(offset === null ? [] : transcript.codingsAt(offset).map(({ id }) => id));
}

// From the keyboard (Shift+F10, Menu key) the menu opens at the caret.
function placeOfMenu(event: MouseEvent, transcript: Transcript): { x: number; y: number; offset: number | null } {
  const byPointer = event.button === 2 || event.detail > 0;
  const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
  const box = byPointer ? null : range?.getClientRects()[0];
  if (box) return { x: box.left, y: box.bottom, offset: transcript.selected()?.focus ?? null };
  return { x: event.clientX, y: event.clientY, offset: offsetUnder(transcript, event.clientX, event.clientY) };
}
