// What is chosen in a menu or palette often opens something itself, and that must give the focus back to where the
// user was, not to the entry that is gone.

/** Runs once what is closing is gone and has given the focus back. */
export function afterClosing(run: () => void): void {
  // It is gone before the next frame is drawn, and gives the focus back in that frame.
  requestAnimationFrame(() => requestAnimationFrame(run));
}
