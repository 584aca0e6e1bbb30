// The React side of a transcript: puts its elements on the page and hands what changed to `Transcript`, which does
// the rest outside React. Nothing in here renders per keystroke or per scrolled line.

import { type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Range, Splice } from '../../shared/domain/segments.ts';
import { assemble, type Assembly, type TranscriptWords } from './assembly.ts';
import type { EditorCoding } from './coding-layer.ts';
import type { EditorCode, MarkKind } from './highlights.ts';
import { handleOf, type TranscriptHandle } from './handle.ts';
import { styleOf, type TranscriptLook } from './look.ts';
import { MarginDivider } from './MarginDivider.tsx';
import './transcript-colors.css';
import './transcript.css';
import './margin.css';
import './notes.css';
import type { NotesProps } from './notes-view.ts';
import type { Mode } from './transcript.ts';
import type { InputEvents } from './transcript-input.ts';
import type { SnapSettings } from './snap-input.ts';
import { useTheme } from './use-theme.ts';
import { warmUp } from './warm-up.ts';

if (typeof requestIdleCallback !== 'undefined') requestIdleCallback(warmUp);

export type TranscriptEditorProps = {
  /** The text when the editor is mounted. Later changes come through the handle; another document is another editor. */
  readonly text: string;
  readonly codings: readonly EditorCoding[];
  readonly codes: readonly EditorCode[];
  readonly hiddenCodes: ReadonlySet<string>;
  readonly activeId: string | null;
  readonly mode: Mode;
  readonly marks: ReadonlyMap<MarkKind, readonly Range[]>;
  /** Paragraphs that are not shown, in order; nothing is taken from the text. */
  readonly away?: readonly Range[];
  /** Whether the browser's own spell-check may look at the text while it is edited. */
  readonly hasSpelling?: boolean;
  readonly look: TranscriptLook;
  readonly label: string;
  readonly words: TranscriptWords;
  readonly onEdit: (splices: readonly Splice[]) => void;
  readonly onActivate: (codingId: string) => void;
  readonly onGroup: (codingIds: readonly string[], anchor: DOMRect) => void;
  readonly onCodingMenu: (codingId: string, at: { readonly x: number; readonly y: number }) => void;
  readonly onMarginWidth: (width: number) => void;
  readonly onFault: (error: Error) => void;
  readonly handle: Ref<TranscriptHandle>;
  /** Jottings, memos and links at passages. */
  readonly notes?: NotesProps;
  /** How passages are widened, and whether codings can be drawn longer and shorter. */
  readonly gestures?: GestureProps;
} & Omit<InputEvents, 'onDropTarget'>;

export type GestureProps = SnapSettings &
  Pick<InputEvents, 'onDropTarget'> & {
    readonly canResize: boolean;
    readonly onResize: (codingId: string, range: Range) => void;
  };

const noGestures: GestureProps = {
  turns: [],
  toWords: false,
  canResize: false,
  onResize: () => undefined,
  onDropTarget: () => undefined,
};
const noHits: readonly Range[] = [];

export function TranscriptEditor(props: TranscriptEditorProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const margin = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const notes = useRef<HTMLDivElement>(null);
  const grips = useRef<HTMLDivElement>(null);
  const overview = useRef<HTMLDivElement>(null);
  const parts = useRef<Assembly | null>(null);
  const theme = useTheme();
  const latest = useEffectEvent(() => props);
  const gestures = useEffectEvent(() => props.gestures ?? noGestures);
  // What commands ask may be asked while something is rendered, such as which of them can be run.
  const lastGestures = useRef<GestureProps>(noGestures);
  useLayoutEffect(() => {
    lastGestures.current = props.gestures ?? noGestures;
  });
  const { look } = props;
  const hits = props.marks.get('found') ?? noHits;

  useLayoutEffect(() => {
    const elements = {
      scroller: scroller.current,
      text: text.current,
      margin: margin.current,
      numbers: numbers.current,
      notes: notes.current,
      grips: grips.current,
      overview: overview.current,
    };
    if (!isWhole(elements)) return undefined;
    const made = assemble(elements, latest, gestures);
    parts.current = made;
    made.transcript.load(latest().text);
    return () => {
      made.dispose();
      parts.current = null;
    };
  }, []);

  useLayoutEffect(() => parts.current?.transcript.setMode(props.mode), [props.mode]);
  useLayoutEffect(() => {
    parts.current?.transcript.setCodes(props.codes, { theme, hasPatterns: look.hasPatterns });
  }, [props.codes, theme, look.hasPatterns]);
  useLayoutEffect(() => parts.current?.transcript.setCodings(props.codings), [props.codings]);
  useLayoutEffect(() => parts.current?.transcript.setNotes(props.notes?.items ?? []), [props.notes]);
  useLayoutEffect(() => parts.current?.transcript.setHidden(props.hiddenCodes), [props.hiddenCodes]);
  useLayoutEffect(() => parts.current?.transcript.setBare(look.isBare), [look.isBare]);
  useLayoutEffect(() => parts.current?.transcript.setActive(props.activeId), [props.activeId]);
  useLayoutEffect(() => {
    for (const [kind, ranges] of props.marks) parts.current?.transcript.setMark(kind, ranges);
  }, [props.marks]);
  useLayoutEffect(() => parts.current?.away.set(props.away ?? noHits), [props.away]);
  useLayoutEffect(() => parts.current?.setLook(look), [look]);
  useLayoutEffect(() => parts.current?.setWords(props.words), [props.words]);
  useLayoutEffect(() => {
    parts.current?.overview.setContent({ codes: props.codes, hits, theme, isShown: look.hasOverview });
  }, [props.codes, hits, theme, look.hasOverview]);
  useImperativeHandle(
    props.handle,
    () =>
      handleOf(
        () => parts.current?.transcript ?? null,
        text,
        scroller,
        () => lastGestures.current,
      ),
    [],
  );

  const className = [
    'transcript-view',
    look.marginWidth === null ? 'has-no-margin' : '',
    look.hasOverview ? 'has-overview' : '',
    props.notes?.hasCards ? 'has-note-cards' : '',
  ].join(' ');
  return (
    <div className={className} style={styleOf(look)}>
      <div className="transcript" ref={scroller}>
        <div className="transcript-page">
          <div className="transcript-numbers" ref={numbers} />
          <div className="transcript-notes" ref={notes} />
          <div
            className="transcript-text"
            ref={text}
            aria-label={props.label}
            dir="auto"
            spellCheck={(props.hasSpelling ?? false) && props.mode === 'edit'}
            autoCorrect="off"
            translate="no"
            data-mode={props.mode}
          />
          <MarginDivider width={look.marginWidth} label={props.words.divider} onChange={props.onMarginWidth} />
          <div className="transcript-margin" ref={margin} hidden={look.marginWidth === null} />
          <div className="transcript-grips" ref={grips} />
        </div>
      </div>
      <div className="transcript-overview" ref={overview} hidden={!look.hasOverview} />
    </div>
  );
}

function isWhole<Parts extends Readonly<Record<string, HTMLElement | null>>>(
  parts: Parts,
): parts is Parts & { readonly [Name in keyof Parts]: HTMLElement } {
  return Object.values(parts).every((part) => part !== null);
}
