// The cues of VTT and SRT files, read as their writers write them: with or without header, numbers, hours, voice tags.

import type { Tally } from './tally.ts';
import type { Watch } from './types.ts';

export type Cue = {
  /** Milliseconds from the start of the recording; null where the file says no time that can be. */
  readonly start: number | null;
  /** Who speaks, by a voice tag; null where none says it. */
  readonly speaker: string | null;
  /** One line; lines of two speakers are divided by U+2028. */
  readonly words: string;
};

const timing = /^\s*(-?[\d:]{4,15}(?:[.,]\d{1,6})?)\s*-->\s*(-?[\d:]{4,15}(?:[.,]\d{1,6})?)/;
/** Blocks of a VTT file that are no cues (WebVTT, 4.1). */
const aside = /^(NOTE|STYLE|REGION)(?:[ \t]|$)/;
/** Lines between two looks at the memory. */
const watchEvery = 20_000;

/** All cues with words, in the order of the file. */
export function readCues(text: string, tally: Tally, watch: Watch): readonly Cue[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const cues: Cue[] = [];
  let at = 0;
  while (at < lines.length) {
    if (at % watchEvery === 0) watch();
    const line = lines[at] ?? '';
    const time = timing.exec(line);
    at += 1;
    if (time === null) {
      if (aside.test(line) && isBlockStart(lines, at - 1)) {
        tally.add('caption-notes-left-out');
        while (at < lines.length && (lines[at] ?? '').trim() !== '' && !(lines[at] ?? '').includes('-->')) at += 1;
      }
      continue;
    }
    const words: string[] = [];
    while (at < lines.length && (lines[at] ?? '').trim() !== '') {
      // A file without blank lines between its cues: the number or the times of the next one end this one.
      if (timing.test(lines[at] ?? '') || isNumberBeforeTimes(lines, at)) break;
      words.push(lines[at] ?? '');
      at += 1;
    }
    cues.push(...cuesOf(startOf(time[1] ?? '', time[2] ?? ''), words));
  }
  return cues;
}

function isBlockStart(lines: readonly string[], at: number): boolean {
  return at === 0 || (lines[at - 1] ?? '').trim() === '' || (lines[at - 1] ?? '').startsWith('WEBVTT');
}

function isNumberBeforeTimes(lines: readonly string[], at: number): boolean {
  return /^\s*\d{1,6}\s*$/.test(lines[at] ?? '') && timing.test(lines[at + 1] ?? '');
}

/** A start that the end contradicts, or that no clock shows, is no time. */
function startOf(from: string, to: string): number | null {
  const start = millisecondsOf(from);
  const end = millisecondsOf(to);
  return start === null || (end !== null && end < start) ? null : start;
}

function millisecondsOf(time: string): number | null {
  const [clock = '', fraction = ''] = time.split(/[.,]/);
  const parts = clock.split(':');
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [seconds = 0, minutes = 0, hours = 0] = parts.toReversed().map(Number);
  if (seconds > 59 || minutes > 59 || hours > 999) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** One cue, or one for each voice that speaks in it. */
function cuesOf(start: number | null, lines: readonly string[]): readonly Cue[] {
  const joined = lines
    .map((line) => line.trim())
    .reduce((all, line) => (all === '' ? line : `${all}${/^[-–—]\s?\S/.test(line) ? '\u2028' : ' '}${line}`), '');
  const voices: { speaker: string | null; words: string }[] = [{ speaker: null, words: '' }];
  let at = 0;
  // Tags end with `>`; where none is left, what remains is text, however many `<` it holds.
  const lastEnd = joined.lastIndexOf('>');
  while (at < joined.length) {
    const open = joined.indexOf('<', at);
    const here = voices.at(-1);
    if (here === undefined) break;
    if (open === -1 || open > lastEnd) {
      here.words += joined.slice(at);
      break;
    }
    here.words += joined.slice(at, open);
    const close = joined.indexOf('>', open);
    const tag = joined.slice(open + 1, Math.min(close, open + longestTag));
    const voice = /^v(?:\.[^\s>]*)?[ \t]+([^<]+)$/.exec(tag)?.[1]?.trim();
    if (voice !== undefined && voice !== '') voices.push({ speaker: decoded(voice), words: '' });
    else if (tag === '/v') voices.push({ speaker: null, words: '' });
    else if (!/^\/?(?:b|i|u|s|c|v|ruby|rt|lang|font|sub|sup|em|strong|br)(?:[\s.][^<]*)?$|^[\d:.]+$/i.test(tag)) {
      // Not one of the tags of captions: these are words.
      here.words += '<';
      at = open + 1;
      continue;
    }
    at = close + 1;
  }
  return voices.flatMap(({ speaker, words }): Cue[] => {
    const shown = decoded(words.replace(/\{\\[^{}]{1,40}\}/g, ''))
      .replace(/[ \t]+/g, ' ')
      .trim();
    return shown === '' ? [] : [{ start, speaker, words: shown }];
  });
}

const longestTag = 200;
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00A0'],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
]);

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\d{1,7}|#x[\da-f]{1,6});/gi, (whole, name: string) => {
    const named = entities.get(name.toLowerCase());
    if (named !== undefined) return named;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
