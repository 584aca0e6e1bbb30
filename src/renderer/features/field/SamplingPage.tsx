import './field.css';
import { Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { type Criterion, criterionKind } from '../../../shared/contract/collection.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { CaseRow, CriterionHead } from './SamplingParts.tsx';
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
  const noted = new Map(participations.map((each) => [each.case, each]));
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
                <th scope="col">{t('sampling.role.title')}</th>
                <th scope="col">{t('sampling.consent')}</th>
                <th scope="col">{t('sampling.consent.date')}</th>
                {criteria.map((criterion) => (
                  <CriterionHead key={criterion.guid} criterion={criterion} />
                ))}
              </tr>
            </thead>
            <tbody>
              {cases.map(({ guid, name }) => (
                <CaseRow key={guid} caseId={guid} name={name} noted={noted.get(guid) ?? null} criteria={criteria} />
              ))}
            </tbody>
          </table>
        </div>
        <Pseudonyms />
      </div>
    </Panel>
  );
}
