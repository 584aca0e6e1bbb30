// Where the reader is: what other parts ask to see, and the place each document was left at.

import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import type { TranscriptLook } from '../../editor/look.ts';
import { usePlace } from '../../services/place.ts';
import { useRemembered } from '../../services/window-state.ts';

/** Follows what other parts of the window ask to see. */
export function useReveal(documentId: Guid, editor: TranscriptHandle | null): void {
  const revealed = usePlace((place) => place.revealed);
  const done = useRef(0);
  useEffect(() => {
    if (!editor || !revealed?.range || revealed.documentId !== documentId || done.current === revealed.sequence) return;
    done.current = revealed.sequence;
    void editor.reveal(revealed.range, { select: true });
  }, [documentId, editor, revealed]);
}

/** Opens a document where it was left, and stays there when its letters and lines change. */
export function useReadingPlace(documentId: Guid, editor: TranscriptHandle | null, look: TranscriptLook): void {
  const [place, setPlace] = useRemembered<number>(`place/${documentId}`, 0);
  const latest = useEffectEvent(() => place);
  const note = useEffectEvent(() => {
    if (editor) setPlace(editor.topOffset());
  });
  useEffect(() => {
    if (!editor) return undefined;
    const start = latest();
    if (start > 0 && usePlace.getState().revealed?.documentId !== documentId) void editor.scrollToTop(start);
    const noted = (): void => note();
    const scroller = document.querySelector('.transcript');
    scroller?.addEventListener('scrollend', noted);
    return () => scroller?.removeEventListener('scrollend', noted);
  }, [documentId, editor]);

  const { font, size, measure, lineHeight, paragraphSpace, marginWidth } = look;
  const setting = [font, size, measure, lineHeight, paragraphSpace, marginWidth].join();
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!editor) return;
    if (shown.current !== null && shown.current !== setting && latest() > 0) void editor.scrollToTop(latest());
    shown.current = setting;
  }, [editor, setting]);
}
