// The application and its window as one thing: what is open shows in title, menu and recent documents, and what
// the system asks for (open a file, choose a menu entry) reaches the application.

import { app as electronApp, BrowserWindow, dialog, shell } from 'electron';
import type { App } from '../../core/app-types.ts';
import type { WindowGate } from '../../core/window-gate.ts';
import type { SessionState } from '../../../shared/contract/project.ts';
import type { AppEvent } from '../../../shared/contract/events.ts';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { openProject, type DialogContext } from './dialogs.ts';
import type { StartArgument } from './guards.ts';
import { eventChannel } from './ipc.ts';
import { showMenu } from './menu.ts';

export type Desktop = {
  readonly dialogs: DialogContext;
  /** Opens what a command line or the system asked for. */
  readonly open: (wanted: StartArgument) => Promise<void>;
  /** Brings title, menu and recent documents up to date, now and whenever they change. */
  readonly follow: () => Promise<void>;
  /** Puts what is open into the title of a window that has just been made. */
  readonly show: () => void;
  readonly send: (event: AppEvent) => void;
};

export type DesktopSetup = {
  readonly app: App;
  readonly gate: Pick<WindowGate, 'allowFolder'>;
  /** Where dialogs start. */
  readonly folder: string;
  readonly defaultLanguage: Language;
  readonly development: boolean;
};

export function createDesktop({ app, gate, folder, defaultLanguage, development }: DesktopSetup): Desktop {
  const ask = async <Name extends 'settings.get' | 'projects.session' | 'projects.recent'>(
    method: Name,
  ): Promise<OutputOf<Name> | null> => {
    const answer = await app.dispatch({ method, input: {} });
    return answer.ok ? (answer.value as OutputOf<Name>) : null;
  };
  const language = async (): Promise<Language> => (await ask('settings.get'))?.language ?? defaultLanguage;
  const dialogs: DialogContext = {
    app,
    folder,
    allowFolder: gate.allowFolder,
    system: { dialog, shell, window: () => BrowserWindow.getAllWindows()[0] },
    text: async (key: MessageKey, params = {}) => translate(await language(), key, params),
  };
  const open = async (wanted: StartArgument): Promise<void> => {
    if (wanted?.kind === 'project')
      await openProject(dialogs, { method: 'projects.open', input: { path: wanted.path } });
    if (wanted?.kind === 'sample') await openProject(dialogs, { method: 'projects.openSample', input: {} });
  };
  const send = (event: AppEvent): void => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(eventChannel, event);
    }
  };
  const refresh = async (): Promise<void> => {
    const session = await ask('projects.session');
    const recent = await ask('projects.recent');
    showSession(session);
    showMenu(
      {
        language: await language(),
        platform: process.platform,
        isOpen: (session?.open ?? null) !== null,
        recent: (recent?.projects ?? []).filter(({ openedAt, exists }) => openedAt !== null && exists),
        development,
      },
      {
        run: (command) => send({ type: 'menu', command }),
        open: (path) => void open({ kind: 'project', path }),
      },
    );
  };
  return {
    dialogs,
    show: () => void ask('projects.session').then(showSession),
    open,
    send,
    follow: async () => {
      app.onEvent((event) => {
        send(event);
        if (event.type === 'session' || event.type === 'settings') void refresh();
      });
      await refresh();
    },
  };
}

function showSession(session: SessionState | null): void {
  const open = session?.open ?? null;
  if (open) electronApp.addRecentDocument(open.path);
  for (const window of BrowserWindow.getAllWindows()) {
    window.setTitle(open ? `${open.name} – Simpul` : 'Simpul');
    window.setRepresentedFilename(open?.path ?? '');
  }
}
