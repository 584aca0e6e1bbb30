import { ArrowDown, ArrowUpDown, Pencil, Trash2, Unlink } from 'lucide-react';
import type { Link, LinkEnd } from '../../../shared/contract/links.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { goToEnd } from './note-commands.ts';
import { oneLine } from './note-signs.ts';
import { useLinking } from './store.ts';

export type LinkCardProps = {
  readonly link: Link;
  /** Called before another place is gone to. */
  readonly onLeave?: () => void;
};

/** A link from top to bottom: first passage, what it says, second passage. Each passage is led to by a press. */
export function LinkCard({ link, onLeave }: LinkCardProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const kind = t(`links.kind.${link.kind}`);
  const params = { from: oneLine(link.from.quote, 60), kind, to: oneLine(link.to.quote, 60) };
  const goTo = (end: LinkEnd): void => {
    onLeave?.();
    goToEnd(end, t);
  };
  return (
    <article className="link-card" aria-label={t('links.sentence', params)}>
      <End end={link.from} onGo={() => goTo(link.from)} />
      <div className="link-says">
        <ArrowDown aria-hidden="true" size={15} />
        <span>{kind}</span>
        <IconButton
          label={t('links.change')}
          icon={<Pencil />}
          size="small"
          isDisabled={!canChange}
          onPress={() => {
            onLeave?.();
            useLinking.getState().set({ changing: link });
          }}
        />
        <IconButton
          label={t('links.turn')}
          icon={<ArrowUpDown />}
          size="small"
          isDisabled={!canChange}
          onPress={() => void perform('links.update', { linkId: link.guid, turn: true })}
        />
        <IconButton
          label={t('links.delete')}
          icon={<Trash2 />}
          size="small"
          isDisabled={!canChange}
          onPress={() => {
            onLeave?.();
            void perform('links.delete', { linkIds: [link.guid] });
          }}
        />
      </div>
      <End end={link.to} onGo={() => goTo(link.to)} />
      {link.note.trim() !== '' && <p className="link-note">{link.note}</p>}
    </article>
  );
}

function End({ end, onGo }: { readonly end: LinkEnd; readonly onGo: () => void }) {
  const t = useT();
  return (
    <button type="button" className="link-end" data-lost={end.isLost || undefined} title={end.quote} onClick={onGo}>
      <q className="link-quote">{oneLine(end.quote, 240)}</q>
      <span className="link-document">
        {end.isLost && (
          <span className="link-lost">
            <Unlink aria-hidden="true" size={12} /> {t('links.lost')}
          </span>
        )}
        <span className="ellipsis">{end.documentTitle}</span>
      </span>
    </button>
  );
}
