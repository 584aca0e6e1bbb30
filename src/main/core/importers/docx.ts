// DOCX: finds the parts of a Word document and brings their texts together. No relation that leads out is ever followed.

import { canonicalise } from './canonical.ts';
import { createCommentAnchors } from './comment-anchors.ts';
import type { RawComment } from './comments.ts';
import { placedComments, tellOfComments } from './comments.ts';
import { createHeadingMarks } from './heading-marks.ts';
import { nameOf, wordAttribute } from './docx-names.ts';
import { createNumberingReader } from './docx-numbering.ts';
import type { StoryContext } from './docx-story.ts';
import { createStoryReader } from './docx-story.ts';
import { createStylesReader } from './docx-styles.ts';
import { formatNumber } from './number-formats.ts';
import type { OpcPackage, Relation } from './opc.ts';
import type { Tally } from './tally.ts';
import { createTally } from './tally.ts';
import { textBudget } from './text-sink.ts';
import type { CommentChoice, CountName, ReadDocument } from './types.ts';
import { ImportRefusal, noCounts } from './types.ts';
import type { XmlHandlers } from './xml.ts';

/**
 * Name of the part that holds the text of a Word document, or undefined where the package is something else.
 * Templates and documents with macros are Word documents too.
 */
export function wordPartOf(opened: OpcPackage): string | undefined {
  const main = opened
    .relationsOf('')
    .find((relation) => relation.type === 'officeDocument' && relation.part !== undefined);
  const part = main?.part ?? opened.partNames.find((name) => isWordType(opened.contentTypeOf(name)));
  if (part === undefined || !opened.has(part)) return undefined;
  const type = opened.contentTypeOf(part);
  const isAnyXml = type === undefined || type === 'application/xml' || type === 'text/xml';
  return isAnyXml || isWordType(type) ? part : undefined;
}

/**
 * Reads the text of a Word document: body, then footnotes and endnotes with their marks. Rules in GUIDE.md.
 * @param part from {@link wordPartOf}
 * @throws ImportRefusal as the package and its XML, `not-a-docx`, `text-too-long`, `no-text`
 */
export function readDocx(opened: OpcPackage, part: string, choice: CommentChoice = 'leave-out'): ReadDocument {
  const tally = createTally();
  const counts = noCounts();
  const relations = opened.relationsOf(part);
  const styles = createStylesReader();
  readRelated(opened, relations, 'styles', styles.handlers);
  const numbering = createNumberingReader();
  readRelated(opened, relations, 'numbering', numbering.handlers);
  const notes = createNoteMarks();
  const shared = {
    styles: styles.styles,
    lists: numbering.counter(),
    budget: textBudget(),
    tally,
    counts,
    noteMark: notes.mark,
  };

  const anchors = createCommentAnchors();
  const headings = createHeadingMarks();
  const body = readBody(opened, part, { ...shared, anchors, headings, isExternal: externalIn(relations) });
  const footnotes = readNotes(opened, relations, 'footnotes', shared);
  const endnotes = readNotes(opened, relations, 'endnotes', shared);
  const appended = [...notes.lines('footnote', footnotes), ...notes.lines('endnote', endnotes)];
  counts.footnotes = notes.count('footnote');
  counts.endnotes = notes.count('endnote');
  tally.add('footnotes-appended', counts.footnotes);
  tally.add('endnotes-appended', counts.endnotes);
  tally.add('footnotes-left-out', notes.unused('footnote', footnotes) + notes.unused('endnote', endnotes));

  const comments = choice === 'memos' ? readComments(opened, relations, shared) : [];
  countLeftOut(opened, relations, tally, counts);
  tellOfComments(tally, counts.comments, choice);
  const raw = [body, ...appended].join('\n');
  const text = canonicalise(raw, true, tally);
  const placed = comments.map(({ id, author, words }): RawComment => {
    return { author, words, passage: anchors.passageOf(id, body) };
  });
  return {
    text,
    format: 'docx',
    encoding: null,
    notes: tally.notes(),
    counts,
    ...headings.placed(raw, text),
    ...(choice === 'memos' ? { comments: placedComments(placed, raw, text) } : {}),
  };
}

const wordType = /wordprocessingml\.(document|template)\.main\+xml$|ms-word\.(document|template)\.macroenabled/;

function isWordType(type: string | undefined): boolean {
  return type !== undefined && wordType.test(type);
}

function readRelated(opened: OpcPackage, relations: readonly Relation[], type: string, handlers: XmlHandlers): void {
  for (const part of partsOf(opened, relations, type)) opened.readXml(part, handlers);
}

/** Parts of a type that the package holds; a relation to a missing part is nothing to read. */
function partsOf(opened: OpcPackage, relations: readonly Relation[], type: string): readonly string[] {
  const parts = relations.flatMap((relation) =>
    relation.type === type && relation.part !== undefined ? [relation.part] : [],
  );
  return [...new Set(parts)].filter((part) => opened.has(part));
}

function externalIn(relations: readonly Relation[]): (id: string) => boolean {
  const external = new Set(relations.filter((relation) => relation.external).map((relation) => relation.id));
  return (id) => external.has(id);
}

function readBody(opened: OpcPackage, part: string, context: Omit<StoryContext, 'finished'>): string {
  let body: string | undefined;
  opened.readXml(
    part,
    createStoryReader({
      ...context,
      finished: (story, text) => {
        if (nameOf(story) === 'body') body ??= text;
      },
    }),
  );
  if (body === undefined) throw new ImportRefusal('not-a-docx');
  return body;
}

type NoteKind = 'footnote' | 'endnote';

function readNotes(
  opened: OpcPackage,
  relations: readonly Relation[],
  type: 'footnotes' | 'endnotes',
  context: Omit<StoryContext, 'finished' | 'isExternal'>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const part of partsOf(opened, relations, type)) {
    const reader = createStoryReader({
      ...context,
      isExternal: externalIn(opened.relationsOf(part)),
      finished: (story, text) => {
        // The line above the notes and its continuations are kept as notes of a type.
        const noteType = wordAttribute(story, 'type') ?? 'normal';
        if (noteType === 'normal') texts.set(wordAttribute(story, 'id') ?? '', text);
      },
    });
    opened.readXml(part, reader);
  }
  return texts;
}

type WordComment = { readonly id: string; readonly author: string; readonly words: string };

/** Comments that hold words, in the order of the file. */
function readComments(
  opened: OpcPackage,
  relations: readonly Relation[],
  context: Omit<StoryContext, 'finished' | 'isExternal'>,
): readonly WordComment[] {
  const comments: WordComment[] = [];
  for (const part of partsOf(opened, relations, 'comments')) {
    const reader = createStoryReader({
      ...context,
      // What is counted in comments says nothing of the text.
      counts: noCounts(),
      tally: createTally(),
      isExternal: () => false,
      finished: (story, words) => {
        comments.push({
          id: wordAttribute(story, 'id') ?? '',
          author: wordAttribute(story, 'author') ?? '',
          words,
        });
      },
    });
    opened.readXml(part, reader);
  }
  return comments;
}

type NoteMarks = {
  readonly mark: (kind: NoteKind, id: string) => string;
  readonly count: (kind: NoteKind) => number;
  /** One text per note in the order of the references, each behind its mark. */
  readonly lines: (kind: NoteKind, texts: ReadonlyMap<string, string>) => readonly string[];
  /** Notes that nothing shown refers to, such as those of a deleted passage. */
  readonly unused: (kind: NoteKind, texts: ReadonlyMap<string, string>) => number;
};

/** Footnotes count 1, 2, 3 and endnotes i, ii, iii, as Word does unless told otherwise. */
function createNoteMarks(): NoteMarks {
  const seen: Record<NoteKind, Map<string, string>> = { footnote: new Map(), endnote: new Map() };
  const formats: Record<NoteKind, string> = { footnote: 'decimal', endnote: 'lowerRoman' };
  return {
    mark: (kind, id) => {
      const mark = seen[kind].get(id) ?? `[${formatNumber(seen[kind].size + 1, formats[kind])}]`;
      seen[kind].set(id, mark);
      return mark;
    },
    count: (kind) => seen[kind].size,
    lines: (kind, texts) => [...seen[kind]].map(([id, mark]) => `${mark} ${(texts.get(id) ?? '').trim()}`.trimEnd()),
    unused: (kind, texts) => [...texts.keys()].filter((id) => !seen[kind].has(id)).length,
  };
}

/** What lies in the package beside the text: named in the report, never kept (P5). */
function countLeftOut(
  opened: OpcPackage,
  relations: readonly Relation[],
  tally: Tally,
  counts: Record<CountName, number>,
): void {
  const commentCounter: XmlHandlers = {
    open: (element) => {
      if (nameOf(element) === 'comment') counts.comments += 1;
    },
    close: () => undefined,
    text: () => undefined,
  };
  readRelated(opened, relations, 'comments', commentCounter);
  tally.add('headers-left-out', headersWithWords(opened, relations));
  for (const settings of partsOf(opened, relations, 'settings')) {
    const templates = opened.relationsOf(settings).filter((relation) => relation.external);
    tally.add('external-content-left-out', templates.length);
  }
  const hasMacro = opened.partNames.some((name) => /(^|\/)vbaproject\.bin$/i.test(name));
  if (hasMacro) tally.add('macro-left-out');
  tally.add('author-names-left-out', authorNames(opened));
}

/** Page numbers alone are nobody's words. */
function headersWithWords(opened: OpcPackage, relations: readonly Relation[]): number {
  let found = 0;
  for (const part of [...partsOf(opened, relations, 'header'), ...partsOf(opened, relations, 'footer')]) {
    let words = false;
    let inText = false;
    opened.readXml(part, {
      open: (element) => {
        inText = nameOf(element) === 't';
      },
      close: () => {
        inText = false;
      },
      text: (text) => {
        words ||= inText && /\p{L}/u.test(text);
      },
    });
    if (words) found += 1;
  }
  return found;
}

function authorNames(opened: OpcPackage): number {
  const names = new Set<string>();
  let inName = false;
  const handlers: XmlHandlers = {
    open: (element) => {
      inName = element.local === 'creator' || element.local === 'lastModifiedBy';
    },
    close: () => {
      inName = false;
    },
    text: (text) => {
      if (inName && text.trim() !== '') names.add(text.trim());
    },
  };
  readRelated(opened, opened.relationsOf(''), 'core-properties', handlers);
  return names.size;
}
