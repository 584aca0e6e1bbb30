import './app.css';
import { useEffect } from 'react';
import { runCommand } from '../commands/registry.ts';
import { ShortcutListener } from '../commands/ShortcutListener.tsx';
import { useShortcutsInForce } from '../commands/use-custom-shortcuts.ts';
import { StartScreen } from '../features/start/StartScreen.tsx';
import { useAnswer } from '../services/answers.ts';
import { useServices } from '../services/client.ts';
import { useT } from '../services/text.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Messages } from './Messages.tsx';
import { ShellDialogs } from './ShellDialogs.tsx';
import { useShell } from './shell-store.ts';
import { useAppliedTheme } from './use-applied-theme.ts';
import { useStartCommands } from './use-shell-commands.ts';
import { Workspace } from './Workspace.tsx';

/** The window: the start screen, or the workspace of the project that is open. */
export function App() {
  const settings = useAnswer('settings.get', {});
  const { windowState } = useServices();
  const remembered = settings.data?.window;
  // Later answers hold what this window wrote itself.
  useEffect(() => {
    if (remembered) windowState.load(remembered);
  }, [windowState, remembered]);
  useAppliedTheme(settings.data?.theme);
  if (settings.isPending) return <Opening />;
  return <Window />;
}

function Window() {
  const session = useAnswer('projects.session', {});
  const show = useShell((state) => state.show);
  useShortcutsInForce();
  useStartCommands();
  const open = session.data?.open ?? null;
  return (
    <div className="window">
      <ConnectionBanner />
      <FaultBoundary>
        {session.data === undefined ? (
          <Opening />
        ) : open === null ? (
          <StartScreen onNew={() => show('new-project')} onOpenPath={() => void runCommand('project.open')} />
        ) : (
          // Another project is another workspace: nothing selected in one may be meant in the next.
          <Workspace key={open.path} open={open} />
        )}
        <ShellDialogs isOpen={open !== null} />
      </FaultBoundary>
      <FileDrop />
      <Messages />
      <ShortcutListener />
    </div>
  );
}

function Opening() {
  const t = useT();
  return (
    <p className="window-opening" role="status">
      {t('app.opening')}
    </p>
  );
}
