import { MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { useAnswer } from '../../../services/answers.ts';
import { notify } from '../../../services/notices.ts';
import { usePerform } from '../../../services/perform.ts';
import { usePlace } from '../../../services/place.ts';
import { useCanChange } from '../../../services/session.ts';
import { useT } from '../../../services/text.ts';
import { useRemembered } from '../../../services/window-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { OwnDisplayProps } from '../displays.ts';
import { AnswerColumns } from './AnswerColumns.tsx';

/** What was said to one question of the interview guide, side by side by case; whole answers are coded in one step. */
export function AnswersDisplay({ filter, project, study }: OwnDisplayProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const go = usePlace((place) => place.go);
  const { data: questions } = useAnswer('guide.questions', {});
  const [remembered, setQuestion] = useRemembered<string>(`display/answers/${project.guid}`, '');
  const asked = useMemo(() => questions?.filter(({ sections }) => sections > 0) ?? [], [questions]);
  const question = asked.find(({ guid }) => guid === remembered) ?? asked[0];
  const { documentIds, caseIds } = filter;
  const { data: answers = [] } = useAnswer(
    'guide.answers',
    { questionId: question?.guid ?? '', ...(documentIds && { documentIds }), ...(caseIds && { caseIds }) },
    { enabled: question !== undefined, keepFormer: true },
  );
  const [codeId, setCode] = useState<Guid | null>(null);
  /** Sections that are not to be coded: at first all are. */
  const [left, setLeft] = useState<ReadonlySet<Guid>>(new Set());
  const code = study.codes.find(({ guid }) => guid === codeId);
  const chosen = answers.filter(({ section, codes }) => !left.has(section) && !(codeId && codes.includes(codeId)));
  const codeAnswers = async (): Promise<void> => {
    if (!code) return;
    const items = chosen.map(({ document, start, end }) => ({ documentId: document, codeId: code.guid, start, end }));
    const done = await perform('codings.createMany', { items });
    if (done) notify({ kind: 'success', text: t('answers.coded', { n: done.guids.length, code: code.name }) });
  };
  if (!questions) return null;
  if (!question) {
    return (
      <EmptyState
        icon={<MessagesSquare />}
        title={t('answers.none')}
        text={t('answers.none.text')}
        actions={<Button onPress={() => go({ area: 'reduction' })}>{t('display.empty.go')}</Button>}
      />
    );
  }
  return (
    <>
      <div className="display-toolbar">
        <Select<string>
          label={t('answers.question')}
          size="small"
          value={question.guid}
          onChange={(next) => {
            setQuestion(next);
            setLeft(new Set());
          }}
          options={asked.map(({ guid, label, wording }) => ({ id: guid, label, description: wording }))}
        />
        {canChange && (
          <>
            <CodePicker
              label={t('answers.code')}
              codes={study.codes.filter(({ codable }) => codable)}
              value={codeId}
              onChange={setCode}
              placeholder={t('search.code.which')}
            />
            <Button
              variant="primary"
              size="small"
              isDisabled={!code || chosen.length === 0}
              onPress={() => void codeAnswers()}
            >
              {t('answers.do', { n: chosen.length })}
            </Button>
          </>
        )}
      </div>
      <p className="display-chart-note">
        {question.wording || question.label} ·{' '}
        {t('answers.said', { n: answers.length, documents: new Set(answers.map(({ document }) => document)).size })}
      </p>
      <AnswerColumns
        answers={answers}
        study={study}
        left={canChange ? left : null}
        onLeft={(section, isLeft) =>
          setLeft((former) => {
            const next = new Set(former);
            if (isLeft) next.add(section);
            else next.delete(section);
            return next;
          })
        }
      />
    </>
  );
}
