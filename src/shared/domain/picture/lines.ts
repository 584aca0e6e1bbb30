// Lines of text that fit a width whatever the words: a word that is too wide is broken, the last line may be cut.

/**
 * @param measure width of a text in a size
 * @param most lines; what does not fit ends with an ellipsis
 */
export function brokenLines(
  text: string,
  width: number,
  fontSize: number,
  measure: (text: string, fontSize: number) => number,
  most: number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer, fontSize) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const { segment } of segmenter.segment(word)) {
      if (line !== '' && measure(line + segment, fontSize) > width) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...segmenter.segment(lines[most - 1] ?? '')].map(({ segment }) => segment);
  while (last.length > 0 && measure(`${last.join('')}…`, fontSize) > width) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

/** The width of a text where nothing can measure it: a little more than common sans-serif letters take. */
export function approximateWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    width += /^[\x20-\x7e]$/.test(segment) ? (narrow.has(segment) ? 0.33 : wide.has(segment) ? 0.86 : 0.57) : 1;
  }
  return width * fontSize;
}

const narrow = new Set("ijlftrI.,:;'|!()[] -");
const wide = new Set('mwMW@%&');
const segmenter = new Intl.Segmenter();
