// Everything the transcript panel shows, put together from the text, the codings and where the user is.

import { useCallback, useMemo } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { type EditorCode, type MarkKind, markKinds } from '../../editor/highlights.ts';
import type { TranscriptHandle } from '../../editor/handle.ts';
import { keyCodesOf, useFavourites } from '../../parts/favourites.ts';
import { useRecentCodes } from '../../parts/recent-codes.ts';
import { useOpenTranscript } from '../../parts/open-transcript.ts';
import { useAnswer } from '../../services/answers.ts';
import { useSpelling } from '../../services/spelling.ts';
import { useCode } from './store.ts';
import { useCodingActions } from './use-coding-actions.ts';
import { toEditor, useCodings } from './use-codings.ts';
import { useDocumentText } from './use-document-text.ts';
import { useFind } from './use-find.ts';
import { useLook } from './use-look.ts';
import { speakersIn, useMarks } from './use-marks.ts';
import { useReadingPlace, useReveal } from './use-reading-place.ts';
import { useAway, useSpeakerLooks } from './use-speakers.ts';
import { usePublishedTranscript } from './use-published-transcript.ts';
import { useShown } from './use-shown.ts';
import { useShownNotes } from './use-text-notes.ts';

const noCodes: readonly CodeSummary[] = [];
const noMarks: ReadonlyMap<MarkKind, readonly Range[]> = new Map(
  markKinds
    .filter((kind) => kind !== 'found' && kind !== 'found-current' && kind !== 'passage')
    .map((kind) => [kind, []]),
);
const noPassages: readonly Range[] = [];

export function useTranscript(documentId: Guid, editor: TranscriptHandle | null) {
  const text = useDocumentText(documentId, editor);
  const { data: codes = noCodes } = useAnswer('codes.list', {});
  const codings = useCodings(documentId, text.sync);
  const { recent, last, use } = useRecentCodes(codes);
  const favourites = useFavourites();
  const actions = useCodingActions(documentId, text.sync, codings, use);
  const shown = useShown(codings);
  const noted = useShownNotes(documentId, text.sync);
  const nameOf = useCallback(
    (code: string) => codes.find(({ guid }) => guid === code)?.path.join(' / ') ?? '',
    [codes],
  );
  const look = useLook(nameOf);
  const { quick, isBare } = useCode();

  // Turns and hits are found anew when typing rests, not at every key: both read the whole text.
  const { opened, version } = text;
  const words = useMemo(
    () => (editor && version > 0 ? editor.text() : (opened?.text ?? '')),
    [editor, version, opened],
  );
  const speakers = useMemo(() => speakersIn(words), [words]);
  const { looks, colors } = useSpeakerLooks(speakers.names);
  const away = useAway(speakers.turns);
  const others = useOpenTranscript(({ marks: published }) => published);
  usePublishedTranscript(documentId, editor, text.sync, words, speakers.turns);
  const finding = useFind(editor, words, documentId, text.sync);
  const allMarks = useMarks(speakers, looks, away.dimmed, finding, quick?.passages ?? noPassages);

  // Without marks only what is looked for or about to be coded is painted.
  const marks = useMemo(
    () => (isBare ? new Map([...allMarks, ...noMarks]) : new Map([...allMarks, ...noted.marks, ...others])),
    [allMarks, noted.marks, others, isBare],
  );

  useReveal(documentId, editor);
  useReadingPlace(documentId, editor, look.look);
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
    speakerLooks: looks,
    speakerColors: colors,
    reading: { away: away.hidden, hasSpelling: useSpelling() },
    finding,
    marks,
    shown,
    notes: noted.notes,
    look,
    characters: words.length,
    editorCodings: useMemo(() => toEditor(shown.passing), [shown.passing]),
    editorCodes: useMemo(() => editorCodesOf(codes), [codes]),
  };
}

/** @param codes in the order of the codebook, depth first: the code before a branch is its head */
function editorCodesOf(codes: readonly CodeSummary[]): readonly EditorCode[] {
  let branch = '';
  return codes.map(({ guid, path, color }) => {
    if (path.length === 1) branch = guid;
    return { id: guid, name: path.at(-1) ?? '', color, branch: branch === '' ? guid : branch };
  });
}
