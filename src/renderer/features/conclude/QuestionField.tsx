import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Select } from '../../ui/Select.tsx';

const none = 'none';

/** the research question a proposition answers. */
export function QuestionField({
  value,
  onChange,
}: {
  readonly value: Guid | null;
  readonly onChange: (question: Guid | null) => void;
}) {
  const t = useT();
  const canChange = useCanChange();
  const questions = useAnswer('questions.list', {}).data ?? [];
  return (
    <Select<Guid | typeof none>
      label={t('claims.question')}
      options={[
        { id: none, label: t('claims.question.none') },
        ...questions.map(({ guid, label, text }) => ({ id: guid, label: text === '' ? label : `${label}. ${text}` })),
      ]}
      value={value ?? none}
      isDisabled={!canChange}
      onChange={(chosen) => onChange(chosen === none ? null : chosen)}
    />
  );
}
