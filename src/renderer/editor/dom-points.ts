// Between places in the DOM and offsets in the canonical text. A paragraph's element holds spans with one text
// node each and `<br>` for soft breaks; a last `<br>` may stand for nothing but an open line.

import type { TextModel } from './text-model.ts';

export type DomPoint = { readonly node: Node; readonly offset: number };

/** How to get from a key to its element and back; Lexical keeps this. */
export type Elements = {
  readonly elementOf: (key: string) => HTMLElement | null;
  /** Key of the paragraph whose element this is, or null. */
  readonly keyOf: (element: Element) => string | null;
  readonly root: HTMLElement;
};

/**
 * The DOM point at an offset.
 * @param side where two nodes meet, whether the point belongs to the text before it or after it
 * @returns null where the paragraph is not rendered
 */
export function domPointOf(
  model: TextModel,
  elements: Elements,
  offset: number,
  side: 'before' | 'after',
): DomPoint | null {
  const point = model.pointAt(offset);
  const element = elements.elementOf(point.key);
  if (!element) return null;
  let left = point.offset;
  let found: DomPoint | null = null;
  for (let index = 0; index < element.childNodes.length; index += 1) {
    const child = element.childNodes[index];
    if (!child) break;
    const text = textNodeOf(child);
    const size = text ? text.data.length : 1;
    if (text && left <= size) {
      found = { node: text, offset: left };
      if (left < size || side === 'before') return found;
    } else if (left === 0) return found ?? { node: element, offset: index };
    if (left < size) return { node: element, offset: index };
    left -= size;
  }
  return found ?? { node: element, offset: element.childNodes.length };
}

/** The offset of a DOM point, or null where it lies outside the text. */
export function offsetOfDomPoint(model: TextModel, elements: Elements, { node, offset }: DomPoint): number | null {
  if (!elements.root.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest('p') ?? null;
  if (!line) return offsetInContainer(model, elements, node, offset);
  const key = elements.keyOf(line);
  if (key === null) return null;
  if (node === line) return model.offsetOf(key, unitsBefore(line, offset));
  let child: Node = node;
  while (child.parentNode && child.parentNode !== line) child = child.parentNode;
  const index = Array.prototype.indexOf.call(line.childNodes, child);
  const inside = node instanceof Text ? offset : offset > 0 ? (textNodeOf(child)?.data.length ?? 1) : 0;
  return model.offsetOf(key, unitsBefore(line, index) + inside);
}

/** A range for highlights, or null where one of its ends is not rendered. */
export function staticRangeOf(model: TextModel, elements: Elements, start: number, end: number): StaticRange | null {
  const from = domPointOf(model, elements, start, 'after');
  const to = domPointOf(model, elements, end, 'before');
  if (!from || !to) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

function textNodeOf(node: Node): Text | null {
  if (node instanceof Text) return node;
  return node.firstChild ? textNodeOf(node.firstChild) : null;
}

function unitsBefore(line: Element, childIndex: number): number {
  let units = 0;
  for (let index = 0; index < childIndex && index < line.childNodes.length; index += 1) {
    const child = line.childNodes[index];
    if (child) units += textNodeOf(child)?.data.length ?? 1;
  }
  return units;
}

// The root or a section: before the child at the index, or after the last one.
function offsetInContainer(model: TextModel, elements: Elements, node: Node, offset: number): number | null {
  const child = node.childNodes[offset];
  if (child instanceof Element) {
    const line = child.matches('p') ? child : child.querySelector('p');
    const key = line && elements.keyOf(line);
    return key === null || key === undefined ? null : model.offsetOf(key, 0);
  }
  if (!(node instanceof Element)) return null;
  const lines = node.querySelectorAll('p');
  const last = lines[lines.length - 1];
  const key = last ? elements.keyOf(last) : null;
  return key === null ? null : model.offsetOf(key, Number.MAX_SAFE_INTEGER);
}
