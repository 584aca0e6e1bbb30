// The one place that changes the node tree: root > section > paragraph > text | line break. Every edit that is
// more than a typed character is carried out here, paragraph by paragraph, so that its splice is known exactly.

import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isParagraphNode,
  $isTextNode,
  type LexicalNode,
  type ParagraphNode,
  type PointType,
} from 'lexical';
import { $createSectionNode, $isSectionNode, type SectionNode } from './section-node.ts';

/** Soft break inside a paragraph (T2). */
export const softBreak = '\u2028';

/** Paragraphs a new section holds. */
const sectionSize = 12;
/** A section that typing or pasting made longer than this is cut up, outside typing. */
const longestSection = 40;

/** A place in the tree: a paragraph and UTF-16 units from its start. */
export type TreePoint = { readonly paragraph: ParagraphNode; readonly offset: number };

/** Builds the whole tree from a text, in place of what is there. */
export function $project(text: string): void {
  const root = $getRoot();
  root.clear();
  const lines = text.split('\n');
  for (let from = 0; from < lines.length; from += sectionSize) {
    const section = $createSectionNode();
    section.append(...lines.slice(from, from + sectionSize).map($createLine));
    root.append(section);
  }
}

/** All paragraphs in their order. */
export function $paragraphs(): ParagraphNode[] {
  const paragraphs: ParagraphNode[] = [];
  for (let section = $getRoot().getFirstChild(); section; section = section.getNextSibling()) {
    if (!$isElementNode(section)) continue;
    for (let child = section.getFirstChild(); child; child = child.getNextSibling()) {
      if ($isParagraphNode(child)) paragraphs.push(child);
    }
  }
  return paragraphs;
}

/** Text of a paragraph as the canonical text has it. */
export function $textOf(paragraph: ParagraphNode): string {
  let text = '';
  for (let child = paragraph.getFirstChild(); child; child = child.getNextSibling()) text += $unitsOf(child);
  return text;
}

/** Replaces what stands between two points by `lines` joined with line ends. @returns the point after it */
export function $replaceBetween(start: TreePoint, end: TreePoint, insert: string): TreePoint {
  const lines = insert.split('\n');
  const head = $textOf(start.paragraph).slice(0, start.offset);
  const tail = $textOf(end.paragraph).slice(end.offset);
  if (!start.paragraph.is(end.paragraph)) $removeAfter(start.paragraph, end.paragraph);
  const last = lines.at(-1) ?? '';
  if (lines.length === 1) {
    $setText(start.paragraph, head + last + tail);
    return { paragraph: start.paragraph, offset: head.length + last.length };
  }
  $setText(start.paragraph, head + (lines[0] ?? ''));
  let previous = start.paragraph;
  for (const [index, line] of lines.slice(1).entries()) {
    const next = $createLine(index === lines.length - 2 ? line + tail : line);
    previous.insertAfter(next, false);
    previous = next;
  }
  return { paragraph: previous, offset: last.length };
}

/** Where a point of Lexical's selection stands, or null where it is in no paragraph. */
export function $treePointOf(point: PointType): TreePoint | null {
  const node = point.getNode();
  if ($isParagraphNode(node)) return { paragraph: node, offset: $unitsBefore(node, point.offset) };
  if ($isElementNode(node)) return $pointInContainer(node, point.offset);
  const paragraph = node.getParent();
  if (!$isParagraphNode(paragraph)) return null;
  return { paragraph, offset: $unitsBefore(paragraph, node.getIndexWithinParent()) + point.offset };
}

/** The paragraph before or after another one, across sections. */
export function $neighbour(paragraph: ParagraphNode, backward: boolean): ParagraphNode | null {
  const beside = (node: LexicalNode): LexicalNode | null =>
    backward ? node.getPreviousSibling() : node.getNextSibling();
  const sibling = beside(paragraph);
  if ($isParagraphNode(sibling)) return sibling;
  const parent = paragraph.getParent();
  for (let section = parent && beside(parent); section; section = beside(section)) {
    const found = $isSectionNode(section) ? (backward ? section.getLastChild() : section.getFirstChild()) : null;
    if ($isParagraphNode(found)) return found;
  }
  return null;
}

/** The form in which Lexical wants a point of its selection. */
export function $selectionPointOf({ paragraph, offset }: TreePoint): {
  readonly key: string;
  readonly offset: number;
  readonly type: 'text' | 'element';
} {
  let left = offset;
  let index = 0;
  for (let child = paragraph.getFirstChild(); child; child = child.getNextSibling(), index += 1) {
    const size = $unitsOf(child).length;
    if ($isTextNode(child) && left <= size) return { key: child.getKey(), offset: left, type: 'text' };
    if (left === 0) break;
    left -= size;
  }
  return { key: paragraph.getKey(), offset: index, type: 'element' };
}

/**
 * Cuts up sections that grew too long and drops empty ones. Changes no text.
 * @returns true where something was out of balance
 */
export function $balanceSections(): boolean {
  let changed = false;
  for (const section of $getRoot().getChildren()) {
    if (!$isSectionNode(section)) continue;
    const size = section.getChildrenSize();
    if (size === 0 && $getRoot().getChildrenSize() > 1) section.remove();
    else if (size > longestSection) $cutUp(section);
    else continue;
    changed = true;
  }
  return changed;
}

function $createLine(text: string): ParagraphNode {
  const paragraph = $createParagraphNode();
  paragraph.append(...$leavesOf(text));
  return paragraph;
}

function $leavesOf(text: string): LexicalNode[] {
  const leaves: LexicalNode[] = [];
  for (const [index, part] of text.split(softBreak).entries()) {
    if (index > 0) leaves.push($createLineBreakNode());
    if (part !== '') leaves.push($createTextNode(part));
  }
  return leaves;
}

// Keeps the text node where the paragraph has just one: the browser then keeps its DOM node and the caret in it.
function $setText(paragraph: ParagraphNode, text: string): void {
  const only = paragraph.getFirstChild();
  const single = paragraph.getChildrenSize() === 1 && $isTextNode(only);
  if (single && text !== '' && !text.includes(softBreak)) {
    only.setTextContent(text);
    return;
  }
  paragraph.clear();
  paragraph.append(...$leavesOf(text));
}

function $unitsOf(node: LexicalNode): string {
  if ($isLineBreakNode(node)) return softBreak;
  return node.getTextContent().replaceAll('\n', softBreak);
}

function $unitsBefore(paragraph: ParagraphNode, childIndex: number): number {
  let units = 0;
  let index = 0;
  for (let child = paragraph.getFirstChild(); child && index < childIndex; child = child.getNextSibling()) {
    units += $unitsOf(child).length;
    index += 1;
  }
  return units;
}

// A point on the root or on a section, as select-all leaves it: before the child at the index, or after the last.
function $pointInContainer(container: LexicalNode, childIndex: number): TreePoint | null {
  if (!$isElementNode(container)) return null;
  const child = container.getChildAtIndex(childIndex);
  if ($isParagraphNode(child)) return { paragraph: child, offset: 0 };
  if ($isSectionNode(child)) return $pointInContainer(child, 0);
  const last = container.getLastDescendant();
  const paragraph = $isParagraphNode(last) ? last : last?.getParent();
  return $isParagraphNode(paragraph) ? { paragraph, offset: $textOf(paragraph).length } : null;
}

function $removeAfter(first: ParagraphNode, last: ParagraphNode): void {
  let current = $neighbour(first, false);
  while (current) {
    const next: ParagraphNode | null = current.is(last) ? null : $neighbour(current, false);
    const section: LexicalNode | null = current.getParent();
    current.remove(true);
    if ($isSectionNode(section) && section.getChildrenSize() === 0) section.remove(true);
    current = next;
  }
}

function $cutUp(section: SectionNode): void {
  const paragraphs = section.getChildren();
  let previous = section;
  for (let from = sectionSize; from < paragraphs.length; from += sectionSize) {
    const next = $createSectionNode();
    next.append(...paragraphs.slice(from, from + sectionSize));
    previous.insertAfter(next, false);
    previous = next;
  }
}
