import type { OutputOf } from '../../../../shared/contract/contract.ts';
import { useNumber, useT, type MessageKey } from '../../../services/text.ts';

export type Counted = readonly (readonly [MessageKey, number])[];

/** How much of what comes in, or came in. */
export function Counts({ counts }: { readonly counts: Counted }) {
  const t = useT();
  const number = useNumber();
  return (
    <ul className="incoming-counts" aria-label={t('incoming.counts')}>
      {counts.map(([key, count]) => (
        <li key={key}>
          {t(key)} <strong>{number(count)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** What is left out is only named where something is. */
export function countsOfTable(counts: OutputOf<'documents.importTable'>['counts']): Counted {
  const always = ['rows', 'cases', 'newCases', 'variables', 'values', 'documents'] as const;
  const leftOut = ['valuesLeftOut', 'rowsLeftOut'] as const;
  return [...always, ...leftOut.filter((key) => counts[key] > 0)].map(
    (key) => [`incoming.count.${key}`, counts[key]] as const,
  );
}

export function countsOfProject(counts: OutputOf<'documents.importProject'>['counts']): Counted {
  return (['documents', 'codes', 'codings', 'cases', 'variables', 'memos', 'coders'] as const).map(
    (key) => [`incoming.count.${key}`, counts[key]] as const,
  );
}
