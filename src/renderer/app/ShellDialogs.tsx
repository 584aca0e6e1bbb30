import { CommandPalette } from '../commands/CommandPalette.tsx';
import { KeyboardMap } from '../commands/KeyboardMap.tsx';
import { useRunCommand } from '../commands/registry.ts';
import { CodersDialog } from '../features/coders/CodersDialog.tsx';
import { HistoryDialog } from '../features/history/HistoryDialog.tsx';
import { QuotationList } from '../features/quotations/QuotationList.tsx';
import { SettingsDialog } from '../features/settings/SettingsDialog.tsx';
import { NewProjectDialog } from '../features/start/NewProjectDialog.tsx';
import { OpenProjectDialog } from '../features/start/OpenProjectDialog.tsx';
import { ProjectDetailsDialog } from '../features/start/ProjectDetailsDialog.tsx';
import { LeavingDialog } from './LeavingDialog.tsx';
import { useShell } from './shell-store.ts';

/** The dialogs that can be opened from anywhere. */
export function ShellDialogs({ isOpen }: { readonly isOpen: boolean }) {
  const { dialog, show, close } = useShell();
  const undo = useRunCommand('history.undo');
  const redo = useRunCommand('history.redo');
  return (
    <>
      <CommandPalette isOpen={dialog === 'palette'} onClose={close} />
      <KeyboardMap isOpen={dialog === 'keyboard'} onClose={close} />
      <SettingsDialog isOpen={dialog === 'settings'} onClose={close} onShowKeyboard={() => show('keyboard')} />
      <NewProjectDialog isOpen={dialog === 'new-project'} onClose={close} />
      <OpenProjectDialog isOpen={dialog === 'open-project'} onClose={close} />
      {isOpen && (
        <>
          <HistoryDialog isOpen={dialog === 'history'} onClose={close} onUndo={undo} onRedo={redo} />
          <LeavingDialog />
          <CodersDialog isOpen={dialog === 'coders'} onClose={close} quotations={<QuotationList />} />
          <ProjectDetailsDialog isOpen={dialog === 'details'} onClose={close} />
        </>
      )}
    </>
  );
}
