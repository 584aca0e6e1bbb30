import { SearchX } from 'lucide-react';
import { useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';

/** Looking for what speaks against the proposition: it is attached, or noted as not found. */
export function NegativeCases({
  proposition,
  codes,
}: {
  readonly proposition: Proposition;
  readonly codes: readonly CodeSummary[];
}) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const go = usePlace((place) => place.go);
  const [isOpen, setOpen] = useState(false);
  const [opposite, setOpposite] = useState<Guid | null>(null);
  const propositionId = proposition.guid;
  const found = useAnswer(
    'propositions.negativeCases',
    { propositionId, opposingIds: opposite === null ? [] : [opposite] },
    { enabled: isOpen, keepFormer: true },
  ).data;
  const attach = (codings: readonly Guid[]): void => {
    for (const guid of codings) {
      void perform('propositions.attach', { propositionId, side: 'opposes', target: { kind: 'coding', guid } });
    }
  };
  const note = (outcome: 'none-found' | 'holds' | 'weakens'): void =>
    void perform('propositions.check', { propositionId, tactic: 'negative-evidence', outcome });
  if (!isOpen) {
    return (
      <Button icon={<SearchX aria-hidden="true" />} onPress={() => setOpen(true)}>
        {t('claims.negative')}
      </Button>
    );
  }
  return (
    <section className="conclude-evidence" aria-label={t('claims.negative')}>
      <h3>{t('claims.negative')}</h3>
      <CodePicker label={t('claims.negative.opposite')} codes={codes} value={opposite} onChange={setOpposite} />
      {found?.length === 0 && <p className="conclude-note">{t('claims.negative.none')}</p>}
      <ul aria-label={t('claims.negative')}>
        {(found ?? []).map((each) => (
          <li key={each.case ?? each.documents[0] ?? each.name} className="conclude-evidence-item">
            <button
              type="button"
              className="conclude-go"
              onClick={() => {
                const [documentId] = each.documents;
                if (documentId) go({ area: 'reduction', documentId });
                else if (each.case) go({ area: 'collection', caseId: each.case });
              }}
            >
              <span className="conclude-clamp">{each.name}</span>
            </button>
            <Badge tone={each.kind === 'opposing' ? 'warning' : 'neutral'}>
              {each.kind === 'opposing'
                ? t('claims.negative.opposing', { n: each.codings.length })
                : t(`claims.negative.asked.${each.asked === null ? 'unknown' : each.asked ? 'yes' : 'no'}`)}
            </Badge>
            {each.codings.length > 0 && canChange && (
              <Button size="small" onPress={() => attach(each.codings)}>
                {t('claims.negative.attach')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="conclude-pair">
        {(['none-found', 'holds', 'weakens'] as const).map((outcome) => (
          <Button key={outcome} size="small" isDisabled={!canChange} onPress={() => note(outcome)}>
            {t(`claims.outcome.${outcome}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
