// VTT and SRT: captions become turns of speech, one paragraph each, with their times as time stamps. Rules in GUIDE.md.

import { isSpeakerName, speakersOf, turnsOf } from '../../../shared/domain/turns.ts';
import { canonicalise, linesOf } from './canonical.ts';
import type { Cue } from './caption-cues.ts';
import { readCues } from './caption-cues.ts';
import { createTally } from './tally.ts';
import { createTextSink, textBudget } from './text-sink.ts';
import { decodeText } from './text.ts';
import type { ReadDocument, TextEncoding, Watch } from './types.ts';
import { ImportRefusal, noCounts } from './types.ts';

/** Milliseconds after which a further time stamp stands inside a turn. */
const stampEvery = 10_000;

/**
 * Reads captions. Cues of one speaker that follow each other are one paragraph, `[00:00:04] Rina: …`; each paragraph begins
 * with the time it begins at, and further stamps follow in a long one. Cues whose speaker is not known stay paragraphs.
 * @throws ImportRefusal as `decodeText`, `no-captions`, `text-too-long`, `no-text`
 */
export function readCaptions(
  bytes: Uint8Array,
  format: 'vtt' | 'srt',
  watch: Watch,
  encoding?: TextEncoding,
): ReadDocument {
  const tally = createTally();
  const decoded = decodeText(bytes, encoding);
  if (decoded.guessed) tally.add('encoding-guessed', 1, decoded.encoding);
  tally.add('undecodable-bytes-replaced', decoded.replaced);
  const cues = withSpeakers(readCues(decoded.text, tally, watch));
  if (cues.length === 0) throw new ImportRefusal('no-captions');
  tally.add('caption-times-unusable', cues.filter(({ start }) => start === null).length);
  tally.add('caption-ends-left-out', cues.filter(({ start }) => start !== null).length);
  const text = canonicalise(textOfCues(cues), true, tally);
  return {
    text,
    format,
    encoding: decoded.encoding,
    notes: tally.notes(),
    counts: { ...noCounts(), paragraphs: linesOf(text) },
  };
}

/**
 * Names before a colon, as Zoom writes them, are speakers where the rules of turns say so of all cues together (SP1, SP2).
 * Beside known speakers one who speaks once is one too. A cue that goes on with what the one before began has none of its own: then the speaker before goes on.
 */
function withSpeakers(cues: readonly Cue[]): readonly Cue[] {
  const lines = cues.map(({ words }) => words.replaceAll('\u2028', ' '));
  const known = new Set(speakersOf(turnsOf(lines.join('\n'))));
  if (known.size === 0) return cues;
  return cues.map((cue) => {
    if (cue.speaker !== null) return cue;
    const name = /^([^:：\n]{1,60})[:：]\s*/u.exec(cue.words);
    const speaker = name?.[1]?.trim();
    if (name === null || speaker === undefined || !(known.has(speaker) || isSpeakerName(speaker))) return cue;
    return { ...cue, speaker, words: cue.words.slice(name[0].length) };
  });
}

/** Paragraphs of speakers with their times, as {@link readCaptions} says. @throws ImportRefusal `text-too-long` */
export function textOfCues(cues: readonly Cue[]): string {
  const sink = createTextSink(textBudget());
  const exact = cues.some(({ start }) => start !== null && start % 1000 !== 0);
  const anySpeaker = cues.some(({ speaker }) => speaker !== null);
  let speaker: string | null = null;
  let stamped: number | null = null;
  let isFirst = true;
  for (const cue of cues) {
    const goesOn = !isFirst && anySpeaker && (cue.speaker === null ? speaker !== null : cue.speaker === speaker);
    const isDue = cue.start !== null && (stamped === null || Math.abs(cue.start - stamped) >= stampEvery);
    const stamp = cue.start !== null && (!goesOn || isDue) ? `[${clock(cue.start, exact)}] ` : '';
    if (goesOn) sink.write(' ');
    else {
      if (!isFirst) sink.newline();
      speaker = cue.speaker;
    }
    sink.write(stamp);
    if (!goesOn && speaker !== null) sink.write(`${speaker}: `);
    sink.write(cue.words);
    if (stamp !== '') stamped = cue.start;
    isFirst = false;
  }
  return sink.text();
}

/** `00:12:05`, with thousandths where some caption of the file has them (TS1). */
function clock(milliseconds: number, exact: boolean): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const whole = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return exact ? `${whole}.${String(milliseconds % 1000).padStart(3, '0')}` : whole;
}
