import { useMemo } from 'react';
import type { GuideQuestion, GuideSection } from '../../../shared/contract/guide.ts';
import { headingsOf, type OutlineNode, outlineOf } from '../../../shared/domain/outline.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useAnswer } from '../../services/answers.ts';

const noQuestions: readonly GuideQuestion[] = [];
const noSections: readonly GuideSection[] = [];

/** The outline of the open transcript, found anew when typing rests. */
export function useOutline({ documentId, text, turns }: OpenTranscript): readonly OutlineNode[] {
  const { questions, sections } = useGuide(documentId);
  const headings = useMemo(() => headingsOf(text, turns), [text, turns]);
  return useMemo(() => {
    const labels = new Map(questions.map(({ guid, label }) => [guid, label]));
    const asked = sections
      .filter(({ isLost, start }) => !isLost && start <= text.length)
      .map(({ guid, question, start }) => ({ id: guid, start, text: labels.get(question) ?? '' }));
    return outlineOf(text, turns, headings, asked);
  }, [text, turns, headings, questions, sections]);
}

/** The questions of the study and where this transcript asks them. */
export function useGuide(documentId: OpenTranscript['documentId']) {
  const { data: questions = noQuestions } = useAnswer('guide.questions', {});
  const { data: sections = noSections } = useAnswer('guide.sections', { documentIds: [documentId] });
  return { questions, sections };
}
