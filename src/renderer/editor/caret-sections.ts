// A browser does not lay out sections that are far away. A caret put into one counts, until the next frame, as a caret
// before the section's first word, and keys pressed by then would land there. So the sections a caret is in, or can
// get to with the next key, are always laid out.

const laidOut = 'is-laid-out';
/** Keys that lead out of a section at its ends. */
const goesOn = /^(?:Arrow|Page|Backspace$|Delete$)/;

export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

export class CaretSections {
  readonly #root: HTMLElement;
  #laidOut: ReadonlySet<Element> = new Set();

  /** @param root the element whose children are the sections */
  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** Lays out the sections of the caret as it stands. @param key the one that is about to be pressed, if any */
  follow(key?: PressedKey): void {
    const selection = this.#root.ownerDocument.getSelection();
    const ends = [
      this.#sectionAt(selection?.anchorNode ?? null, selection?.anchorOffset ?? 0),
      this.#sectionAt(selection?.focusNode ?? null, selection?.focusOffset ?? 0),
    ];
    this.#layOut([
      ...ends,
      ...(key && goesOn.test(key.key)
        ? ends.flatMap((end) => [end?.previousElementSibling, end?.nextElementSibling])
        : []),
      ...(key && goesFar(key) ? [this.#root.firstElementChild, this.#root.lastElementChild] : []),
    ]);
  }

  /** Lays out the sections of these places. Call it before the caret is put there. */
  hold(places: readonly Node[]): void {
    this.#layOut(places.map((place) => this.#sectionAt(place, 0)));
  }

  // Those of before go only where others take their place: to and fro costs more than a few sections do.
  #layOut(wanted: readonly (Element | null | undefined)[]): void {
    const sections = new Set(wanted.filter((section) => section instanceof Element));
    if ([...sections].every((section) => this.#laidOut.has(section))) return;
    for (const former of this.#laidOut) if (!sections.has(former)) former.classList.remove(laidOut);
    for (const section of sections) section.classList.add(laidOut);
    this.#laidOut = sections;
  }

  #sectionAt(place: Node | null, offset: number): Element | null {
    let node = place === this.#root ? (place.childNodes[Math.min(offset, place.childNodes.length - 1)] ?? null) : place;
    while (node && node.parentNode !== this.#root) node = node.parentNode;
    return node instanceof Element ? node : null;
  }
}

/** To the start or the end of the text. */
function goesFar({ key, ctrlKey, metaKey }: PressedKey): boolean {
  return (ctrlKey || metaKey) && (key === 'Home' || key === 'End' || key.startsWith('Arrow'));
}
