// A word cloud: each word as near to the middle as it finds room, the heaviest first, along an Archimedean spiral.
// Without chance, so that the same words always make the same picture.

import { type Box, boxesMeet } from '../network/label-placement.ts';
import type { Measure } from '../charts/labels.ts';

export type CloudWord = { readonly word: string; readonly weight: number };

export type PlacedWord = {
  /** Place among the words given. */
  readonly index: number;
  /** Middle of the word. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly box: Box;
};

export const [smallestWord, largestWord] = [11, 52];
/** Sizes of the heaviest word that are tried until all words find their place in the room. */
const largestWords = [largestWord, 44, 37, 31, 26, 22, 18];
const gap = 2;
/** A letter stands in so much of its size. */
const lineShare = 1.1;
/** Bold letters are so much wider than those that are measured. */
const boldShare = 1.1;
/** From this size on words are bold. */
export const boldFrom = 30;
/** Pixels between the arms of the spiral, and between two tries on one. */
const [arm, stride] = [12, 7];
/** Where a word has found no room by then, it is given up: it is among the least. */
const farthest = 900;

/** Letters as high as the weight says: the least has the smallest, the greatest the largest, by the root of the way between. */
export function wordSize(weight: number, least: number, greatest: number, largest: number = largestWord): number {
  if (greatest <= least) return (smallestWord + largest) / 2;
  return smallestWord + (largest - smallestWord) * Math.sqrt((weight - least) / (greatest - least));
}

/** A layout that fits the room, with letters as large as that allows; the smallest one where none fits. */
export function fittingCloud(
  words: readonly CloudWord[],
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
): readonly PlacedWord[] {
  const aspect = Math.max(0.5, width / Math.max(1, height));
  let placed: readonly PlacedWord[] = [];
  for (const largest of largestWords) {
    placed = cloudLayout(words, aspect, measure, largest);
    const across = Math.max(...placed.map(({ box }) => box.right)) - Math.min(...placed.map(({ box }) => box.left));
    const down = Math.max(...placed.map(({ box }) => box.bottom)) - Math.min(...placed.map(({ box }) => box.top));
    if (across <= width && down <= height) break;
  }
  return placed;
}

/**
 * Places in a plane around 0, 0; words for which there is no room are left out.
 * @param words in any order
 * @param aspect width of the room by its height
 * @param largest height of the letters of the heaviest word
 */
export function cloudLayout(
  words: readonly CloudWord[],
  aspect: number,
  measure: Measure,
  largest: number = largestWord,
): readonly PlacedWord[] {
  const weights = words.map(({ weight }) => weight);
  const [least, greatest] = [Math.min(...weights), Math.max(...weights)];
  const order = words.map((_, index) => index).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const placed: PlacedWord[] = [];
  for (const index of order) {
    const { word, weight } = words[index] ?? { word: '', weight: 0 };
    const size = wordSize(weight, least, greatest, largest);
    const width = measure(word, size) * (size >= boldFrom ? boldShare : 1) + 2 * gap;
    const spot = freeSpot(placed, width, size * lineShare + gap, Math.sqrt(aspect));
    if (spot) placed.push({ index, size, ...spot });
  }
  return placed;
}

function freeSpot(
  placed: readonly PlacedWord[],
  width: number,
  height: number,
  stretch: number,
): Pick<PlacedWord, 'x' | 'y' | 'box'> | null {
  // What is in the way at one try mostly is at the next: it is asked first.
  let inTheWay: Box | null = null;
  for (let turn = 0; ;) {
    const radius = (arm * turn) / (2 * Math.PI);
    if (radius > farthest) return null;
    const x = radius * Math.cos(turn) * stretch;
    const y = (radius * Math.sin(turn)) / stretch;
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    if (!inTheWay || !boxesMeet(inTheWay, box)) {
      inTheWay = placed.find((other) => boxesMeet(other.box, box))?.box ?? null;
      if (!inTheWay) return { x, y, box };
    }
    turn += stride / Math.max(stride, radius);
  }
}
