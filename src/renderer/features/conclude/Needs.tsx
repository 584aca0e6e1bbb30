import { useT } from '../../services/text.ts';

const needs = ['evidence', 'triangulation', 'negative', 'member'] as const;

/** What a claim must stand before it is a conclusion (Miles, Huberman & Saldaña; Moleong). */
export function Needs() {
  const t = useT();
  return (
    <section className="conclude-needs" aria-label={t('conclude.needs')}>
      <h3>{t('conclude.needs')}</h3>
      <dl>
        {needs.map((need) => (
          <div key={need}>
            <dt>{t(`conclude.needs.${need}`)}</dt>
            <dd>{t(`conclude.needs.${need}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
