import { useMemo } from 'react';
import type { Evidence, EvidenceSide, Proposition } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useAnswer } from '../../services/answers.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { AttachMore } from './AttachMore.tsx';
import { BreadthNote } from './BreadthNote.tsx';
import { breadthOf } from './evidence.ts';
import { EvidenceItem, type Behind } from './EvidenceItem.tsx';

const sides = ['supports', 'opposes'] as const;

export type EvidenceListProps = {
  readonly proposition: Proposition;
  readonly propositions: readonly Proposition[];
  /** Shows the quotations behind a cell, matrix or network. */
  readonly onBehind: (title: string, codings: readonly Guid[]) => void;
};

/** What the claim rests on and what speaks against it, two steps from the original words, and how broad that is. */
export function EvidenceList({ proposition, propositions, onBehind }: EvidenceListProps) {
  const t = useT();
  const canChange = useCanChange();
  const documents = useAnswer('documents.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const { evidence } = proposition;
  const behind = useAnswer('propositions.behind', { propositionId: proposition.guid }).data;
  const networks = useAnswer('networks.list', {}).data;
  const about = useMemo(
    () => ({
      codings: new Map(behind?.map((each) => [each.evidence, each.codings])),
      networks: new Set(networks?.map(({ guid }) => guid)),
      onBehind,
    }),
    [behind, networks, onBehind],
  );
  const breadth = useMemo(
    () =>
      documents && cases
        ? breadthOf(
            evidence.flatMap(({ side, document }) => (side === 'supports' && document !== null ? [{ document }] : [])),
            documents,
            cases,
          )
        : null,
    [evidence, documents, cases],
  );
  return (
    <section className="conclude-evidence" aria-label={t('conclude.evidence')}>
      <h3>{t('conclude.evidence')}</h3>
      {evidence.length === 0 && <p className="conclude-note">{t('conclude.evidence.none')}</p>}
      {sides.map((side) => (
        <Side key={side} side={side} items={evidence.filter((each) => each.side === side)} about={about} />
      ))}
      {breadth && breadth.quotations > 0 && <BreadthNote breadth={breadth} />}
      {canChange && <AttachMore proposition={proposition} propositions={propositions} />}
    </section>
  );
}

type SideProps = { readonly side: EvidenceSide; readonly items: readonly Evidence[]; readonly about: Behind };

function Side({ side, items, about }: SideProps) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <>
      <h4 className="conclude-list-title">{t(`claims.side.${side}`)}</h4>
      <ul aria-label={t(`claims.side.${side}`)}>
        {items.map((item) => (
          <EvidenceItem key={item.guid} item={item} about={about} />
        ))}
      </ul>
    </>
  );
}
