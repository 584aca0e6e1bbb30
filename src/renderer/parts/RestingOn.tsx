import './resting-on.css';
import { ArrowRight } from 'lucide-react';
import type { EvidenceTarget } from '../../shared/contract/propositions.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import { useAnswer } from '../services/answers.ts';
import { notify } from '../services/notices.ts';
import { usePerform } from '../services/perform.ts';
import { useCanChange } from '../services/session.ts';
import { useT } from '../services/text.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { useOpenProposition } from './ways.ts';

export type RestingOnProps = {
  readonly label: string;
  readonly target: Guid;
  /** Where it can be made evidence of a proposition from here. */
  readonly use?: EvidenceTarget;
};

/** the propositions that rest on a quotation, cell or display: directly, through displays or through others. */
export function RestingOn({ label, target, use }: RestingOnProps) {
  const t = useT();
  const open = useOpenProposition();
  const canChange = useCanChange();
  const resting = useAnswer('propositions.restingOn', { targets: [target] }).data ?? [];
  if (resting.length === 0 && !(use && canChange)) return null;
  return (
    <section className="resting-on" aria-label={label}>
      {resting.length > 0 && (
        <>
          <h3>{label}</h3>
          <ul>
            {resting.map(({ guid, statement, side, through }) => (
              <li key={guid}>
                <button type="button" className="resting-on-claim" onClick={() => open(guid)}>
                  <span>
                    {statement}
                    {side === 'opposes' ? ` (${t('claims.side.opposes')})` : ''}
                    {through ? ` – ${t('claims.through', { name: through.name })}` : ''}
                  </span>
                  <ArrowRight aria-hidden="true" width={14} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {use && canChange && <UseAsEvidence use={use} known={new Set(resting.flatMap(direct))} />}
    </section>
  );
}

function UseAsEvidence({ use, known }: { readonly use: EvidenceTarget; readonly known: ReadonlySet<Guid> }) {
  const t = useT();
  const perform = usePerform();
  const propositions = useAnswer('propositions.list', {}).data ?? [];
  const open = propositions.filter(({ guid }) => !known.has(guid));
  if (open.length === 0) return null;
  const attach = async (propositionId: Guid): Promise<void> => {
    const title = open.find(({ guid }) => guid === propositionId)?.statement ?? '';
    const done = await perform('propositions.attach', { propositionId, target: use });
    if (done) notify({ kind: 'success', text: t('conclude.evidence.added', { title }) });
  };
  return (
    <ComboBox<Guid>
      label={t('claims.use')}
      options={open.map(({ guid, statement }) => ({ id: guid, label: statement }))}
      value={null}
      onChange={(guid) => guid !== null && void attach(guid)}
    />
  );
}

function direct({ guid, side, through }: { guid: Guid; side: string | null; through: unknown }): readonly Guid[] {
  return side !== null && through === null ? [guid] : [];
}
