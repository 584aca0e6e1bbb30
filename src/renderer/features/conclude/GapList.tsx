import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { type Gap, type GapItem, type GapKind, streamOf } from './gaps.ts';
import { useGaps } from './use-gaps.ts';

export type GapListProps = {
  /** Leads to what a gap concerns. */
  readonly onGo: (kind: GapKind, item: GapItem) => void;
  /** The stream one looks from: its own gaps stand at its own desks. */
  readonly from?: (typeof streamOf)[GapKind];
};

/** what the other streams still lack. */
export function GapList({ onGo, from }: GapListProps) {
  const t = useT();
  const { gaps, isCounting } = useGaps();
  const others = gaps?.filter(({ kind }) => streamOf[kind] !== from) ?? [];
  const open = others.filter(({ items }) => items.length > 0);
  const clear = others.filter(({ items }) => items.length === 0);
  return (
    <Panel title={t('conclude.gaps')} className="conclude-gaps">
      <p className="conclude-note">{t('conclude.gaps.text')}</p>
      {open.map((gap) => (
        <GapSection key={gap.kind} gap={gap} onGo={onGo} />
      ))}
      {isCounting && <p className="conclude-note">{t('conclude.gaps.counting')}</p>}
      {!isCounting && open.length === 0 && <p className="conclude-note">{t('conclude.gaps.none')}</p>}
      {clear.length > 0 && (
        <p className="conclude-note">
          {t('conclude.gaps.clear', {
            n: clear.length,
            what: clear.map(({ kind }) => t(`conclude.gap.${kind}`)).join(', '),
          })}
        </p>
      )}
    </Panel>
  );
}

/** As many as are taken in at a glance. */
const fewest = 5;

function GapSection({ gap, onGo }: Pick<GapListProps, 'onGo'> & { readonly gap: Gap }) {
  const t = useT();
  const [showsAll, setShowsAll] = useState(false);
  const { kind, items } = gap;
  const shown = showsAll ? items : items.slice(0, fewest);
  return (
    <section className="conclude-gap">
      <h3>
        {t(`conclude.gap.${kind}`)} <Badge>{items.length}</Badge>{' '}
        <small className="conclude-note">{t(`missing.stream.${streamOf[kind]}`)}</small>
      </h3>
      <p className="conclude-note">{t(`conclude.gap.${kind}.text`)}</p>
      <ul>
        {shown.map((item) => (
          <li key={item.guid}>
            <button type="button" className="conclude-go" title={item.name} onClick={() => onGo(kind, item)}>
              <span className="ellipsis">{item.name}</span>
              <ArrowRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {items.length > fewest && (
        <Button size="small" variant="quiet" aria-expanded={showsAll} onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('conclude.gaps.fewer') : t('conclude.gaps.more', { n: items.length })}
        </Button>
      )}
    </section>
  );
}
