// Paragraphs and runs while a story is read: which of their text is shown, and where it goes.

import type { CommentAnchors } from './comment-anchors.ts';
import type { Fields } from './docx-fields.ts';
import { createFields } from './docx-fields.ts';
import type { Flow } from './docx-flow.ts';
import { createFlow } from './docx-flow.ts';
import type { ListCounter } from './docx-numbering.ts';
import type { Styles } from './docx-styles.ts';
import type { HeadingMarks } from './heading-marks.ts';
import type { Tally } from './tally.ts';
import type { TextBudget } from './text-sink.ts';
import type { CountName } from './types.ts';

export type ParagraphContext = {
  readonly styles: Styles;
  readonly lists: ListCounter;
  readonly budget: TextBudget;
  readonly tally: Tally;
  readonly counts: Record<CountName, number>;
  /** Of the text itself; text boxes and notes have none. */
  readonly anchors?: CommentAnchors;
  readonly headings?: HeadingMarks;
};

export type Paragraphs = {
  /** The text that is being read, or undefined outside of every story. */
  readonly frame: () => Frame | undefined;
  /** True inside a text box. */
  readonly isInside: () => boolean;
  readonly openFrame: () => void;
  readonly closeFrame: () => void;
  readonly open: (here: Frame) => void;
  readonly close: (here: Frame) => void;
  /** Writes shown text to the current paragraph, behind the number of its list. */
  readonly put: (text: string) => void;
  /** Writes text unless its run is hidden or it belongs to the instruction of a field. */
  readonly emit: (text: string) => void;
  /** True where the current run is hidden; the passage is then counted once. */
  readonly isHidden: () => boolean;
  readonly fields: Fields;
};

export type Paragraph = {
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  /** 0 for the highest heading, 9 for none; undefined where the style says it. */
  outline: number | undefined;
  /** Where its line begins, once it is labelled. */
  start: number;
  markDeleted: boolean;
  markHidden: boolean;
  /** False where it goes on in the line of the one before: then no number of a list stands in the middle. */
  readonly startsLine: boolean;
  labelled: boolean;
  hasText: boolean;
  pageBreak: boolean;
  readonly boxes: string[];
};

export type Run = { style: string | undefined; hidden: boolean | undefined; reported: boolean };

/** A text box is a text of its own inside a paragraph; it is read aside and put after that paragraph. */
export type Frame = {
  readonly flow: Flow;
  paragraph: Paragraph | undefined;
  run: Run | undefined;
  cellRemoved: boolean[];
};

/** The soft break of T2. */
export const softBreak = '\u2028';

export function createParagraphs(context: ParagraphContext): Paragraphs {
  const { tally, counts } = context;
  const fields = createFields();
  const frames: Frame[] = [];
  const frame = (): Frame | undefined => frames.at(-1);
  const openFrame = (): void => {
    frames.push({
      flow: createFlow(context.budget),
      paragraph: undefined,
      run: undefined,
      cellRemoved: [],
    });
  };

  const put = (text: string): void => {
    const here = frame();
    const paragraph = here?.paragraph;
    if (here === undefined || paragraph === undefined || text === '') return;
    label(here, paragraph);
    if (paragraph.pageBreak && paragraph.hasText) here.flow.sink.write(softBreak);
    paragraph.pageBreak = false;
    paragraph.hasText = true;
    if (frames.length === 1) context.anchors?.writing(here.flow.sink.position());
    here.flow.sink.write(text);
  };
  const label = (here: Frame, paragraph: Paragraph): void => {
    if (paragraph.labelled) return;
    paragraph.labelled = true;
    paragraph.start = here.flow.sink.position();
    const byStyle = context.styles.numberOf(paragraph.style);
    const list = paragraph.list ?? byStyle.list;
    if (!paragraph.startsLine || list === undefined || list === '0') return;
    const text = context.lists.next({ list, level: paragraph.level ?? byStyle.level ?? 0 });
    if (text === '') return;
    counts.listItems += 1;
    here.flow.sink.write(text);
  };
  /** True where the run is hidden; the passage is then counted once. */
  const leftOutAsHidden = (): boolean => {
    const here = frame();
    const run = here?.run;
    if (run === undefined) return false;
    if (!context.styles.isHidden(run.hidden, here?.paragraph?.style, run.style)) return false;
    if (!run.reported) tally.add('hidden-text-left-out');
    run.reported = true;
    return true;
  };
  const emit = (text: string): void => {
    if (text === '' || leftOutAsHidden()) return;
    if (!fields.hold(text)) put(text);
  };

  const openParagraph = (here: Frame): void => {
    here.run = undefined;
    here.paragraph = {
      style: undefined,
      list: undefined,
      level: undefined,
      outline: undefined,
      start: 0,
      markDeleted: false,
      markHidden: false,
      startsLine: here.flow.beginBlock(),
      labelled: false,
      hasText: false,
      pageBreak: false,
      boxes: [],
    };
  };
  const closeParagraph = (here: Frame): void => {
    const { flow, paragraph } = here;
    if (paragraph === undefined) return;
    put(fields.abandon());
    // A tracked deletion of the paragraph's end joins it to the next; a hidden empty one is not there at all.
    const isEmpty = !paragraph.hasText;
    const isGone = paragraph.markDeleted || (isEmpty && paragraph.markHidden);
    // A paragraph that only holds text boxes is no line beside theirs.
    const isAnchor = isEmpty && paragraph.boxes.length > 0;
    if (!isGone && !isAnchor) {
      label(here, paragraph);
      counts.paragraphs += 1;
      const outline = paragraph.outline ?? context.styles.outlineOf(paragraph.style);
      if (outline < 9) {
        counts.headings += 1;
        if (frames.length === 1 && paragraph.hasText) context.headings?.note(paragraph.start, outline + 1);
      }
    }
    if (isGone || isAnchor) flow.joinNext(paragraph.hasText);
    for (const box of paragraph.boxes) {
      flow.beginBlock();
      // It was counted when it was read.
      context.budget.left += box.length;
      flow.sink.write(box);
    }
    here.paragraph = undefined;
    here.run = undefined;
  };
  return {
    frame,
    isInside: () => frames.length > 1,
    openFrame,
    closeFrame: () => frames.pop(),
    open: openParagraph,
    close: closeParagraph,
    put,
    emit,
    isHidden: leftOutAsHidden,
    fields,
  };
}
