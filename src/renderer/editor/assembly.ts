// Puts a transcript together outside React: the text and what is drawn beside it, each told of every frame.

import type { Range } from '../../shared/domain/segments.ts';
import { AwayView } from './away.ts';
import type { Placed } from './coding-layer.ts';
import { GripsView } from './grips.ts';
import type { TranscriptLook } from './look.ts';
import { Hover } from './hover.ts';
import { barsIn } from './margin-bars.ts';
import { MarginView } from './margin-view.ts';
import { MarginWalk } from './margin-walk.ts';
import { NotesView } from './notes-view.ts';
import { NumbersView } from './numbers-view.ts';
import { OverviewView } from './overview-view.ts';
import type { GestureProps, TranscriptEditorProps } from './TranscriptEditor.tsx';
import { type InputEvents, listenTo } from './transcript-input.ts';
import { Transcript } from './transcript.ts';

/** Where the parts are drawn. */
export type TranscriptElements = {
  readonly scroller: HTMLElement;
  readonly text: HTMLElement;
  readonly margin: HTMLElement;
  readonly numbers: HTMLElement;
  readonly notes: HTMLElement;
  readonly grips: HTMLElement;
  readonly overview: HTMLElement;
};

/** What is said of the parts beside the text, in the language of the window. */
export type TranscriptWords = {
  readonly margin: string;
  /** What is heard of a coding while one walks through the margin. */
  readonly marginValue: (coding: Placed | null, at: number, count: number) => string;
  /** What a name says when it is pointed at. */
  readonly nameTitle: (name: string, isChanged: boolean) => string;
  /** What a "+n" says when it is pointed at. */
  readonly moreTitle: (names: readonly string[]) => string;
  readonly divider: string;
  readonly overview: string;
  readonly overviewValue: (paragraph: number, count: number) => string;
};

export type Assembly = {
  readonly transcript: Transcript;
  readonly overview: OverviewView;
  readonly away: AwayView;
  readonly setLook: (look: TranscriptLook) => void;
  readonly setWords: (words: TranscriptWords) => void;
  readonly dispose: () => void;
};

/** @param latest what React gave last @param gestures the same for gestures, which may be left out */
export function assemble(
  elements: TranscriptElements,
  latest: () => TranscriptEditorProps,
  gestures: () => GestureProps,
): Assembly {
  const { scroller, text } = elements;
  let { look, words } = latest();
  const transcript = new Transcript(text, scroller, {
    onEdit: (splices) => latest().onEdit(splices),
    onFault: (error) => latest().onFault(error),
    onWindow: (window) => draw(window),
  });
  const hover = new Hover(text, transcript);
  const margin = new MarginView(elements.margin, {
    onActivate: (id) => latest().onActivate(id),
    onGroup: (ids, anchor) => latest().onGroup(ids, anchor),
    onHover: (id) => hover.overMargin(id),
    onMenu: (id, event) => {
      event.preventDefault();
      latest().onCodingMenu(id, { x: event.clientX, y: event.clientY });
    },
  });
  const walk = new MarginWalk(elements.margin, transcript, () => ({ label: words.margin, value: words.marginValue }), {
    onActivate: (id) => latest().onActivate(id),
    onEnter: ({ start, end }) => transcript.select({ anchor: start, focus: end }),
    onMenu: (id) => {
      const box = margin.anchorOf(id) ?? elements.margin.getBoundingClientRect();
      latest().onCodingMenu(id, { x: box.left, y: box.bottom });
    },
    onLeave: () => text.focus({ preventScroll: true }),
  });
  const numbers = new NumbersView(elements.numbers);
  const notes = new NotesView(elements.notes, (ids, anchor) => latest().notes?.onOpen(ids, anchor));
  const overview = new OverviewView(elements.overview, transcript, () => ({
    label: words.overview,
    value: words.overviewValue,
  }));
  const grips = new GripsView(elements.grips, transcript, {
    settings: gestures,
    canResize: () => gestures().canResize,
    onResize: (id, range) => gestures().onResize(id, range),
  });
  const away = new AwayView(text, transcript);
  const stop = listenTo(text, transcript, forwarded(latest), gestures);

  function draw(window: Range): void {
    const { codes } = latest();
    if (look.marginWidth !== null) {
      const names = new Map(codes.map(({ id, name }) => [id, name]));
      const nameOf = (code: string): string => names.get(code) ?? '';
      margin.draw(barsIn(transcript, window), {
        nameOf,
        colorOf: (code) => transcript.painter.lineOf(code),
        patternOf: (code) => transcript.painter.patternOf(code),
        activeId: transcript.activeId,
        hovered: hover.ids,
        titleOf: ({ code, changed }) => words.nameTitle(nameOf(code), changed),
        moreTitle: words.moreTitle,
        version: transcript.layer.version,
      });
      walk.draw();
    }
    numbers.draw(transcript, window, gestures().turns);
    notes.draw(transcript, window, latest().notes ?? noNotes);
    grips.draw(window);
    if (look.hasOverview) overview.draw(window);
  }

  return {
    transcript,
    overview,
    setLook: (next) => {
      look = next;
      numbers.setKind(next.numbers);
      transcript.requestPaint();
    },
    setWords: (next) => {
      words = next;
      transcript.requestPaint();
    },
    away,
    dispose: () => {
      stop();
      away.dispose();
      hover.dispose();
      grips.dispose();
      overview.dispose();
      transcript.dispose();
    },
  };
}

const noNotes = { items: [], hasCards: false };

function forwarded(latest: () => TranscriptEditorProps): InputEvents {
  return {
    onSelect: (selected, passage) => latest().onSelect(selected, passage),
    onPress: (codings) => latest().onPress(codings),
    onMenu: (place) => latest().onMenu(place),
    onCodesDropped: (codes, passage) => latest().onCodesDropped(codes, passage),
    onDropTarget: (target) => latest().gestures?.onDropTarget(target),
    onCompose: (composing) => latest().onCompose(composing),
    onBlur: () => latest().onBlur(),
    passageData: (passage) => latest().passageData(passage),
  };
}
