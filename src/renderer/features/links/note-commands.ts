// Jottings and links as commands: keys, palette and the menu of a passage run the same ones.

import type { Link } from '../../../shared/contract/links.ts';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { Command } from '../../commands/registry.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { type TextNote, useTextNotes } from '../../parts/text-notes.ts';
import { notify } from '../../services/notices.ts';
import { usePlace } from '../../services/place.ts';
import type { Translate } from '../../services/text.ts';
import { notesAt, noteBeside, subjectsOf } from './note-signs.ts';
import { useLinking } from './store.ts';

/** Where keys without a modifier count: in the text, while they cannot be meant as typing. */
const inText = '.transcript-text[data-mode="read"]';

export type NoteCommandsInput = {
  readonly open: OpenTranscript;
  readonly codings: readonly PlacedCoding[];
  readonly notes: readonly TextNote[];
  readonly links: readonly Link[];
  readonly canChange: boolean;
  readonly hasCards: boolean;
  readonly setCards: (hasCards: boolean) => void;
  readonly t: Translate;
};

export function noteCommands(input: NoteCommandsInput): readonly Command[] {
  return [...jottingCommands(input), ...linkCommands(input)];
}

/** The passage selected, else the words of the coding that is active. */
export function passageMeant(codings: readonly PlacedCoding[]): Range | null {
  const { selection, codingId } = usePlace.getState();
  if (selection && selection.end > selection.start) return selection;
  const coding = codings.find(({ guid, state }) => guid === codingId && state !== 'orphaned');
  return coding ? { start: coding.start, end: coding.end } : null;
}

function jottingCommands({ open, notes, canChange, hasCards, setCards, t }: NoteCommandsInput): readonly Command[] {
  const { view } = open;
  const step = (backward: boolean) => async (): Promise<void> => {
    const { anchor, focus } = view.selected() ?? { anchor: view.topOffset(), focus: view.topOffset() };
    const next = noteBeside(notes, Math.min(anchor, focus), backward);
    if (!next) return notify({ kind: 'info', text: t('links.none-here') });
    view.focus();
    await view.reveal(next, { select: true });
  };
  return [
    {
      id: 'notes.jot',
      label: 'links.jot',
      keywords: 'links.jot.keywords',
      shortcut: 'N',
      within: inText,
      group: 'memo',
      isEnabled: () => canChange,
      run: async () => {
        const range = passageSelected() ?? lineAt(view.text(), view.selected()?.focus ?? null);
        const anchor = range && view.boxOf(range);
        if (!range || !anchor) return notify({ kind: 'info', text: t('links.jot.where') });
        if (!(await open.store())) return;
        useLinking.getState().set({ jotting: { documentId: open.documentId, ...range, anchor } });
      },
    },
    {
      id: 'notes.open',
      label: 'links.open-here',
      shortcut: 'Shift+N',
      within: inText,
      group: 'memo',
      isEnabled: () => notes.length > 0,
      run: () => {
        const { anchor, focus } = view.selected() ?? { anchor: 0, focus: 0 };
        const range = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) };
        const ids = notesAt(notes, range.start, range.end).map(({ id }) => id);
        const box = view.boxOf(range);
        if (ids.length === 0 || !box) return notify({ kind: 'info', text: t('links.none-here') });
        return useTextNotes.setState({ opened: { ids, anchor: box } });
      },
    },
    { id: 'notes.next', label: 'links.next', shortcut: 'Alt+Shift+ArrowDown', group: 'memo', run: step(false) },
    { id: 'notes.previous', label: 'links.previous', shortcut: 'Alt+Shift+ArrowUp', group: 'memo', run: step(true) },
    { id: 'notes.cards', label: 'links.cards', group: 'view', run: () => setCards(!hasCards) },
  ];
}

function linkCommands({ open, codings, notes, links, canChange, t }: NoteCommandsInput): readonly Command[] {
  const { view, documentId } = open;
  const { set } = useLinking.getState();
  const withPassage = (run: (range: Range & { readonly quote: string }) => void) => async (): Promise<void> => {
    const range = passageMeant(codings);
    if (!range) return notify({ kind: 'info', text: t('links.where') });
    // Offsets on the screen are those of the stored text once what was typed is stored.
    const quote = view.slice(range.start, range.end);
    if (await open.store()) run({ start: range.start, end: range.end, quote });
  };
  return [
    {
      id: 'links.start',
      label: 'links.start',
      keywords: 'links.keywords',
      shortcut: 'K',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange,
      run: withPassage((range) => set({ pending: { documentId, ...range } })),
    },
    {
      id: 'links.finish',
      label: 'links.finish',
      keywords: 'links.keywords',
      shortcut: 'Shift+K',
      within: inText,
      group: 'coding',
      isEnabled: () => canChange && useLinking.getState().pending !== null,
      run: withPassage((range) => {
        const { pending: from } = useLinking.getState();
        if (!from) return;
        const to = { documentId, ...range };
        const isSame = from.documentId === documentId && from.start === to.start && from.end === to.end;
        if (isSame) notify({ kind: 'info', text: t('links.other-words') });
        else set({ making: { from, to } });
      }),
    },
    {
      id: 'links.cancel',
      label: 'links.cancel',
      group: 'coding',
      isEnabled: () => useLinking.getState().pending !== null,
      run: () => set({ pending: null }),
    },
    {
      id: 'links.follow',
      label: 'links.follow',
      keywords: 'links.keywords',
      shortcut: 'G',
      within: inText,
      group: 'go',
      isEnabled: () => links.length > 0,
      run: () => {
        const { anchor, focus } = view.selected() ?? { anchor: 0, focus: 0 };
        const here = notesAt(notes, Math.min(anchor, focus), Math.max(anchor, focus));
        const note = here.find(({ kind }) => kind === 'link-from' || kind === 'link-to');
        const [guid] = subjectsOf(note ? [note.id] : []).links;
        const link = links.find((one) => one.guid === guid);
        if (!note || !link) return notify({ kind: 'info', text: t('links.no-link-here') });
        return goToEnd(note.kind === 'link-from' ? link.to : link.from, t);
      },
    },
  ];
}

/** Leads to an end of a link, unless its words are gone. */
export function goToEnd(end: Link['from'], t: Translate): void {
  if (end.isLost) notify({ kind: 'info', text: t('links.lost.text', { quote: end.quote }) });
  else usePlace.getState().reveal({ area: 'reduction', documentId: end.document, start: end.start, end: end.end });
}

function passageSelected(): Range | null {
  const { selection } = usePlace.getState();
  return selection && selection.end > selection.start ? selection : null;
}

/** The line in which the caret stands, without blanks at its ends; null where it is empty. */
export function lineAt(text: string, at: number | null): Range | null {
  if (at === null) return null;
  const from = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\u2028', at - 1)) + 1;
  const ends = [text.indexOf('\n', at), text.indexOf('\u2028', at)].filter((end) => end >= 0);
  const line = text.slice(from, Math.min(text.length, ...ends));
  const start = from + line.length - line.trimStart().length;
  const end = start + line.trim().length;
  return end > start ? { start, end } : null;
}
