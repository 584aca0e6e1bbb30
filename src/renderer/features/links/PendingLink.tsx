import './links.css';
import { Link2 } from 'lucide-react';
import { useEffect } from 'react';
import { moveRangeThrough } from '../../../shared/domain/segments.ts';
import { runCommand } from '../../commands/registry.ts';
import { useOpenTranscript } from '../../parts/open-transcript.ts';
import { useWindowEvent } from '../../services/client.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { oneLine } from './note-signs.ts';
import { useLinking } from './store.ts';

/** The first end of a link, while the second one is looked for: here or in another document. Escape gives it up. */
export function PendingLink() {
  const t = useT();
  const { pending, making, set } = useLinking();
  const hasText = useOpenTranscript((state) => state.open !== null);
  useWindowEvent((event) => {
    if (event.type === 'session') set({ pending: null, making: null, changing: null, jotting: null });
    if (event.type !== 'changed' || !pending) return;
    for (const { documentId, splices } of event.texts) {
      if (documentId !== pending.documentId) continue;
      const range = splices && moveRangeThrough(pending, splices);
      set({ pending: range && range.end > range.start ? { ...pending, start: range.start, end: range.end } : null });
    }
  });
  const isWaiting = pending !== null && making === null;
  useEffect(() => {
    if (!isWaiting) return undefined;
    // Before the text itself gives up its active coding; menus and dialogs have their own use of the key.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]'))
        return;
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
