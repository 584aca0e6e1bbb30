// Tells the parts around the transcript which one is open, and lets them lead it.

import { useEffect } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Turn } from '../../../shared/domain/turns.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { DocumentSync } from '../../editor/sync.ts';
import { useOpenTranscript } from '../../parts/open-transcript.ts';
import { useCanChange } from '../../services/session.ts';
import { useCode } from './store.ts';

export function usePublishedTranscript(
  documentId: Guid,
  editor: TranscriptHandle | null,
  sync: DocumentSync | null,
  text: string,
  turns: readonly Turn[],
): void {
  const canChange = useCanChange();
  const wanted = useCode(({ mode }) => mode);
  const mode = canChange ? wanted : 'read';
  useEffect(() => {
    if (!editor || !sync) return;
    useOpenTranscript.setState({
      open: {
        documentId,
        view: editor,
        text,
        turns,
        mode,
        store: () => sync.flush(),
        code: (passages, note) => {
          const [first] = passages;
          if (!first) return;
          void editor.reveal(first);
          useCode.getState().set({ quick: { passages, codingIds: [], note }, menu: null });
        },
      },
    });
  }, [documentId, editor, sync, text, turns, mode]);
  useEffect(() => () => useOpenTranscript.setState({ open: null, marks: new Map() }), []);
}
