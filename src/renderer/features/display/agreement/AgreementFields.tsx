import { agreementLevel } from '../../../../shared/contract/analysis-agreement.ts';
import type { Coder } from '../../../../shared/contract/coders.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { NumberInput } from '../parts/NumberInput.tsx';
import type { AgreementChoice, AgreementInput } from './agreement-settings.ts';

export type AgreementFieldsProps = {
  readonly choice: AgreementChoice;
  /** What follows from the choice. */
  readonly input: AgreementInput;
  readonly coders: readonly Coder[];
  readonly onChange: (to: Partial<AgreementChoice>) => void;
};

/** Whom and what the display compares. */
export function AgreementFields({ choice, input, coders, onChange }: AgreementFieldsProps) {
  const t = useT();
  const [first, second] = input.coderIds;
  const options = coders.map(({ guid, name }) => ({ id: guid, label: name }));
  return (
    <div className="display-toolbar">
      <Select<Guid>
        label={t('agreement.first')}
        size="small"
        value={first}
        onChange={(next) => onChange({ first: next, second: next === second ? first : second })}
        options={options}
      />
      <Select<Guid>
        label={t('agreement.second')}
        size="small"
        value={second}
        onChange={(next) => onChange({ second: next, first: next === first ? second : first })}
        options={options}
      />
      <Select
        label={t('agreement.level')}
        size="small"
        value={choice.level}
        onChange={(level) => onChange({ level })}
        options={agreementLevel.options.map((id) => ({ id, label: t(`agreement.level.${id}`) }))}
      />
      {choice.level === 'overlap' && (
        <NumberInput
          label={t('agreement.overlap')}
          value={choice.overlap}
          minimum={1}
          maximum={100}
          onChange={(overlap) => onChange({ overlap })}
        />
      )}
      <Checkbox isSelected={choice.shared} onChange={(shared) => onChange({ shared })}>
        {t('agreement.shared')}
      </Checkbox>
    </div>
  );
}
