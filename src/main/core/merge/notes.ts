// What an exchange says of itself, by kind and count: the standard demands that a program tells what it changed or
// could not carry.

export const exchangeNoteCodes = [
  // what the file says was read otherwise than it stands
  'element-unknown',
  'only-codes-read',
  'value-unreadable',
  'guid-replaced',
  'guid-repeated',
  'guid-missing',
  'name-missing',
  'color-unreadable',
  'date-without-zone',
  'reference-dangling',
  'coder-unknown',
  'code-unknown',
  'case-as-code',
  'column-left-out',
  'row-without-name',
  'code-added-above',
  'reference-repeated',
  // texts and places in them
  'line-ends-counted-as-two',
  'mark-counted',
  'positions-in-utf16',
  'position-repaired',
  'position-unreadable',
  'quote-differs',
  'text-not-utf-8',
  'characters-replaced',
  'transcript-twice',
  'text-from-formatting',
  // files
  'source-file-missing',
  'source-path-refused',
  'file-not-referenced',
  // what is kept and goes out again, but has no place in the window yet
  'kept-source',
  'kept-region',
  'kept-coding',
  'kept-set',
  'kept-graph',
  'kept-link',
  'kept-value',
  'kept-note',
  'kept-formatting',
  // what other programs will not see
  'only-for-simpul',
  'orphans-left-out',
  'history-left-out',
  'recordings-left-out',
  'originals-left-out',
  'without-words-left-out',
  'cell-cut',
  'names-left-out',
  'sidecar-used',
  'sidecar-ignored',
  // the merge
  'own-row-refused',
  'versions-not-known',
  'text-changed',
  'removed',
] as const;
export type ExchangeNoteCode = (typeof exchangeNoteCodes)[number];

/** `details` are short facts to show, such as the name of a source; never its text. */
export type ExchangeNote = {
  readonly code: ExchangeNoteCode;
  readonly count: number;
  readonly details: readonly string[];
};

export type Notes = {
  /** Adds to a kind of note; nothing happens for a count of 0. */
  readonly add: (code: ExchangeNoteCode, detail?: string, count?: number) => void;
  /** In the order of the list above. */
  readonly all: () => readonly ExchangeNote[];
};

/** Details kept of one kind, and characters of one detail: a report of thousands of lines is read by nobody. */
const mostDetails = 50;
const longestDetail = 200;

export function createNotes(): Notes {
  const counts = new Map<ExchangeNoteCode, { count: number; readonly details: Set<string> }>();
  return {
    add: (code, detail, count = 1) => {
      if (count === 0) return;
      const known = counts.get(code) ?? { count: 0, details: new Set<string>() };
      known.count += count;
      if (detail !== undefined && detail !== '' && known.details.size < mostDetails) {
        known.details.add(shortened(detail));
      }
      counts.set(code, known);
    },
    all: () =>
      exchangeNoteCodes.flatMap((code) => {
        const found = counts.get(code);
        return found ? [{ code, count: found.count, details: [...found.details] }] : [];
      }),
  };
}

function shortened(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line.length <= longestDetail ? line : `${[...line].slice(0, longestDetail - 1).join('')}…`;
}
