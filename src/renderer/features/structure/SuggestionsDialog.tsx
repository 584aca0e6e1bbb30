import { useState } from 'react';
import type { GuideQuestion } from '../../../shared/contract/guide.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useNumber, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

export type SuggestionsDialogProps = {
  readonly open: OpenTranscript;
  readonly questions: readonly GuideQuestion[];
  readonly onClose: () => void;
};

/** From this likeness on a suggestion is ticked beforehand. */
const likely = 0.6;

/** Where questions seem to be asked. Nothing is marked but what a person leaves ticked (GU3). */
export function SuggestionsDialog({ open, questions, onClose }: SuggestionsDialogProps) {
  const t = useT();
  const number = useNumber();
  const perform = usePerform();
  const { data: found } = useAnswer('guide.suggestions', { documentId: open.documentId });
  const [choice, setChoice] = useState<ReadonlyMap<number, boolean>>(new Map());
  const isTicked = (start: number, score: number): boolean => choice.get(start) ?? score >= likely;
  const chosen = (found ?? []).filter(({ start, score }) => isTicked(start, score));
  const accept = async (): Promise<void> => {
    const items = chosen.map(({ question, start, end }) => ({
      questionId: question,
      documentId: open.documentId,
      start,
      end,
    }));
    if (items.length > 0 && (await open.store()) && (await perform('guide.mark', { items }))) onClose();
  };
  return (
    <Dialog
      title={t('structure.suggest.title')}
      isOpen
      onClose={onClose}
      size="wide"
      onSubmit={() => void accept()}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={chosen.length === 0}>
            {t('structure.suggest.do', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t(found?.length === 0 ? 'structure.suggest.none' : 'structure.suggest.text')}</p>
      <ul className="structure-suggestions" aria-label={t('structure.suggest.title')}>
        {(found ?? []).map(({ question, start, quote, score }) => {
          const asked = questions.find(({ guid }) => guid === question);
          return (
            <li key={start} className="structure-suggestion">
              <Checkbox
                isSelected={isTicked(start, score)}
                onChange={(ticked) => setChoice((former) => new Map([...former, [start, ticked]]))}
              >
                <span>
                  {(asked?.position ?? 0) + 1}. {asked?.label}
                </span>
              </Checkbox>
              <q className="structure-quote">{quote}</q>
              <span className="structure-note">{t('structure.suggest.score', { score: number(score, 2) })}</span>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('structure.suggest.lookAt', { quote })}
                onPress={() => {
                  void open.view.reveal({ start, end: start + quote.length }, { select: true });
                  onClose();
                }}
              >
                {t('structure.suggest.look')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
