import { Plus, X } from 'lucide-react';
import { type Condition, queryFields } from '../../../../shared/domain/analysis/query.ts';
import { useT } from '../../../services/text.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Study } from '../scope/use-scope.ts';
import { ComparisonFields } from './ComparisonFields.tsx';
import { conditionKind, type ConditionKind, emptyCondition, withConditionKind } from './edit-query.ts';

export type ConditionEditorProps = {
  readonly condition: Condition;
  readonly study: Study;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
  readonly place: string;
};

const kinds: readonly ConditionKind[] = [...queryFields, 'all', 'some', 'none'];

/** What codings must fulfil: one comparison, or several that must all or in part hold. */
export function ConditionEditor({ condition, study, onChange, onRemove, place }: ConditionEditorProps) {
  const t = useT();
  return (
    <div className="query-part query-condition" role="group" aria-label={t('retrieval.condition', { place })}>
      <div className="query-row">
        <Select<ConditionKind>
          label={t('retrieval.field')}
          isLabelHidden
          size="small"
          value={conditionKind(condition)}
          onChange={(kind) => onChange(withConditionKind(condition, kind))}
          options={kinds.map((id) => ({ id, label: t(`retrieval.field.${id}`) }))}
        />
        {condition.op === 'compare' && <ComparisonFields condition={condition} study={study} onChange={onChange} />}
        <IconButton size="small" label={t('retrieval.condition.remove', { place })} icon={<X />} onPress={onRemove} />
      </div>
      <Inside condition={condition} study={study} onChange={onChange} place={place} />
    </div>
  );
}

function Inside({ condition, study, onChange, place }: Omit<ConditionEditorProps, 'onRemove'>) {
  const t = useT();
  if (condition.op === 'compare') return null;
  if (condition.op === 'none') {
    return (
      <div className="query-inside">
        <ConditionEditor
          condition={condition.of}
          study={study}
          place={`${place}.1`}
          onChange={(of) => onChange({ ...condition, of })}
          onRemove={() => onChange(condition.of)}
        />
      </div>
    );
  }
  const { of } = condition;
  const without = (index: number): Condition => {
    const rest = of.filter((_, each) => each !== index);
    return rest.length === 1 && rest[0] ? rest[0] : { ...condition, of: rest };
  };
  return (
    <div className="query-inside">
      {of.map((each, index) => (
        <ConditionEditor
          key={`${place}.${index + 1}`}
          condition={each}
          study={study}
          place={`${place}.${index + 1}`}
          onChange={(to) => onChange({ ...condition, of: of.with(index, to) })}
          onRemove={() => onChange(without(index))}
        />
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        onPress={() => onChange({ ...condition, of: [...of, emptyCondition('coder')] })}
      >
        {t('retrieval.condition.add')}
      </Button>
    </div>
  );
}
