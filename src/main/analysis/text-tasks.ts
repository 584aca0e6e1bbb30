// Work on whole texts that may take long: it runs where it can be stopped from outside (FR5).

import type { VersionRow } from '../../shared/contract/versions.ts';
import { splicesBetween } from '../../shared/domain/diff.ts';
import { comparedRows, type ComparedRow } from '../../shared/domain/diff-rows.ts';
import { hitsIn, type Hit, type Search } from '../../shared/domain/search.ts';
import { wordIndexOf } from '../../shared/domain/search/word-index.ts';
import type { Splice } from '../../shared/domain/segments.ts';

export type SearchInput = {
  readonly text: string;
  readonly search: Search;
  readonly replacement: string | null;
  readonly most: number;
};

/** As it is kept in the file. */
export type StoredWordIndex = { readonly words: string; readonly postings: Uint8Array<ArrayBuffer> };

export type CompareInput = { readonly before: string; readonly after: string; readonly context: number };

export type CompareOutput = {
  readonly rows: readonly VersionRow[];
  readonly added: number;
  readonly removed: number;
};

export const textTasks = {
  // That it has begun is told first: the time it may take counts from then, not from when it was asked for.
  search: (
    { text, search, replacement, most }: SearchInput,
    begun: (share: number) => void,
  ): { hits: readonly Hit[] } => {
    begun(0);
    return { hits: hitsIn(text, search, replacement, most) };
  },
  /** Of each text its words, one a line, and where they stand (TX1). */
  wordIndex: ({ texts }: { readonly texts: readonly string[] }): { indexes: readonly StoredWordIndex[] } => ({
    indexes: texts.map((text) => {
      const { words, postings } = wordIndexOf(text);
      return { words: words.join('\n'), postings };
    }),
  }),
  compare: ({ before, after, context }: CompareInput): CompareOutput => {
    const rows = comparedRows(before, after);
    return { rows: leftOut(rows, context), ...charactersOf(rows) };
  },
  difference: ({
    before,
    after,
  }: {
    readonly before: string;
    readonly after: string;
  }): { splices: readonly Splice[] } => ({
    splices: splicesBetween(before, after),
  }),
};

/** Equal paragraphs further than `context` from any difference become one row that counts them. */
function leftOut(rows: readonly ComparedRow[], context: number): readonly VersionRow[] {
  const result: VersionRow[] = [];
  for (let from = 0; from < rows.length;) {
    const row = rows[from];
    if (!row) break;
    if (row.kind === 'changed') {
      result.push({ ...row, left: [...row.left], right: [...row.right] });
      from += 1;
      continue;
    }
    let to = from;
    while (rows[to]?.kind === 'same') to += 1;
    const head = from === 0 ? 0 : Math.min(context, to - from);
    const tail = to === rows.length ? 0 : Math.min(context, to - from - head);
    const count = to - from - head - tail;
    const shown = rows.slice(from, to).filter((same) => same.kind === 'same');
    // One paragraph takes no more room than the sentence that it was left out.
    if (count <= 1) result.push(...shown);
    else {
      result.push(...shown.slice(0, head), { kind: 'left-out', before: shown[head]?.before ?? 0, count });
      result.push(...shown.slice(head + count));
    }
    from = to;
  }
  return result;
}

function charactersOf(rows: readonly ComparedRow[]): { readonly added: number; readonly removed: number } {
  let added = 0;
  let removed = 0;
  for (const row of rows) {
    if (row.kind === 'same') continue;
    for (const { text, changed } of row.right) if (changed) added += text.length;
    for (const { text, changed } of row.left) if (changed) removed += text.length;
  }
  return { added, removed };
}
