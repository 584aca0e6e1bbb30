// The transcript editor alone on a page, with every property settable and every callback recorded.

import { useLayoutEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { EditorCoding } from '../../../src/renderer/editor/coding-layer.ts';
import type { EditorCode, MarkKind } from '../../../src/renderer/editor/highlights.ts';
import type { TranscriptHandle } from '../../../src/renderer/editor/handle.ts';
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
  readonly showNumbers: boolean;
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
  showNumbers: true,
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

function Page() {
  const [state, setState] = useState(start);
  const hidden = useMemo(() => new Set(state.hidden), [state.hidden]);
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
      readingSize={18}
      label="Transkrip"
      moreTitle={(names) => names.join(', ')}
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
