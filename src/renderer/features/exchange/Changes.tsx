import type { ExchangeReport } from '../../../shared/contract/interchange.ts';
import { useNumber, useT } from '../../services/text.ts';

export type ChangesProps = { readonly label: string; readonly changes: ExchangeReport['changes'] };

const columns = ['added', 'changed', 'unchanged', 'removed'] as const;

/** What is added, changed and taken away, by kind; kinds of which a file has nothing are left out. */
export function Changes({ label, changes }: ChangesProps) {
  const t = useT();
  const number = useNumber();
  const shown = changes.filter((change) => columns.some((column) => change[column] > 0));
  if (shown.length === 0) return <p className="dialog-text">{t('exchange.changes.none')}</p>;
  return (
    <table className="exchange-changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`exchange.changes.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((change) => (
          <tr key={change.kind}>
            <th scope="row">{t(`interchange.kind.${change.kind}`)}</th>
            {columns.map((column) => (
              <td key={column} data-is={change[column] > 0 ? column : undefined}>
                {number(change[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
