import { ArrowLeftRight, ArrowRight, Check, X } from 'lucide-react';
import { evidenceStrength, type Evidence } from '../../../shared/contract/propositions.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { usePropositionShown } from '../../parts/proposition-shown.ts';
import { useOpenDisplay, useOpenNetwork } from '../../parts/ways.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';

/** What stands behind the displays among the evidence, by the guid of the evidence. */
export type Behind = {
  readonly codings: ReadonlyMap<Guid, readonly Guid[]>;
  readonly networks: ReadonlySet<Guid>;
  readonly onBehind: (title: string, codings: readonly Guid[]) => void;
};

/** One piece of evidence: its words, whether it is as it was judged, what stands behind it, and its weight. */
export function EvidenceItem({ item, about }: { readonly item: Evidence; readonly about: Behind }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const open = useOpen(item, about.networks);
  const name = nameOf(item, t('conclude.evidence.coding', { quote: item.words, name: item.title }));
  const evidenceIds = [item.guid];
  const codings = about.codings.get(item.guid) ?? [];
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
      {codings.length > 0 && (
        <button type="button" className="conclude-behind" onClick={() => about.onBehind(name, codings)}>
          {t('claims.behind', { n: codings.length })}
        </button>
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
function useOpen(
  { kind, target, document, start, end, cell, mark }: Evidence,
  networks: ReadonlySet<Guid>,
): (() => void) | null {
  const openNetwork = useOpenNetwork();
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
  if (networks.has(target)) return () => openNetwork(target);
  if (kind === 'display' && mark !== 'gone') return () => openDisplay(target, null);
  if (kind === 'memo') return () => go({ area: 'reduction', memoId: target });
  return null;
}
