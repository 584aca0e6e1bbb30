// Signs of jottings, memos and links beside the text, and the lines under their words.

import { useMemo } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { moveRangeThrough, type Range } from '../../../shared/domain/segments.ts';
import type { MarkKind } from '../../editor/highlights.ts';
import type { NotesProps } from '../../editor/notes-view.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import { type TextNote, useTextNotes } from '../../parts/text-notes.ts';

export type ShownNotes = {
  readonly notes: NotesProps;
  readonly marks: ReadonlyMap<MarkKind, readonly Range[]>;
};

const none: readonly TextNote[] = [];

export function useShownNotes(documentId: Guid, sync: DocumentSync | null): ShownNotes {
  const { documentId: about, notes, hasCards } = useTextNotes();
  const stored = about === documentId ? notes : none;
  // Stored places speak of the stored text: what was typed since then moves them before they are shown.
  const items = useMemo(() => {
    const unsaved = sync?.unsaved ?? [];
    return unsaved.length === 0 ? stored : stored.map((note) => ({ ...note, ...moveRangeThrough(note, unsaved) }));
  }, [stored, sync]);
  return useMemo(
    () => ({
      notes: {
        items,
        hasCards: hasCards && items.some(({ kind }) => kind === 'jotting'),
        onOpen: (ids, { left, top, bottom }) =>
          useTextNotes.setState({ opened: { ids, anchor: { left, top, bottom } } }),
      },
      marks: new Map<MarkKind, readonly Range[]>([
        ['memo', rangesOf(items, ['jotting', 'memo'])],
        ['link', rangesOf(items, ['link-from', 'link-to'])],
      ]),
    }),
    [items, hasCards],
  );
}

function rangesOf(items: readonly TextNote[], kinds: readonly TextNote['kind'][]): readonly Range[] {
  return items
    .filter(({ kind, start, end }) => kinds.includes(kind) && end > start)
    .map(({ start, end }) => ({ start, end }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
