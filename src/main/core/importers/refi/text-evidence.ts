// How the positions of a source are counted. The standard says code points from 0 and the end exclusive, but leaves
// open what a CRLF is, and tools differ: ATLAS.ti counts it once, others twice; QualCoder does not count the mark of
// byte order it writes; some count UTF-16 units. So it is decided per source, by evidence: which way of counting makes
// the selections say what their names say, and begin and end with words.

export type Selection = { readonly start: number; readonly end: number; readonly name: string };

export type Counting = {
  readonly crlf: 1 | 2;
  /** Whether a mark of byte order was counted as the first character. */
  readonly mark: boolean;
  readonly unit: 'code-point' | 'utf-16';
};

export type DecidedText = {
  /** With `\n` for every line end, and nothing else changed. */
  readonly text: string;
  readonly counting: Counting;
  /** From a position of the file to a UTF-16 offset into the text; null where it lies outside. */
  readonly offsetOf: (position: number) => number | null;
  /** Positions there are, the end included. */
  readonly length: number;
};

/** Selections looked at: more do not decide more. */
const mostEvidence = 2_000;

/** @param raw decoded, with its mark of byte order and its line ends as they are */
export function decideText(raw: string, selections: readonly Selection[]): DecidedText {
  const marked = raw.startsWith('\uFEFF');
  const body = marked ? raw.slice(1) : raw;
  const text = body.replace(/\r\n?/g, '\n');
  const candidates = countingsOf(body, marked).map((counting) => ({ counting, offsets: offsetsOf(body, counting) }));
  const [first] = candidates;
  if (!first) throw new Error('no way of counting');
  let best = first;
  if (candidates.length > 1 && selections.length > 0) {
    const evidence = sample(selections);
    let bestScore = -Infinity;
    for (const candidate of candidates) {
      const score = scoreOf(text, candidate.offsets, evidence);
      // An equal score leaves the earlier one, which is the likelier.
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
  }
  const { counting, offsets } = best;
  return {
    text,
    counting,
    length: offsets.length - 1,
    offsetOf: (position) => (position < 0 ? null : (offsets[position] ?? null)),
  };
}

/** The likeliest first: as the standard has it, then CRLF as two, then what else was seen. */
function countingsOf(body: string, marked: boolean): readonly Counting[] {
  const lines = body.includes('\r\n') ? ([1, 2] as const) : ([1] as const);
  const units = /[\uD800-\uDBFF]/.test(body) ? (['code-point', 'utf-16'] as const) : (['code-point'] as const);
  const marks = marked ? [false, true] : [false];
  return units.flatMap((unit) => marks.flatMap((mark) => lines.map((crlf) => ({ crlf, mark, unit }))));
}

/** For every position of the file, its place in the text with single line ends. */
function offsetsOf(body: string, { crlf, mark, unit }: Counting): Int32Array {
  const offsets = new Int32Array(body.length + 2);
  let position = 0;
  let at = 0;
  if (mark) offsets[position++] = 0;
  for (let index = 0; index < body.length; index += 1) {
    const code = body.charCodeAt(index);
    offsets[position++] = at;
    if (code === 0x0d && body.charCodeAt(index + 1) === 0x0a) {
      // Between CR and LF there is no place in the text: it falls before the line end.
      if (crlf === 2) offsets[position++] = at;
      index += 1;
      at += 1;
    } else if (code >= 0xd800 && code <= 0xdbff && isLow(body.charCodeAt(index + 1))) {
      if (unit === 'utf-16') offsets[position++] = at;
      index += 1;
      at += 2;
    } else at += 1;
  }
  offsets[position++] = at;
  return offsets.subarray(0, position);
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function sample(selections: readonly Selection[]): readonly Selection[] {
  if (selections.length <= mostEvidence) return selections;
  const step = selections.length / mostEvidence;
  const spread = Array.from({ length: mostEvidence }, (_, index) => selections[Math.floor(index * step)]);
  // The farthest one tells most: every miscounted line end before it moves it.
  const last = selections.reduce((one, other) => (other.end > one.end ? other : one));
  return [...spread.filter((selection) => selection !== undefined), last];
}

/** A selection outside the text weighs more than anything, the words of a name more than the edges of words. */
function scoreOf(text: string, offsets: Int32Array, selections: readonly Selection[]): number {
  let score = 0;
  for (const { start, end, name } of selections) {
    const from = offsets[start];
    const to = offsets[end];
    if (from === undefined || to === undefined) {
      score -= 1000;
      continue;
    }
    if (says(text.slice(from, to), name)) score += 10;
    score += Number(isEdge(text, from)) + Number(isEdge(text, to));
  }
  return score;
}

/**
 * Whether a selection says what its name says. ATLAS.ti names it by its first hundred characters or so and an ellipsis,
 * with spaces collapsed; QualCoder by all of its words.
 */
export function says(words: string, name: string): boolean {
  if (name === '') return false;
  const one = collapsed(words.slice(0, 4 * name.length + 1000));
  const other = collapsed(name);
  const cut = /^(.{8,})(…|\.\.\.)$/su.exec(other)?.[1];
  return cut === undefined ? one === other : one === other || one.startsWith(cut.trimEnd());
}

function collapsed(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function isEdge(text: string, at: number): boolean {
  const before = /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at));
  const after = /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at, at + 2));
  return !(before && after);
}
