// Names of codes in charts: short enough for their place, and still told apart.

import { pathSeparator } from '../../../../shared/domain/codes.ts';

/** Width of a text in pixels at a font size. */
export type Measure = (text: string, fontSize: number) => number;

/** Where no canvas is at hand, such as in tests: the mean width of a letter of a sans-serif is just over half its size. */
export const estimatedWidth: Measure = (text, fontSize) => [...text].length * fontSize * 0.56;

/** The text, cut with an ellipsis where it is wider than its place. Never cuts through a character. */
export function ellipsised(text: string, width: number, fontSize: number, measure: Measure): string {
  if (measure(text, fontSize) <= width) return text;
  const characters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  let low = 0;
  let high = characters.length;
  const cut = (length: number): string =>
    `${characters
      .slice(0, length)
      .map(({ segment }) => segment)
      .join('')
      .trimEnd()}…`;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(cut(middle), fontSize) <= width) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

/** The last name of each path; where several are alike, with as many names above it as tell them apart. */
export function distinctNames(paths: readonly (readonly string[])[]): readonly string[] {
  return paths.map((path) => {
    for (let depth = 1; depth < path.length; depth += 1) {
      const name = tail(path, depth);
      if (paths.filter((other) => tail(other, depth) === name).length === 1) return name;
    }
    return tail(path, path.length);
  });
}

function tail(path: readonly string[], depth: number): string {
  return path.slice(-depth).join(pathSeparator);
}
