import { ArrowRight } from 'lucide-react';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useOpenProposition } from '../../parts/ways.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';

/** the propositions that rest on this quotation, directly or through others. */
export function RestingOn({ coding }: { readonly coding: Guid }) {
  const t = useT();
  const open = useOpenProposition();
  const resting = useAnswer('propositions.restingOn', { targets: [coding] }).data ?? [];
  if (resting.length === 0) return null;
  return (
    <section aria-label={t('claims.resting')}>
      <h3 className="inspector-facts">{t('claims.resting')}</h3>
      <ul>
        {resting.map(({ guid, statement, side }) => (
          <li key={guid}>
            <button type="button" className="inspector-code" onClick={() => open(guid)}>
              <span>
                {statement}
                {side === 'opposes' ? ` (${t('claims.side.opposes')})` : ''}
              </span>
              <ArrowRight aria-hidden="true" width={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
