// Time stamps in a transcript, as transcription programs write them, and what lies between two of them. Rules
// TS1–TS4 of SPEC.md. Derived from the text and never stored.

import type { Range } from './segments.ts';

export type TimeStamp = Range & {
  /** From the start of the recording; below zero before it. */
  readonly milliseconds: number;
};

/** As text of a regular expression: a stamp in brackets or signs of its own, such as `#00:12:05-3#` or `[12:05]`. */
export const enclosedStamp = String.raw`(?:[#\[({<]\s?-?\d{1,3}(?::\d{1,2}){1,3}(?:[-.,]\d{1,3})?\s?[#\])}>]|¤<\d{1,9}>)`;
/** The same, or a bare one. */
export const anyStamp = String.raw`(?:${enclosedStamp}|-?\d{1,3}(?::\d{1,2}){1,3}(?:[.,]\d{1,3})?)`;

/** Frames a second where the last of four numbers counts frames. */
const frameRate = 25;

const clock = String.raw`-?\d{1,3}(?::\d{1,2}){1,3}`;
// Transana's milliseconds; signs or brackets; hours, minutes, seconds and a fraction; hours, minutes and seconds
// alone or minutes and seconds where a line begins; a name and a time that are a whole line (Teams, Zoom). The digit
// is looked for before what stands before it, so that a long run of blanks is not walked back from each of them.
const candidates = new RegExp(
  [
    String.raw`¤<(?<milliseconds>\d{1,9})>`,
    String.raw`#(?<f4>${clock})(?:[-.,](?<f4Fraction>\d{1,3}))?#`,
    String.raw`[\[({<]\s?(?<enclosed>${clock})(?:[.,](?<enclosedFraction>\d{1,3}))?\s?[\])}>]`,
    String.raw`(?<![\d:.,])(?<exact>\d{1,3}:\d{1,2}:\d{1,2})[.,](?<exactFraction>\d{1,3})(?![\d:])`,
    String.raw`(?=\d)(?<=^[ \t]*)(?<opening>\d{1,3}(?::\d{2}){1,2})(?=[ \t]|$)`,
    String.raw`(?=\d)(?<=^[ \t]*\p{L}[^\n\d:]{0,50}\d{0,3}[^\n\d:]{0,12}[ \t])(?<closing>\d{1,3}(?::\d{2}){1,2})(?=[ \t]*$)`,
    String.raw`(?<![\d:.,])(?<whole>\d{1,2}:\d{2}:\d{2})(?=[ \t]*$)`,
  ].join('|'),
  'gmu',
);
/** The second time of a caption's line ends it and is no place. */
const endsCaption = /-->[ \t]*$/;

/**
 * Every time stamp, in order of places (TS1, TS2). A time that stands in the middle of a sentence, such as
 * "at 10:30", is none.
 */
export function timeStampsOf(text: string): readonly TimeStamp[] {
  if (!/\d:\d|¤<\d/.test(text)) return [];
  const found = [...text.matchAll(candidates)].filter(
    ({ index }) => !endsCaption.test(text.slice(Math.max(0, index - 8), index)),
  );
  const days = countsDays(found);
  return found.flatMap((match) => {
    const milliseconds = millisecondsOf(match, days);
    return milliseconds === null ? [] : [{ start: match.index, end: match.index + match[0].length, milliseconds }];
  });
}

/**
 * The stamps a recording is followed by: the longest run whose times rise with the text (TS3), so that a mistyped
 * one does not lead astray.
 */
export function risingStamps(stamps: readonly TimeStamp[]): readonly TimeStamp[] {
  const tails: number[] = [];
  const before = new Int32Array(stamps.length).fill(-1);
  stamps.forEach(({ milliseconds }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((stamps[tails[middle] ?? 0]?.milliseconds ?? 0) < milliseconds) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const run: TimeStamp[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const stamp = stamps[index];
    if (stamp) run.push(stamp);
  }
  return run.toReversed();
}

/** A line through rising stamps: the text at a time and the time at a place of the text (TS4). */
export type Course = {
  /** Offset where the recording is at a time; null where there is no stamp. */
  readonly placeAt: (milliseconds: number) => number | null;
  /** Time of the recording at an offset; null where there is no stamp. */
  readonly timeAt: (offset: number) => number | null;
};

/**
 * @param stamps of the text, in order of places
 * @param length of the text
 * @param duration of the recording in milliseconds, where it is known: the text ends with it
 */
export function courseOf(stamps: readonly TimeStamp[], length: number, duration: number | null): Course {
  const points = risingStamps(stamps).map(({ start, milliseconds }) => ({ place: start, time: milliseconds }));
  const last = points.at(-1);
  if (!last) return { placeAt: () => null, timeAt: () => null };
  if (duration !== null && duration > last.time && length > last.place) points.push({ place: length, time: duration });
  return {
    placeAt: (time) => Math.floor(between(points, time, 'time', 'place')),
    timeAt: (offset) => Math.round(between(points, offset, 'place', 'time')),
  };
}

/** `00:12:05`, with tenths as `00:12:05-3` where asked for, as f4 writes them. */
export function clockText(milliseconds: number, tenths = false): string {
  const whole = Math.max(0, Math.floor(milliseconds / (tenths ? 100 : 1000)));
  const seconds = tenths ? Math.floor(whole / 10) : whole;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return tenths ? `${text}-${whole % 10}` : text;
}

/** A stamp in the form that most of a text's stamps have; in square brackets where there is none. */
export function stampLike(text: string, stamps: readonly TimeStamp[], milliseconds: number): string {
  const count = { '#': 0, '(': 0, '[': 0 };
  for (const { start } of stamps) {
    const sign = text[start];
    if (sign === '#' || sign === '(' || sign === '[') count[sign] += 1;
  }
  if (count['#'] > 0 && count['#'] >= count['('] && count['#'] >= count['['])
    return `#${clockText(milliseconds, true)}#`;
  return count['('] > count['['] ? `(${clockText(milliseconds)})` : `[${clockText(milliseconds)}]`;
}

type Found = RegExpExecArray;

// TS2: the last of four numbers counts frames, unless one of them is too large for that in this text.
function countsDays(found: readonly Found[]): boolean {
  return found.some(({ groups }) => {
    const parts = (groups?.['enclosed'] ?? groups?.['f4'] ?? '').split(':');
    return parts.length === 4 && Number(parts[3]) >= frameRate;
  });
}

function millisecondsOf({ groups }: Found, days: boolean): number | null {
  if (!groups) return null;
  if (groups['milliseconds'] !== undefined) return Number(groups['milliseconds']);
  const { f4, enclosed, exact, opening, closing, whole } = groups;
  const written = f4 ?? enclosed ?? exact ?? opening ?? closing ?? whole ?? '';
  const fraction = groups['f4Fraction'] ?? groups['enclosedFraction'] ?? groups['exactFraction'] ?? '';
  const parts = written.replace('-', '').split(':').map(Number);
  const time = parts.length === 4 ? longTime(parts, days) : plainTime(parts);
  if (time === null) return null;
  const exactly = time + (fraction === '' ? 0 : Math.round(Number(`0.${fraction}`) * 1000));
  return written.startsWith('-') ? -exactly : exactly;
}

function plainTime(parts: readonly number[]): number | null {
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed();
  if (seconds > 59 || (parts.length === 3 && minutes > 59)) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function longTime(parts: readonly number[], days: boolean): number | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = parts;
  if (days) {
    const time = plainTime([second, third, fourth]);
    return time === null || second > 23 ? null : time + first * 86_400_000;
  }
  const time = plainTime([first, second, third]);
  return time === null ? null : time + Math.round((fourth * 1000) / frameRate);
}

type Point = { readonly place: number; readonly time: number };

function between(points: readonly Point[], value: number, from: keyof Point, to: keyof Point): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((points[middle]?.[from] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  const a = points[low];
  const b = points[low + 1];
  if (!a) return 0;
  if (!b || value <= a[from]) return a[to];
  return a[to] + ((value - a[from]) / (b[from] - a[from])) * (b[to] - a[to]);
}
