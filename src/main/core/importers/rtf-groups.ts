// Groups of an RTF file and the state each of them hands to those inside it: code page, hidden, deleted, what it is for.

import type { CommentAnchors } from './comment-anchors.ts';
import type { NoteBook } from './note-marks.ts';
import { decoderOf, pageOfCharset } from './rtf-encodings.ts';
import type { RtfFlow } from './rtf-flow.ts';
import { createRtfFlow } from './rtf-flow.ts';
import type { RtfHandlers } from './rtf-tokens.ts';
import type { RtfDestination } from './rtf-words.ts';
import { rtfCharacters, rtfDestinationOf } from './rtf-words.ts';
import type { Tally } from './tally.ts';
import type { TextBudget } from './text-sink.ts';
import type { CountName } from './types.ts';
import { ImportRefusal } from './types.ts';

export type RtfComment = { id: string; author: string; words: string };

export type RtfContext = {
  readonly tally: Tally;
  readonly counts: Record<CountName, number>;
  readonly notes: NoteBook;
  readonly anchors: CommentAnchors;
  readonly comments: RtfComment[];
  readonly budget: TextBudget;
};

export type RtfGroups = {
  readonly handlers: RtfHandlers;
  /** The text of the body, once all tokens were handled. */
  readonly finish: () => string;
};

type Group = {
  destination: RtfDestination;
  /** How many characters stand behind `\u` for programs that do not know it. */
  alternatives: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  revised: boolean;
  /** Set by `\*` until the word that follows it. */
  optional: boolean;
  fresh: boolean;
};

/** A text inside another: a note, a box, a comment, the label of a list. */
type Frame = { readonly destination: RtfDestination; readonly flow: RtfFlow; isEndnote: boolean };

/** Groups inside each other; word processors stay far below. */
const deepest = 1000;
/** Characters that stand for one that a program does not know: more of them would be text. */
const mostAlternatives = 4;
/** Bytes that are kept of what is only looked at, such as the instruction of a field. */
const longestAside = 200;
const ownText: ReadonlySet<RtfDestination> = new Set(['note', 'box', 'label', 'comment']);

export function createRtfGroups(context: RtfContext): RtfGroups {
  const { tally, counts, notes, anchors } = context;
  const body = createRtfFlow(context.budget);
  const frames: Frame[] = [{ destination: 'text', flow: body, isEndnote: false }];
  const groups: Group[] = [];
  const fonts = new Map<number, number>();
  let group: Group = {
    destination: 'text',
    alternatives: 1,
    font: -1,
    hidden: false,
    deleted: false,
    revised: false,
    optional: false,
    fresh: false,
  };
  let page = 1252;
  let defaultFont = -1;
  let definedFont = 0;
  let bytes: number[] = [];
  let aside = '';
  let skipping = 0;
  let pageBreak = false;
  let wasRow = false;
  let hiddenTold = false;
  let endsInTimeSign = false;
  let author = '';
  let comment: RtfComment | undefined;
  const flow = (): RtfFlow => frames.at(-1)?.flow ?? body;
  const isShown = (): boolean => group.destination === 'text' || ownText.has(group.destination);

  const put = (text: string): void => {
    if (text === '' || !isShown()) return;
    if (group.hidden && !isHiddenTime(text)) {
      if (!hiddenTold) tally.add('hidden-text-left-out');
      hiddenTold = true;
      return;
    }
    if (group.deleted) return;
    const here = flow();
    if (pageBreak && !here.isLineEmpty()) here.write('\u2028');
    pageBreak = false;
    if (frames.length === 1) anchors.writing(here.position());
    here.write(text);
    endsInTimeSign = text.endsWith('¤');
    wasRow = false;
  };
  // Transana shows its sign and hides the milliseconds behind it: that is the time of the place, not a hidden word.
  const isHiddenTime = (text: string): boolean => endsInTimeSign && /^<\d{1,9}>\s?$/.test(text);
  const decode = (): void => {
    if (bytes.length === 0) return;
    const raw = Uint8Array.from(bytes);
    bytes = [];
    const known = decoderOf(fonts.get(group.font) ?? page);
    if (known === undefined) tally.add('encoding-guessed', 1, 'windows-1252');
    const text = (known ?? decoderOf(1252))?.(raw) ?? '';
    let replaced = 0;
    for (const character of text) if (character === '\uFFFD') replaced += 1;
    if (isShown() && !group.hidden && !group.deleted) tally.add('undecodable-bytes-replaced', replaced);
    put(text);
  };

  const begin = (destination: RtfDestination): void => {
    group.destination = destination;
    aside = '';
    if (destination === 'picture') {
      counts.images += 1;
      tally.add('pictures-left-out');
    } else if (destination === 'object') tally.add('embedded-objects-left-out');
    else if (destination === 'box') {
      counts.textBoxes += 1;
      tally.add('text-boxes-moved');
    } else if (destination === 'comment') {
      comment = { id: `\0${context.comments.length}`, author, words: '' };
      anchors.point(comment.id, body.position());
      author = '';
    }
    if (ownText.has(destination)) {
      frames.push({ destination, flow: createRtfFlow(context.budget), isEndnote: false });
      group.hidden = false;
    }
  };
  const end = (ended: Group, outer: Group): void => {
    if (ended.destination === outer.destination && !ownText.has(ended.destination)) return;
    if (ended.destination === 'instruction') tellOfField(aside);
    else if (ended.destination === 'author' && /\S/.test(aside)) tally.add('author-names-left-out');
    else if (ended.destination === 'header' && /[A-Za-z\u0080-\u00FF]/.test(aside)) tally.add('headers-left-out');
    else if (ended.destination === 'comment-author') author = aside.trim();
    else if (ended.destination === 'comment-start') anchors.start(aside.trim());
    else if (ended.destination === 'comment-end') anchors.end(aside.trim(), body.position());
    else if (ended.destination === 'comment-id' && comment !== undefined) {
      anchors.point(aside.trim(), body.position());
      comment.id = aside.trim();
    }
    aside = '';
  };
  const endFrame = (): void => {
    const frame = frames.pop();
    if (frame === undefined) return;
    const text = frame.flow.text();
    if (frame.destination === 'note') {
      const kind = frame.isEndnote ? 'endnote' : 'footnote';
      const mark = notes.mark(kind);
      put(mark);
      notes.keep(kind, mark, text);
    } else if (frame.destination === 'label') {
      if (text.trim() !== '' && isShown()) {
        counts.listItems += 1;
        put(`${text.trim()} `);
      }
    } else if (frame.destination === 'box') {
      // It was counted when it was read.
      context.budget.left += text.length;
      if (text.trim() !== '') flow().after(text);
    } else if (comment !== undefined) {
      context.comments.push({ ...comment, words: text });
      comment = undefined;
    }
  };
  const tellOfField = (instruction: string): void => {
    counts.fields += 1;
    if (/^\s*HYPERLINK/i.test(instruction)) {
      counts.links += 1;
      tally.add('link-addresses-left-out');
    } else if (/^\s*INCLUDEPICTURE/i.test(instruction)) tally.add('linked-pictures-left-out');
    else tally.add('fields-kept-as-text');
  };

  const startGroup = (word: string, optional: boolean): boolean => {
    const wanted = rtfDestinationOf(word);
    if (wanted === undefined && !optional) return false;
    // What is left out stays so, whatever groups it holds; a header keeps no notes and boxes.
    const isClosed = group.destination !== 'text' && group.destination !== 'shell' && group.destination !== 'object';
    if (isClosed && !(ownText.has(group.destination) || group.destination === 'fonts')) return true;
    if (group.destination === 'object' && wanted !== 'text') {
      group.destination = 'skipped';
      return true;
    }
    if (wanted === 'text' && group.destination === 'text') return true;
    begin(wanted ?? 'skipped');
    return true;
  };
  const setState = (word: string, value: number | undefined): void => {
    const isOn = value !== 0;
    if (word === 'v') {
      if (isOn && !group.hidden) hiddenTold = false;
      group.hidden = isOn;
    } else if (word === 'deleted') {
      if (isOn && !group.deleted && isShown()) tally.add('tracked-deletions-left-out');
      group.deleted = isOn;
    } else if (word === 'revised') {
      if (isOn && !group.revised && isShown()) tally.add('tracked-insertions-kept');
      group.revised = isOn;
    } else if (word === 'plain') {
      group.hidden = false;
      group.deleted = false;
      group.font = defaultFont;
    } else if (word === 'uc') {
      const count = value ?? 1;
      group.alternatives = count >= 0 && count <= mostAlternatives ? count : 0;
    } else if (word === 'ansicpg') page = value ?? page;
    else if (word === 'mac') page = 10000;
    else if (word === 'pc') page = 437;
    else if (word === 'pca') page = 850;
    else if (word === 'deff') defaultFont = value ?? 0;
    else if (word === 'ftnalt') {
      const frame = frames.at(-1);
      if (frame !== undefined) frame.isEndnote = true;
    } else if (word === 'f') {
      definedFont = value ?? 0;
      if (group.destination !== 'fonts') group.font = definedFont;
    } else if (group.destination === 'fonts' && (word === 'fcharset' || word === 'cpg')) {
      const found = word === 'cpg' ? value : pageOfCharset(value ?? 0);
      if (found !== undefined) fonts.set(definedFont, found);
    }
  };
  const breakLine = (word: string): void => {
    if (!isShown() || group.hidden || group.deleted) return;
    const here = flow();
    if (word === 'par' || word === 'sect') here.paragraph();
    else if (word === 'page' || word === 'column') pageBreak = true;
    else if (word === 'trowd') {
      if (!wasRow && here === body) counts.tables += 1;
      wasRow = true;
      here.beginRow();
    } else if (word === 'cell' || word === 'nestcell') here.cell();
    else {
      here.endRow();
      wasRow = true;
    }
  };

  const control: RtfHandlers['control'] = (word, value) => {
    decode();
    const { fresh, optional } = group;
    if (word === '*') {
      group.optional = true;
      return;
    }
    group.fresh = false;
    group.optional = false;
    if ((fresh || optional) && startGroup(word, optional)) return;
    if (!fresh && rtfDestinationOf(word) === 'note') return;
    const character = rtfCharacters.get(word);
    if (character !== undefined) {
      if (skipping > 0) skipping -= 1;
      else put(character);
      return;
    }
    skipping = 0;
    if (word === 'u') {
      put(String.fromCharCode((value ?? 0) & 0xffff));
      skipping = group.alternatives;
    } else if (/^(par|sect|page|column|trowd|cell|nestcell|row|nestrow)$/.test(word)) breakLine(word);
    else if (word === 'outlinelevel' && isShown()) counts.headings += 1;
    else setState(word, value);
  };

  return {
    handlers: {
      open: () => {
        decode();
        skipping = 0;
        if (groups.length >= deepest) throw new ImportRefusal('xml-too-deep', { limit: deepest });
        groups.push(group);
        group = { ...group, fresh: true, optional: false };
      },
      close: () => {
        decode();
        skipping = 0;
        const ended = group;
        const outer = groups.pop();
        if (outer === undefined) return;
        group = outer;
        end(ended, outer);
        const frame = frames.at(-1);
        const isFrameOf = frames.length > 1 && frame?.destination === ended.destination;
        if (isFrameOf && outer.destination !== ended.destination) endFrame();
      },
      control,
      byte: (value, escaped) => {
        group.fresh = false;
        if (skipping > 0) {
          skipping -= 1;
          return;
        }
        if (group.destination === 'skipped' || group.destination === 'picture') return;
        if (isShown()) {
          bytes.push(value);
          if (bytes.length > 100_000) decode();
        } else if (aside.length < longestAside) aside += String.fromCharCode(escaped && value < 0x20 ? 0x20 : value);
      },
    },
    finish: () => {
      decode();
      while (frames.length > 1) endFrame();
      return body.text();
    },
  };
}
