import { ArrowLeftRight, ArrowRight, Check, X } from 'lucide-react';
import { useMemo } from 'react';
import {
  evidenceStrength,
  type Evidence,
  type EvidenceSide,
  type Proposition,
} from '../../../shared/contract/propositions.ts';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { useOpenDisplay } from '../../parts/ways.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { AttachMore } from './AttachMore.tsx';
import { BreadthNote } from './BreadthNote.tsx';
import { breadthOf } from './evidence.ts';

const sides = ['supports', 'opposes'] as const;

export type EvidenceListProps = {
  readonly proposition: Proposition;
  readonly propositions: readonly Proposition[];
};

/** What the claim rests on and what speaks against it, two steps from the original words, and how broad that is. */
export function EvidenceList({ proposition, propositions }: EvidenceListProps) {
  const t = useT();
  const canChange = useCanChange();
  const documents = useAnswer('documents.list', {}).data;
  const cases = useAnswer('cases.list', {}).data;
  const { evidence } = proposition;
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
        <Side key={side} side={side} items={evidence.filter((each) => each.side === side)} />
      ))}
      {breadth && breadth.quotations > 0 && <BreadthNote breadth={breadth} />}
      {canChange && <AttachMore proposition={proposition} propositions={propositions} />}
    </section>
  );
}

function Side({ side, items }: { readonly side: EvidenceSide; readonly items: readonly Evidence[] }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <>
      <h4 className="conclude-list-title">{t(`claims.side.${side}`)}</h4>
      <ul aria-label={t(`claims.side.${side}`)}>
        {items.map((item) => (
          <Item key={item.guid} item={item} />
        ))}
      </ul>
    </>
  );
}

function Item({ item }: { readonly item: Evidence }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const open = useOpen(item);
  const name = nameOf(item, t('conclude.evidence.coding', { quote: item.words, name: item.title }));
  const evidenceIds = [item.guid];
  return (
    <li className="conclude-evidence-item">
      {open ? (
        <button type="button" className="conclude-go" title={name} onClick={open}>
          <span className="conclude-clamp">{name}</span>
          <ArrowRight aria-hidden="true" />
        </button>
      ) : (
        <span className="conclude-clamp">{name}</span>
      )}
      {item.mark !== 'sound' && (
        <Badge
          tone={item.mark === 'gone' ? 'danger' : 'warning'}
          title={item.judgedWords === null ? '' : t('claims.judged', { words: item.judgedWords })}
        >
          {t(`claims.mark.${item.mark}`)}
        </Badge>
      )}
      {canChange && item.mark === 'changed' && (
        <IconButton
          size="small"
          label={t('claims.confirm', { target: name })}
          icon={<Check />}
          onPress={() => void perform('propositions.confirm', { evidenceIds })}
        />
      )}
      <Select
        label={t('claims.strength', { target: name })}
        isLabelHidden
        size="small"
        placeholder={t('claims.strength.none')}
        options={evidenceStrength.options.map((id) => ({ id, label: t(`claims.strength.${id}`) }))}
        value={item.strength}
        isDisabled={!canChange}
        onChange={(strength) => void perform('propositions.weigh', { evidenceId: item.guid, strength })}
      />
      {canChange && (
        <>
          <IconButton
            size="small"
            label={t(item.side === 'supports' ? 'claims.turn.opposes' : 'claims.turn.supports', { target: name })}
            icon={<ArrowLeftRight />}
            onPress={() =>
              void perform('propositions.weigh', {
                evidenceId: item.guid,
                side: item.side === 'supports' ? 'opposes' : 'supports',
              })
            }
          />
          <IconButton
            size="small"
            label={t('conclude.evidence.remove', { target: name })}
            icon={<X />}
            onPress={() => void perform('propositions.detach', { evidenceIds })}
          />
        </>
      )}
    </li>
  );
}

function nameOf({ kind, title, words }: Evidence, quotation: string): string {
  if (kind === 'coding' || kind === 'passage') return quotation;
  return [title, words].filter((part) => part.trim() !== '').join(' – ');
}

/** The way to the words; null where they are gone. */
function useOpen({ kind, target, document, start, end, cell, mark }: Evidence): (() => void) | null {
  const reveal = usePlace((place) => place.reveal);
  const go = usePlace((place) => place.go);
  const show = usePropositionShown((shown) => shown.show);
  const openDisplay = useOpenDisplay();
  if (document !== null && start !== null && end !== null) {
    const coding = kind === 'coding' ? { codingId: target } : {};
    return () => reveal({ area: 'reduction', documentId: document, start, end, ...coding });
  }
  if (kind === 'proposition') return () => show(target);
  if (cell) return () => openDisplay(cell.display, cell);
  if (kind === 'display' && mark !== 'gone') return () => openDisplay(target, null);
  if (kind === 'memo') return () => go({ area: 'reduction', memoId: target });
  return null;
}
