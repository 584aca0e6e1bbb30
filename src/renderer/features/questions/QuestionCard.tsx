import { ArrowDown, ArrowUp, Trash2, X } from 'lucide-react';
import type { ResearchQuestion } from '../../../shared/contract/questions.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ComboBox } from '../../ui/ComboBox.tsx';

export type QuestionCardProps = {
  readonly question: ResearchQuestion;
  readonly index: number;
  readonly count: number;
};

/** A research question; every field saves by itself. */
export function QuestionCard({ question, index, count }: QuestionCardProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { data: codes = [] } = useAnswer('codes.list', {});
  const { data: asked = [] } = useAnswer('guide.questions', {});
  const questionId = question.guid;
  const isReadOnly = !canChange;
  const link = (kind: 'code' | 'guide-question', targetIds: readonly Guid[]) =>
    void perform('questions.link', { questionId, kind, targetIds: [...targetIds] });
  const save = (change: { readonly label?: string; readonly text?: string; readonly note?: string }) =>
    perform('questions.update', { questionId, ...change });
  const served = codes
    .filter(({ guid }) => question.codes.includes(guid))
    .map(({ guid, path }) => ({ guid, name: path.join(pathSeparator) }));
  const guide = asked
    .filter(({ guid }) => question.guideQuestions.includes(guid))
    .map(({ guid, label }) => ({ guid, name: label }));
  return (
    <section className="questions-card" aria-label={question.label}>
      <div className="questions-card-head">
        <AutosaveField
          label={t('questions.label')}
          value={question.label}
          isNeeded
          isReadOnly={isReadOnly}
          onSave={(label) => save({ label })}
        />
        <IconButton
          label={t('questions.up', { name: question.label })}
          icon={<ArrowUp />}
          size="small"
          isDisabled={isReadOnly || index === 0}
          onPress={() => void perform('questions.move', { questionId, position: index - 1 })}
        />
        <IconButton
          label={t('questions.down', { name: question.label })}
          icon={<ArrowDown />}
          size="small"
          isDisabled={isReadOnly || index === count - 1}
          onPress={() => void perform('questions.move', { questionId, position: index + 1 })}
        />
        <IconButton
          label={t('questions.delete', { name: question.label })}
          icon={<Trash2 />}
          size="small"
          isDisabled={isReadOnly}
          onPress={() => void perform('questions.delete', { questionIds: [questionId] })}
        />
      </div>
      <AutosaveField
        label={t('questions.text')}
        value={question.text}
        rows={2}
        isReadOnly={isReadOnly}
        onSave={(text) => save({ text })}
      />
      <AutosaveField
        label={t('questions.note')}
        value={question.note}
        rows={2}
        isReadOnly={isReadOnly}
        onSave={(note) => save({ note })}
      />
      <Served
        items={served}
        isReadOnly={isReadOnly}
        onRemove={(guid) =>
          link(
            'code',
            question.codes.filter((each) => each !== guid),
          )
        }
      />
      {canChange && (
        <CodePicker
          label={t('questions.codes')}
          hint={t('questions.codes.help')}
          codes={codes.filter(({ guid }) => !question.codes.includes(guid))}
          value={null}
          onChange={(code) => code !== null && link('code', [...question.codes, code])}
        />
      )}
      <Served
        items={guide}
        isReadOnly={isReadOnly}
        onRemove={(guid) =>
          link(
            'guide-question',
            question.guideQuestions.filter((each) => each !== guid),
          )
        }
      />
      {canChange && asked.length > 0 && (
        <ComboBox
          label={t('questions.guide')}
          options={asked
            .filter(({ guid }) => !question.guideQuestions.includes(guid))
            .map(({ guid, label }) => ({ id: guid, label }))}
          value={null}
          onChange={(guid) => guid !== null && link('guide-question', [...question.guideQuestions, guid])}
        />
      )}
    </section>
  );
}

type ServedProps = {
  readonly items: readonly { readonly guid: Guid; readonly name: string }[];
  readonly isReadOnly: boolean;
  readonly onRemove: (guid: Guid) => void;
};

/** What serves to answer the question; each can be taken off. */
function Served({ items, isReadOnly, onRemove }: ServedProps) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <ul className="questions-served">
      {items.map(({ guid, name }) => (
        <li key={guid}>
          <span className="ellipsis" title={name}>
            {name}
          </span>
          <IconButton
            label={t('questions.unlink', { name })}
            icon={<X />}
            size="small"
            isDisabled={isReadOnly}
            onPress={() => onRemove(guid)}
          />
        </li>
      ))}
    </ul>
  );
}
