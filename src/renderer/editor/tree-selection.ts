// Between Lexical's selection and offsets of the text. Call inside an update or a read.

import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
} from 'lexical';
import type { Range } from '../../shared/domain/segments.ts';
import type { Selected } from './passages.ts';
import type { Block } from './splices.ts';
import type { TextModel } from './text-model.ts';
import { $selectionPointOf, $treePointOf, type TreePoint } from './tree.ts';

export function $treePointAt(model: TextModel, offset: number): TreePoint | null {
  const { key, offset: inside } = model.pointAt(offset);
  const paragraph = $getNodeByKey(key);
  return $isParagraphNode(paragraph) ? { paragraph, offset: inside } : null;
}

export function $select(model: TextModel, { anchor, focus }: Selected): void {
  const from = $treePointAt(model, anchor);
  const to = $treePointAt(model, focus);
  if (!from || !to) return;
  const selection = $createRangeSelection();
  const a = $selectionPointOf(from);
  const f = $selectionPointOf(to);
  selection.anchor.set(a.key, a.offset, a.type);
  selection.focus.set(f.key, f.offset, f.type);
  $setSelection(selection);
}

/** What is selected, in offsets of a model that has the text of this state. */
export function $selectedRange(model: TextModel): Range | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const anchor = offsetOf(model, $treePointOf(selection.anchor));
  const focus = offsetOf(model, $treePointOf(selection.focus));
  return anchor === null || focus === null ? null : { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
}

/** Where the caret stands after a block changed, in offsets of the new text, which the model has not got yet. */
export function $caretAfter(model: TextModel, block: Block): number | null {
  const selection = $getSelection();
  const point = $isRangeSelection(selection) ? $treePointOf(selection.focus) : null;
  if (!point) return null;
  let at = model.startOf(block.from);
  for (const { key, text } of block.after) {
    if (key === point.paragraph.getKey()) return at + point.offset;
    at += text.length + 1;
  }
  return null;
}

function offsetOf(model: TextModel, point: TreePoint | null): number | null {
  return point && model.offsetOf(point.paragraph.getKey(), point.offset);
}
