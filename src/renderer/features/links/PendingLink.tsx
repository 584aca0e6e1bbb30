import './links.css';
import { Link2 } from 'lucide-react';
import { useEffect } from 'react';
import { moveRangeThrough, type Splice } from '../../../shared/domain/segments.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { runCommand } from '../../commands/registry.ts';
import { useOpenTranscript } from '../../parts/open-transcript.ts';
import { useWindowEvent } from '../../services/client.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { oneLine } from './note-signs.ts';
import { type LinkPassage, useLinking } from './store.ts';

/** Where Escape gives the link up. */
const places = 'body, .transcript-text, .link-pending *';

/** The first end of a link, while the second one is looked for: here or in another document. Escape gives it up. */
export function PendingLink() {
  const t = useT();
  const { pending, making, set } = useLinking();
  const hasText = useOpenTranscript((state) => state.open !== null);
  useWindowEvent((event) => {
    if (event.type === 'session') set({ pending: null, making: null, changing: null, jotting: null });
    if (event.type !== 'changed' || !(pending ?? making)) return;
    for (const { documentId, splices } of event.texts) {
      const follow = (passage: LinkPassage): LinkPassage | null => moved(passage, documentId, splices);
      const { pending: first, making: both } = useLinking.getState();
      const from = both && follow(both.from);
      const to = both && follow(both.to);
      set({ pending: first && follow(first), making: from && to ? { from, to } : null });
    }
  });
  const isWaiting = pending !== null && making === null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    // Before the text itself gives up its active coding. Elsewhere, as in menus and in the find bar, the key is theirs.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !(event.target instanceof Element) || !event.target.matches(places)) return;
      event.preventDefault();
      event.stopPropagation();
      set({ pending: null });
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isWaiting, set]);
  if (!isWaiting) return null;
  return (
    <div className="link-pending" role="region" aria-label={t('links.pending')}>
      <Link2 aria-hidden="true" size={16} />
      <p className="ellipsis" role="status" title={pending.quote}>
        {t('links.pending.text', { quote: oneLine(pending.quote) })}
      </p>
      <Button size="small" variant="primary" isDisabled={!hasText} onPress={() => runCommand('links.finish')}>
        {t('links.finish')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => set({ pending: null })}>
        {t('links.cancel')}
      </Button>
    </div>
  );
}

/** An end follows its words like everything else in a text; null where they are gone, or the text is another one. */
function moved(passage: LinkPassage, documentId: Guid, splices: readonly Splice[] | null): LinkPassage | null {
  if (documentId !== passage.documentId) return passage;
  if (!splices) return null;
  const { start, end } = moveRangeThrough(passage, splices);
  return end > start ? { ...passage, start, end } : null;
}
