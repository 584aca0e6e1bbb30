// Elements beside the text that are drawn anew in every frame. The one that showed a thing goes on showing it, and
// is written to only where what it shows is another: most frames of a scroll change nothing.

export class Pool<Drawn extends HTMLElement | SVGElement> {
  readonly #make: () => Drawn;
  #shown = new Map<string, Drawn>();
  readonly #free: Drawn[] = [];
  readonly #looks = new WeakMap<Drawn, string>();

  /** @param make makes an element and puts it on the page */
  constructor(make: () => Drawn) {
    this.#make = make;
  }

  /**
   * Shows these things and hides every other element.
   * @param look everything that is drawn of a thing, as text: where it is the same, nothing is drawn
   */
  show<Thing>(
    things: Iterable<Thing>,
    keyOf: (thing: Thing) => string,
    look: (thing: Thing) => string,
    draw: (element: Drawn, thing: Thing) => void,
  ): void {
    const former = this.#shown;
    const shown = new Map<string, Drawn>();
    const fresh: Thing[] = [];
    for (const thing of things) {
      const key = keyOf(thing);
      const element = former.get(key);
      if (!element) {
        fresh.push(thing);
        continue;
      }
      former.delete(key);
      shown.set(key, element);
      const wanted = look(thing);
      if (this.#looks.get(element) === wanted) continue;
      draw(element, thing);
      this.#looks.set(element, wanted);
    }
    this.#free.push(...former.values());
    for (const thing of fresh) {
      const element = this.#free.pop() ?? this.#make();
      if (element.style.display === 'none') element.style.display = '';
      shown.set(keyOf(thing), element);
      draw(element, thing);
      this.#looks.set(element, look(thing));
    }
    for (const unused of this.#free) if (unused.style.display !== 'none') unused.style.display = 'none';
    this.#shown = shown;
  }
}
