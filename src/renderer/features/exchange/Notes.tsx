import type { ExchangeNoteAnswer } from '../../../shared/contract/interchange.ts';
import { useT } from '../../services/text.ts';

/** What was repaired, kept aside or left out, with the names it is about. */
export function Notes({ notes }: { readonly notes: readonly ExchangeNoteAnswer[] }) {
  const t = useT();
  return (
    <section className="exchange-notes" aria-label={t('exchange.notes')}>
      <h3>{t('exchange.notes')}</h3>
      {notes.length === 0 && <p>{t('exchange.notes.none')}</p>}
      <ul>
        {notes.map(({ code, message, details }) => (
          <li key={code}>
            {message}
            {details.length > 0 && (
              <details>
                <summary>{t('exchange.notes.details', { count: details.length })}</summary>
                <ul>
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
