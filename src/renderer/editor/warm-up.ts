// The first text that is opened would wait for code that never ran before. An idle moment before that is better.

import type { EditorCoding } from './coding-layer.ts';
import { Transcript } from './transcript.ts';

const words = Array.from({ length: 40 }, (_, index) => `Baris ${index}: satu dua tiga.`).join('\n');
/** So many that what goes through all codings of a long text is compiled by then. */
const codings: readonly EditorCoding[] = Array.from({ length: 1500 }, (_, index) => ({
  id: `${index}`,
  code: '',
  start: Math.floor(index / 4),
  end: Math.floor(index / 4) + 40,
  state: 'kept',
}));

/** Shows a few words nobody sees, once. */
export function warmUp(): void {
  const scroller = document.createElement('div');
  const text = document.createElement('div');
  scroller.append(text);
  const nothing = (): void => undefined;
  const transcript = new Transcript(text, scroller, { onEdit: nothing, onWindow: nothing, onFault: nothing });
  transcript.load(words);
  transcript.setMode('edit');
  for (let round = 0; round < 3; round += 1) {
    transcript.setCodings(codings);
    transcript.edit({ at: 4 + round, remove: 1, insert: '\n' });
  }
  transcript.dispose();
}
