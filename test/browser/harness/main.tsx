// The transcript editor alone on a page, with every property settable and every callback recorded.

import { useLayoutEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { TranscriptWords } from '../../../src/renderer/editor/assembly.ts';
import type { EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import type { EditorCode, MarkKind } from '../../../src/renderer/editor/highlights.ts';
import type { TranscriptHandle } from '../../../src/renderer/editor/handle.ts';
import { plainLook, type TranscriptLook } from '../../../src/renderer/editor/look.ts';
import { TranscriptEditor } from '../../../src/renderer/editor/TranscriptEditor.tsx';
import type { Range, Splice } from '../../../src/shared/domain/segments.ts';

export type HarnessState = {
  /** Another key is another editor. */
  readonly textKey: string;
  readonly text: string;
  readonly codings: readonly EditorCoding[];
  readonly codes: readonly EditorCode[];
  readonly hidden: readonly string[];
  readonly activeId: string | null;
  readonly mode: 'read' | 'edit';
  readonly marks: readonly (readonly [MarkKind, readonly Range[]])[];
  readonly look: Partial<TranscriptLook>;
};

export type Harness = {
  set: (state: Partial<HarnessState>) => void;
  handle: TranscriptHandle | null;
  readonly edits: Splice[];
  passage: Range | null;
  pressed: readonly string[];
  activated: string[];
  groups: (readonly string[])[];
  dropped: { readonly codes: string; readonly passage: Range }[];
  faults: string[];
  composing: boolean[];
};

declare global {
  interface Window {
    harness: Harness;
  }
}

const start: HarnessState = {
  textKey: 'first',
  text: '',
  codings: [],
  codes: [],
  hidden: [],
  activeId: null,
  mode: 'read',
  marks: [],
  look: {},
};

const harness: Harness = {
  set: () => undefined,
  handle: null,
  edits: [],
  passage: null,
  pressed: [],
  activated: [],
  groups: [],
  dropped: [],
  faults: [],
  composing: [],
};
window.harness = harness;

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
  const [state, setState] = useState(start);
  const hidden = useMemo(() => new Set(state.hidden), [state.hidden]);
  const look = useMemo(() => ({ ...plainLook, ...state.look }), [state.look]);
  const marks = useMemo(() => new Map(state.marks), [state.marks]);
  useLayoutEffect(() => {
    harness.set = (next) => setState((former) => ({ ...former, ...next }));
  }, []);
  return (
    <TranscriptEditor
      {...state}
      key={state.textKey}
      hiddenCodes={hidden}
      marks={marks}
      look={look}
      label="Transkrip"
      words={words}
      onMarginWidth={(marginWidth) => setState((former) => ({ ...former, look: { ...former.look, marginWidth } }))}
      onEdit={(splices) => harness.edits.push(...splices)}
      onSelect={(_, passage) => {
        harness.passage = passage;
      }}
      onPress={(codings) => {
        harness.pressed = codings;
      }}
      onActivate={(id) => harness.activated.push(id)}
      onGroup={(ids) => harness.groups.push(ids)}
      onCodingMenu={() => undefined}
      onMenu={() => undefined}
      onCodesDropped={(codes, passage) => harness.dropped.push({ codes, passage })}
      onCompose={(composing) => harness.composing.push(composing)}
      onBlur={() => undefined}
      onFault={(error) => harness.faults.push(error.message)}
      passageData={(passage) => JSON.stringify(passage)}
      handle={(handle) => {
        harness.handle = handle;
      }}
    />
  );
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Page />);
