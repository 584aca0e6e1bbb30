// Lines of text that fit a width.

import type { Measure } from './labels.ts';

/** Breaks at spaces; a word wider than the line stays whole on a line of its own. */
export function wrapped(text: string, width: number, fontSize: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
