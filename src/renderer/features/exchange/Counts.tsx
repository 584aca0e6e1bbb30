import { isMessageKey } from '../../../shared/i18n/catalogue.ts';
import { useNumber, useT } from '../../services/text.ts';

/** How much of what a file holds. */
export function Counts({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useT();
  const number = useNumber();
  return (
    <ul className="exchange-counts" aria-label={t('exchange.counts')}>
      {Object.entries(counts).map(([kind, count]) => {
        const key = `interchange.count.${kind}`;
        return (
          <li key={kind}>
            <strong>{number(count)}</strong> {isMessageKey(key) ? t(key) : kind}
          </li>
        );
      })}
    </ul>
  );
}
