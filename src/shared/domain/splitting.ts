// One long text as several documents: at headings, at lines that mark a beginning, or where another person speaks.
// Rules SU1–SU4 of SPEC.md.

import type { Heading } from './outline.ts';
import type { Range } from './segments.ts';
import type { Turn } from './turns.ts';

/** Where a text is cut. */
export type SplitRule =
  | {
      readonly by: 'heading';
      /** Headings of this level and higher ones begin a part; 1 is the highest. */ readonly level: number;
    }
  | {
      readonly by: 'marker';
      /** What a line that marks a beginning holds. */
      readonly marker: string;
      /** True where `marker` is a regular expression, false where a line begins with it as it stands. */
      readonly pattern: boolean;
    }
  | { readonly by: 'speaker' };

/** A run of whole lines of the text: a part that becomes a document, or lines that become none. */
export type SplitPiece = Range & { readonly kind: 'part' | 'marker' | 'blank'; readonly title: string };

/** Characters a title has at most. */
const longestTitle = 200;

/**
 * Cuts a text into pieces. All pieces in their order, with one line feed between them, are the text (SU1).
 * @param structure turns and headings of the text, in order
 * @throws SyntaxError where the marker is no regular expression
 */
export function piecesOf(
  text: string,
  rule: SplitRule,
  structure: {
    readonly turns: readonly Turn[];
    readonly headings: readonly Pick<Heading, 'start' | 'level' | 'text'>[];
  },
): readonly SplitPiece[] {
  switch (rule.by) {
    case 'heading':
      return between(
        text,
        structure.headings
          .filter(({ level }) => level <= rule.level)
          .map(({ start, text: title }) => ({ start, title })),
      );
    case 'speaker':
      return between(text, changesOf(structure.turns));
    case 'marker':
      return atMarkers(text, markerOf(rule));
  }
}

type Cut = { readonly start: number; readonly title: string };

/** SU3: several turns of one person in a row are one part. */
function changesOf(turns: readonly Turn[]): readonly Cut[] {
  return turns.flatMap(({ start, speaker }, index) =>
    turns[index - 1]?.speaker === speaker ? [] : [{ start, title: speaker }],
  );
}

/** SU2: the lines that open a part stay in it. */
function between(text: string, cuts: readonly Cut[]): readonly SplitPiece[] {
  const lines = cuts.filter(({ start }, index) => index === 0 || start > (cuts[index - 1]?.start ?? 0));
  const starts = lines[0]?.start === 0 ? lines : [{ start: 0, title: '' }, ...lines];
  return starts.map(({ start, title }, index) => {
    const next = starts[index + 1];
    return piece(text, start, next ? next.start - 1 : text.length, title);
  });
}

/** SU4: a line that marks a beginning is no part of any document; what it says besides the mark is the title. */
function atMarkers(text: string, marker: Marker): readonly SplitPiece[] {
  const pieces: SplitPiece[] = [];
  let from = 0;
  let title = '';
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const named = marker(text.slice(start, end));
    if (named !== null) {
      if (start > from) pieces.push(piece(text, from, start - 1, title));
      pieces.push({ kind: 'marker', start, end, title: named });
      from = end + 1;
      title = named;
    }
    start = end + 1;
  }
  if (from <= text.length) pieces.push(piece(text, from, text.length, title));
  return pieces;
}

function piece(text: string, start: number, end: number, title: string): SplitPiece {
  return { kind: /\S/.test(text.slice(start, end)) ? 'part' : 'blank', start, end, title: oneLine(title) };
}

/** Answers the title a line gives to what follows it, or null where it marks nothing. */
type Marker = (line: string) => string | null;

function markerOf({ marker, pattern }: Extract<SplitRule, { readonly by: 'marker' }>): Marker {
  if (!pattern) {
    return (line) => {
      const trimmed = line.trimStart();
      return trimmed.startsWith(marker) ? oneLine(trimmed.slice(marker.length).replace(/^[\s:–—-]+/, '')) : null;
    };
  }
  const expression = new RegExp(marker, 'u');
  return (line) => {
    const match = expression.exec(line);
    if (match === null || match[0] === '') return null;
    // A group of the expression names the title; else all but the mark does.
    return oneLine(match[1] ?? line.replace(match[0], '').replace(/^[\s:–—-]+/, ''));
  };
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, longestTitle).toWellFormed().trim();
}
