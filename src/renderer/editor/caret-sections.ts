// A browser does not lay out sections that are far away. A caret put into one counts, until the next frame, as a caret
// before the section's first word, and keys pressed by then would land there. So the sections a caret is in, or can
// get to with the next key, are always laid out.

const laidOut = 'is-laid-out';
const movesTheCaret = /^(?:Arrow|Page|Home$|End$)/;

export class CaretSections {
  readonly #root: HTMLElement;
  #laidOut: ReadonlySet<Element> = new Set();

  /** @param root the element whose children are the sections */
  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Lays out the sections of the caret as it stands. @param key the key that is about to move it */
  follow(key = ''): void {
    const selection = this.#root.ownerDocument.getSelection();
    this.hold([
      this.#nodeAt(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0),
      this.#nodeAt(selection?.focusNode ?? null, selection?.focusOffset ?? 0),
      ...(movesTheCaret.test(key) ? [this.#root.firstChild, this.#root.lastChild] : []),
    ]);
  }

  /** Lays out the sections of these places, and of no others. Call it before the caret is put there. */
  hold(places: readonly (Node | null)[]): void {
    const sections = new Set<Element>();
    for (const place of places) {
      const section = this.#sectionOf(place);
      for (const each of [section, section?.previousElementSibling, section?.nextElementSibling]) {
        if (each) sections.add(each);
      }
    }
    if (sections.size === 0) return;
    for (const former of this.#laidOut) if (!sections.has(former)) former.classList.remove(laidOut);
    for (const section of sections) section.classList.add(laidOut);
    this.#laidOut = sections;
  }

  #nodeAt(node: Node | null, offset: number): Node | null {
    return node === this.#root ? (node.childNodes[Math.min(offset, node.childNodes.length - 1)] ?? null) : node;
  }

  #sectionOf(place: Node | null): Element | null {
    let node = place;
    while (node && node.parentNode !== this.#root) node = node.parentNode;
    return node instanceof Element ? node : null;
  }
}
