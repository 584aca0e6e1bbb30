// Speaker turns, derived from the text and never stored: the text is the only truth.

export type Turn = {
  /** Start of the paragraph that opens the turn. */
  readonly start: number;
  /** End of the last paragraph of the turn, without its line end. */
  readonly end: number;
  readonly speaker: string;
  /** Where the speaker's words begin, after the label. */
  readonly bodyStart: number;
};

// A label is a short name at the start of a paragraph, ended by a colon and white space. Digits, brackets
// and a time stamp may follow the name: "Informan 2 (Kabid TI):", "Pewawancara [00:01:12]:".
const label =
  /^(?:\[?\(?#?\d{1,2}:\d{2}(?::\d{2})?(?:[-.,]\d+)?#?\]?\)?\s+)?(\p{Lu}[\p{L}\p{M}\d.'’ /-]{0,38}(?:\s?\([^()\n]{1,40}\))?)(?:\s?\[[^\]\n]{1,14}\])?\s?:(?=\s|$)/u;

/**
 * Finds the turns of a transcript. A label counts as a speaker only if it opens at least two
 * paragraphs of the text; a single "Catatan: …" is a line, not a person.
 */
export function turnsOf(text: string): readonly Turn[] {
  const opened: { start: number; speaker: string; bodyStart: number }[] = [];
  const seen = new Map<string, number>();
  for (let start = 0; start <= text.length;) {
    const lineEnd = endOfLine(text, start);
    const match = label.exec(text.slice(start, Math.min(lineEnd, start + 160)));
    const speaker = match?.[1]?.trim();
    if (match && speaker) {
      const afterLabel = start + match[0].length;
      const blanks = /^[ \t\u00A0]*/.exec(text.slice(afterLabel, lineEnd))?.[0].length ?? 0;
      opened.push({ start, speaker, bodyStart: afterLabel + blanks });
      seen.set(speaker, (seen.get(speaker) ?? 0) + 1);
    }
    start = lineEnd + 1;
  }
  const turns = opened.filter(({ speaker }) => (seen.get(speaker) ?? 0) >= 2);
  return turns.map((turn, index) => {
    const next = turns[index + 1];
    let end = next ? next.start - 1 : text.length;
    while (end > turn.bodyStart && /\s/.test(text[end - 1] ?? '')) end -= 1;
    return { ...turn, end };
  });
}

/** The distinct speakers in order of appearance. */
export function speakersOf(turns: readonly Turn[]): readonly string[] {
  return [...new Set(turns.map((turn) => turn.speaker))];
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
