// Speaker turns, derived from the text and never stored: the text is the only truth. Rules SP1–SP5 of SPEC.md.

import type { Range, Splice } from './segments.ts';
import { anyStamp, enclosedStamp } from './time-stamps.ts';

export type Turn = {
  /** Start of the paragraph that opens the turn. */
  readonly start: number;
  /** End of the last paragraph of the turn, without its line end. */
  readonly end: number;
  readonly speaker: string;
  /** Where the speaker's name stands in the label. */
  readonly name: Range;
  /** Where the speaker's words begin, after the label. */
  readonly bodyStart: number;
};

/** How a label tells that it is one; some ways need more proof than others (SP2). */
type Manner = 'colon' | 'voice' | 'line' | 'cue' | 'bracket' | 'tab';
type Label = { readonly manner: Manner; readonly speaker: string; readonly from: number; readonly length: number };

/** Characters of a paragraph that are looked at for a label. */
const reach = 200;

const open = String.raw`^[ \t\u00A0]*(?:\d{1,5}[.)]?[ \t]+)?(?:${anyStamp}[ \t]*[-–—:]?[ \t]*)?`;
const person = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\d.'’&_/ -]{0,38}(?:,\s?\p{Lu}[\p{L}.]{0,12}){0,3}`;
const known =
  'pewawancara|peneliti|penanya|moderator|fasilitator|informan|narasumber|responden|partisipan|peserta|' +
  'interviewer|interviewee|participant|respondent|researcher|informant|speaker|suara';
// Small letters begin sentences of every kind, so only a few forms of them are labels.
const small = String.raw`[a-z]\d{0,2}|[a-z]{2}\d{1,2}|(?:${known})(?:[ _-]?[\p{L}\d]{1,3})?`;
const remark = String.raw`\s?\((?![\d:.,# -]+\))[^()\n]{1,40}\)`;
const emphasis = String.raw`(?:\*\*|__|\*|_)`;
const name = String.raw`(?<name>(?:${person}|${small})(?:${remark})?)`;

const manners: readonly (readonly [Manner, RegExp])[] = [
  ['voice', /^[ \t]*<v(?:\.[\w.]+)?[ \t]+(?<name>[^>\n]{1,60})>/u],
  [
    'colon',
    new RegExp(
      `${open}${emphasis}?${name}${emphasis}?(?:\\s?(?:${enclosedStamp}|\\[[^\\]\\n]{1,14}\\])|\\s+${anyStamp})?` +
        `${emphasis}?[ \\t]?[:：]${emphasis}?(?=\\s|$|(?<=：|^[ \\t]*\\p{Lu}{1,3}\\d{0,2}:)\\p{L})`,
      'u',
    ),
  ],
  ['line', new RegExp(`^[ \\t]*${emphasis}?${name}${emphasis}?[ \\t]+${anyStamp}[ \\t]*$`, 'u')],
  ['line', new RegExp(`^[ \\t]*${anyStamp}[ \\t]+${emphasis}?${name}${emphasis}?[ \\t]*$`, 'u')],
  // Teams before 2022: the times of a cue, the name and the words in one paragraph, parted by soft breaks.
  [
    'cue',
    new RegExp(`^[ \\t]*${anyStamp}[ \\t]*-->[ \\t]*${anyStamp}[ \\t]*\\u2028[ \\t]*${name}[ \\t]*(?=\\u2028)`, 'u'),
  ],
  ['bracket', /^[ \t]*\[(?<name>\p{L}[\p{L}\p{M}\d.'’_ -]{0,30})\](?::|(?=\s|$))/u],
  ['tab', new RegExp(`^${name}(?=\\t[ \\t]*\\S)`, 'u')],
];

/** Words a name has at most. */
const longestName = 6;
/** What heads and notes of transcripts say before a colon, again and again where several stand in one document. */
const heads = new Set(
  (
    'oleh|diposkan pada|kategori|tanggal|hari|waktu|pukul|jam|tempat|lokasi|durasi|catatan|keterangan|sumber|topik|' +
    'judul|kode|tema|contoh|alamat|date|day|time|place|location|duration|note|notes|source|document|topic|subject|' +
    'title|code|theme|example|comment|comments|http|https'
  ).split('|'),
);

/**
 * Finds the turns of a transcript. A label counts as a speaker only if it opens at least two paragraphs of the
 * text (SP1); a single "Catatan: …" is a line, not a person. Names in square brackets and names before a tab count
 * only where they open most of the text (SP2): "[tertawa]" is no person, and a table is no interview.
 */
export function turnsOf(text: string): readonly Turn[] {
  const opened: (Omit<Turn, 'end'> & { readonly manner: Manner })[] = [];
  const seen = new Map<string, number>();
  let paragraphs = 0;
  for (let start = 0; start <= text.length;) {
    const lineEnd = endOfLine(text, start);
    const head = text.slice(start, Math.min(lineEnd, start + reach));
    const label = /\S/.test(head) ? labelOf(head, lineEnd - start <= reach) : null;
    if (/\S/.test(head)) paragraphs += 1;
    if (label) {
      const afterLabel = start + label.length;
      const blanks = /^[ \t\u00A0]*\u2028?[ \t\u00A0]*/.exec(text.slice(afterLabel, lineEnd))?.[0].length ?? 0;
      const { speaker, manner } = label;
      const from = start + label.from;
      opened.push({
        start,
        speaker,
        manner,
        name: { start: from, end: from + speaker.length },
        bodyStart: afterLabel + blanks,
      });
      seen.set(speaker, (seen.get(speaker) ?? 0) + 1);
    }
    start = lineEnd + 1;
  }
  const trusted = trustedManners(opened, paragraphs);
  const turns = opened.filter(({ speaker, manner }) => (seen.get(speaker) ?? 0) >= 2 && trusted.has(manner));
  return turns.map(({ manner: _manner, ...turn }, index) => {
    const next = turns[index + 1];
    return { ...turn, end: endOfWords(text, turn.bodyStart, next ? next.start - 1 : text.length) };
  });
}

/** The distinct speakers in order of appearance. */
export function speakersOf(turns: readonly Turn[]): readonly string[] {
  return [...new Set(turns.map((turn) => turn.speaker))];
}

/** What one speaker says, turn by turn: from the first word to the last, without the label (SP4). Empty turns are left out. */
export function turnsOfSpeaker(turns: readonly Turn[], speaker: string): readonly Range[] {
  return turns
    .filter((turn) => turn.speaker === speaker && turn.end > turn.bodyStart)
    .map(({ bodyStart, end }) => ({ start: bodyStart, end }));
}

/** The turn that holds an offset, by binary search; null before the first one. */
export function turnAt(turns: readonly Turn[], offset: number): Turn | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1] ?? null;
}

/**
 * SP5: the splices that give speakers another name in every label, the last label first, so that each stands in
 * the coordinates of the text as it is.
 */
export function renameSplices(turns: readonly Turn[], from: readonly string[], to: string): readonly Splice[] {
  return turns
    .filter(({ speaker }) => speaker !== to && from.includes(speaker))
    .map(({ name: { start, end } }) => ({ at: start, remove: end - start, insert: to }))
    .toReversed();
}

/** Whether a name is known again as one when it stands in a label. */
export function isSpeakerName(speaker: string): boolean {
  const [first, second] = turnsOf(`${speaker}: a\n${speaker}: b`);
  return first?.speaker === speaker && second?.speaker === speaker;
}

export type SpeakerRole = 'interviewer' | 'informant' | 'other';

/** What a speaker seems to be, from the name, else from who asks: a suggestion until a person says it (SP3). */
export function likelyRole(speaker: string, turns: readonly Turn[], text: string): SpeakerRole {
  if (
    /pewawancara|peneliti|penanya|moderator|fasilitator|interviewer|researcher|^(?:i|int|q|mod)\d{0,2}$/iu.test(speaker)
  ) {
    return 'interviewer';
  }
  if (/informan|narasumber|responden|partisipan|peserta|participant|respondent|interviewee/iu.test(speaker)) {
    return 'informant';
  }
  const share = (who: string): number => {
    const own = turnsOfSpeaker(turns, who);
    const asked = own.filter(({ start, end }) => /[?？؟]["”’)\]]*$/u.test(text.slice(Math.max(start, end - 8), end)));
    return own.length === 0 ? 0 : asked.length / own.length;
  };
  return share(speaker) > 0.5 ? 'interviewer' : 'informant';
}

function labelOf(head: string, isWhole: boolean): Label | null {
  if (!/[:：\t[<]|\d/.test(head)) return null;
  for (const [manner, pattern] of manners) {
    // A name with a time is a line of its own; what follows a soft break is another line (Teams since 2022).
    const softBreak = manner === 'line' ? head.indexOf('\u2028') : -1;
    if (manner === 'line' && softBreak === -1 && !isWhole) continue;
    const match = pattern.exec(softBreak === -1 ? head : head.slice(0, softBreak));
    const speaker = match?.groups?.['name']?.trim();
    if (!match || !speaker || speaker.split(/\s+/).length > longestName || heads.has(speaker.toLowerCase())) continue;
    return { manner, speaker, from: match[0].indexOf(speaker), length: match[0].length };
  }
  return null;
}

function trustedManners(
  opened: readonly { readonly manner: Manner; readonly speaker: string }[],
  paragraphs: number,
): ReadonlySet<Manner> {
  const trusted = new Set<Manner>(['colon', 'voice', 'line', 'cue']);
  for (const manner of ['bracket', 'tab'] as const) {
    const own = opened.filter((label) => label.manner === manner);
    const names = new Set(own.map(({ speaker }) => speaker));
    const least = manner === 'tab' ? 2 : 1;
    if (own.length * 2 >= paragraphs && names.size >= least && own.length >= names.size * 2) trusted.add(manner);
  }
  return trusted;
}

const ofNextCue = new RegExp(
  String.raw`^[ \t]*(?:${anyStamp}(?:[ \t]*-->.*)?|\d{1,6}|[\da-fA-F]{8}-[\da-fA-F-]{27}(?:/[\d-]+)?)[ \t]*$`,
);

/** SP4: blanks, numbers and times of captions between two turns belong to neither. */
function endOfWords(text: string, from: number, to: number): number {
  let end = to;
  for (;;) {
    while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1;
    const lineStart = text.lastIndexOf('\n', end - 1) + 1;
    if (lineStart <= from || end - lineStart > 80 || !ofNextCue.test(text.slice(lineStart, end))) return end;
    end = lineStart;
  }
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
