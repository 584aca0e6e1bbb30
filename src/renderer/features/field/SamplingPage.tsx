import './field.css';
import { Plus, Trash2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { consent, type Criterion, criterionKind } from '../../../shared/contract/collection.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { Pseudonyms } from './Pseudonyms.tsx';

/** by which criteria informants and sites were chosen, which case fulfils which, consent and names. */
export function SamplingPage() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [kind, setKind] = useState<Criterion['kind']>('informant');
  const { data: criteria = [] } = useAnswer('collection.criteria', {});
  const { data: cases = [], isPending } = useAnswer('cases.list', {});
  const { data: participations = [] } = useAnswer('collection.participations', {});
  const consents = new Map(participations.map((each) => [each.case, each.consent]));
  if (!isPending && cases.length === 0) {
    return <EmptyState title={t('sampling.empty.title')} text={t('sampling.empty.text')} icon={<UsersRound />} />;
  }
  const add = (): void =>
    void perform('collection.createCriterion', { kind, label: t('sampling.new', { n: criteria.length + 1 }) });
  return (
    <Panel
      title={t('sampling.title')}
      actions={
        <>
          <Select
            label={t('sampling.kind')}
            isLabelHidden
            size="small"
            value={kind}
            options={criterionKind.options.map((id) => ({ id, label: t(`sampling.kind.${id}`) }))}
            onChange={setKind}
          />
          <Button size="small" icon={<Plus />} isDisabled={!canChange} onPress={add}>
            {t('sampling.add')}
          </Button>
        </>
      }
    >
      <div className="field-fields">
        <p className="field-facts">{t('sampling.help')}</p>
        <div className="field-scroll">
          <table className="field-table" aria-label={t('sampling.title')}>
            <thead>
              <tr>
                <th scope="col">{t('sampling.case')}</th>
                <th scope="col">{t('sampling.consent')}</th>
                {criteria.map((criterion) => (
                  <CriterionHead key={criterion.guid} criterion={criterion} />
                ))}
              </tr>
            </thead>
            <tbody>
              {cases.map(({ guid: caseId, name }) => (
                <tr key={caseId}>
                  <th scope="row">{name}</th>
                  <td>
                    <Select
                      label={t('sampling.consent.of', { name })}
                      isLabelHidden
                      size="small"
                      value={consents.get(caseId) ?? 'unknown'}
                      isDisabled={!canChange}
                      options={consent.options.map((id) => ({ id, label: t(`sampling.consent.${id}`) }))}
                      onChange={(next) => void perform('collection.setParticipation', { caseId, consent: next })}
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
              ))}
            </tbody>
          </table>
        </div>
        <Pseudonyms />
      </div>
    </Panel>
  );
}

function CriterionHead({ criterion }: { readonly criterion: Criterion }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { guid: criterionId, kind, label, wanted, fulfilledBy } = criterion;
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
