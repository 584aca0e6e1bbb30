// Where each word of a text stands, for searches that need not read the text. Rule TX1 of SPEC.md.

/** What stands between a word and the next one. */
export const gap = { other: 0, space: 1, blanks: 2, hyphen: 3 } as const;
export type Gap = (typeof gap)[keyof typeof gap];

export type WordIndex = {
  /** Each word once, as written, in the order of its first place; its place here is its number. */
  readonly words: readonly string[];
  /**
   * LEB128: for each word the bytes it takes, then for each word its places: distance from its place before, times
   * four, plus what follows it.
   */
  readonly postings: Uint8Array<ArrayBuffer>;
};

/** The places of all words of one text, packed, and where those of each word begin; one number more, where they end. */
export type Postings = { readonly bytes: Uint8Array; readonly offsets: Uint32Array };

/** Places of one word, ascending, with what stands behind it at each. */
export type Occurrences = { readonly starts: Int32Array; readonly gaps: Uint8Array };

/** Arrays that are used again from text to text: making new ones takes longer than reading into them. */
export type OccurrencesRoom = { starts: Int32Array; gaps: Uint8Array };

/** TX1: a word is a run of letters, marks, digits and underscores of any script (FR1). */
const wordPattern = /[\p{L}\p{M}\p{N}_]+/gu;
/** Blanks inside a paragraph; a line end ends it. */
const blanks = /^[^\S\n]+$/;

/** TX1: the words of a text, with all their places. */
export function wordIndexOf(text: string): WordIndex {
  const numbers = new Map<string, number>();
  const places: number[][] = [];
  let former: number[] | null = null;
  let formerStart = 0;
  let formerEnd = 0;
  const settle = (start: number): void => {
    former?.push(formerStart * 4 + gapBetween(text, formerEnd, start));
  };
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    settle(index);
    let number = numbers.get(word);
    if (number === undefined) {
      number = places.length;
      numbers.set(word, number);
      places.push([]);
    }
    former = places[number] ?? [];
    formerStart = index;
    formerEnd = index + word.length;
  }
  settle(text.length);
  return { words: [...numbers.keys()], postings: packed(places) };
}

/**
 * Finds its way about the packed places of a text.
 * @param count how many words the text has
 */
export function postingsOf(bytes: Uint8Array, count: number): Postings {
  const offsets = new Uint32Array(count + 1);
  let at = 0;
  let offset = 0;
  for (let number = 0; number < count; number += 1) {
    offsets[number] = offset;
    let size = bytes[at++] ?? 0;
    if (size > 0x7f) {
      at -= 1;
      size = numberAt(bytes, at);
      at += widthOf(size);
    }
    offset += size;
  }
  offsets[count] = offset;
  // The places stand behind the sizes.
  for (let number = 0; number <= count; number += 1) offsets[number] = (offsets[number] ?? 0) + at;
  return { bytes, offsets };
}

/**
 * The places of one word.
 * @param room what is answered lies in it, until it is used again
 */
export function occurrencesOf(
  { bytes, offsets }: Postings,
  number: number,
  room: OccurrencesRoom = { starts: new Int32Array(), gaps: new Uint8Array() },
): Occurrences {
  const from = offsets[number] ?? 0;
  const end = Math.min(offsets[number + 1] ?? 0, bytes.length);
  // A place takes a byte or more.
  if (room.starts.length < end - from) {
    room.starts = new Int32Array(2 * (end - from));
    room.gaps = new Uint8Array(2 * (end - from));
  }
  const { starts, gaps } = room;
  let count = 0;
  let start = 0;
  for (let at = from; at < end; count += 1) {
    let value = bytes[at++] ?? 0;
    if (value > 0x7f) {
      // Two bytes are the usual case: a word comes again within some thousand characters.
      const second = bytes[at++] ?? 0;
      value = (value & 0x7f) | ((second & 0x7f) << 7);
      for (let shift = 14, more = second; more > 0x7f && shift < 32; shift += 7) {
        more = bytes[at++] ?? 0;
        value |= (more & 0x7f) << shift;
      }
    }
    start += value >>> 2;
    starts[count] = start;
    gaps[count] = value & 3;
  }
  return { starts: starts.subarray(0, count), gaps: gaps.subarray(0, count) };
}

function gapBetween(text: string, from: number, to: number): Gap {
  if (to - from === 1) {
    const unit = text.charCodeAt(from);
    if (unit === 0x20) return gap.space;
    if (unit === 0x2d) return gap.hyphen;
  }
  return from < to && to - from < 1000 && blanks.test(text.slice(from, to)) ? gap.blanks : gap.other;
}

function packed(places: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const data = growing();
  const sizes = growing();
  for (const list of places) {
    const before = data.size();
    let former = 0;
    for (const place of list) {
      const start = Math.floor(place / 4);
      data.push((start - former) * 4 + (place % 4));
      former = start;
    }
    sizes.push(data.size() - before);
  }
  const all = new Uint8Array(sizes.size() + data.size());
  all.set(sizes.bytes());
  all.set(data.bytes(), sizes.size());
  return all;
}

function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let k = 0; k < 5; k += 1) {
    const byte = bytes[at + k] ?? 0;
    value |= (byte & 0x7f) << (7 * k);
    if (byte < 0x80) break;
  }
  return value;
}

function widthOf(value: number): number {
  let width = 1;
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) width += 1;
  return width;
}

function growing() {
  let bytes = new Uint8Array(1024);
  let size = 0;
  return {
    push: (value: number): void => {
      if (size + 5 > bytes.length) {
        const wider = new Uint8Array(bytes.length * 2);
        wider.set(bytes);
        bytes = wider;
      }
      let rest = value;
      for (; rest > 0x7f; rest >>>= 7) bytes[size++] = (rest & 0x7f) | 0x80;
      bytes[size++] = rest;
    },
    size: () => size,
    bytes: () => bytes.subarray(0, size),
  };
}
