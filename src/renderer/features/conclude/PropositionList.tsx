import type { Proposition, PropositionStatus } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';
import { Badge, type BadgeProps } from '../../ui/Badge.tsx';

const tones: Readonly<Record<PropositionStatus, NonNullable<BadgeProps['tone']>>> = {
  hunch: 'neutral',
  tentative: 'neutral',
  supported: 'accent',
  verified: 'success',
  rejected: 'danger',
};

export function PropositionList({
  propositions,
  selected,
  onSelect,
}: {
  readonly propositions: readonly Proposition[];
  readonly selected: Guid | null;
  readonly onSelect: (proposition: Guid) => void;
}) {
  const t = useT();
  if (propositions.length === 0) return null;
  return (
    <ul className="conclude-list" aria-label={t('claims.propositions')}>
      {propositions.map(({ guid, statement, status, evidence, mark }) => (
        <li key={guid}>
          <button
            type="button"
            className="conclude-claim"
            aria-pressed={guid === selected}
            onClick={() => onSelect(guid)}
          >
            <span className="conclude-claim-title">{statement}</span>
            <span className="conclude-claim-facts">
              <Badge tone={tones[status]}>{t(`claims.status.${status}`)}</Badge>
              <span>
                {t('claims.counted', {
                  supports: evidence.filter(({ side }) => side === 'supports').length,
                  opposes: evidence.filter(({ side }) => side === 'opposes').length,
                })}
              </span>
              {mark && <Badge tone="warning">{t('claims.marked')}</Badge>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
