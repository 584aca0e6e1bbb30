// Comments beside a text: which passage each of them is about. Offsets count in the text of the body as it is written.

export type CommentAnchors = {
  /** The passage of a comment begins with the text that is written next. */
  readonly start: (id: string) => void;
  /** @param offset length of the text so far */
  readonly end: (id: string, offset: number) => void;
  /** The place of a comment without a passage of its own. */
  readonly point: (id: string, offset: number) => void;
  /** Text is about to be written. */
  readonly writing: (offset: number) => void;
  /** The passage of a comment, or null where it has none: then it is about the document. */
  readonly passageOf: (id: string, text: string) => CommentPassage | null;
};

export type CommentPassage = { readonly start: number; readonly end: number };

export function createCommentAnchors(): CommentAnchors {
  const waiting = new Set<string>();
  const starts = new Map<string, number>();
  const ends = new Map<string, number>();
  const points = new Map<string, number>();
  return {
    start: (id) => {
      if (!starts.has(id)) waiting.add(id);
    },
    end: (id, offset) => {
      waiting.delete(id);
      if (!ends.has(id)) ends.set(id, offset);
    },
    point: (id, offset) => {
      points.set(id, offset);
    },
    writing: (offset) => {
      for (const id of waiting) starts.set(id, offset);
      waiting.clear();
    },
    passageOf: (id, text) => {
      const start = starts.get(id);
      const end = ends.get(id) ?? points.get(id);
      if (start !== undefined && end !== undefined && end > start) return withoutEdges(text, start, end);
      const point = points.get(id) ?? ends.get(id);
      // A comment on a place alone is about the words before it in its line.
      return point === undefined ? null : withoutEdges(text, text.lastIndexOf('\n', point - 1) + 1, point);
    },
  };
}

/** White space at the edges of a passage is nobody's words. */
function withoutEdges(text: string, from: number, to: number): CommentPassage | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : null;
}
