// Names of codes in charts: short enough for their place, and still told apart.

import { pathSeparator } from '../../../../shared/domain/codes.ts';

/** Width of a text in pixels at a font size. */
export type Measure = (text: string, fontSize: number) => number;

/** Where no canvas is at hand, such as in tests: the mean width of a letter of a sans-serif is just over half its size. */
export const estimatedWidth: Measure = (text, fontSize) => [...text].length * fontSize * 0.56;

/** Making one takes longer than using it. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The text, cut with an ellipsis where it is wider than its place: in its last third, because names that begin alike
 * are told apart by their ends. Never cuts through a character.
 */
export function ellipsised(text: string, width: number, fontSize: number, measure: Measure): string {
  const whole = measure(text, fontSize);
  if (whole <= width) return text;
  const characters = charactersOf(text);
  const cut = (length: number): string => {
    const kept = Math.floor(length / 3);
    const head = characters
      .slice(0, length - kept)
      .join('')
      .trimEnd();
    const end = kept === 0 ? '' : characters.slice(-kept).join('').trimStart();
    return `${head}…${end}`;
  };
  let low = 0;
  let high = characters.length;
  // Measuring is what takes long. Characters are about equally wide: the cut lies a few from its share of the whole.
  let guess = Math.floor((characters.length * width) / whole);
  while (low < high) {
    const middle = Math.min(high, Math.max(low + 1, guess));
    if (measure(cut(middle), fontSize) <= width) low = middle;
    else high = middle - 1;
    guess = low === middle ? low + 1 : high;
  }
  return cut(low);
}

/** What a reader takes for one character each. */
function charactersOf(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text];
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The last name of each path; where several are alike, with as many names above it as tell them apart. */
export function distinctNames(paths: readonly (readonly string[])[]): readonly string[] {
  const names = paths.map((path) => tail(path, 1));
  const deepest = Math.max(1, ...paths.map(({ length }) => length));
  for (let depth = 2; depth <= deepest; depth += 1) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [index, path] of paths.entries()) {
      if ((counts.get(names[index] ?? '') ?? 0) > 1) names[index] = tail(path, depth);
    }
  }
  return names;
}

function tail(path: readonly string[], depth: number): string {
  return path.slice(-depth).join(pathSeparator);
}
