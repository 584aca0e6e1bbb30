import { useEffect, useMemo } from 'react';
import type { Link } from '../../../shared/contract/links.ts';
import type { Memo } from '../../../shared/contract/memos.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useTextNotes } from '../../parts/text-notes.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { useRemembered } from '../../services/window-state.ts';
import { signsOf } from './note-signs.ts';

const noMemos: readonly Memo[] = [];
const noLinks: readonly Link[] = [];

/** Has the transcript show what stands at its passages. */
export function useNoteSigns(documentId: Guid) {
  const t = useT();
  const { data: memos = noMemos } = useAnswer('memos.list', { documentId });
  const { data: links = noLinks } = useAnswer('links.list', { documentId });
  const [hasCards, setCards] = useRemembered<boolean>('notes/cards', true);
  const notes = useMemo(() => signsOf(documentId, memos, links, t), [documentId, memos, links, t]);
  useEffect(() => useTextNotes.setState({ documentId, notes, hasCards }), [documentId, notes, hasCards]);
  useEffect(() => () => useTextNotes.setState({ documentId: null, notes: [], opened: null }), []);
  return { memos, links, notes, hasCards, setCards };
}
