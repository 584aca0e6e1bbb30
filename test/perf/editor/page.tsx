// Two ways to show one text on a page: the transcript editor as the program mounts it, and the yardstick, a bare
// contenteditable of the same paragraphs with the same style sheet. Each is measured by the same clock.

import { useLayoutEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import type { EditorCode, MarkKind } from '../../../src/renderer/editor/highlights.ts';
import { findIn } from '../../../src/renderer/editor/find.ts';
import type { TranscriptHandle } from '../../../src/renderer/editor/handle.ts';
import { TranscriptEditor } from '../../../src/renderer/editor/TranscriptEditor.tsx';
import type { TranscriptWords } from '../../../src/renderer/editor/assembly.ts';
import { plainLook } from '../../../src/renderer/editor/look.ts';
import type { Range } from '../../../src/shared/domain/segments.ts';
import { longText, randomCodings, someCodes } from '../../browser/editor/material.ts';
import { framesOf, keysTimed, workOf } from './clock.ts';
import { Yardstick } from './yardstick.ts';

export type Shown = 'editor' | 'bare';
export type Size = { readonly characters: number; readonly codings: number; readonly codes: number };

/** What the measuring program calls; times are milliseconds. */
export type Bench = {
  readonly prepare: (size: Size) => void;
  readonly show: (shown: Shown) => Promise<number>;
  /** Puts the caret into the middle and times the keys that follow. */
  readonly beginKeys: () => Promise<void>;
  /** Resolves once so many keys are on the screen. */
  readonly keysShown: (count: number) => Promise<void>;
  readonly endKeys: () => readonly number[];
  readonly undo: () => Promise<number>;
  readonly apply: () => Promise<number>;
  readonly toggle: () => Promise<number>;
  readonly jump: () => Promise<number>;
  readonly find: () => Promise<number>;
  readonly scroll: () => Promise<readonly number[]>;
};

declare global {
  interface Window {
    bench: Bench;
  }
}

type State = {
  readonly text: string | null;
  readonly codings: readonly EditorCoding[];
  readonly codes: readonly EditorCode[];
  readonly hidden: ReadonlySet<string>;
  readonly marks: ReadonlyMap<MarkKind, readonly Range[]>;
};

const sought = 'kantor';
const options = { matchCase: false, wholeWord: false };
const none: ReadonlyMap<MarkKind, readonly Range[]> = new Map();

let material: { text: string; codes: readonly EditorCode[]; codings: readonly EditorCoding[] } = {
  text: '',
  codes: [],
  codings: [],
};
let handle: TranscriptHandle | null = null;
let setState: (change: Partial<State>) => void = () => undefined;
let yardstick: Yardstick | null = null;
let typed = 0;

const root = document.querySelector('#root');
if (!(root instanceof HTMLElement)) throw new Error('the page has no root');
flushSync(() => createRoot(root).render(<Page />));

const words: TranscriptWords = {
  margin: 'Koding di tepi teks',
  marginValue: (coding, at, count) => (coding ? `${coding.code}, ${at} dari ${count}` : `${count} koding`),
  nameTitle: (name) => name,
  moreTitle: (names) => names.join(', '),
  divider: 'Lebar tepi',
  overview: 'Ikhtisar dokumen',
  overviewValue: (paragraph, count) => `Paragraf ${paragraph} dari ${count}`,
};

function Page() {
  const [state, set] = useState<State>({ text: null, codings: [], codes: [], hidden: new Set(), marks: none });
  useLayoutEffect(() => {
    setState = (change) => flushSync(() => set((former) => ({ ...former, ...change })));
  }, []);
  const nothing = useMemo(() => () => undefined, []);
  if (state.text === null) return null;
  return (
    <TranscriptEditor
      text={state.text}
      codings={state.codings}
      codes={state.codes}
      hiddenCodes={state.hidden}
      marks={state.marks}
      activeId={null}
      mode="edit"
      look={plainLook}
      label="Transkrip"
      words={words}
      onMarginWidth={nothing}
      onEdit={(splices) => {
        for (const { insert } of splices) typed += insert.length;
      }}
      onSelect={nothing}
      onPress={nothing}
      onActivate={nothing}
      onGroup={nothing}
      onCodingMenu={nothing}
      onMenu={nothing}
      onCodesDropped={nothing}
      onCompose={nothing}
      onBlur={nothing}
      onFault={(error) => {
        throw error;
      }}
      passageData={() => ''}
      handle={(next) => {
        handle = next;
      }}
    />
  );
}

const middle = (): number => material.text.indexOf('\n', material.text.length / 2) - 20;
const farOff = (): number => material.text.indexOf('Informan', material.text.length * 0.97);

window.bench = {
  prepare: ({ characters, codings, codes }) => {
    const text = longText(characters);
    const known = someCodes(codes);
    material = { text, codes: known, codings: randomCodings(text, known, codings).toSorted(asListed) };
  },
  show: async (shown) => {
    const { text, codes, codings } = material;
    if (shown === 'editor') return workOf(() => setState({ text, codes, codings }));
    const bare = new Yardstick(root);
    yardstick = bare;
    return workOf(() => bare.show(text));
  },
  beginKeys: async () => {
    await (handle?.reveal({ start: middle(), end: middle() }, { select: true }) ?? yardstick?.reveal(middle()));
    keysTimed.begin();
    typed = 0;
  },
  keysShown: (count) => keysTimed.shown(count),
  endKeys: () => keysTimed.end(),
  undo: async () => {
    const editor = shownEditor();
    if (typed === 0) throw new Error('nothing was typed');
    return workOf(() => editor.follow([{ at: middle(), remove: typed, insert: '' }]));
  },
  apply: async () => {
    const { codings, codes } = material;
    const { window: shown } = shownEditor().figures();
    const start = Math.floor((shown.start + shown.end) / 2);
    const made = { id: 'made', code: codes[7]?.id ?? '', start, end: start + 120, state: 'kept' as const };
    return workOf(() => setState({ codings: [...codings, made] }));
  },
  toggle: async () => workOf(() => setState({ hidden: new Set([material.codes[3]?.id ?? '']) })),
  jump: async () => {
    const at = farOff();
    const spent = await workOf(() => {
      void handle?.reveal({ start: at, end: at + 40 });
      if (handle) handle.select({ anchor: at, focus: at + 40 });
      else yardstick?.jump(at, at + 40);
    }, isOnScreen);
    if (document.getSelection()?.toString() !== material.text.slice(at, at + 40)) throw new Error('other words');
    return spent;
  },
  find: async () =>
    workOf(() => {
      if (!handle) yardstick?.find(sought);
      else setState({ marks: new Map([['found', findIn(handle.text(), sought, options)]]) });
    }),
  scroll: () => framesOf(document.querySelector('.transcript') ?? root),
};

/** The order in which the project lists codings. */
function asListed(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}

/** What is selected stands within the window and is drawn. */
function isOnScreen(): boolean {
  const selection = document.getSelection();
  const box = selection?.isCollapsed === false ? selection.getRangeAt(0).getBoundingClientRect() : null;
  const drawn = selection?.anchorNode?.parentElement?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
  return box !== null && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && drawn;
}

function shownEditor(): TranscriptHandle {
  if (!handle) throw new Error('the editor is not shown');
  return handle;
}
