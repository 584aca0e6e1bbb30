// The element that shows the text, as browsers, assistive technology and React know it.

/** Makes an element a text field: read-only in read mode, yet with a caret that arrows move. */
export function makeTextField(root: HTMLElement): void {
  root.contentEditable = 'true';
  root.tabIndex = 0;
  root.setAttribute('role', 'textbox');
  root.setAttribute('aria-multiline', 'true');
  root.setAttribute('aria-readonly', 'true');
  // Before every commit anywhere in the window, React counts the letters of a focused element up to the caret if its
  // `contentEditable` says "true": 20 ms at a million characters. The attribute, which the browser reads, stays.
  Object.defineProperty(root, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set: (value: string) => {
      root.setAttribute('contenteditable', value);
    },
  });
}

/**
 * Keeps the scroller told whether the text in it has the focus. By an attribute: with `:has()` the styles of all that
 * is in the scroller would be looked at with every mark that is drawn.
 * @returns a function that ends that
 */
export function tellFocus(root: HTMLElement, scroller: HTMLElement): () => void {
  const tell = (): void => void scroller.toggleAttribute('data-text-focus', root.matches(':focus-visible'));
  root.addEventListener('focus', tell);
  root.addEventListener('blur', tell);
  return () => {
    root.removeEventListener('focus', tell);
    root.removeEventListener('blur', tell);
  };
}
