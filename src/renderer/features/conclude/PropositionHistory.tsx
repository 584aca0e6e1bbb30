import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { useDateFormat, useT } from '../../services/text.ts';

/** every step that made a proposition what it is, newest first. */
export function PropositionHistory({ propositionId }: { readonly propositionId: Guid }) {
  const t = useT();
  const { moment } = useDateFormat();
  const steps = useAnswer('propositions.history', { propositionId }).data ?? [];
  return (
    <details className="conclude-history">
      <summary>{t('claims.history')}</summary>
      {steps.length === 0 && <p className="conclude-note">{t('claims.history.none')}</p>}
      <ol>
        {steps.map(({ sequence, at, label, coderName }) => (
          <li key={sequence}>
            {moment(at)} – {label} {coderName === null ? '' : `(${coderName})`}
          </li>
        ))}
      </ol>
    </details>
  );
}
