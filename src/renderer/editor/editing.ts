// What the keys, the clipboard and an input method do in edit mode. Plain typing is left to the browser and read
// back by Lexical; everything else is one replacement between two places of the text, carried out by tree.ts.

import {
  $getSelection,
  $isRangeSelection,
  $selectAll,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DROP_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  INSERT_TAB_COMMAND,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
  SELECT_ALL_COMMAND,
  type LexicalEditor,
  TextNode,
} from 'lexical';
import type { Splice } from '../../shared/domain/segments.ts';
import { cleanPasted } from '../../shared/domain/pasted.ts';
import { canonicalText } from '../../shared/domain/text.ts';
import { wordsIn } from './clipboard.ts';
import type { TextModel } from './text-model.ts';
import {
  $neighbour,
  $replaceBetween,
  $selectionPointOf,
  $textOf,
  $treePointOf,
  softBreak,
  type TreePoint,
} from './tree.ts';
import { clusterLengthAfter, clusterLengthBefore, wordLengthAfter, wordLengthBefore } from './units.ts';

export type EditingPorts = {
  readonly model: TextModel;
  /** Tells the listener which splice an update will turn out to be. */
  readonly intend: (splice: Splice) => void;
};

/** @returns a function that takes all of it off again */
export function registerEditing(editor: LexicalEditor, ports: EditingPorts): () => void {
  const replace = (insert: string): boolean => $replaceSelection(ports, insert);
  const offs = [
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => replace(typeof payload === 'string' ? payload : insertedBy(payload)),
      COMMAND_PRIORITY_EDITOR,
    ),
    // Typing over a selection: the replacement is known here even where the words come out the same (ED11). Lexical's
    // own way also sets the caret one letter on where an emoji replaced words before the key pressed last.
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        const words = event.inputType === 'insertText' && !event.isComposing ? (event.data ?? '') : '';
        const selection = $getSelection();
        if (words === '' || !$isRangeSelection(selection) || selection.isCollapsed()) return false;
        event.preventDefault();
        return replace(pasted(words));
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => replace('\n'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => replace(softBreak), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(INSERT_TAB_COMMAND, () => replace('\t'), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => replace(''), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (backward) => $delete(ports, backward, backward ? clusterLengthBefore : clusterLengthAfter),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      DELETE_WORD_COMMAND,
      (backward) => $delete(ports, backward, backward ? wordLengthBefore : wordLengthAfter),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(DELETE_LINE_COMMAND, (backward) => $deleteLine(ports, backward), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        const data = 'clipboardData' in event ? event.clipboardData : null;
        return replace(data ? cleanPasted(wordsIn(data)).text : '');
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    // Dropped text is taken by the editor's own listener, which knows the place under the pointer.
    editor.registerCommand(DROP_COMMAND, () => true, COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(
      SELECT_ALL_COMMAND,
      () => {
        $selectAll();
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  ];
  return () => {
    for (const off of offs) off();
  };
}

/**
 * Keeps typed text in the one form that is stored (T1): a mark typed behind its letter becomes one character with
 * it, in the same update, so that the splice replaces the letter and codings that end with it still do (ED5).
 * @param isOwn whether the update is an edit of a person here; other edits must come out exactly as they were made
 */
export function registerComposedForm(editor: LexicalEditor, isOwn: () => boolean): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    const text = node.getTextContent();
    const composed = text.normalize('NFC');
    if (composed === text || !isOwn() || editor.isComposing()) return;
    const selection = $getSelection();
    const points = $isRangeSelection(selection) ? [selection.anchor, selection.focus] : [];
    const inside = points.filter(({ key }) => key === node.getKey());
    const offsets = inside.map(({ offset }) => text.slice(0, offset).normalize('NFC').length);
    node.setTextContent(composed);
    for (const [index, point] of inside.entries()) {
      point.set(node.getKey(), Math.min(offsets[index] ?? 0, composed.length), 'text');
    }
  });
}

/** Replaces what is selected and puts the caret behind it. Call inside an update. */
export function $replaceSelection(ports: EditingPorts, insert: string): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const anchor = $treePointOf(selection.anchor);
  const focus = $treePointOf(selection.focus);
  if (!anchor || !focus) return false;
  const [start, end] = selection.isBackward() ? [focus, anchor] : [anchor, focus];
  $replace(ports, start, end, insert);
  return true;
}

/** Text from outside, as it may stand in a document: canonical (T1), without control and layout characters. */
export function pasted(text: string): string {
  return canonicalText(text).replace(/(?![\n\t])\p{Cc}|[\u200B\uFEFF]/gu, '');
}

/** Undo and redo are the application's, and this text has no bold: such keys go on to the window untouched. */
export function isForTheWindow({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && 'zybiu'.includes(key.toLowerCase());
}

function $replace(ports: EditingPorts, start: TreePoint, end: TreePoint, insert: string): void {
  const clean = canonicalText(insert);
  const at = ports.model.offsetOf(start.paragraph.getKey(), start.offset);
  const to = ports.model.offsetOf(end.paragraph.getKey(), end.offset);
  if (at !== null && to !== null) ports.intend({ at, remove: Math.max(0, to - at), insert: clean });
  const caret = $selectionPointOf($replaceBetween(start, end, clean));
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  selection.anchor.set(caret.key, caret.offset, caret.type);
  selection.focus.set(caret.key, caret.offset, caret.type);
}

function $delete(ports: EditingPorts, backward: boolean, lengthOf: (text: string, offset: number) => number): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) return $replaceSelection(ports, '');
  const caret = $treePointOf(selection.anchor);
  if (!caret) return false;
  const text = $textOf(caret.paragraph);
  const length = lengthOf(text, caret.offset);
  const other = length === 0 ? $lineEndBeside(caret.paragraph, backward) : moved(caret, backward ? -length : length);
  if (!other) return true;
  if (backward) $replace(ports, other, caret, '');
  else $replace(ports, caret, other, '');
  return true;
}

function $deleteLine(ports: EditingPorts, backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  // Only the browser knows where a line on the screen ends.
  if (selection.isCollapsed()) selection.modify('extend', backward, 'lineboundary');
  if (!selection.isCollapsed()) return $replaceSelection(ports, '');
  return $delete(ports, backward, backward ? clusterLengthBefore : clusterLengthAfter);
}

function $lineEndBeside(paragraph: TreePoint['paragraph'], backward: boolean): TreePoint | null {
  const neighbour = $neighbour(paragraph, backward);
  if (!neighbour) return null;
  return { paragraph: neighbour, offset: backward ? $textOf(neighbour).length : 0 };
}

function moved({ paragraph, offset }: TreePoint, by: number): TreePoint {
  return { paragraph, offset: offset + by };
}

function insertedBy(event: InputEvent): string {
  // What is typed is meant as it is: a joiner or a no-break space may be a key of its own.
  return event.dataTransfer ? cleanPasted(wordsIn(event.dataTransfer)).text : pasted(event.data ?? '');
}
