// Everything the transcript panel shows, put together from the text, the codings and where the user is.

import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { isGuid, type Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { keyCodesOf, useFavourites } from '../../parts/favourites.ts';
import { useRecentCodes } from '../../parts/recent-codes.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useRemembered } from '../../services/window-state.ts';
import { useCode } from './store.ts';
import { useCodingActions } from './use-coding-actions.ts';
import { toEditor, useCodings } from './use-codings.ts';
import { useDocumentText } from './use-document-text.ts';
import { useFind } from './use-find.ts';
import { speakersIn, useMarks } from './use-marks.ts';

const noCodes: readonly CodeSummary[] = [];
const noHidden: string[] = [];
const noPassages: readonly Range[] = [];
const smallest = 14;
const largest = 30;

export function useTranscript(documentId: Guid, editor: TranscriptHandle | null) {
  const text = useDocumentText(documentId, editor);
  const { data: codes = noCodes } = useAnswer('codes.list', {});
  const codings = useCodings(documentId, text.sync);
  const { recent, last, use } = useRecentCodes(codes);
  const favourites = useFavourites();
  const actions = useCodingActions(documentId, text.sync, codings, use);
  const [hidden] = useRemembered<string[]>('hiddenCodes', noHidden);
  const [readingSize, setReadingSize] = useRemembered<number>('code/size', 18);
  const { quick, speakers: stressed } = useCode();

  // Turns and hits are found anew when typing rests, not at every key: both read the whole text.
  const { opened, version } = text;
  const words = useMemo(
    () => (editor && version > 0 ? editor.text() : (opened?.text ?? '')),
    [editor, version, opened],
  );
  const speakers = useMemo(() => speakersIn(words), [words]);
  const finding = useFind(editor, words);
  const marks = useMarks(speakers, stressed, finding, quick?.passages ?? noPassages);

  useReveal(documentId, editor);
  useReadingPlace(documentId, editor);
  return {
    text,
    codes,
    codings,
    recent,
    last,
    favourites,
    keyCodes: useMemo(() => keyCodesOf(codes, favourites.favourites, recent), [codes, favourites.favourites, recent]),
    actions,
    speakers,
    finding,
    marks,
    readingSize,
    characters: words.length,
    resizeText: (by: number) => setReadingSize((size) => Math.min(largest, Math.max(smallest, size + by))),
    editorCodings: useMemo(() => toEditor(codings), [codings]),
    editorCodes: useMemo(
      () => codes.map(({ guid, path, color }) => ({ id: guid, name: path.at(-1) ?? '', color })),
      [codes],
    ),
    hiddenCodes: useMemo(() => new Set(hidden.filter((id) => isGuid(id))), [hidden]),
  };
}

/** Follows what other parts of the window ask to see. */
function useReveal(documentId: Guid, editor: TranscriptHandle | null): void {
  const revealed = usePlace((place) => place.revealed);
  const done = useRef(0);
  useEffect(() => {
    if (!editor || !revealed?.range || revealed.documentId !== documentId || done.current === revealed.sequence) return;
    done.current = revealed.sequence;
    void editor.reveal(revealed.range, { select: true });
  }, [documentId, editor, revealed]);
}

/** Opens a document where it was left. */
function useReadingPlace(documentId: Guid, editor: TranscriptHandle | null): void {
  const [place, setPlace] = useRemembered<number>(`place/${documentId}`, 0);
  const opening = useEffectEvent(() => place);
  const note = useEffectEvent(() => {
    if (editor) setPlace(editor.topOffset());
  });
  useEffect(() => {
    if (!editor) return undefined;
    const start = opening();
    if (start > 0 && usePlace.getState().revealed?.documentId !== documentId) void editor.reveal({ start, end: start });
    const noted = (): void => note();
    const scroller = document.querySelector('.transcript');
    scroller?.addEventListener('scrollend', noted);
    return () => scroller?.removeEventListener('scrollend', noted);
  }, [documentId, editor]);
}
