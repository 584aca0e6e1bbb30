import { Trash2 } from 'lucide-react';
import { caseRole, consent, type Criterion, type Participation } from '../../../shared/contract/collection.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { DayField } from '../../parts/DayField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';

export type CaseRowProps = {
  readonly caseId: Guid;
  readonly name: string;
  /** Null where nothing was noted yet. */
  readonly noted: Participation | null;
  readonly criteria: readonly Criterion[];
};

/** A case: what it is in the study, whether it agreed and when, and which criteria it fulfils. */
export function CaseRow({ caseId, name, noted, criteria }: CaseRowProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          label={t('sampling.role', { name })}
          isLabelHidden
          size="small"
          value={noted?.kind ?? 'informant'}
          isDisabled={!canChange}
          options={caseRole.options.map((id) => ({ id, label: t(`sampling.role.${id}`) }))}
          onChange={(kind) => void perform('collection.setParticipation', { caseId, kind })}
        />
      </td>
      <td>
        <Select
          label={t('sampling.consent.of', { name })}
          isLabelHidden
          size="small"
          value={noted?.consent ?? 'unknown'}
          isDisabled={!canChange}
          options={consent.options.map((id) => ({ id, label: t(`sampling.consent.${id}`) }))}
          onChange={(next) => void perform('collection.setParticipation', { caseId, consent: next })}
        />
      </td>
      <td>
        <DayField
          label={t('sampling.consent.date.of', { name })}
          hint={t('sampling.consent.date.help')}
          value={noted?.date ?? ''}
          isLabelHidden
          isReadOnly={!canChange}
          onSave={(date) => perform('collection.setParticipation', { caseId, date })}
        />
      </td>
      {criteria.map(({ guid: criterionId, label, fulfilledBy }) => (
        <td key={criterionId}>
          <Checkbox
            aria-label={t('sampling.fulfils', { name, criterion: label })}
            isSelected={fulfilledBy.some((each) => each.case === caseId)}
            isDisabled={!canChange}
            onChange={(fulfils) => void perform('collection.fulfil', { criterionId, caseId, fulfils })}
          />
        </td>
      ))}
    </tr>
  );
}

/** A criterion at the head of its column: what it asks for, how many cases it wants, and how many there are. */
export function CriterionHead({ criterion }: { readonly criterion: Criterion }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { guid: criterionId, kind, label, description, wanted, fulfilledBy } = criterion;
  const met = fulfilledBy.length;
  return (
    <th scope="col">
      <AutosaveField
        label={t(`sampling.kind.${kind}`)}
        value={label}
        isNeeded
        isReadOnly={!canChange}
        onSave={(text) => perform('collection.updateCriterion', { criterionId, label: text })}
      />
      <AutosaveField
        label={t('sampling.description')}
        value={description}
        rows={2}
        isReadOnly={!canChange}
        onSave={(text) => perform('collection.updateCriterion', { criterionId, description: text })}
      />
      <AutosaveField
        label={t('sampling.wanted')}
        value={String(wanted)}
        isReadOnly={!canChange}
        maxLength={5}
        check={(text) => (/^\d{1,5}$/.test(text.trim()) ? null : t('sampling.wanted.wrong'))}
        onSave={(text) => perform('collection.updateCriterion', { criterionId, wanted: Number(text) })}
      />
      <span className="field-criterion">
        <Badge tone={met >= wanted ? 'success' : 'warning'}>{t('sampling.met', { met, wanted })}</Badge>
        <IconButton
          label={t('sampling.remove', { name: label })}
          icon={<Trash2 />}
          size="small"
          isDisabled={!canChange}
          onPress={() => void perform('collection.deleteCriteria', { criterionIds: [criterionId] })}
        />
      </span>
    </th>
  );
}
