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
