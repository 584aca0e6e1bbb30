import { useEffect } from 'react';
import type { SessionState } from '../../shared/contract/project.ts';
import { ExchangeDialogs } from '../features/exchange/ExchangeDialogs.tsx';
import { TextDialogs } from '../features/texts/TextDialogs.tsx';
import { usePlace } from '../services/place.ts';
import { useT } from '../services/text.ts';
import { AreaRail } from './AreaRail.tsx';
import { AreaView } from './AreaView.tsx';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';
import { TopBar } from './TopBar.tsx';
import { useRememberedPlace } from './use-remembered-place.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { useProjectCommands } from './use-shell-commands.ts';

export type OpenProject = NonNullable<SessionState['open']>;

/** The four areas of analysis around one project. */
export function Workspace({ open }: { readonly open: OpenProject }) {
  const t = useT();
  const area = usePlace((state) => state.area);
  const isReady = useRememberedPlace();
  useProjectCommands();
  useDeskCommands();
  useEffect(() => {
    document.title = t('app.title', { name: open.name });
    return () => {
      document.title = 'Simpul';
    };
  }, [t, open.name]);
  return (
    <div className={open.reason === null ? 'workspace' : 'workspace has-banner'}>
      <a className="skip-link" href="#main" onClick={skipToMain}>
        {t('app.skip')}
      </a>
      <TopBar open={open} />
      {open.reason !== null && <ReadOnlyBanner reason={open.reason} />}
      <AreaRail />
      <main id="main" className="workspace-main" tabIndex={-1} aria-label={t(`app.area.${area}.long`)} data-part>
        <h1 className="visually-hidden">{t(`app.area.${area}.long`)}</h1>
        {isReady && <AreaView area={area} />}
      </main>
      <TextDialogs />
      <ExchangeDialogs />
    </div>
  );
}

/** The address stays as it is: a fragment in it would be a place to come back to. */
function skipToMain(event: { readonly preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
