import { Unplug } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../services/client.ts';
import { notify } from '../services/notices.ts';
import { useT } from '../services/text.ts';

/** Says that the host is gone, what of the user's work is not saved yet, and what to do. */
export function ConnectionBanner() {
  const t = useT();
  const { outbox } = useServices();
  const { reachability, waiting } = useStore(outbox.state);
  const isGone = reachability !== 'reachable';
  useStayOpen(isGone && waiting > 0);
  useSayItIsBack(reachability === 'lost', waiting);
  if (!isGone) return null;
  return (
    <div className="banner" role="alert">
      <Unplug aria-hidden="true" />
      <p className="banner-words">
        {reachability === 'lost' ? (
          <>
            <strong>{t('connection.lost')}</strong>{' '}
            {waiting > 0 ? t('connection.lost.waiting', { n: waiting }) : t('connection.lost.none')}
          </>
        ) : (
          <>
            <strong>{t('connection.ended')}</strong> {waiting > 0 && t('connection.ended.waiting', { n: waiting })}
          </>
        )}
      </p>
    </div>
  );
}

/** Closing the window now would lose changes: the browser asks first. */
function useStayOpen(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}

function useSayItIsBack(isLost: boolean, waiting: number): void {
  const t = useT();
  const hadWaiting = useRef(false);
  useEffect(() => {
    if (isLost && waiting > 0) hadWaiting.current = true;
    if (isLost || waiting > 0 || !hadWaiting.current) return;
    hadWaiting.current = false;
    notify({ kind: 'success', text: t('connection.back') });
  }, [isLost, waiting, t]);
}
