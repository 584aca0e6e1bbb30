import { ArrowRight, X } from 'lucide-react';
import type { Memo } from '../../../shared/contract/memos.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import type { Breadth } from './evidence.ts';
import { useEvidence } from './use-evidence.ts';

/** What the claim rests on, two steps from the original words, and how broad that is. */
export function EvidenceList({ memo }: { readonly memo: Memo }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { items, breadth } = useEvidence(memo);
  return (
    <section className="conclude-evidence" aria-label={t('conclude.evidence')}>
      <h3>{t('conclude.evidence')}</h3>
      {breadth?.quotations === 0 && <p className="conclude-note">{t('conclude.evidence.none')}</p>}
      <ul>
        {items.map(({ key, target, name, open }) => (
          <li key={key} className="conclude-evidence-item">
            {open ? (
              <button type="button" className="conclude-go" title={name} onClick={open}>
                <span className="conclude-clamp">{name}</span>
                <ArrowRight aria-hidden="true" />
              </button>
            ) : (
              <span className="conclude-clamp">{name}</span>
            )}
            {canChange && memo.targets.length > 1 && (
              <IconButton
                size="small"
                label={t('conclude.evidence.remove', { target: name })}
                icon={<X />}
                onPress={() => void perform('memos.detach', { memoId: memo.guid, target })}
              />
            )}
          </li>
        ))}
      </ul>
      {breadth && breadth.quotations > 0 && <BreadthNote breadth={breadth} />}
    </section>
  );
}

function BreadthNote({ breadth }: { readonly breadth: Breadth }) {
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
