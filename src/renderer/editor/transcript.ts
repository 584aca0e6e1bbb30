// One transcript on the screen: the node tree as a projection of the text, the codings beside it, and what is
// painted. Everything visible is a function of (text, codings, hidden codes, marks, window).

import {
  $getNearestNodeFromDOMNode,
  $isParagraphNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  type EditorState,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import { inFirstCoordinates, runsOf } from '../../shared/domain/range-mover.ts';
import { invertSplices, type Range, type Splice } from '../../shared/domain/segments.ts';
import { CaretSections, type PressedKey } from './caret-sections.ts';
import { CodingLayer, type EditorCoding, type Placed } from './coding-layer.ts';
import { domPointOf, type Elements, offsetOfDomPoint, staticRangeOf } from './dom-points.ts';
import { isForTheWindow, registerComposedForm, registerEditing } from './editing.ts';
import { type EditorCode, HighlightPainter, type MarkKind, type PaintLook } from './highlights.ts';
import { movedCaret, movedMarks } from './moves.ts';
import type { Selected } from './passages.ts';
import { Retyping } from './retyping.ts';
import { SectionNode } from './section-node.ts';
import { sectionHeights } from './section-heights.ts';
import { $changedBlock, splicesOf } from './splices.ts';
import { makeTextField, tellFocus } from './text-field.ts';
import { TextModel } from './text-model.ts';
import { $balanceSections, $project, $replaceBetween } from './tree.ts';
import { $caretAfter, $select, $selectedRange, $treePointAt } from './tree-selection.ts';
import { Viewport } from './viewport.ts';

export type Mode = 'read' | 'edit';

export type TranscriptEvents = {
  /** The text was changed here, by a person. */
  readonly onEdit: (splices: readonly Splice[]) => void;
  /** What is on the screen changed: draw bars and numbers for this window. */
  readonly onWindow: (window: Range) => void;
  /** A fault inside the editor. The text model stays as it was. */
  readonly onFault: (error: Error) => void;
};

/** Frames that the marks wait for the text after a jump. */
const longestBlank = 2;

export class Transcript {
  readonly model = new TextModel([{ key: '', text: '' }]);
  readonly layer = new CodingLayer();
  /** What stands at passages besides codings; its codes are the kinds of notes. */
  readonly notes = new CodingLayer();
  readonly elements: Elements;
  readonly caretSections: CaretSections;
  readonly viewport: Viewport;
  readonly painter: HighlightPainter;
  readonly editor: LexicalEditor;
  readonly #root: HTMLElement;
  readonly #events: TranscriptEvents;
  readonly #off: (() => void)[] = [];
  readonly #retyping = new Retyping();
  #mode: Mode = 'read';
  #hidden: ReadonlySet<string> = new Set();
  #isBare = false;
  #marks = new Map<MarkKind, readonly Range[]>();
  #activeId: string | null = null;
  /** Splices the running update means to make; null once that cannot be told. */
  #intended: Splice[] | null = [];
  /** Set while an edit is applied that no person made here. */
  #following = false;
  #frame = 0;
  /** Frames in which there was nothing to mark yet; a new text is marked in its first frame all the same. */
  #waited = longestBlank;
  #idle = 0;

  /**
   * @param root element that shows the text and takes the keyboard
   * @param scroller element that scrolls it
   */
  constructor(root: HTMLElement, scroller: HTMLElement, events: TranscriptEvents) {
    this.#root = root;
    this.caretSections = new CaretSections(root);
    this.#events = events;
    this.editor = createEditor({
      namespace: 'simpul-transcript',
      nodes: [SectionNode],
      editable: false,
      onError: (error) => events.onFault(error),
    });
    this.elements = { root, elementOf: (key) => this.editor.getElementByKey(key), keyOf: (line) => this.#keyOf(line) };
    this.viewport = new Viewport(scroller, this.model, this.elements, (places) => this.caretSections.hold(places));
    this.painter = new HighlightPainter(root, (start, end) => staticRangeOf(this.model, this.elements, start, end));
    this.editor.setRootElement(root);
    makeTextField(root);
    const intend = (splice: Splice): void => this.#intend(splice);
    this.#off.push(
      registerEditing(this.editor, { model: this.model, intend }),
      registerComposedForm(this.editor, () => this.#mode === 'edit' && !this.#following),
      this.editor.registerCommand(KEY_DOWN_COMMAND, isForTheWindow, COMMAND_PRIORITY_HIGH),
      this.editor.registerUpdateListener((update) => this.#onUpdate(update)),
    );
    const repaint = (): void => this.requestPaint();
    const endRun = (): void => this.#retyping.end();
    root.addEventListener('blur', endRun);
    scroller.addEventListener('scroll', repaint, { passive: true });
    const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(repaint);
    resized?.observe(scroller);
    resized?.observe(root);
    this.#off.push(
      tellFocus(root, scroller),
      () => root.removeEventListener('blur', endRun),
      () => scroller.removeEventListener('scroll', repaint),
      () => resized?.disconnect(),
    );
  }

  get mode(): Mode {
    return this.#mode;
  }

  get isBare(): boolean {
    return this.#isBare;
  }

  get activeId(): string | null {
    return this.#activeId;
  }

  text(): string {
    return this.model.text();
  }

  /** Shows another text. Codings and marks of the former one go. */
  load(text: string): void {
    this.layer.load([]);
    this.notes.load([]);
    this.#marks = new Map();
    this.#activeId = null;
    this.#unseen(() => $project(text));
  }

  setMode(mode: Mode): void {
    this.#mode = mode;
    this.editor.setEditable(mode === 'edit');
    this.#root.setAttribute('aria-readonly', String(mode === 'read'));
  }

  /** @param codings as stored; splices that are not stored yet must have moved them already */
  setCodings(codings: readonly EditorCoding[]): void {
    this.layer.load(codings);
    this.requestPaint();
  }

  /** Jottings, memos and ends of links, in places as those of codings. */
  setNotes(notes: readonly (Range & { readonly id: string; readonly kind: string })[]): void {
    this.notes.load(notes.map(({ id, kind, start, end }) => ({ id, code: kind, start, end, state: 'kept' })));
    this.requestPaint();
  }

  setCodes(codes: readonly EditorCode[], look: PaintLook): void {
    this.painter.setCodes(codes, look);
    this.requestPaint();
  }

  /** Codes that are not shown. */
  setHidden(codes: ReadonlySet<string>): void {
    if (codes.size === 0 && this.#hidden.size === 0) return;
    this.#hidden = codes;
    this.layer.show((code) => !codes.has(code));
    this.requestPaint();
  }

  /** Bare text has no marks of codings; they stay where they are. */
  setBare(isBare: boolean): void {
    this.#isBare = isBare;
    this.requestPaint();
  }

  /** @param ranges in order of starts */
  setMark(kind: MarkKind, ranges: readonly Range[]): void {
    this.#marks.set(kind, ranges);
    this.requestPaint();
  }

  setActive(id: string | null): void {
    this.#activeId = id;
    this.requestPaint();
  }

  isVisible(code: string): boolean {
    return !this.#isBare && !this.#hidden.has(code);
  }

  /** Applies an edit that was made elsewhere: caret, scroll position, codings and marks stay with their words. */
  follow(splices: readonly Splice[]): void {
    // Thousands of replacements are one update of the tree, not thousands.
    for (const run of runsOf(splices)) this.#apply(run, true);
  }

  /** Makes an edit as if a person had made it here, for example a replacement. */
  edit(splice: Splice): void {
    this.#retyping.end();
    this.#apply([splice], false);
  }

  /** What is selected in the text, or null where the selection is elsewhere. */
  selected(): Selected | null {
    const selection = this.#root.ownerDocument.getSelection();
    if (!selection?.anchorNode || !selection.focusNode) return null;
    const anchor = this.offsetAt(selection.anchorNode, selection.anchorOffset);
    const focus = this.offsetAt(selection.focusNode, selection.focusOffset);
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  select({ anchor, focus }: Selected): void {
    const from = domPointOf(this.model, this.elements, anchor, 'after');
    const to = domPointOf(this.model, this.elements, focus, 'before');
    if (!from || !to) return;
    this.caretSections.hold([from.node, to.node]);
    this.#root.focus({ preventScroll: true });
    this.#root.ownerDocument.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    if (this.#mode === 'edit') this.#unseen(() => $select(this.model, { anchor, focus }));
  }

  /**
   * Makes ready for a key or for pasted text: the browser may have moved the caret and not said so yet.
   * @param key what is about to be pressed
   */
  catchUp(key?: PressedKey): void {
    this.caretSections.follow(key);
    const selected = this.#mode === 'edit' && !this.editor.isComposing() ? this.selected() : null;
    if (!selected) return;
    const known = this.#selectionIn(this.editor.getEditorState());
    const { anchor, focus } = selected;
    if (known?.start === Math.min(anchor, focus) && known.end === Math.max(anchor, focus)) return;
    this.#unseen(() => $select(this.model, selected));
  }

  /** Offset of a place in the DOM, or null where it is not in the text. */
  offsetAt(node: Node, offset: number): number | null {
    return offsetOfDomPoint(this.model, this.elements, { node, offset });
  }

  /** Codings at an offset, the shortest first: the one meant by a click is the innermost. */
  codingsAt(offset: number): readonly Placed[] {
    return this.layer
      .meeting({ start: Math.max(0, offset - 1), end: offset + 1 })
      .map((index) => this.layer.at(index))
      .filter(({ start, end, code }) => start <= offset && offset <= end && this.isVisible(code))
      .toSorted((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** Paints in the next frame. */
  requestPaint(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.paint();
    });
  }

  /** Paints now. */
  paint(): void {
    if (this.#waited < longestBlank && this.viewport.isBlank()) {
      this.#waited += 1;
      return this.requestPaint();
    }
    this.#waited = 0;
    const window = this.viewport.window();
    const active = this.#activeId === null ? null : this.layer.find(this.#activeId);
    const marks = new Map(this.#marks);
    if (active && this.isVisible(active.code)) marks.set('active', [active]);
    this.painter.paint(this.layer, window, (code) => this.isVisible(code), marks);
    // Names and numbers that fly by are read by nobody; they are drawn as soon as the text goes slower.
    if (this.viewport.isFlying()) this.requestPaint();
    else this.viewport.inFrame(window, () => this.#events.onWindow(window));
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    if (this.#idle !== 0) cancelIdleCallback(this.#idle);
    for (const off of this.#off) off();
    this.painter.dispose();
    this.editor.setRootElement(null);
  }

  #keyOf(line: Element): string | null {
    return this.editor.read('latest', () => {
      const node = $getNearestNodeFromDOMNode(line);
      return $isParagraphNode(node) ? node.getKey() : null;
    });
  }

  #intend(splice: Splice): void {
    // A second command in one update would need the offsets the first one left: the texts will tell instead.
    this.#intended = this.#intended?.length === 0 ? [splice] : null;
  }

  // An update whose changes of text are not a person's edit.
  #unseen(change: () => void): void {
    this.#following = true;
    this.editor.update(change, { discrete: true, tag: [SKIP_SCROLL_INTO_VIEW_TAG, 'history-merge'] });
    this.#following = false;
  }

  /** @param splices a run: the last in the text is carried out first, so that the places before it stay where they are */
  #apply(splices: readonly Splice[], following: boolean): void {
    const selected = this.selected();
    const focused = this.#root.ownerDocument.activeElement === this.#root;
    this.#following = following;
    this.editor.update(
      () => {
        for (const { at, remove, insert } of inFirstCoordinates(splices).toReversed()) {
          const start = $treePointAt(this.model, at);
          const end = $treePointAt(this.model, at + remove);
          if (start && end) $replaceBetween(start, end, insert);
        }
        this.#intended = [...splices];
        $setSelection(null);
      },
      { discrete: true, tag: [SKIP_SCROLL_INTO_VIEW_TAG, SKIP_DOM_SELECTION_TAG] },
    );
    this.#following = false;
    if (selected && focused) {
      const moved = (caret: number): number => splices.reduce(movedCaret, caret);
      this.select({ anchor: moved(selected.anchor), focus: moved(selected.focus) });
    }
  }

  #onUpdate({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }: Update): void {
    const intended = this.#intended;
    this.#intended = [];
    const replaced = tags.has('historic') || prevEditorState._nodeMap.size <= 1;
    const dirty = replaced ? null : new Set([...dirtyElements.keys(), ...dirtyLeaves]);
    this.caretSections.follow();
    if (dirty?.size === 0) return this.#unchanged(intended, editorState);
    const block = editorState.read(() =>
      $changedBlock(this.model, dirty, prevEditorState._nodeMap, editorState._nodeMap),
    );
    if (!block) return this.#unchanged(intended, editorState, true);
    const selection = this.#selectionIn(prevEditorState);
    const found = splicesOf(this.model, block, {
      intended: intended?.length === 0 ? null : intended,
      selection,
      caret: editorState.read(() => $caretAfter(this.model, block), { editor: this.editor }),
    });
    const splices = this.#told(found, selection);
    const unwanted = this.#mode === 'read' && !this.#following;
    const back = unwanted ? invertSplices(this.model.text(), splices) : [];
    const { former, grown } = this.model.replace(block.from, block.before.length, block.after);
    this.painter.textChanged(block.isStructural ? null : former, grown);
    if (splices.length > 0) this.#moved(splices);
    // In read mode nothing may change the text; an input method that did so all the same is taken back.
    if (back.length > 0) queueMicrotask(() => this.follow(back));
    this.requestPaint();
    if (block.before.length === block.after.length && !replaced) return;
    sectionHeights(this.#root, this.model);
    this.#balanceLater();
  }

  // The caret moved, or words were replaced by the same ones; then their nodes may be others (`isRenewed`).
  #unchanged(intended: readonly Splice[] | null, state: EditorState, isRenewed = false): void {
    if (isRenewed) this.painter.textChanged(null, 0);
    if (isRenewed) this.requestPaint();
    const only = intended?.length === 1 ? intended[0] : undefined;
    if (only && only.remove > 0) this.#retyping.typedAlike({ start: only.at, end: only.at + only.remove });
    else this.#retyping.caretAt(this.#selectionIn(state));
  }

  #told(splices: readonly Splice[], selection: Range | null): readonly Splice[] {
    if (!this.#following && this.#mode === 'edit') {
      return this.#retyping.tell(splices, selection, (start, end) => this.model.slice(start, end));
    }
    this.#retyping.follow(splices);
    return splices;
  }

  #moved(splices: readonly Splice[]): void {
    this.layer.move(splices);
    this.notes.move(splices);
    for (const [kind, ranges] of this.#marks) this.#marks.set(kind, movedMarks(ranges, splices));
    if (!this.#following && this.#mode === 'edit') this.#events.onEdit(splices);
  }

  #selectionIn(state: EditorState): Range | null {
    return state.read(() => $selectedRange(this.model), { editor: this.editor });
  }

  // Cutting up a long section moves DOM nodes about: never while somebody types.
  #balanceLater(): void {
    if (typeof requestIdleCallback === 'undefined' || this.#idle !== 0) return;
    this.#idle = requestIdleCallback(() => {
      this.#idle = 0;
      if (!this.editor.isComposing()) this.#unseen(() => void $balanceSections());
    });
  }
}

type Update = Parameters<Parameters<LexicalEditor['registerUpdateListener']>[0]>[0];
