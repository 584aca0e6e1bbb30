import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import type { SequenceChoice } from './sequence-settings.ts';

export type SequenceFieldsProps = {
  readonly choice: SequenceChoice;
  readonly onChange: (change: Partial<SequenceChoice>) => void;
};

/** What counts as following. */
export function SequenceFields({ choice, onChange }: SequenceFieldsProps) {
  const t = useT();
  const { by, lag, minimum, maximum, distanceUnit, selfFollows, permutations } = choice;
  const distance = { minimum: 0, maximum: 1_000_000 };
  return (
    <div className="display-toolbar">
      <Select
        label={t('sequence.by')}
        size="small"
        value={by}
        onChange={(next) => onChange({ by: next })}
        options={(['lag', 'distance'] as const).map((id) => ({
          id,
          label: t(`sequence.by.${id}`),
          description: t(`sequence.by.${id}.help`),
        }))}
      />
      {by === 'lag' ? (
        <NumberInput
          label={t('sequence.lag')}
          value={lag}
          minimum={1}
          maximum={100}
          onChange={(next) => onChange({ lag: next })}
        />
      ) : (
        <>
          <NumberInput
            {...distance}
            label={t('sequence.minimum')}
            value={minimum}
            onChange={(next) => onChange({ minimum: next, maximum: Math.max(next, maximum) })}
          />
          <NumberInput
            {...distance}
            label={t('sequence.maximum')}
            value={maximum}
            onChange={(next) => onChange({ maximum: next, minimum: Math.min(next, minimum) })}
          />
          <Select
            label={t('display.scope.unit')}
            size="small"
            value={distanceUnit}
            onChange={(next) => onChange({ distanceUnit: next })}
            options={(['characters', 'words', 'sentences', 'paragraphs'] as const).map((id) => ({
              id,
              label: t(`display.unit.${id}`),
            }))}
          />
        </>
      )}
      <Checkbox isSelected={selfFollows} onChange={(next) => onChange({ selfFollows: next })}>
        {t('sequence.self')}
      </Checkbox>
      <Checkbox isSelected={permutations} onChange={(next) => onChange({ permutations: next })}>
        {t('sequence.permutations')}
      </Checkbox>
    </div>
  );
}
