// Jottings, memos and links of the open transcript: their signs, their commands, what opens at them, the link under way.

import './links.css';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import { useCommands } from '../../commands/registry.ts';
import { type OpenTranscript, useOpenTranscript } from '../../parts/open-transcript.ts';
import { useTextNotes } from '../../parts/text-notes.ts';
import { useAnswer } from '../../services/answers.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { JotPopover } from './JotPopover.tsx';
import { NotePopover } from './NotePopover.tsx';
import { noteCommands } from './note-commands.ts';
import { subjectsOf } from './note-signs.ts';
import { PendingLink } from './PendingLink.tsx';
import { useLinking } from './store.ts';
import { useNoteSigns } from './use-note-signs.ts';

export function TextNotes() {
  const open = useOpenTranscript((state) => state.open);
  return (
    <>
      {open && <NotesOf key={open.documentId} open={open} />}
      <PendingLink />
    </>
  );
}

const noCodings: readonly PlacedCoding[] = [];

function NotesOf({ open }: { readonly open: OpenTranscript }) {
  const t = useT();
  const canChange = useCanChange();
  const { documentId, view } = open;
  const { memos, links, notes, hasCards, setCards } = useNoteSigns(documentId);
  const { data: codings = noCodings } = useAnswer('codings.inDocument', { documentId });
  const opened = useTextNotes((state) => state.opened);
  const jotting = useLinking((state) => state.jotting);
  const subjects = opened && subjectsOf(opened.ids);
  useCommands(noteCommands({ open, codings, notes, links, canChange, hasCards, setCards, t }));
  const close = (): void => {
    useTextNotes.setState({ opened: null });
    view.focus();
  };
  const shown = subjects && {
    memos: memos.filter(({ guid }) => subjects.memos.includes(guid)),
    links: links.filter(({ guid }) => subjects.links.includes(guid)),
  };
  // What was deleted, here or elsewhere, is not shown any more.
  const isEmpty = shown !== null && shown.memos.length + shown.links.length === 0;
  return (
    <>
      {opened && shown && !isEmpty && (
        <NotePopover anchor={opened.anchor} memos={shown.memos} links={shown.links} onClose={close} />
      )}
      {jotting?.documentId === documentId && (
        <JotPopover
          jotting={jotting}
          quote={view.slice(jotting.start, jotting.end)}
          onClose={() => {
            useLinking.getState().set({ jotting: null });
            view.focus();
          }}
        />
      )}
    </>
  );
}
