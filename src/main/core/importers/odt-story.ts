// Reads the text of an OpenDocument from the stream of its XML. Shown text is kept; what is hidden, deleted, computed or
// linked is left out and counted (P5, H3).

import type { CommentAnchors } from './comment-anchors.ts';
import type { Flow } from './docx-flow.ts';
import { createFlow } from './docx-flow.ts';
import type { HeadingMarks } from './heading-marks.ts';
import { odfAttribute, odfNameOf, odfNumber } from './odt-names.ts';
import { createOdfLists } from './odt-lists.ts';
import type { OdfStyles } from './odt-styles.ts';
import type { Tally } from './tally.ts';
import type { TextBudget } from './text-sink.ts';
import type { CountName, NoteCode } from './types.ts';
import { ImportRefusal, importLimits } from './types.ts';
import type { XmlElement, XmlHandlers } from './xml.ts';

export type OdfContext = {
  readonly styles: OdfStyles;
  readonly budget: TextBudget;
  readonly tally: Tally;
  readonly counts: Record<CountName, number>;
  readonly anchors: CommentAnchors;
  readonly headings: HeadingMarks;
  /** Registers a note and gives its mark, such as `[1]`. */
  readonly noteMark: (kind: OdfNoteKind) => string;
  readonly finishedNote: (kind: OdfNoteKind, mark: string, text: string) => void;
  readonly finishedComment: (comment: OdfComment) => void;
  readonly finished: (text: string) => void;
};

export type OdfNoteKind = 'footnote' | 'endnote';
export type OdfComment = { readonly id: string; author: string; words: string };

type Frame = {
  readonly kind: 'body' | 'box' | 'note' | 'comment';
  readonly flow: Flow;
  readonly mark: string;
  readonly noteKind: OdfNoteKind;
  /** Texts of boxes that follow the current paragraph. */
  boxes: string[];
  inParagraph: boolean;
  /** White space before the next text is dropped: at the start of a paragraph and after a space (ODF 1.3, 6.1.2). */
  atSpace: boolean;
  label: string;
};

const softBreak = '\u2028';
/** Left out with everything in them, and not worth a word in the report: they are no text. */
const machinery =
  /^(office:(forms|scripts|event-listeners|dde-source|font-face-decls|binary-data)|form:.*|text:[a-z-]+-decls|text:[a-z-]*(source|configuration)|table:(dde-link|shapes|content-validations|calculation-settings)|text:note-citation|text:sequence-decls|text:sort-key|draw:(glue-point|image-map|contour-polygon|contour-path))$/;
const fields =
  /^text:(date|time|page-number|page-count|author-name|author-initials|title|subject|keywords|description|file-name|template-name|sheet-name|chapter|sequence|sequence-ref|bookmark-ref|reference-ref|note-ref|user-field-get|user-field-input|variable-set|variable-get|variable-input|expression|text-input|placeholder|conditional-text|hidden-text|database-display|sender-[a-z-]+|creator|initial-creator|creation-date|creation-time|modification-date|modification-time|editing-cycles|word-count|paragraph-count|character-count|dde-connection|measure|page-variable-get|page-variable-set|table-formula|script|print-date|printed-by|drop-down)$/;
const blockParents = new Set(['text:p', 'text:h']);

/** Handlers for `content.xml`. */
export function createOdfStory(context: OdfContext): XmlHandlers {
  const { tally, counts, styles, anchors } = context;
  const path: string[] = [];
  const frames: Frame[] = [];
  const lists = createOdfLists(styles);
  const comments: OdfComment[] = [];
  let skipping = 0;
  let inStyles = 0;
  let noteKind: OdfNoteKind = 'footnote';
  let noteMark = '';
  let inCreator = false;
  const frame = (): Frame | undefined => frames.at(-1);

  const openFrame = (kind: Frame['kind']): void => {
    frames.push({
      kind,
      flow: createFlow(context.budget),
      mark: noteMark,
      noteKind,
      boxes: [],
      inParagraph: false,
      atSpace: true,
      label: '',
    });
  };
  const skip = (): void => {
    path.pop();
    skipping = 1;
  };
  const leaveOut = (code: NoteCode, count = 1): void => {
    tally.add(code, count);
    skip();
  };
  const put = (text: string): void => {
    const here = frame();
    if (here === undefined || !here.inParagraph || text === '') return;
    if (here.label !== '') {
      here.flow.sink.write(here.label);
      here.label = '';
    }
    if (frames.length === 1) anchors.writing(here.flow.sink.position());
    here.flow.sink.write(text);
    here.atSpace = false;
  };

  const openParagraph = (name: string, element: XmlElement): void => {
    const here = frame();
    if (here === undefined) return;
    const style = odfAttribute(element, 'text:style-name');
    if (styles.isHidden('paragraph', style)) {
      leaveOut('hidden-text-left-out');
      return;
    }
    here.flow.beginBlock();
    here.inParagraph = true;
    here.atSpace = true;
    here.label = lists.labelOf(name === 'text:h', element, style);
    if (here.label !== '') counts.listItems += 1;
    if (here.kind === 'body' || here.kind === 'box') {
      counts.paragraphs += 1;
      if (name === 'text:h') {
        counts.headings += 1;
        if (frames.length === 1) {
          context.headings.note(here.flow.sink.position(), odfNumber(element, 'text:outline-level') ?? 1);
        }
      }
    }
  };
  const closeParagraph = (): void => {
    const here = frame();
    if (here === undefined) return;
    if (here.label !== '') here.flow.sink.write(here.label);
    here.label = '';
    here.inParagraph = false;
    for (const box of here.boxes) {
      here.flow.beginBlock();
      // It was counted when it was read.
      context.budget.left += box.length;
      here.flow.sink.write(box);
    }
    here.boxes = [];
  };
  const openCell = (element: XmlElement): void => {
    const repeated = odfNumber(element, 'table:number-columns-repeated') ?? 1;
    refuseFlood(repeated);
    if (repeated > 1) tally.add('repeated-cells-read-once', repeated - 1);
    frame()?.flow.openCell();
  };
  const openRow = (element: XmlElement): void => {
    const repeated = odfNumber(element, 'table:number-rows-repeated') ?? 1;
    refuseFlood(repeated * 1000);
    if (repeated > 1) tally.add('repeated-cells-read-once', repeated - 1);
    frame()?.flow.openRow();
  };
  const openImage = (element: XmlElement): void => {
    const target = odfAttribute(element, 'xlink:href') ?? '';
    const isLinked = /^([a-z][a-z0-9+.-]*:|\.\.|\/)/i.test(target);
    counts.images += 1;
    leaveOut(isLinked ? 'linked-pictures-left-out' : 'pictures-left-out');
  };

  const openStory = (name: string, element: XmlElement): void => {
    switch (name) {
      case 'text:p':
      case 'text:h':
        openParagraph(name, element);
        break;
      case 'text:span':
        if (styles.isHidden('text', odfAttribute(element, 'text:style-name'))) leaveOut('hidden-text-left-out');
        break;
      case 'text:section':
        if (odfAttribute(element, 'text:display') === 'none') leaveOut('hidden-text-left-out');
        break;
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        if (odfAttribute(element, 'text:is-hidden') === 'true') leaveOut('hidden-text-left-out');
        break;
      case 'text:s':
        put(' '.repeat(spaces(odfNumber(element, 'text:c') ?? 1)));
        break;
      case 'text:tab':
        put('\t');
        break;
      case 'text:line-break':
        put(softBreak);
        break;
      case 'text:list':
        lists.open(element);
        break;
      case 'text:list-item':
        lists.openItem(element);
        break;
      case 'text:list-header':
        lists.openHeader();
        break;
      case 'table:table':
        counts.tables += 1;
        break;
      case 'table:table-row':
        openRow(element);
        break;
      case 'table:table-cell':
        openCell(element);
        break;
      case 'table:covered-table-cell':
        // Its place belongs to the cell that spans it.
        skip();
        break;
      case 'text:tracked-changes':
        break;
      case 'text:change-start':
        tally.add('tracked-insertions-kept');
        break;
      case 'text:deletion':
        leaveOut('tracked-deletions-left-out');
        break;
      case 'text:insertion':
      case 'text:format-change':
        skip();
        break;
      case 'text:note':
        noteKind = odfAttribute(element, 'text:note-class') === 'endnote' ? 'endnote' : 'footnote';
        noteMark = context.noteMark(noteKind);
        put(noteMark);
        break;
      case 'text:note-body':
        openFrame('note');
        break;
      case 'office:annotation':
        openComment(element);
        break;
      case 'office:annotation-end':
        closeComment(element);
        break;
      case 'dc:creator':
        inCreator = frame()?.kind === 'comment';
        break;
      case 'dc:date':
      case 'meta:date-string':
        if (frame()?.kind === 'comment') skip();
        break;
      case 'text:a':
        counts.links += 1;
        tally.add('link-addresses-left-out');
        break;
      case 'draw:text-box':
        counts.textBoxes += 1;
        tally.add('text-boxes-moved');
        openFrame('box');
        break;
      case 'draw:image':
        openImage(element);
        break;
      case 'draw:object':
      case 'draw:object-ole':
      case 'draw:plugin':
      case 'draw:applet':
      case 'draw:floating-frame':
        leaveOut('embedded-objects-left-out');
        break;
      case 'text:ruby-text':
        leaveOut('phonetic-text-left-out');
        break;
      default:
        if (machinery.test(name)) skip();
        else if (fields.test(name)) {
          counts.fields += 1;
          tally.add('fields-kept-as-text');
        }
    }
  };
  const openComment = (element: XmlElement): void => {
    counts.comments += 1;
    const id = odfAttribute(element, 'office:name') ?? `\0${counts.comments}`;
    const here = frame();
    if (here !== undefined && frames.length === 1) {
      anchors.point(id, here.flow.sink.length());
      if (odfAttribute(element, 'office:name') !== undefined) anchors.start(id);
    }
    comments.push({ id, author: '', words: '' });
    openFrame('comment');
  };
  const closeComment = (element: XmlElement): void => {
    const here = frame();
    if (here !== undefined && frames.length === 1) {
      anchors.end(odfAttribute(element, 'office:name') ?? '', here.flow.sink.length());
    }
  };
  const closeFrame = (): void => {
    const here = frames.pop();
    if (here === undefined) return;
    const text = here.flow.sink.text();
    if (here.kind === 'body') context.finished(text);
    else if (here.kind === 'note') context.finishedNote(here.noteKind, here.mark, text);
    else if (here.kind === 'comment') {
      const comment = comments.pop();
      if (comment !== undefined) context.finishedComment({ ...comment, words: text });
    } else {
      const words = text.replace(/\n+$/, '');
      const outer = frame();
      if (words !== '' && outer !== undefined) keepBox(outer, words);
    }
  };
  /** A box stands after its paragraph; one that stands by itself is a block of its own. */
  const keepBox = (outer: Frame, words: string): void => {
    if (outer.inParagraph) {
      outer.boxes.push(words);
      return;
    }
    outer.flow.beginBlock();
    context.budget.left += words.length;
    outer.flow.sink.write(words);
  };

  return {
    open: (element) => {
      if (skipping > 0) {
        skipping += 1;
        return;
      }
      const name = odfNameOf(element);
      path.push(name);
      if (inStyles > 0 || name === 'office:automatic-styles' || name === 'office:styles') {
        inStyles += 1;
        styles.open(element);
      } else if (name === 'office:text') openFrame('body');
      else if (frames.length > 0) openStory(name, element);
    },
    close: (element) => {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      const name = path.pop();
      if (inStyles > 0) {
        inStyles -= 1;
        styles.close(element);
        return;
      }
      if (name === undefined || frames.length === 0) return;
      if (blockParents.has(name)) closeParagraph();
      else if (name === 'table:table-cell') frame()?.flow.closeCell();
      else if (name === 'table:table-row') frame()?.flow.closeRow();
      else if (name === 'text:list') lists.close();
      else if (name === 'dc:creator') inCreator = false;
      else if (/^(office:text|text:note-body|office:annotation|draw:text-box)$/.test(name)) closeFrame();
    },
    text: (text) => {
      if (skipping > 0 || inStyles > 0) return;
      const here = frame();
      if (here === undefined) return;
      const comment = comments.at(-1);
      if (inCreator && comment !== undefined) comment.author += text;
      else if (here.inParagraph) {
        const collapsed = text.replace(/[ \t\r\n]+/g, ' ');
        const shown = here.atSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
        if (shown === '') return;
        put(shown);
        here.atSpace = shown.endsWith(' ');
      }
    },
  };
}

/** A number in a file decides how much is written: it must not be more than a text may hold. */
function spaces(count: number): number {
  refuseFlood(count);
  return count;
}

function refuseFlood(count: number): void {
  if (count > importLimits.textLength) throw new ImportRefusal('text-too-long', { limit: importLimits.textLength });
}
