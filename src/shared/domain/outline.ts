// What one can jump to in a text: headings of imported documents, questions of the guide, turns. Derived, never stored.

import type { Range } from './segments.ts';
import type { Turn } from './turns.ts';

export type Heading = Range & {
  /** 1 is the highest. */
  readonly level: number;
  readonly text: string;
};

export type OutlineNode = {
  readonly id: string;
  readonly kind: 'heading' | 'question' | 'turn';
  readonly start: number;
  readonly text: string;
  /** Of a turn. */
  readonly speaker: string | null;
  readonly children: readonly OutlineNode[];
};

/** Characters a heading has at most. */
const longest = 120;

/**
 * Paragraphs that are headings by their form: `## Title`, "BAB II", "Pasal 5", "2.1 Title", or a short line in
 * capitals. The text is plain, so nothing else tells. A paragraph that opens a turn is none.
 */
export function headingsOf(text: string, turns: readonly Turn[]): readonly Heading[] {
  const labelled = new Set(turns.map(({ start }) => start));
  const headings: Heading[] = [];
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start && end - start <= longest && !labelled.has(start)) {
      const line = text.slice(start, end);
      const level = levelOf(line);
      if (level !== null) headings.push({ start, end, level, text: line.replace(/^#{1,6}\s+/, '').trim() });
    }
    start = end + 1;
  }
  return headings;
}

/** Places of one text as a tree: headings by their level, questions below headings, turns below either. */
export function outlineOf(
  text: string,
  turns: readonly Turn[],
  headings: readonly Heading[],
  questions: readonly { readonly id: string; readonly start: number; readonly text: string }[],
): readonly OutlineNode[] {
  const entries: Entry[] = [
    ...headings.map(({ start, level, text: words }) => entryOf(`h${start}`, 'heading', start, words, level)),
    ...questions.map(({ id, start, text: words }) => entryOf(id, 'question', start, words, questionDepth)),
    ...turns.map(({ start, end, bodyStart, speaker }) => ({
      ...entryOf(
        `t${start}`,
        'turn',
        start,
        beginning(text.slice(bodyStart, Math.min(end, bodyStart + 160))),
        turnDepth,
      ),
      speaker,
    })),
  ].toSorted((a, b) => a.start - b.start || a.depth - b.depth);
  // A question stands inside a turn: it opens before it, so that the turn comes below it.
  let turn: Entry | null = null;
  const opened: { readonly entry: Entry; readonly at: number }[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'question') turn = entry.kind === 'turn' ? entry : null;
    opened.push({ entry, at: entry.kind === 'question' && turn ? turn.start : entry.start });
  }
  const ordered = opened.toSorted((a, b) => a.at - b.at || a.entry.depth - b.entry.depth).map(({ entry }) => entry);
  return nested(ordered);
}

const questionDepth = 50;
const turnDepth = 100;
type Entry = Omit<OutlineNode, 'children'> & { readonly depth: number };
type Growing = Omit<OutlineNode, 'children'> & { readonly children: Growing[] };

function entryOf(id: string, kind: OutlineNode['kind'], start: number, text: string, depth: number): Entry {
  return { id, kind, start, text, depth, speaker: null };
}

function nested(entries: readonly Entry[]): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const above: { readonly node: Growing; readonly depth: number }[] = [];
  for (const { depth, ...entry } of entries) {
    const node: Growing = { ...entry, children: [] };
    while ((above.at(-1)?.depth ?? -1) >= depth) above.pop();
    (above.at(-1)?.node.children ?? roots).push(node);
    above.push({ node, depth });
  }
  return roots;
}

function levelOf(line: string): number | null {
  const marked = /^(#{1,6})\s+\S/.exec(line);
  if (marked?.[1]) return marked[1].length;
  if (/[.!?;,:]\s*$/.test(line) || !/\p{L}/u.test(line)) return null;
  if (/^\s*(?:bab|bagian|chapter|part|lampiran|appendix)\s+(?:\d{1,3}|[ivxlc]{1,6}|[A-Z])(?:\P{L}|$)/iu.test(line))
    return 1;
  if (/^\s*(?:pasal|paragraf|article|section)\s+(?:\d{1,3}|[ivxlc]{1,6})(?:\P{L}|$)/iu.test(line)) return 2;
  const numbered = /^\s*(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}/u.exec(line);
  if (numbered?.[1] && line.length <= 90) return numbered[1].split('.').length;
  const letters = line.match(/\p{L}/gu) ?? [];
  const isCapitals = letters.length >= 6 && !/\p{Ll}/u.test(line) && /\p{Lu}/u.test(line);
  return isCapitals && line.length <= 90 ? 1 : null;
}

function beginning(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 120).toWellFormed();
}
