import { useT } from '../../services/text.ts';
import type { Breadth } from './evidence.ts';

/** How broad the evidence is: facts to look into, never proof. */
export function BreadthNote({ breadth }: { readonly breadth: Breadth }) {
  const t = useT();
  const { quotations, documents, cases, kinds, silentCases } = breadth;
  const doubts = [
    ...(cases < 2 ? [t('conclude.breadth.one-case')] : []),
    ...(kinds.length < 2 ? [t('conclude.breadth.one-kind')] : []),
    ...(silentCases.length > 0
      ? [t('conclude.breadth.silent', { names: silentCases.map(({ name }) => name).join(', ') })]
      : []),
  ];
  return (
    <div className="conclude-breadth">
      <p>{t('conclude.breadth', { quotations, documents, cases, kinds: kinds.length })}</p>
      <ul>
        {(doubts.length > 0 ? doubts : [t('conclude.breadth.broad')]).map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </div>
  );
}
