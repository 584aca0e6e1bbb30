// The open document: its text in the middle, what can be done with it above, what is known of it below.

import { useState } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import { type Guid, isGuid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { TranscriptEditor } from '../../editor/TranscriptEditor.tsx';
import { useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useClient } from '../../services/client.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { codeCommands } from './code-commands.ts';
import { CodingList } from './CodingList.tsx';
import { CodingPanel } from './CodingPanel.tsx';
import { droppedCodes } from './dropped-codes.ts';
import { FindBar } from './FindBar.tsx';
import { FocusBar } from './FocusBar.tsx';
import { lookCommands } from './look-commands.ts';
import { KeyStrip } from './KeyStrip.tsx';
import { PanelDialogs } from './PanelDialogs.tsx';
import { useResizing } from './resizing.ts';
import { StatusLine } from './StatusLine.tsx';
import { useCode } from './store.ts';
import { TranscriptHeader } from './TranscriptHeader.tsx';
import { undoAfterSaving } from './undo-after-saving.ts';
import { useCodingView } from './use-coding-view.ts';
import { useTranscript } from './use-transcript.ts';

export function TranscriptPanel({ documentId }: { readonly documentId: Guid }) {
  const t = useT();
  const client = useClient();
  const [editor, setEditor] = useState<TranscriptHandle | null>(null);
  const shown = useTranscript(documentId, editor);
  const { text, codes, codings, recent, actions, finding, favourites, keyCodes, look } = shown;
  const { data: documents } = useAnswer('documents.list', {});
  const summary = documents?.find(({ guid }) => guid === documentId);
  const canChange = useCanChange();
  const { selection, codingId, go } = usePlace();
  const { mode: wanted, find, set } = useCode();
  const view = useCodingView();
  const mode = canChange ? wanted : 'read';
  const [near, setNear] = useState(0);
  const toReview = summary?.toReview ?? 0;
  const resizing = useResizing({
    editor: () => editor,
    active: () => codings.find(({ guid }) => guid === codingId) ?? null,
    resize: (id, range) => void actions.resize(id, range),
  });
  const commands = codeCommands({
    editor: () => editor,
    codings: shown.shown.visible,
    turns: shown.speakers.turns,
    keyCodes,
    last: shown.last,
    actions,
    resizing,
    view,
    canChange,
    canReview: toReview > 0,
    setMode: (next) => {
      void text.sync?.flush();
      set({ mode: next });
      editor?.focus();
    },
    t,
  });
  useCommands([...commands, ...lookCommands(look)]);

  const slice = (start: number, end: number): string => editor?.slice(start, end) ?? '';
  const goTo = (coding: PlacedCoding, focus: boolean): void => {
    if (focus) editor?.focus();
    void editor?.reveal(coding, { select: focus });
  };
  const leaveTo = (range: Range | null): void => {
    editor?.focus();
    if (range) editor?.select({ anchor: range.start, focus: range.end });
  };

  if (text.isMissing) return <EmptyState title={t('code.missing')} />;
  if (!text.opened || !text.sync) return <EmptyState title={t('code.loading')} />;
  const { sync } = text;
  return (
    <section
      className="code-panel"
      aria-label={t('code.text')}
      style={shown.speakerColors}
      onKeyDownCapture={(event) => undoAfterSaving(sync, event)}
    >
      <TranscriptHeader
        title={summary?.title ?? ''}
        speakers={shown.speakers.names}
        speakerLooks={shown.speakerLooks}
        mode={mode}
        canChange={canChange}
        toReview={toReview}
        look={look}
        shown={shown.shown}
        codes={codes}
        view={view}
      />
      {look.isFocused && <FocusBar onLeave={() => look.toggle('focus')} />}
      {view.hasStrip && (
        <KeyStrip
          keyCodes={keyCodes}
          favourites={favourites.favourites}
          canChange={canChange}
          onDropPassage={(code, passage) => void actions.apply([passage], [code])}
          onDropCodes={favourites.putAt}
        />
      )}
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
        hiddenCodes={shown.shown.hidden.hidden}
        activeId={codingId}
        mode={mode}
        marks={shown.marks}
        {...shown.reading}
        notes={shown.notes}
        look={look.look}
        words={look.words}
        onMarginWidth={look.setMarginWidth}
        label={t(mode === 'read' ? 'code.label.read' : 'code.label.edit', { title: summary?.title ?? '' })}
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
        onGroup={(ids, { left: x, bottom: y }) =>
          set({ menu: { x, y, codings: ids.filter((id) => isGuid(id)), choose: true, inList: false } })
        }
        onMenu={({ x, y, codings: ids }) => openMenu(x, y, ids)}
        onCodingMenu={(id, { x, y }) => openMenu(x, y, [id])}
        onCodesDropped={(dropped, passage) => void actions.apply([passage], droppedCodes(dropped, codes))}
        onCompose={(composing) => sync.hold(composing)}
        onBlur={() => void sync.flush()}
        onFault={(error) => void client.windows.report({ code: 'editor-fault', detail: error.name })}
        passageData={(passage) => JSON.stringify({ documentId, ...passage })}
        handle={setEditor}
        gestures={{
          turns: shown.speakers.turns,
          toWords: view.toWords,
          canResize: canChange,
          onResize: (id, range) => isGuid(id) && void actions.resize(id, range),
          onDropTarget: (dropTarget) => set({ dropTarget }),
        }}
      />
      {view.hasList ? (
        <CodingPanel codings={shown.shown.visible} codes={codes} slice={slice} onGoTo={goTo} />
      ) : (
        <CodingList codings={shown.shown.visible} codes={codes} near={near} slice={slice} />
      )}
      <StatusLine shown={shown} codings={codings.length} selection={selection} save={text.save} />
      <PanelDialogs
        documentId={documentId}
        editor={editor}
        flush={() => sync.flush()}
        codes={codes}
        codings={codings}
        recent={recent}
        favourites={favourites}
        keyCodes={keyCodes}
        actions={actions}
        commands={commands}
        onLeave={leaveTo}
      />
    </section>
  );

  function openMenu(x: number, y: number, ids: readonly string[]): void {
    const met = ids.filter((id) => isGuid(id));
    const [first] = met;
    if (first && !(codingId && met.includes(codingId))) go({ codingId: first });
    set({ menu: { x, y, codings: met, choose: false, inList: false } });
  }
}
