import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  checkOutcome,
  type Check,
  type CheckOutcome,
  type Proposition,
} from '../../../shared/contract/propositions.ts';
import { tactics, type Tactic } from '../../../shared/domain/evidence/tactics.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextField.tsx';

const tones = {
  open: 'neutral',
  holds: 'success',
  'none-found': 'success',
  weakens: 'warning',
  refutes: 'danger',
} as const satisfies Record<CheckOutcome, string>;

/** The tactics the proposition was tested with, rival explanations and answers of informants among them. */
export function CheckList({ proposition }: { readonly proposition: Proposition }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [tactic, setTactic] = useState<Tactic>('rival-explanations');
  const [outcome, setOutcome] = useState<CheckOutcome>('open');
  const [subject, setSubject] = useState('');
  const propositionId = proposition.guid;
  const add = async (): Promise<void> => {
    const made = await perform('propositions.check', { propositionId, tactic, outcome, subject: subject.trim() });
    if (made) setSubject('');
  };
  return (
    <section className="conclude-evidence" aria-label={t('claims.checks')}>
      <h3>{t('claims.checks')}</h3>
      {proposition.checks.length === 0 && <p className="conclude-note">{t('claims.checks.none')}</p>}
      <ul aria-label={t('claims.checks')}>
        {proposition.checks.map((check) => (
          <Item key={check.guid} propositionId={propositionId} check={check} />
        ))}
      </ul>
      {canChange && (
        <details className="conclude-folded">
          <summary>{t('claims.checks.add')}</summary>
          <div className="conclude-pair">
            <Select
              label={t('claims.tactic')}
              options={tactics.map((id) => ({ id, label: t(`claims.tactic.${id}`) }))}
              value={tactic}
              onChange={setTactic}
            />
            <Select
              label={t('claims.outcome')}
              options={checkOutcome.options.map((id) => ({ id, label: t(`claims.outcome.${id}`) }))}
              value={outcome}
              onChange={setOutcome}
            />
          </div>
          <TextArea label={t('claims.check.subject')} value={subject} onChange={setSubject} rows={2} />
          <Button icon={<Plus aria-hidden="true" />} onPress={() => void add()}>
            {t('claims.checks.note')}
          </Button>
        </details>
      )}
    </section>
  );
}

function Item({ propositionId, check }: { readonly propositionId: Proposition['guid']; readonly check: Check }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { guid: checkId, tactic, subject, outcome, note, case: caseId } = check;
  const name = t(`claims.tactic.${tactic}`);
  return (
    <li className="conclude-check">
      <div className="conclude-evidence-item">
        <span className="conclude-clamp">{subject === '' ? name : `${name}: ${subject}`}</span>
        <Badge tone={tones[outcome]}>{t(`claims.outcome.${outcome}`)}</Badge>
        {canChange && (
          <IconButton
            size="small"
            label={t('claims.check.remove', { tactic: name })}
            icon={<X />}
            onPress={() => void perform('propositions.removeCheck', { checkIds: [checkId] })}
          />
        )}
      </div>
      <AutosaveField
        label={t('claims.check.result')}
        value={note}
        rows={1}
        isReadOnly={!canChange}
        onSave={(text) =>
          perform('propositions.check', { propositionId, checkId, tactic, subject, outcome, caseId, note: text })
        }
      />
    </li>
  );
}
