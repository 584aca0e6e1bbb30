// What an update of the tree did to the text, as splices (ED8).
//
// Lexical marks the root dirty on every keystroke, so "the root is dirty" does not mean that paragraphs came or
// went: only links that changed mean that. Between two texts there is often more than one splice that leads
// from one to the other; which one it was decides whether a coding at that place grows. The caret tells.

import {
  $getNodeByKey,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
  type NodeKey,
  type ParagraphNode,
} from 'lexical';
import { applySplices, differenceOf, type Range, type Splice } from '../../shared/domain/segments.ts';
import type { Entry, TextModel } from './text-model.ts';
import { $paragraphs, $textOf } from './tree.ts';

export type Nodes = ReadonlyMap<NodeKey, LexicalNode>;

/** What is known of an update besides its texts; every field narrows the choice between possible splices. */
export type Hints = {
  /** The splices an own command meant to carry out, if one did. */
  readonly intended: readonly Splice[] | null;
  /** Selection before the update. */
  readonly selection: Range | null;
  /** Caret after the update, in offsets of the new text. */
  readonly caret: number | null;
};

/** A run of paragraphs that an update changed. */
export type Block = {
  readonly from: number;
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  /** Paragraphs came, went or moved; otherwise only the text within them is another. */
  readonly isStructural: boolean;
};

/**
 * Finds the changed paragraphs. Call inside a read of the new state.
 * @param dirty keys of the nodes the update touched; null where the state was replaced as a whole
 * @returns null where texts and paragraphs are as they were
 */
export function $changedBlock(
  model: TextModel,
  dirty: ReadonlySet<NodeKey> | null,
  before: Nodes,
  after: Nodes,
): Block | null {
  if (dirty === null) return $changedRun(model, null);
  const lines = new Set<NodeKey>();
  for (const key of dirty) {
    if (linksChanged(before.get(key), after.get(key))) return $changedRun(model, dirty);
    const line = lineOf(key, after);
    if (line !== null) lines.add(line);
  }
  return $changedTexts(model, lines);
}

/** The splices that lead from the text before a block changed to the text after it. */
export function splicesOf(model: TextModel, block: Block, hints: Hints): readonly Splice[] {
  const { intended } = hints;
  const before = block.before.map(({ text }) => text).join('\n');
  const after = block.after.map(({ text }) => text).join('\n');
  if (before === after && block.before.length === block.after.length) return [];
  const from = blockStart(model, block);
  if (intended && leadsTo(model, from, intended, before, after)) return intended;
  const splice = spliceBetween(before, after, {
    selection: hints.selection && { start: hints.selection.start - from, end: hints.selection.end - from },
    caret: hints.caret === null ? null : hints.caret - from,
  });
  return splice ? [{ ...splice, at: splice.at + from }] : [];
}

/**
 * The one replacement that leads from `before` to `after`, chosen by where the caret was and is. Typing, typing
 * over a selection, Backspace and Delete are tried first; where none fits, the smallest difference, slid to the
 * caret inside the stretch in which it cannot be told apart.
 */
export function spliceBetween(before: string, after: string, hints: Omit<Hints, 'intended'>): Splice | null {
  if (before === after) return null;
  const { selection, caret } = hints;
  if (selection && selection.start >= 0 && selection.end <= before.length) {
    const removed = before.length - after.length;
    const tries = [
      { at: selection.start, remove: selection.end - selection.start },
      ...(caret !== null && caret < selection.start ? [{ at: caret, remove: selection.end - caret }] : []),
      { at: selection.start, remove: Math.max(removed, selection.end - selection.start) },
    ];
    for (const { at, remove } of tries) {
      const splice = completed(before, after, at, remove);
      if (splice && (caret === null || caret === splice.at + splice.insert.length)) return splice;
    }
  }
  const smallest = differenceOf(before, after);
  return smallest && caret !== null ? slidTo(before, after, smallest, caret) : smallest;
}

function completed(before: string, after: string, at: number, remove: number): Splice | null {
  const added = after.length - before.length + remove;
  if (at < 0 || remove < 0 || added < 0 || at + remove > before.length) return null;
  const same = before.slice(0, at) === after.slice(0, at) && before.slice(at + remove) === after.slice(at + added);
  return same ? { at, remove, insert: after.slice(at, at + added) } : null;
}

// A pure insertion or deletion beside equal characters may stand at several places: take the one at the caret.
function slidTo(before: string, after: string, splice: Splice, caret: number): Splice {
  const wanted = caret - splice.insert.length;
  return completed(before, after, wanted, splice.remove) ?? splice;
}

function leadsTo(model: TextModel, from: number, splices: readonly Splice[], before: string, after: string): boolean {
  const [only] = splices;
  if (splices.length === 1 && only) {
    const splice = { ...only, at: only.at - from };
    const inside = splice.at >= 0 && splice.at + splice.remove <= before.length;
    if (inside) return applySplices(before, [splice]) === after;
  }
  // Several splices may reach beyond the paragraphs that differ in the end: compare the whole texts.
  const whole = model.text();
  const end = from + before.length;
  try {
    return applySplices(whole, splices) === whole.slice(0, from) + after + whole.slice(end);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function blockStart(model: TextModel, block: Block): number {
  if (block.from < model.size) return model.startOf(block.from);
  return model.length + 1;
}

function linksChanged(before: LexicalNode | undefined, after: LexicalNode | undefined): boolean {
  if (!before || !after) return isLine(before) || isLine(after) || isContainer(before) || isContainer(after);
  if (before === after) return false;
  if (isLine(after)) {
    return before.__next !== after.__next || before.__prev !== after.__prev || before.__parent !== after.__parent;
  }
  if (!isContainer(after) || !$isElementNode(before) || !$isElementNode(after)) return false;
  return before.__first !== after.__first || before.__last !== after.__last || before.__size !== after.__size;
}

function isLine(node: LexicalNode | undefined): boolean {
  return $isParagraphNode(node);
}

function isContainer(node: LexicalNode | undefined): boolean {
  return $isElementNode(node) && !$isParagraphNode(node);
}

function lineOf(key: NodeKey, nodes: Nodes): NodeKey | null {
  for (let node = nodes.get(key); node; node = node.__parent === null ? undefined : nodes.get(node.__parent)) {
    if ($isParagraphNode(node)) return node.__key;
  }
  return null;
}

function $changedTexts(model: TextModel, lines: ReadonlySet<NodeKey>): Block | null {
  const changed: { readonly index: number; readonly entry: Entry }[] = [];
  for (const key of lines) {
    const index = model.indexOf(key);
    const node = $getNodeByKey(key);
    if (index < 0 || !$isParagraphNode(node)) continue;
    const text = $read(model, node);
    if (text !== model.textAt(index)) changed.push({ index, entry: { key, text } });
  }
  if (changed.length === 0) return null;
  const from = Math.min(...changed.map(({ index }) => index));
  const to = Math.max(...changed.map(({ index }) => index));
  const before = entriesOf(model, from, to + 1);
  const after = [...before];
  for (const { index, entry } of changed) after[index - from] = entry;
  return { from, before, after, isStructural: false };
}

function $read(model: TextModel, paragraph: ParagraphNode): string {
  model.paragraphsRead += 1;
  return $textOf(paragraph);
}

// Paragraphs came, went or moved: what is left between the longest equal head and tail.
function $changedRun(model: TextModel, dirty: ReadonlySet<NodeKey> | null): Block | null {
  const now: readonly Entry[] = $paragraphs().map((node) => {
    const key = node.getKey();
    const index = model.indexOf(key);
    // A clean paragraph has the text it had; the leaves of a dirty one mark it dirty too.
    const known = index >= 0 && dirty !== null && !dirty.has(key);
    return { key, text: known ? model.textAt(index) : $read(model, node) };
  });
  const shorter = Math.min(now.length, model.size);
  const equal = (nowAt: number, wasAt: number): boolean =>
    now[nowAt]?.key === model.keyAt(wasAt) && now[nowAt]?.text === model.textAt(wasAt);
  let head = 0;
  while (head < shorter && equal(head, head)) head += 1;
  if (head === now.length && head === model.size) return null;
  let tail = 0;
  while (tail < shorter - head && equal(now.length - 1 - tail, model.size - 1 - tail)) tail += 1;
  // One unchanged neighbour on each side gives the line ends at the border of the block a place.
  const from = Math.max(0, head - 1);
  const kept = Math.max(0, tail - 1);
  return {
    from,
    before: entriesOf(model, from, model.size - kept),
    after: now.slice(from, now.length - kept),
    isStructural: true,
  };
}

function entriesOf(model: TextModel, from: number, to: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = from; index < to; index += 1) {
    entries.push({ key: model.keyAt(index), text: model.textAt(index) });
  }
  return entries;
}
