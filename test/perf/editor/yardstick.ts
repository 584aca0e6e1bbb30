// The yardstick: the same text as paragraphs in a contenteditable, with nothing behind it.

export class Yardstick {
  readonly #root: HTMLElement;
  #text: HTMLElement = document.createElement('div');
  #starts: number[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  show(text: string): void {
    const scroller = elementOf('transcript');
    const page = elementOf('transcript-page');
    scroller.style.setProperty('--reading-size', '18px');
    this.#text = elementOf('transcript-text');
    this.#text.contentEditable = 'true';
    this.#text.spellcheck = false;
    let at = 0;
    for (const line of text.split('\n')) {
      const paragraph = document.createElement('p');
      for (const [index, part] of line.split('\u2028').entries()) {
        if (index > 0) paragraph.append(document.createElement('br'));
        paragraph.append(part);
      }
      this.#text.append(paragraph);
      this.#starts.push(at);
      at += line.length + 1;
    }
    page.append(this.#text);
    scroller.append(page);
    this.#root.append(scroller);
  }

  async reveal(at: number): Promise<void> {
    this.jump(at, at);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  jump(from: number, to: number): void {
    const start = this.#pointAt(from);
    const end = this.#pointAt(to);
    start.node.parentElement?.scrollIntoView({ block: 'center' });
    this.#text.focus({ preventScroll: true });
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }

  /** All hits, painted. */
  find(query: string): void {
    const pattern = new RegExp(query, 'giu');
    const ranges: StaticRange[] = [];
    const walker = document.createTreeWalker(this.#text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: hit } of (node.nodeValue ?? '').matchAll(pattern)) {
        const place = { startContainer: node, startOffset: index, endContainer: node, endOffset: index + hit.length };
        ranges.push(new StaticRange(place));
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  }

  #pointAt(at: number): { readonly node: Text; readonly offset: number } {
    const index = this.#starts.findLastIndex((start) => start <= at);
    let left = at - (this.#starts[index] ?? 0);
    for (const node of this.#text.children[index]?.childNodes ?? []) {
      if (!(node instanceof Text)) left -= 1;
      else if (left <= node.data.length) return { node, offset: left };
      else left -= node.data.length;
    }
    throw new RangeError(`no place ${at}`);
  }
}

function elementOf(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}
