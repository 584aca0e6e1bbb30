import './questions.css';
import { CircleHelp, Plus } from 'lucide-react';
import { type Command, useCommands } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SplitView } from '../../ui/SplitView.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { QuestionCard } from './QuestionCard.tsx';

/** what the study asks, what serves to answer it, and who was asked. */
export function QuestionsPage() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: questions = [], isPending } = useAnswer('questions.list', {});
  const add = (): void => void perform('questions.create', { label: t('questions.new', { n: questions.length + 1 }) });
  const commands: readonly Command[] = [
    { id: 'questions.add', label: 'questions.add', group: 'document', isEnabled: () => canChange, run: add },
  ];
  useCommands(commands);
  const addButton = (
    <Button size="small" variant="primary" icon={<Plus />} isDisabled={!canChange} onPress={add}>
      {t('questions.add')}
    </Button>
  );
  const list =
    !isPending && questions.length === 0 ? (
      <EmptyState
        title={t('questions.empty.title')}
        text={t('questions.empty.text')}
        icon={<CircleHelp />}
        actions={addButton}
      />
    ) : (
      <Panel title={t('questions.title')} count={String(questions.length)} actions={addButton}>
        <div className="questions-list">
          {questions.map((question, index) => (
            <QuestionCard key={question.guid} question={question} index={index} count={questions.length} />
          ))}
        </div>
      </Panel>
    );
  return (
    <SplitView
      id="questions"
      parts={[
        { id: 'list', label: t('questions.title'), content: list, defaultSize: 380, minSize: 280 },
        { id: 'coverage', label: t('coverage.title'), content: <CoverageTable />, minSize: 320 },
      ]}
    />
  );
}
