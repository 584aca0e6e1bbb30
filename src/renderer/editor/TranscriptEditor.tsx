// The React side of a transcript: puts its elements on the page and hands what changed to `Transcript`, which does
// the rest outside React. Nothing in here renders per keystroke or per scrolled line.

import { type CSSProperties, type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Range, Splice } from '../../shared/domain/segments.ts';
import type { EditorCoding } from './coding-layer.ts';
import type { EditorCode, MarkKind } from './highlights.ts';
import { MarginView } from './margin-view.ts';
import { NumbersView } from './numbers-view.ts';
import { GripsView } from './grips.ts';
import { handleOf, type TranscriptHandle } from './handle.ts';
import './transcript.css';
import { Transcript, type Mode } from './transcript.ts';
import { type InputEvents, listenTo } from './transcript-input.ts';
import type { SnapSettings } from './snap-input.ts';
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
  /** How passages are widened, and whether codings can be drawn longer and shorter. */
  readonly gestures?: GestureProps;
} & Omit<InputEvents, 'onDropTarget'>;

export type GestureProps = SnapSettings &
  Pick<InputEvents, 'onDropTarget'> & {
    readonly canResize: boolean;
    readonly onResize: (codingId: string, range: Range) => void;
  };

type Parts = {
  readonly transcript: Transcript;
  readonly margin: MarginView;
  readonly numbers: NumbersView;
  readonly grips: GripsView;
};

const noGestures: GestureProps = {
  turns: [],
  toWords: false,
  canResize: false,
  onResize: () => undefined,
  onDropTarget: () => undefined,
};

export function TranscriptEditor(props: TranscriptEditorProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const grips = useRef<HTMLDivElement>(null);
  const parts = useRef<Parts | null>(null);
  const theme = useTheme();
  const latest = useEffectEvent(() => props);
  const gestures = useEffectEvent(() => props.gestures ?? noGestures);
  const onWindow = useEffectEvent((window: Range) => {
    if (parts.current) draw(parts.current, window, props);
  });

  useLayoutEffect(() => {
    if (!scroller.current || !text.current || !margin.current || !numbers.current || !grips.current) return;
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
    const stop = listenTo(text.current, transcript, forwarded(latest), gestures);
    const ends = new GripsView(grips.current, transcript, {
      settings: gestures,
      canResize: () => gestures().canResize,
      onResize: (id, range) => gestures().onResize(id, range),
    });
    parts.current = { transcript, margin: view, numbers: new NumbersView(numbers.current), grips: ends };
    transcript.load(latest().text);
    return () => {
      stop();
      ends.dispose();
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
  useImperativeHandle(
    props.handle,
    () => handleOf(() => parts.current?.transcript ?? null, text, scroller, gestures),
    [],
  );

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
        <div className="transcript-grips" ref={grips} />
      </div>
    </div>
  );
}

function draw({ transcript, margin, numbers, grips }: Parts, window: Range, props: TranscriptEditorProps): void {
  const names = new Map(props.codes.map(({ id, name }) => [id, name]));
  margin.draw(transcript.barsIn(window), {
    nameOf: (code) => names.get(code) ?? '',
    colorOf: (code) => transcript.painter.lineOf(code),
    activeId: transcript.activeId,
    moreTitle: props.moreTitle,
  });
  numbers.draw(transcript, window);
  grips.draw(window);
}

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
