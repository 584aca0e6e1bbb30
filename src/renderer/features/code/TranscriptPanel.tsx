// The open document: its text in the middle, what can be done with it above, what is known of it below.

import { type KeyboardEvent, useState } from 'react';
import { type Guid, isGuid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { TranscriptEditor } from '../../editor/TranscriptEditor.tsx';
import { runCommand, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useClient } from '../../services/client.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { codeCommands } from './code-commands.ts';
import { CodeMenu } from './CodeMenu.tsx';
import { CodingList } from './CodingList.tsx';
import { FindBar } from './FindBar.tsx';
import { QuickCode } from './QuickCode.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useCode } from './store.ts';
import { TranscriptHeader } from './TranscriptHeader.tsx';
import { useTranscript } from './use-transcript.ts';

export function TranscriptPanel({ documentId }: { readonly documentId: Guid }) {
  const t = useT();
  const client = useClient();
  const [editor, setEditor] = useState<TranscriptHandle | null>(null);
  const shown = useTranscript(documentId, editor);
  const { text, codes, codings, recent, actions, finding } = shown;
  const { data: documents } = useAnswer('documents.list', {});
  const summary = documents?.find(({ guid }) => guid === documentId);
  const canChange = useCanChange();
  const { selection, codingId, go } = usePlace();
  const { mode: wanted, quick, find, isReviewOpen, set } = useCode();
  const mode = canChange ? wanted : 'read';
  const [showNumbers, setShowNumbers] = useRemembered<boolean>('code/numbers', true);
  const [near, setNear] = useState(0);
  const toReview = summary?.toReview ?? 0;

  const commands = codeCommands({
    editor: () => editor,
    codings,
    recent,
    actions,
    canChange,
    canReview: toReview > 0,
    setMode: (next) => {
      void text.sync?.flush();
      set({ mode: next });
      editor?.focus();
    },
    resizeText: shown.resizeText,
    t,
  });
  useCommands(commands);

  const leaveTo = (range: Range | null): void => {
    editor?.focus();
    if (range) editor?.select({ anchor: range.start, focus: range.end });
  };
  // The step to undo is the one just typed: it is stored first.
  const undoAfterSaving = (event: KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || !text.sync?.dirty) return;
    event.preventDefault();
    event.stopPropagation();
    const redo = key === 'y' || event.shiftKey;
    void text.sync.flush().then(() => runCommand(redo ? 'history.redo' : 'history.undo'));
  };

  if (text.isMissing) return <EmptyState title={t('code.missing')} />;
  if (!text.opened || !text.sync) return <EmptyState title={t('code.loading')} />;
  const { sync } = text;
  const at = quick ? (editor?.boxOf(quick.range) ?? null) : null;
  return (
    <section className="code-panel" aria-label={t('code.text')} onKeyDownCapture={undoAfterSaving}>
      <TranscriptHeader
        title={summary?.title ?? ''}
        speakers={shown.speakers.names}
        mode={mode}
        canChange={canChange}
        toReview={toReview}
        showNumbers={showNumbers}
        onShowNumbers={setShowNumbers}
      />
      {find.isOpen && (
        <FindBar
          finding={finding}
          onClose={() => {
            const hit = finding.hits[finding.current];
            set({ find: { ...find, isOpen: false } });
            leaveTo(hit ?? null);
          }}
        />
      )}
      {mode === 'read' && text.opened.text === '' && shown.characters === 0 && (
        <EmptyState title={t('code.emptyText.title')} text={t('code.emptyText.text')} />
      )}
      <TranscriptEditor
        text={text.opened.text}
        codings={shown.editorCodings}
        codes={shown.editorCodes}
        hiddenCodes={shown.hiddenCodes}
        activeId={codingId}
        mode={mode}
        marks={shown.marks}
        showNumbers={showNumbers}
        readingSize={shown.readingSize}
        label={t(mode === 'read' ? 'code.label.read' : 'code.label.edit', { title: summary?.title ?? '' })}
        moreTitle={(names) => names.join(', ')}
        onEdit={(splices) => sync.edited(splices)}
        onSelect={(selected, passage) => {
          setNear(selected?.focus ?? 0);
          go({ selection: passage });
        }}
        onPress={(ids) => {
          const met = ids.filter((id) => isGuid(id));
          const next = codingId ? met.indexOf(codingId) + 1 : 0;
          go({ codingId: met[next] ?? met[0] ?? null });
        }}
        onActivate={(id) => isGuid(id) && go({ codingId: id })}
        onGroup={(ids, box) =>
          set({ menu: { x: box.left, y: box.bottom, codings: ids.filter((id) => isGuid(id)), choose: true } })
        }
        onMenu={({ x, y, codings: ids }) => openMenu(x, y, ids)}
        onCodingMenu={(id, { x, y }) => openMenu(x, y, [id])}
        onCodesDropped={(dropped, passage) => void actions.apply(passage, guidsIn(dropped))}
        onCompose={(composing) => sync.hold(composing)}
        onBlur={() => void sync.flush()}
        onFault={(error) => void client.windows.report({ code: 'editor-fault', detail: error.name })}
        passageData={(passage) => JSON.stringify({ documentId, ...passage })}
        handle={setEditor}
      />
      <CodingList codings={codings} codes={codes} near={near} slice={(start, end) => editor?.slice(start, end) ?? ''} />
      <StatusLine characters={shown.characters} codings={codings.length} selection={selection} save={text.save} />
      <CodeMenu
        codings={codings}
        codes={codes}
        recent={recent}
        commands={commands}
        onApply={(code) => selection && void actions.apply(selection, [code])}
        onActivate={(id) => go({ codingId: id })}
      />
      {quick && at && (
        <QuickCode
          codes={codes}
          recent={recent}
          at={at}
          onChoose={(code) =>
            void (quick.codingId ? actions.change(quick.codingId, code) : actions.apply(quick.range, [code]))
          }
          onCreate={(name) =>
            void (quick.codingId ? actions.changeToNew(quick.codingId, name) : actions.applyNew(quick.range, name))
          }
          onClose={() => {
            set({ quick: null });
            leaveTo(quick.range);
          }}
        />
      )}
      {isReviewOpen && (
        <ReviewDialog
          documentId={documentId}
          codes={codes}
          actions={actions}
          onGoTo={({ guid, start, end }) => {
            set({ isReviewOpen: false });
            go({ codingId: guid });
            void editor?.reveal({ start, end }, { select: true });
          }}
          onClose={() => set({ isReviewOpen: false })}
        />
      )}
    </section>
  );

  function openMenu(x: number, y: number, ids: readonly string[]): void {
    const met = ids.filter((id) => isGuid(id));
    const [first] = met;
    if (first && !(codingId && met.includes(codingId))) go({ codingId: first });
    set({ menu: { x, y, codings: met, choose: false } });
  }
}

function guidsIn(json: string): readonly Guid[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((id): id is Guid => typeof id === 'string' && isGuid(id)) : [];
  } catch {
    return [];
  }
}
