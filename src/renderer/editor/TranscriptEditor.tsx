// The React side of a transcript: puts its elements on the page and hands what changed to `Transcript`, which does
// the rest outside React. Nothing in here renders per keystroke or per scrolled line.

import { type CSSProperties, type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Range, Splice } from '../../shared/domain/segments.ts';
import type { EditorCoding } from './coding-layer.ts';
import type { EditorCode, MarkKind } from './highlights.ts';
import { MarginView } from './margin-view.ts';
import { NumbersView } from './numbers-view.ts';
import type { Selected } from './passages.ts';
import './transcript.css';
import { Transcript, type Mode } from './transcript.ts';
import { type InputEvents, listenTo } from './transcript-input.ts';
import { useTheme } from './use-theme.ts';

export type TranscriptEditorProps = {
  /** The text when the editor is mounted. Later changes come through the handle; another document is another editor. */
  readonly text: string;
  readonly codings: readonly EditorCoding[];
  readonly codes: readonly EditorCode[];
  readonly hiddenCodes: ReadonlySet<string>;
  readonly activeId: string | null;
  readonly mode: Mode;
  readonly marks: ReadonlyMap<MarkKind, readonly Range[]>;
  readonly showNumbers: boolean;
  /** Reading size in CSS pixels. */
  readonly readingSize: number;
  readonly label: string;
  /** Text of a "+n" in the margin. */
  readonly moreTitle: (names: readonly string[]) => string;
  readonly onEdit: (splices: readonly Splice[]) => void;
  readonly onActivate: (codingId: string) => void;
  readonly onGroup: (codingIds: readonly string[], anchor: DOMRect) => void;
  readonly onCodingMenu: (codingId: string, at: { readonly x: number; readonly y: number }) => void;
  readonly onFault: (error: Error) => void;
  readonly handle: Ref<TranscriptHandle>;
} & InputEvents;

export type TranscriptHandle = {
  readonly text: () => string;
  readonly slice: (start: number, end: number) => string;
  readonly selected: () => Selected | null;
  readonly select: (selected: Selected) => void;
  readonly focus: () => void;
  /** Brings a passage into view, and selects it where asked. */
  readonly reveal: (range: Range, options?: { readonly select?: boolean }) => Promise<void>;
  /** Where the uppermost paragraph on the screen begins. */
  readonly topOffset: () => number;
  /** Applies splices of another window, or of undo and redo. */
  readonly follow: (splices: readonly Splice[]) => void;
  /** Makes an edit in the name of the person. */
  readonly edit: (splice: Splice) => void;
  /** Where a place stands on the screen, for a popover. */
  readonly boxOf: (range: Range) => { readonly left: number; readonly top: number; readonly bottom: number } | null;
  /** Where the codings stand in the text as it is now. */
  readonly placed: () => readonly EditorCoding[];
  /** What the clock-free gates measure. */
  readonly figures: () => { readonly nodes: number; readonly registeredRanges: number; readonly window: Range };
};

type Parts = { readonly transcript: Transcript; readonly margin: MarginView; readonly numbers: NumbersView };

export function TranscriptEditor(props: TranscriptEditorProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const parts = useRef<Parts | null>(null);
  const theme = useTheme();
  const latest = useEffectEvent(() => props);
  const onWindow = useEffectEvent((window: Range) => {
    if (parts.current) draw(parts.current, window, props);
  });

  useLayoutEffect(() => {
    if (!scroller.current || !text.current || !margin.current || !numbers.current) return;
    const transcript = new Transcript(text.current, scroller.current, {
      onEdit: (splices) => latest().onEdit(splices),
      onFault: (error) => latest().onFault(error),
      onWindow: (window) => onWindow(window),
    });
    const view = new MarginView(margin.current, {
      onActivate: (id) => latest().onActivate(id),
      onGroup: (ids, anchor) => latest().onGroup(ids, anchor),
      onHover: () => undefined,
      onMenu: (id, event) => {
        event.preventDefault();
        latest().onCodingMenu(id, { x: event.clientX, y: event.clientY });
      },
    });
    const stop = listenTo(text.current, transcript, forwarded(latest));
    parts.current = { transcript, margin: view, numbers: new NumbersView(numbers.current) };
    transcript.load(latest().text);
    return () => {
      stop();
      transcript.dispose();
      parts.current = null;
    };
  }, []);

  useLayoutEffect(() => parts.current?.transcript.setMode(props.mode), [props.mode]);
  useLayoutEffect(() => parts.current?.transcript.setCodes(props.codes, theme), [props.codes, theme]);
  useLayoutEffect(() => parts.current?.transcript.setCodings(props.codings), [props.codings]);
  useLayoutEffect(() => parts.current?.transcript.setHidden(props.hiddenCodes), [props.hiddenCodes]);
  useLayoutEffect(() => parts.current?.transcript.setActive(props.activeId), [props.activeId]);
  useLayoutEffect(() => {
    for (const [kind, ranges] of props.marks) parts.current?.transcript.setMark(kind, ranges);
  }, [props.marks]);
  useLayoutEffect(() => {
    parts.current?.numbers.setShown(props.showNumbers);
    parts.current?.transcript.requestPaint();
  }, [props.showNumbers]);
  useImperativeHandle(props.handle, () => handleOf(() => parts.current?.transcript ?? null, text, scroller), []);

  return (
    <div className="transcript" ref={scroller} style={{ '--reading-size': `${props.readingSize}px` } as CSSProperties}>
      <div className="transcript-page">
        <div className="transcript-numbers" ref={numbers} />
        <div
          className="transcript-text"
          ref={text}
          aria-label={props.label}
          dir="auto"
          spellCheck={false}
          autoCorrect="off"
          translate="no"
          data-mode={props.mode}
        />
        <div className="transcript-margin" ref={margin} />
      </div>
    </div>
  );
}

function draw({ transcript, margin, numbers }: Parts, window: Range, props: TranscriptEditorProps): void {
  const names = new Map(props.codes.map(({ id, name }) => [id, name]));
  margin.draw(transcript.barsIn(window), {
    nameOf: (code) => names.get(code) ?? '',
    colorOf: (code) => transcript.painter.lineOf(code),
    activeId: transcript.activeId,
    moreTitle: props.moreTitle,
  });
  numbers.draw(transcript, window);
}

function forwarded(latest: () => TranscriptEditorProps): InputEvents {
  return {
    onSelect: (selected, passage) => latest().onSelect(selected, passage),
    onPress: (codings) => latest().onPress(codings),
    onMenu: (place) => latest().onMenu(place),
    onCodesDropped: (codes, passage) => latest().onCodesDropped(codes, passage),
    onCompose: (composing) => latest().onCompose(composing),
    onBlur: () => latest().onBlur(),
    passageData: (passage) => latest().passageData(passage),
  };
}

function handleOf(
  transcript: () => Transcript | null,
  text: { readonly current: HTMLElement | null },
  scroller: { readonly current: HTMLElement | null },
): TranscriptHandle {
  return {
    text: () => transcript()?.text() ?? '',
    slice: (start, end) => transcript()?.model.slice(start, end) ?? '',
    selected: () => transcript()?.selected() ?? null,
    select: (selected) => transcript()?.select(selected),
    focus: () => text.current?.focus({ preventScroll: true }),
    topOffset: () => transcript()?.viewport.topOffset() ?? 0,
    follow: (splices) => transcript()?.follow(splices),
    edit: (splice) => transcript()?.edit(splice),
    reveal: async (range, { select = false } = {}) => {
      const shown = transcript();
      if (!shown) return;
      if (!shown.viewport.shows(range.start)) await shown.viewport.scrollTo(range.start);
      if (select) shown.select({ anchor: range.start, focus: range.end });
    },
    placed: () => transcript()?.layer.all() ?? [],
    figures: () => ({
      nodes: transcript()?.editor.getEditorState()._nodeMap.size ?? 0,
      registeredRanges: transcript()?.painter.registeredRanges ?? 0,
      window: transcript()?.viewport.window() ?? { start: 0, end: 0 },
    }),
    boxOf: (range) => {
      const shown = transcript();
      const box = shown?.viewport.boxOf(range, { start: range.start, end: Math.max(range.end, range.start + 1) });
      const origin = text.current?.getBoundingClientRect();
      const view = scroller.current?.getBoundingClientRect();
      if (!box || !origin || !view) return null;
      return { left: origin.left, top: Math.max(view.top, box.top + origin.top), bottom: box.bottom + origin.top };
    },
  };
}
