// ODT: finds the parts of an OpenDocument text and brings its text together. Rules in GUIDE.md.

import { canonicalise } from './canonical.ts';
import { createCommentAnchors } from './comment-anchors.ts';
import { placedComments, tellOfComments } from './comments.ts';
import { createHeadingMarks } from './heading-marks.ts';
import { createNoteBook } from './note-marks.ts';
import { odfNameOf } from './odt-names.ts';
import type { OdfComment } from './odt-story.ts';
import { createOdfStory } from './odt-story.ts';
import type { OdfStyles } from './odt-styles.ts';
import { createOdfStyles } from './odt-styles.ts';
import type { OpcPackage } from './opc.ts';
import type { Tally } from './tally.ts';
import { createTally } from './tally.ts';
import { textBudget } from './text-sink.ts';
import type { CommentChoice, ReadDocument } from './types.ts';
import { ImportRefusal, noCounts } from './types.ts';

/** True where a package is an OpenDocument, a text or another one. */
export function isOpenDocument(opened: OpcPackage): boolean {
  return opened.has('content.xml') && (opened.has('META-INF/manifest.xml') || opened.has('mimetype'));
}

/**
 * Reads the text of an OpenDocument: its body, then footnotes and endnotes behind their marks.
 * @throws ImportRefusal as the package and its XML, `password-protected`, `not-as-named`, `text-too-long`, `no-text`
 */
export function readOdt(opened: OpcPackage, choice: CommentChoice = 'leave-out'): ReadDocument {
  if (isEncrypted(opened)) throw new ImportRefusal('password-protected');
  const tally = createTally();
  const counts = noCounts();
  const styles = createOdfStyles();
  if (opened.has('styles.xml')) readStyles(opened, styles, tally);
  const anchors = createCommentAnchors();
  const headings = createHeadingMarks();
  const notes = createNoteBook();
  const comments: OdfComment[] = [];
  let body: string | undefined;
  opened.readXml(
    'content.xml',
    createOdfStory({
      styles,
      budget: textBudget(),
      tally,
      counts,
      anchors,
      headings,
      noteMark: notes.mark,
      finishedNote: notes.keep,
      finishedComment: (comment) => comments.push(comment),
      finished: (text) => {
        body ??= text;
      },
    }),
  );
  // A sheet or a drawing has no text of its own.
  if (body === undefined) throw new ImportRefusal('not-as-named', { format: 'ODT' });
  const written = body;
  counts.footnotes = notes.count('footnote');
  counts.endnotes = notes.count('endnote');
  tally.add('footnotes-appended', counts.footnotes);
  tally.add('endnotes-appended', counts.endnotes);
  tellOfComments(tally, counts.comments, choice);
  if (opened.partNames.some((name) => /^(Basic|Scripts)\/./.test(name))) tally.add('macro-left-out');
  if (opened.has('meta.xml')) tally.add('author-names-left-out', authorNames(opened));
  const raw = [written, ...notes.lines()].join('\n');
  const text = canonicalise(raw, true, tally);
  const placed = comments.map(({ id, author, words }) => {
    return { author, words, passage: anchors.passageOf(id, written) };
  });
  return {
    text,
    format: 'odt',
    encoding: null,
    notes: tally.notes(),
    counts,
    ...headings.placed(raw, text),
    ...(choice === 'memos' ? { comments: placedComments(placed, raw, text) } : {}),
  };
}

function isEncrypted(opened: OpcPackage): boolean {
  if (!opened.has('META-INF/manifest.xml')) return false;
  let found = false;
  opened.readXml('META-INF/manifest.xml', {
    open: (element) => {
      found ||= odfNameOf(element) === 'manifest:encryption-data';
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** Styles of the document, and the headers and footers of its pages, which are counted and left out. */
function readStyles(opened: OpcPackage, styles: OdfStyles, tally: Tally): void {
  const header = /^style:(header|footer)(-left|-first)?$/;
  let inStyles = false;
  let inHeader = false;
  let words = false;
  opened.readXml('styles.xml', {
    open: (element) => {
      const name = odfNameOf(element);
      if (name === 'office:styles') inStyles = true;
      else if (inStyles) styles.open(element);
      if (header.test(name)) inHeader = true;
    },
    close: (element) => {
      const name = odfNameOf(element);
      if (name === 'office:styles') inStyles = false;
      else if (inStyles) styles.close(element);
      if (!header.test(name)) return;
      if (words) tally.add('headers-left-out');
      inHeader = false;
      words = false;
    },
    text: (text) => {
      // Page numbers alone are nobody's words.
      words ||= inHeader && /\p{L}/u.test(text);
    },
  });
}

function authorNames(opened: OpcPackage): number {
  const names = new Set<string>();
  let inName = false;
  opened.readXml('meta.xml', {
    open: (element) => {
      inName = /^(dc:creator|meta:initial-creator|meta:printed-by)$/.test(odfNameOf(element));
    },
    close: () => {
      inName = false;
    },
    text: (text) => {
      if (inName && text.trim() !== '') names.add(text.trim());
    },
  });
  return names.size;
}
