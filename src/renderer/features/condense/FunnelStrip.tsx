import { useAnswer } from '../../services/answers.ts';
import { useNumber, useT } from '../../services/text.ts';

const steps = ['coded', 'condensed', 'displayed', 'claimed'] as const;

/** How the material narrows: each step as a share of all characters. */
export function FunnelStrip() {
  const t = useT();
  const number = useNumber();
  const { data: funnel } = useAnswer('condensation.funnel', {});
  if (!funnel) return null;
  const share = (count: number): number => (funnel.characters === 0 ? 0 : (100 * count) / funnel.characters);
  return (
    <dl className="condense-funnel" aria-label={t('condense.funnel')}>
      <div>
        <dt>{t('condense.funnel.characters')}</dt>
        <dd>{number(funnel.characters)}</dd>
      </div>
      {steps.map((step) => (
        <div key={step}>
          <dt>{t(`condense.funnel.${step}`)}</dt>
          <dd title={t('condense.funnel.of', { characters: number(funnel[step]), codings: funnel.codings[step] })}>
            {number(share(funnel[step]), 1)} %
            <span className="condense-bar" aria-hidden="true">
              <span style={{ inlineSize: `${share(funnel[step])}%` }} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
