// RTF: text as a word processor shows it, whatever code pages, fields and boxes it stands in. Rules in GUIDE.md.

import { canonicalise, linesOf } from './canonical.ts';
import { createCommentAnchors } from './comment-anchors.ts';
import type { RawComment } from './comments.ts';
import { placedComments, tellOfComments } from './comments.ts';
import { createNoteBook } from './note-marks.ts';
import type { RtfComment } from './rtf-groups.ts';
import { createRtfGroups } from './rtf-groups.ts';
import { readRtfTokens } from './rtf-tokens.ts';
import { createTally } from './tally.ts';
import { textBudget } from './text-sink.ts';
import type { CommentChoice, ReadDocument, Watch } from './types.ts';
import { noCounts } from './types.ts';

/**
 * Reads the text of an RTF file: its body, then footnotes and endnotes behind their marks.
 * @param bytes that begin with `{\rtf`
 * @throws ImportRefusal `xml-too-deep`, `text-too-long`, `no-text`
 */
export function readRtf(bytes: Uint8Array, watch: Watch, choice: CommentChoice = 'leave-out'): ReadDocument {
  const tally = createTally();
  const counts = noCounts();
  const notes = createNoteBook();
  const anchors = createCommentAnchors();
  const comments: RtfComment[] = [];
  const groups = createRtfGroups({ tally, counts, notes, anchors, comments, budget: textBudget() });
  readRtfTokens(bytes, groups.handlers, watch);
  const body = groups.finish();
  counts.footnotes = notes.count('footnote');
  counts.endnotes = notes.count('endnote');
  counts.comments = comments.length;
  tally.add('footnotes-appended', counts.footnotes);
  tally.add('endnotes-appended', counts.endnotes);
  tellOfComments(tally, comments.length, choice);
  const raw = [body, ...notes.lines()].join('\n');
  const text = canonicalise(raw, true, tally);
  counts.paragraphs = linesOf(text);
  const placed = comments.map(({ id, author, words }): RawComment => {
    return { author, words, passage: anchors.passageOf(id, body) };
  });
  return {
    text,
    format: 'rtf',
    encoding: null,
    notes: tally.notes(),
    counts,
    ...(choice === 'memos' ? { comments: placedComments(placed, raw, text) } : {}),
  };
}
