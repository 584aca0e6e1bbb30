// A plain div around 8–16 paragraphs. The browser skips layout and paint of whole sections that are far away;
// doing so per paragraph makes scrolling slower than doing nothing.

import { ElementNode } from 'lexical';

export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'transcript-section';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** The tree is edited by tree.ts alone; Lexical's own deletion must not lift paragraphs out of sections. */
  override canBeEmpty(): boolean {
    return true;
  }
}

export function $createSectionNode(): SectionNode {
  return new SectionNode();
}

export function $isSectionNode(node: unknown): node is SectionNode {
  return node instanceof SectionNode;
}
